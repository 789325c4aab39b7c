"""What can be chosen beside the pages: the copy, what is cleared, sections, title, logo, presets."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.desk import presets
from annotator.domain.edition import SECTIONS, Publisher, Section, Withheld
from annotator.ui.editions import Editions
from annotator.ui.kit.segments import Segments
from annotator.ui.report.sectionspart import all_in_order
from annotator.ui.views import View
from reportscreen import edition, open_report, panel, sheets, told
from screens import Screen


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def tick(widget: QAbstractButton) -> None:
    """A click on the box, which is at the left."""
    at = QPoint(12, widget.height() // 2)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)


def go_public(screen: Screen) -> None:
    click(panel(screen).copy.copies.buttons[1])
    told(screen)


def test_a_public_copy_lists_what_stays_out_with_how_much_there_is(screen: Screen) -> None:
    open_report(screen)
    copy = panel(screen).copy
    assert not copy.ticks[Withheld.NOTES].isVisible(), "an editor's copy leaves nothing out"
    go_public(screen)
    assert edition(screen).public
    notes = copy.ticks[Withheld.NOTES]
    assert notes.isVisible()
    assert notes.text().startswith("Notes · ")
    assert int(notes.text().rpartition(" ")[2]) > 0
    assert not any(one.isChecked() for one in copy.ticks.values()), "closed by default"


def test_each_kind_is_cleared_by_itself(screen: Screen) -> None:
    open_report(screen)
    go_public(screen)
    copy = panel(screen).copy
    tick(copy.ticks[Withheld.NOTES])
    assert edition(screen).cleared == {Withheld.NOTES}
    tick(copy.ticks[Withheld.COMMENTS])
    tick(copy.ticks[Withheld.NOTES])
    assert edition(screen).cleared == {Withheld.COMMENTS}


def test_kinds_that_there_is_nothing_of_are_folded(screen: Screen) -> None:
    open_report(screen)
    go_public(screen)
    copy = panel(screen).copy
    tokens = copy.ticks[Withheld.TOKENS]
    assert not tokens.isVisible()
    click(copy.rest)
    assert tokens.isVisible()
    assert tokens.text() == "Addresses with a token"


def test_verified_claims_short_of_their_rule_are_listed_and_lead_to_their_article(
    screen: Screen,
) -> None:
    open_report(screen)
    go_public(screen)
    short = panel(screen).copy.short
    assert short.isVisible()
    assert "not settled" in short._says.text()
    first = short.rows[0]
    assert first.claim.number > 0
    assert first.claim.why
    assert first.claim.text in screen.window.room.desk.held.article.text
    if short.more.isVisible():
        click(short.more)
    assert len(short.rows) == len(short.claims)
    click(short.rows[0])
    assert screen.window.room.switch.view is View.ANNOTATE
    assert screen.number == first.claim.number
    assert screen.window.room.page.hasFocus()


def test_what_falls_short_is_printed_as_verified_only_when_it_is_cleared(screen: Screen) -> None:
    open_report(screen)
    go_public(screen)
    copy = panel(screen).copy
    tick(copy.clear_short)
    assert edition(screen).cleared == {Withheld.SHORT}
    assert "as verified" in copy.short._says.text()


def test_sections_are_ticked_and_moved_by_keys(screen: Screen) -> None:
    open_report(screen)
    lines = panel(screen).sections.list
    assert lines.order == (Section.SIGNOFF, *SECTIONS)
    assert lines.chosen == SECTIONS
    lines.setFocus()
    lines.setCurrentRow(0)
    screen.press("Space")
    assert edition(screen).sections == tuple(Section)
    QTest.keyClick(lines, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert edition(screen).sections[:2] == (Section.DECIDE, Section.SIGNOFF)
    QTest.keyClick(lines, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert edition(screen).sections == tuple(Section)
    assert lines.hasFocus()


def test_a_click_unticks_a_section_which_stays_where_it_stands(screen: Screen) -> None:
    open_report(screen)
    lines = panel(screen).sections.list
    place = lines.visualItemRect(lines.item(3)).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert Section.ARTICLE not in edition(screen).sections
    assert lines.order == (Section.SIGNOFF, *SECTIONS)


def test_a_section_is_dragged_to_another_place(screen: Screen) -> None:
    open_report(screen)
    lines = panel(screen).sections.list
    item = lines.takeItem(1)
    lines.insertItem(7, item)
    lines.changed.emit()
    assert edition(screen).sections[-1] is Section.DECIDE
    assert lines.dragDropMode() is QListWidget.DragDropMode.InternalMove


def test_the_last_section_stays(screen: Screen) -> None:
    open_report(screen)
    lines = panel(screen).sections.list
    lines.setFocus()
    for row in range(1, lines.count()):
        lines.setCurrentRow(row)
        screen.press("Space")
    assert edition(screen).sections == (Section.ASIDE,)
    assert lines.chosen == (Section.ASIDE,)


@pytest.mark.parametrize(
    ("chosen", "whole"),
    [
        (SECTIONS, tuple(Section)),
        ((Section.CLAIMS,), (*list(Section)[:4], *list(Section)[4:])),
        ((Section.EVIDENCE, Section.DECIDE), None),
    ],
)
def test_sections_that_are_not_chosen_stand_behind_what_they_usually_follow(
    chosen: tuple[Section, ...], whole: tuple[Section, ...] | None
) -> None:
    found = all_in_order(chosen)
    assert sorted(found) == sorted(Section)
    assert [one for one in found if one in chosen] == list(chosen)
    if whole is not None:
        assert found == whole


def test_title_language_names_and_publisher_are_chosen_in_place(screen: Screen) -> None:
    open_report(screen)
    look, publisher = panel(screen).look, panel(screen).publisher
    assert look.title.placeholderText() == screen.window.room.desk.held.article.title
    look.title.setFocus()
    QTest.keyClicks(look.title, "Checked: V, D and U")
    assert edition(screen).title == "Checked: V, D and U"
    assert look.title.hasFocus(), "nothing takes the field away while somebody types"
    look.language.setCurrentIndex(look.language.findData("es"))
    look.language.activated.emit(look.language.currentIndex())
    assert edition(screen).labels == "es"
    click(look.names.buttons[1])
    assert edition(screen).pseudonyms
    publisher.name.setFocus()
    QTest.keyClicks(publisher.name, "The Daily Check")
    publisher.address.setFocus()
    QTest.keyClicks(publisher.address, "https://example.org/check")
    assert edition(screen).publisher == Publisher("The Daily Check", "https://example.org/check")


def test_names_are_not_asked_where_a_public_copy_has_none(screen: Screen) -> None:
    open_report(screen)
    go_public(screen)
    look = panel(screen).look
    assert not look.names.isVisible()
    assert look.unnamed.isVisible()
    tick(panel(screen).copy.ticks[Withheld.NAMES])
    assert look.names.isVisible()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "logo.png"
    image = QImage(120, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkBlue)
    assert image.save(str(path))
    return path


def test_a_logo_is_dropped_shown_and_removed(screen: Screen, picture: Path) -> None:
    open_report(screen)
    logo = panel(screen).look.logo
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    logo.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    assert edition(screen).logo.startswith(b"\x89PNG")
    assert logo.thumb.shows
    click(logo.remove)
    assert edition(screen).logo == b""
    assert not logo.thumb.shows


def test_what_is_no_picture_is_refused_in_place(screen: Screen, tmp_path: Path) -> None:
    open_report(screen)
    look = panel(screen).look
    text = tmp_path / "logo.png"
    text.write_text("no picture", encoding="utf-8")
    look.logo.take(text)
    assert "no PNG and no JPEG" in look.refusal.text()
    look.logo.take(tmp_path / "nowhere.png")
    assert "nowhere.png cannot be read" in look.refusal.text()
    assert edition(screen).logo == b""


def test_a_preset_is_kept_chosen_and_removed(screen: Screen) -> None:
    open_report(screen)
    go_public(screen)
    tick(panel(screen).copy.ticks[Withheld.EVIDENCE])
    part = panel(screen).presets
    click(part.save)
    assert part.name.hasFocus()
    QTest.keyClicks(part.name, "For readers")
    QTest.keyClick(part.name, Qt.Key.Key_Return)
    assert presets.presets()["For readers"] == edition(screen)
    assert part.box.currentText() == "For readers"
    assert not part.name.isVisible()
    click(panel(screen).copy.copies.buttons[0])
    assert part.box.currentText() == "None", "what is chosen is no preset any more"
    part.box.setCurrentIndex(1)
    part.box.activated.emit(1)
    assert edition(screen).public
    assert edition(screen).cleared == {Withheld.EVIDENCE}
    click(part.remove)
    assert presets.presets() == {}
    assert part.box.count() == 1
    assert edition(screen).public, "what is chosen stays chosen"


def test_a_name_that_cannot_be_kept_is_refused_beside_its_field(screen: Screen) -> None:
    open_report(screen)
    part = panel(screen).presets
    click(part.save)
    QTest.keyClick(part.name, Qt.Key.Key_Return)
    assert "wants a name" in part.refusal.text()
    QTest.keyClick(part.name, Qt.Key.Key_Escape)
    assert not part.name.isVisible()
    assert part.save.isVisible()
    assert presets.presets() == {}


def test_a_new_window_begins_with_the_editors_copy_and_what_is_no_secret(screen: Screen) -> None:
    open_report(screen)
    go_public(screen)
    tick(panel(screen).copy.ticks[Withheld.NOTES])
    click(panel(screen).look.names.buttons[1])
    panel(screen).look.title.textEdited.emit("Only this one")
    panel(screen).publisher.name.setText("The Daily Check")
    panel(screen).publisher.name.textEdited.emit("The Daily Check")
    screen.window.room.editions.keep()
    fresh = Editions().edition
    assert not fresh.public
    assert fresh.cleared == frozenset()
    assert fresh.title == ""
    assert fresh.publisher.name == "The Daily Check"


def test_another_article_has_its_own_title_and_nothing_cleared(screen: Screen) -> None:
    open_report(screen)
    go_public(screen)
    tick(panel(screen).copy.ticks[Withheld.NOTES])
    panel(screen).look.title.textEdited.emit("Only this one")
    file = screen.session.library.path.with_name("other.txt")
    file.write_text("Another article\n\nIt is short.", encoding="utf-8")
    screen.window.bring([file])
    screen.qtbot.waitUntil(lambda: len(screen.window.room.desk.held.article.text) < 200)
    assert edition(screen).public
    assert edition(screen).cleared == frozenset()
    assert edition(screen).title == ""
    assert panel(screen).look.title.text() == ""
    assert not panel(screen).copy.ticks[Withheld.NOTES].isChecked()


def test_what_a_preset_clears_is_cleared_for_the_next_article_too(screen: Screen) -> None:
    editions = Editions(keeps=False)
    wanted = edition(screen)
    editions.choose(wanted)
    editions.choose(
        type(wanted)(public=True, cleared=frozenset({Withheld.NOTES}), title="T"), preset="House"
    )
    editions.next_article()
    assert editions.edition.cleared == {Withheld.NOTES}
    assert editions.edition.title == ""


def test_escape_gives_the_keys_back_and_f6_goes_round(screen: Screen) -> None:
    open_report(screen)
    assert sheets(screen).hasFocus()
    seen = []
    for _ in range(3):
        screen.press("F6")
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
    assert panel(screen).isAncestorOf(seen[0])
    assert screen.window.room.shelf.isAncestorOf(seen[1])
    assert seen[2] is sheets(screen)
    panel(screen).look.title.setFocus()
    screen.press("Escape")
    assert sheets(screen).hasFocus()


def test_tab_walks_through_every_choice_from_the_top_to_the_button(screen: Screen) -> None:
    open_report(screen)
    screen.press("F6")
    walked: list[QWidget] = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        if not panel(screen).isAncestorOf(focus):
            break
        walked.append(focus)
        screen.press("Tab")
    tops = [one.mapTo(panel(screen), one.rect().topLeft()).y() for one in walked]
    assert panel(screen).presets.box is walked[0]
    assert panel(screen).foot.go in walked
    order = [
        walked.index(one)
        for one in (
            panel(screen).copy.copies.buttons[0],
            panel(screen).sections.list,
            panel(screen).look.title,
            panel(screen).publisher.name,
            panel(screen).foot.form,
            panel(screen).foot.go,
        )
    ]
    assert order == sorted(order)
    assert len(tops) > 10


def test_everything_that_can_be_chosen_has_a_name(screen: Screen) -> None:
    open_report(screen)
    go_public(screen)
    kinds = (QAbstractButton, QLineEdit, QComboBox, QListWidget, Segments)
    parts_of = (panel(screen), screen.window.frame.report)
    assert parts_of[1] is not None
    for root in (panel(screen), parts_of[1].middle, parts_of[1].bar):
        for kind in kinds:
            for widget in root.findChildren(kind):
                name = widget.accessibleName() or getattr(widget, "text", str)()
                assert name, f"{widget} has no name"


def test_arrows_go_from_one_copy_to_the_other(qtbot: QtBot, screen: Screen) -> None:
    open_report(screen)
    first, second = panel(screen).copy.copies.buttons
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert edition(screen).public
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Left)
    assert not edition(screen).public
