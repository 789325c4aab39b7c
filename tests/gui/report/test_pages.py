"""The pages of the Report view: they are the PDF's, and they stay true."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import exporting, opening, showing, tagging
from annotator.desk.library import OpenLibrary
from annotator.desk.search_found import Hit, HitKind
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Standing, Tag
from annotator.ui import picture
from annotator.ui.acts import searching
from annotator.ui.only import Stands
from annotator.ui.report.making import DELAY
from annotator.ui.report.pageimages import KEPT_BYTES, page_image, pages_of
from annotator.ui.theme import DARK, LIGHT
from annotator.ui.views import View
from reportscreen import (
    LONG,
    come_true,
    edition,
    gate,
    many_pages,
    open_report,
    panel,
    parts,
    renew,
    sheets,
    shown,
    words,
)
from screens import Screen


def seen(screen: Screen) -> QImage:
    return sheets(screen).viewport().grab().toImage()


def paper_at(screen: Screen, page: int = 0) -> QPoint:
    """The upper left corner of a page in the view."""
    return sheets(screen)._box(page).topLeft()


def said(screen: Screen) -> str:
    return parts(screen).side.bar.text


def test_ctrl_3_shows_the_pages_of_the_pdf(screen: Screen) -> None:
    open_report(screen)
    window = screen.window
    assert window.room.switch.view is View.REPORT
    assert window.frame.right.isAncestorOf(panel(screen))
    assert panel(screen).isVisible()
    data = shown(screen).data
    assert data.startswith(b"%PDF-")
    assert sheets(screen).count == len(pages_of(data).sizes) > 1
    assert "At Least 95 Killed" in words(screen)
    box = sheets(screen)._box(0)
    drawn = seen(screen).copy(box.left(), box.top(), box.width(), 400)
    paper = page_image(data, 0, box.width()).copy(0, 0, box.width(), 400)
    assert drawn.convertToFormat(QImage.Format.Format_RGB32) == paper
    assert said(screen) == f"Page 1 of {sheets(screen).count}"


def test_a_click_on_the_tab_opens_the_view_and_leaves_the_keys_to_the_pages(screen: Screen) -> None:
    tabs = screen.window.frame.top.tabs
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(2).center())
    assert screen.window.room.switch.view is View.REPORT
    assert sheets(screen).hasFocus()
    assert sheets(screen).count == 0
    assert seen(screen).pixelColor(paper_at(screen) + QPoint(3, 3)) == QColor("white")
    come_true(screen)


def test_the_pages_are_made_anew_two_seconds_after_the_last_change(screen: Screen) -> None:
    open_report(screen)
    making, middle = parts(screen).making, parts(screen).side.middle
    first = shown(screen)
    assert "Editor’s copy" in words(screen)
    QTest.mouseClick(panel(screen).copy.copies.buttons[1], Qt.MouseButton.LeftButton)
    assert making.timer.isActive()
    assert making.timer.interval() == DELAY == 2_000
    assert shown(screen) is first, "the old pages stay"
    assert middle.pill.isVisible()
    assert not sheets(screen).true
    faded = seen(screen).pixelColor(paper_at(screen) + QPoint(5, 5))
    assert faded != QColor("white")
    renew(screen)
    assert shown(screen) is not first
    assert "Editor’s copy" not in words(screen)
    assert not middle.pill.isVisible()
    assert seen(screen).pixelColor(paper_at(screen) + QPoint(5, 5)) == QColor("white")


def test_what_a_colleague_saves_is_on_the_pages_after_the_delay(
    screen: Screen, library: OpenLibrary
) -> None:
    open_report(screen)
    held = screen.window.room.desk.held
    beside = opening.open_for(library.path, "Analyst B", create=False)
    tagging.tag(beside, held.article.id, [held.id_at(2)], Tag.DISPUTED)
    beside.close()
    screen.session.poll()
    renew(screen)


def test_nothing_is_made_while_nobody_looks(screen: Screen) -> None:
    open_report(screen)
    before = shown(screen)
    screen.press("Ctrl+1", "Ctrl+3")
    assert not parts(screen).making.busy, "nothing changed meanwhile"
    screen.press("Ctrl+1", "U")
    assert not parts(screen).making.busy
    screen.press("Ctrl+3")
    assert parts(screen).making.busy
    assert shown(screen) is before, "the old pages stay meanwhile"
    come_true(screen)
    assert shown(screen) is not before


def test_of_two_changes_only_the_newer_ones_pages_are_shown(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_report(screen)
    making, first = parts(screen).making, shown(screen)
    with gate(monkeypatch) as stands:
        panel(screen).look.title.setText("One")
        panel(screen).look.title.textEdited.emit("One")
        making.timer.timeout.emit()
        assert stands.come.acquire(timeout=20)
        panel(screen).look.title.setText("Two")
        panel(screen).look.title.textEdited.emit("Two")
        stands.let_through()
        screen.qtbot.waitUntil(lambda: making.work._job is None, timeout=LONG)
        assert shown(screen) is first, "nobody wants to see the older one any more"
        stands.let_through()
        renew(screen)
        assert [one.title for one in stands.asked] == ["One", "Two"]
    assert "Two" in words(screen)


def test_the_place_that_is_read_stays_when_the_pages_are_renewed(screen: Screen) -> None:
    open_report(screen)
    screen.press("J", "PageDown")
    page, place = sheets(screen).page, sheets(screen).verticalScrollBar().value()
    assert page > 1
    QTest.mouseClick(panel(screen).look.names.buttons[1], Qt.MouseButton.LeftButton)
    renew(screen)
    assert sheets(screen).page == page
    assert sheets(screen).verticalScrollBar().value() == place


def test_keys_turn_pages_and_tag_nothing(screen: Screen) -> None:
    open_report(screen)
    bar, number = sheets(screen).verticalScrollBar(), screen.number
    before = screen.saved("SELECT count(*) FROM edits")
    screen.press("J")
    assert sheets(screen).page == 2
    screen.press("J", "K", "K")
    assert bar.value() == 0
    for forth, back in (("PageDown", "PageUp"), ("Space", "Shift+Space"), ("Down", "Up")):
        at = bar.value()
        screen.press(forth)
        assert bar.value() > at
        screen.press(back)
        assert bar.value() == at
    screen.press("V", "D", "U", "Q", "O", "X", "S", "M", "N", "E", "R", "C", "1", "0")
    assert screen.saved("SELECT count(*) FROM edits") == before
    assert screen.number == number
    assert sheets(screen).hasFocus()
    screen.press("Ctrl+1", "J")
    assert screen.number != number, "in Annotate the same key goes on to the next claim"


def test_ctrl_plus_minus_and_zero_are_the_pages_own(screen: Screen) -> None:
    open_report(screen)
    size = screen.session.preferences.settings.text_size
    fitted = sheets(screen).percent
    assert sheets(screen).fits
    assert sheets(screen)._stack.box(0).width == sheets(screen).viewport().width() - 48
    screen.press("Ctrl+=", "Ctrl+=")
    assert sheets(screen).percent > fitted
    assert parts(screen).side.bar.size_words == f"{sheets(screen).percent} %"
    come_true(screen)
    screen.press("Ctrl+-", "Ctrl+-", "Ctrl+-")
    assert sheets(screen).percent < fitted
    screen.press("Ctrl+0")
    assert sheets(screen).percent == fitted
    assert not parts(screen).side.bar.fit.isEnabled()
    assert screen.session.preferences.settings.text_size == size, "that is the article's"


def test_a_wider_window_has_wider_pages_and_the_same_place(screen: Screen) -> None:
    open_report(screen)
    screen.press("J")
    page, percent = sheets(screen).page, sheets(screen).percent
    screen.window.resize(1100, 700)
    assert sheets(screen).percent < percent
    assert sheets(screen).page == page


def test_of_three_hundred_pages_those_near_the_view_are_drawn_and_few_are_kept(
    screen: Screen,
) -> None:
    open_report(screen)
    book = pages_of(many_pages(300))
    sheets(screen).show_pages(book)
    come_true(screen)
    screen.qtbot.waitUntil(lambda: not sheets(screen).images.busy)
    drawn = [n for n in range(300) if _is_drawn(screen, n)]
    assert drawn == [0, 1, 2][: len(drawn)]
    bar = sheets(screen).verticalScrollBar()
    for part in range(0, 101, 4):
        bar.setValue(bar.maximum() * part // 100)
        come_true(screen)
    assert sheets(screen).page == 300
    kept = sheets(screen).images._kept
    assert sum(one.image.sizeInBytes() for one in kept.values()) < KEPT_BYTES + 20_000_000
    assert len(kept) < 80


def _is_drawn(screen: Screen, page: int) -> bool:
    drawn = sheets(screen).images.image(page)
    return drawn is not None and drawn.of is sheets(screen)._pages


def test_pages_that_cannot_be_made_are_said_in_their_place_and_tried_again(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object) -> bytes:
        raise AnnotatorError("The disk is full: make room and try again.")

    with monkeypatch.context() as patched:
        patched.setattr(exporting, "exported", fails)
        screen.press("Ctrl+3")
        middle = parts(screen).side.middle
        screen.qtbot.waitUntil(lambda: "The disk is full" in middle.says)
        assert middle.instead.buttons[0].text() == "Try again"
    QTest.mouseClick(middle.instead.buttons[0], Qt.MouseButton.LeftButton)
    come_true(screen)
    assert middle.says == ""
    with monkeypatch.context() as patched:
        patched.setattr(exporting, "exported", fails)
        before = shown(screen)
        panel(screen).look.names.chosen.emit(True)
        parts(screen).making.timer.timeout.emit()
        screen.qtbot.waitUntil(lambda: "not up to date" in middle.says)
        assert shown(screen) is before, "the old pages stay, and it is said that they are old"
        assert not sheets(screen).true
    QTest.mouseClick(middle.trouble.again, Qt.MouseButton.LeftButton)
    come_true(screen)
    assert middle.says == ""


def test_a_fault_of_ours_is_said_in_plain_words_and_logged(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*_args: object) -> bytes:
        raise RuntimeError("typst: 0x80")

    monkeypatch.setattr(exporting, "exported", breaks)
    screen.press("Ctrl+3")
    middle = parts(screen).side.middle
    screen.qtbot.waitUntil(lambda: "Something went wrong" in middle.says)
    assert "typst" not in middle.says
    assert "typst" in caplog.text


def test_the_surroundings_follow_the_theme_and_the_paper_stays_white(screen: Screen) -> None:
    open_report(screen)
    for theme in (DARK, LIGHT):
        screen.session.wear()
        screen.session.themed.emit(theme)
        image = seen(screen)
        assert image.pixelColor(2, 2) == theme.colour("chrome")
        assert image.pixelColor(paper_at(screen) + QPoint(6, 6)) == QColor("white")


def test_closing_the_window_while_pages_are_made_ends_quietly(
    qtbot: QtBot, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = screen.session.open_window()
    second.activateWindow()
    qtbot.waitUntil(second.isActiveWindow)
    other = Screen(qtbot, screen.session, second)
    with gate(monkeypatch) as stands:
        other.press("Ctrl+3")
        assert stands.come.acquire(timeout=20)
        stands.let_through()
        second.close()
    assert screen.session.windows == [screen.window]
    QApplication.processEvents()
    open_report(screen)


def test_a_picture_shows_the_pages_and_writes_nothing(library: OpenLibrary, tmp_path: Path) -> None:
    before, drawn = library.path.read_bytes(), []
    article = showing.articles(library)[0].id
    for view in (picture.ANNOTATE, picture.REPORT):
        target = tmp_path / f"{view}.png"
        picture.take(
            library,
            article,
            target,
            theme="light",
            size=(1200, 700),
            scale=1.0,
            force=False,
            view=view,
        )
        drawn.append(QImage(str(target)))
    assert drawn[0] != drawn[1]
    middle = drawn[1].copy(310, 100, 500, 500)
    assert middle.pixelColor(20, 20) == QColor("white")
    ink = [(x, y) for x in range(0, 500, 2) for y in range(0, 500, 2)]
    assert sum(middle.pixelColor(*at).lightness() < 128 for at in ink) > 500, "words are on it"
    assert library.path.read_bytes() == before


SHARP = """
import sys
from pathlib import Path
from annotator.desk import opening, showing
from annotator.ui import picture
from annotator.ui.session import Session
from annotator.ui.views import View
app = picture.application(2.0)
library = opening.open_for(Path(sys.argv[1]), None, create=False)
window = Session(library, theme="light", keeps=False).open_window(showing.articles(library)[0].id)
window.setAttribute(picture.Qt.WidgetAttribute.WA_DontShowOnScreen)
window.resize(1000, 600)
window.show()
picture.rest(app)
window.room.switch.show(View.REPORT)
sheets = window.room.report.side.middle.sheets
failed = []
window.room.report.making.failed.connect(failed.append)
while not sheets.true and not failed:
    app.processEvents()
assert not failed, failed
print(sheets.devicePixelRatioF(), sheets._stack.box(0).width, sheets.images.image(0).image.width())
window.close()
"""


def test_at_200_percent_a_page_has_a_pixel_for_each_of_the_screens(library: OpenLibrary) -> None:
    command = [sys.executable, "-c", SHARP, str(library.path)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    ratio, wide, drawn = done.stdout.split()
    assert float(ratio) == 2
    assert int(drawn) == 2 * int(wide)


def test_a_claims_search_hit_and_a_filter_lead_out_of_the_report(screen: Screen) -> None:
    open_report(screen)
    room = screen.window.room
    room.shelf.counts.clicked.emit(Stands(Standing.DISPUTED))
    assert room.switch.view is View.ANNOTATE
    assert room.hand.only == Stands(Standing.DISPUTED)
    assert room.page.hasFocus()
    screen.press("Escape", "Ctrl+3")
    hit = Hit(HitKind.CLAIM, "", article=room.article, span=room.desk.held.span(9))
    searching.go_to(room, hit)
    assert room.switch.view is View.ANNOTATE
    assert room.hand.index == 9


def test_an_article_that_nobody_has_judged_says_so_and_can_be_shown_all_the_same(
    screen: Screen,
) -> None:
    file = screen.session.library.path.with_name("other.txt")
    file.write_text("Another article\n\nIt is short. It has two sentences.", encoding="utf-8")
    screen.window.bring([file])
    screen.qtbot.waitUntil(lambda: len(screen.window.room.desk.held.article.text) < 200)
    screen.press("Ctrl+3")
    middle = parts(screen).side.middle
    screen.qtbot.waitUntil(lambda: "Nothing is judged yet" in middle.says, timeout=LONG)
    assert sheets(screen).count == 0
    QTest.mouseClick(middle.instead.buttons[1], Qt.MouseButton.LeftButton)
    come_true(screen)
    assert "Another article" in words(screen)
    room = screen.window.room
    room.shelf.chosen.emit(room.shelf.model.article_at(room.shelf.model.index(0)))
    assert sheets(screen).count == 0, "another article's pages are not shown for this one"
    come_true(screen)
    assert "At Least 95 Killed" in words(screen)


def test_without_an_article_the_view_says_how_to_begin(screen: Screen) -> None:
    open_report(screen)
    screen.window.room.hand.put_away()
    middle = parts(screen).side.middle
    assert "No article is open" in middle.says
    assert not panel(screen).isEnabled()
    assert not parts(screen).making.busy
    assert edition(screen).title == ""
