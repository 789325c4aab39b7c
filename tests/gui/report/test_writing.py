"""Exporting from the Report view: asked, written off the window's thread, counted, opened."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.desk import export_reports, exporting
from annotator.desk.formats import format_named, formats
from annotator.domain.edition import Publisher
from annotator.domain.report import Report
from annotator.ui.acts import people
from annotator.ui.outcome import Outcome
from annotator.ui.views import View
from reportscreen import LONG, edition, open_report, panel, parts, shown, told
from screens import Screen


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What other programs are asked to show."""
    asked: list[Path] = []

    def open_url(url: QUrl) -> bool:
        asked.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


def outcome(screen: Screen) -> Outcome:
    return panel(screen).foot.outcome


def choose_form(screen: Screen, name: str) -> None:
    form = panel(screen).foot.form
    form.setCurrentIndex(form.findData(name))
    told(screen)


def press_export(screen: Screen) -> None:
    QTest.mouseClick(panel(screen).foot.go, Qt.MouseButton.LeftButton)


def ask(screen: Screen) -> QFileDialog:
    """Presses the button, and waits for the dialog."""
    press_export(screen)
    screen.qtbot.waitUntil(lambda: any(one.isVisible() for one in _dialogs(screen)))
    (dialog,) = _dialogs(screen)
    return dialog


def _dialogs(screen: Screen) -> list[QFileDialog]:
    return [one for one in screen.window.findChildren(QFileDialog) if one.isVisible()]


def export_to(screen: Screen, target: Path) -> None:
    dialog = ask(screen)
    dialog.setDirectory(str(target.parent))
    dialog.selectFile(target.name)
    dialog.accept()


def is_written(screen: Screen) -> None:
    screen.qtbot.waitUntil(lambda: outcome(screen).text.startswith("Wrote"), timeout=LONG)


def test_every_format_is_there_with_its_one_line(screen: Screen) -> None:
    open_report(screen)
    foot = panel(screen).foot
    assert [foot.form.itemData(at) for at in range(foot.form.count())] == [
        row.name for row in formats()
    ]
    assert foot.form.currentData() == "pdf", "what is seen is what leaves"
    for row in formats():
        choose_form(screen, row.name)
        assert row.says[1:] in foot.says.text()
    assert foot.browser.isVisible() == (foot.form.currentData() == "html")


def test_what_is_written_is_what_was_shown_and_is_counted(
    screen: Screen, tmp_path: Path, browser: list[Path]
) -> None:
    open_report(screen)
    target = tmp_path / "report.pdf"
    dialog = ask(screen)
    assert "At Least 95 Killed" in dialog.selectedFiles()[0]
    assert dialog.selectedFiles()[0].endswith(".pdf")
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("report")
    dialog.accept()
    is_written(screen)
    assert outcome(screen).text.startswith("Wrote report.pdf: 49 of 49 claims, ")
    data = target.read_bytes()
    assert data.startswith(b"%PDF-")
    assert abs(len(data) - len(shown(screen).data)) < 200, "the day and the hour may differ"
    QTest.mouseClick(outcome(screen).open, Qt.MouseButton.LeftButton)
    assert browser == [target]


def test_what_is_there_is_replaced_only_when_one_says_so(screen: Screen, tmp_path: Path) -> None:
    open_report(screen)
    choose_form(screen, "csv")
    target = tmp_path / "there.csv"
    target.write_text("mine", encoding="utf-8")
    export_to(screen, target)
    assert "there already" in outcome(screen).text
    assert target.read_text(encoding="utf-8") == "mine"
    assert panel(screen).foot.go.text() == "Replace it"
    press_export(screen)
    is_written(screen)
    assert target.read_bytes() != b"mine"
    assert panel(screen).foot.go.text() == "Export…"


def test_another_choice_takes_the_question_back(screen: Screen, tmp_path: Path) -> None:
    open_report(screen)
    choose_form(screen, "csv")
    target = tmp_path / "there.csv"
    target.write_text("mine", encoding="utf-8")
    export_to(screen, target)
    QTest.mouseClick(panel(screen).copy.copies.buttons[1], Qt.MouseButton.LeftButton)
    assert panel(screen).foot.go.text() == "Export…"
    ask(screen).reject()
    assert target.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_not_there_is_said_in_place(screen: Screen, tmp_path: Path) -> None:
    open_report(screen)
    choose_form(screen, "csv")
    parts(screen).asked = tmp_path
    from annotator.ui.acts import reporting

    reporting.write(screen.window.room, tmp_path / "nowhere" / "report.csv", replace=False)
    screen.qtbot.waitUntil(lambda: "nowhere" in outcome(screen).text)
    assert not (tmp_path / "nowhere").exists()


def slow(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, threading.Event]:
    """CSV that has begun to be written, and waits: (it has begun, let it go on)."""
    begun, go_on = threading.Event(), threading.Event()
    real = export_reports.edition_report

    def waits(*args: object) -> Report:
        begun.set()
        assert go_on.wait(LONG / 1000)
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(exporting, "edition_report", waits)
    return begun, go_on


def test_cancel_leaves_no_file(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_report(screen)
    choose_form(screen, "csv")
    begun, go_on = slow(monkeypatch)
    folder = tmp_path / "out"
    folder.mkdir()
    export_to(screen, folder / "report.csv")
    assert begun.wait(20)
    assert outcome(screen).progress.isVisible()
    QTest.mouseClick(outcome(screen).progress.cancel, Qt.MouseButton.LeftButton)
    go_on.set()
    screen.qtbot.waitUntil(lambda: outcome(screen).text == "Stopped: nothing was written.")
    assert list(folder.iterdir()) == []


def test_closing_the_window_in_the_middle_leaves_no_file(
    qtbot: QtBot, screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = screen.session.open_window()
    second.activateWindow()
    qtbot.waitUntil(second.isActiveWindow)
    other = Screen(qtbot, screen.session, second)
    open_report(other)
    choose_form(other, "csv")
    begun, go_on = slow(monkeypatch)
    folder = tmp_path / "out"
    folder.mkdir()
    export_to(other, folder / "report.csv")
    assert begun.wait(20)
    waits, seen = second.room.writing.close, []

    def close() -> None:
        seen.append(second.isVisible())
        go_on.set()
        waits()

    monkeypatch.setattr(second.room.writing, "close", close)
    second.close()
    assert seen[0] is False, "a window that is closed does not stand there until it is written"
    QApplication.processEvents()
    assert list(folder.iterdir()) == []


def test_claimreview_asks_for_the_publisher_and_never_makes_one_up(
    screen: Screen, tmp_path: Path
) -> None:
    open_report(screen)
    choose_form(screen, "claimreview")
    suffix = format_named("claimreview").suffix
    press_export(screen)
    foot = panel(screen).foot
    assert "publisher" in foot.missing.text()
    assert "--" not in foot.missing.text(), "options are the command line's"
    assert panel(screen).publisher.name.hasFocus()
    assert not _dialogs(screen)
    target = tmp_path / f"review{suffix}"
    export_to(screen, target)
    is_written(screen)
    assert "example.org/check" not in target.read_text(encoding="utf-8")
    assert any("publisher" in notice for notice in outcome(screen).notices)
    publisher = panel(screen).publisher
    for line, text in ((publisher.name, "Check"), (publisher.address, "https://example.org/check")):
        line.setFocus()
        QTest.keyClicks(line, text)
    assert edition(screen).publisher == Publisher("Check", "https://example.org/check")
    export_to(screen, tmp_path / f"again{suffix}")
    screen.qtbot.waitUntil(lambda: "Wrote again" in outcome(screen).text, timeout=LONG)
    assert "https://example.org/check" in (tmp_path / f"again{suffix}").read_text(encoding="utf-8")


@pytest.fixture
def two(screen: Screen) -> Screen:
    """Another article is on the list; the first one's report is open."""
    file = screen.session.library.path.with_name("other.txt")
    file.write_text("Another article\n\nIt is short. It has two sentences.", encoding="utf-8")
    room = screen.window.room
    screen.window.bring([file])
    screen.qtbot.waitUntil(lambda: room.shelf.model.rowCount() == 2)
    screen.press("V")
    room.shelf.chosen.emit(room.shelf.model.article_at(room.shelf.model.index(0)))
    open_report(screen)
    return screen


def test_every_article_leaves_in_a_file_of_its_own(two: Screen, tmp_path: Path) -> None:
    choose_form(two, "csv")
    articles = panel(two).articles
    assert articles.isVisible()
    QTest.mouseClick(articles.scope.buttons[1], Qt.MouseButton.LeftButton)
    articles.pattern.setFocus()
    QTest.keyClicks(articles.pattern, "{n:02} {title}")
    folder = tmp_path / "all"
    folder.mkdir()
    dialog = ask(two)
    dialog.selectFile(str(folder))
    dialog.accept()
    is_written(two)
    assert outcome(two).text.startswith("Wrote 2 files into all: ")
    assert sorted(one.name[:2] for one in folder.iterdir()) == ["01", "02"]
    assert outcome(two).open.text() == "Open the folder"
    press = ask(two)
    press.selectFile(str(folder))
    press.accept()
    two.qtbot.waitUntil(lambda: "already" in outcome(two).text)
    press_export(two)
    is_written(two)


def test_other_names_or_articles_are_not_replaced_unasked(two: Screen, tmp_path: Path) -> None:
    choose_form(two, "csv")
    articles, foot = panel(two).articles, panel(two).foot
    QTest.mouseClick(articles.scope.buttons[1], Qt.MouseButton.LeftButton)
    for name in ("a 1.csv", "a 2.csv", "b 1.csv"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    articles.pattern.setFocus()
    QTest.keyClicks(articles.pattern, "a {n}")
    dialog = ask(two)
    dialog.selectFile(str(tmp_path))
    dialog.accept()
    two.qtbot.waitUntil(lambda: foot.replaces, timeout=LONG)
    articles.pattern.selectAll()
    QTest.keyClicks(articles.pattern, "b {n}")
    assert not foot.replaces, "nobody was asked about files of these names"
    assert not outcome(two).text
    again = ask(two)
    again.selectFile(str(tmp_path))
    again.accept()
    two.qtbot.waitUntil(lambda: foot.replaces, timeout=LONG)
    QTest.mouseClick(articles.scope.buttons[0], Qt.MouseButton.LeftButton)
    assert not foot.replaces
    assert (tmp_path / "b 1.csv").read_text(encoding="utf-8") == "mine"


def test_every_article_leaves_in_one_file_where_the_format_can(two: Screen, tmp_path: Path) -> None:
    for row in formats():
        choose_form(two, row.name)
        QTest.mouseClick(panel(two).articles.scope.buttons[1], Qt.MouseButton.LeftButton)
        assert panel(two).articles.apart.buttons[1].isEnabled() == (row.together is not None)
    choose_form(two, "html")
    QTest.mouseClick(panel(two).articles.apart.buttons[1], Qt.MouseButton.LeftButton)
    assert not panel(two).articles.pattern.isVisible()
    dialog = ask(two)
    assert Path(dialog.selectedFiles()[0]).name == "2 articles.html"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("both.html")
    dialog.accept()
    is_written(two)
    text = (tmp_path / "both.html").read_text(encoding="utf-8")
    assert "At Least 95 Killed" in text
    assert "Another article" in text


def test_with_one_article_nobody_is_asked_which(screen: Screen) -> None:
    open_report(screen)
    assert not panel(screen).articles.isVisible()
    assert not panel(screen).articles.chosen.every


def test_html_opens_in_the_browser_from_a_file_that_nobody_else_may_read(
    screen: Screen, browser: list[Path]
) -> None:
    open_report(screen)
    choose_form(screen, "html")
    QTest.mouseClick(panel(screen).foot.browser, Qt.MouseButton.LeftButton)
    screen.qtbot.waitUntil(lambda: bool(browser), timeout=LONG)
    (page,) = browser
    assert page.suffix == ".html"
    assert "At Least 95 Killed" in page.read_text(encoding="utf-8")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert stat.S_IMODE(page.parent.stat().st_mode) == 0o700
    assert os.path.commonpath([page, screen.session.library.path]) in ("/", "/tmp")


def test_the_first_export_asks_under_which_name(screen: Screen, tmp_path: Path) -> None:
    open_report(screen)
    foot = panel(screen).foot
    assert foot.name.isVisible()
    foot.name.setText("Anna")
    choose_form(screen, "csv")
    export_to(screen, tmp_path / "report.csv")
    is_written(screen)
    assert screen.session.library.author.name == "Anna"
    assert not foot.name.isVisible()


def test_a_name_taken_elsewhere_is_not_taken_back_by_an_export(
    screen: Screen, tmp_path: Path
) -> None:
    open_report(screen)
    room, foot = screen.window.room, panel(screen).foot
    people.rename(room, "Anna")
    assert foot.name.text() == "Anna"
    room.preferences.set(name_asked=True)
    assert not foot.name.isVisible(), "the quick export asked"
    people.rename(room, "Berta")
    choose_form(screen, "csv")
    export_to(screen, tmp_path / "report.csv")
    is_written(screen)
    assert room.library.author.name == "Berta"


def test_the_quick_export_uses_the_edition_and_says_which_copy(
    screen: Screen, tmp_path: Path
) -> None:
    screen.press("Ctrl+E")
    page = screen.window.room.popovers.export_page
    assert page.copy.text() == "Editor’s copy"
    assert page.short is None
    QTest.mouseClick(page.report, Qt.MouseButton.LeftButton)
    assert screen.window.room.switch.view is View.REPORT
    assert not page.isVisible()
    screen.qtbot.waitUntil(lambda: parts(screen).side.middle.sheets.true, timeout=LONG)
    QTest.mouseClick(panel(screen).copy.copies.buttons[1], Qt.MouseButton.LeftButton)
    screen.press("Ctrl+E")
    assert page.copy.text() == "Public copy"
    screen.qtbot.waitUntil(lambda: page.short is not None, timeout=LONG)
    assert page.short is not None
    assert page.short.isVisible()
    told(screen)
    assert page.short.claims == panel(screen).copy.short.claims
    page.form.setCurrentIndex(page.form.findData("html"))
    page.file.setText(str(tmp_path / "quick.html"))
    page.file.textEdited.emit(page.file.text())
    QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)
    screen.qtbot.waitUntil(lambda: page.outcome.text.startswith("Wrote quick.html"), timeout=LONG)
    text = (tmp_path / "quick.html").read_text(encoding="utf-8")
    assert "Analyst B" not in text, "a public copy names no analyst"
    QTest.mouseClick(page.short.rows[0], Qt.MouseButton.LeftButton)
    assert screen.window.room.switch.view is View.ANNOTATE
    assert screen.number == page.short.claims[0].number


def test_a_format_that_is_not_there_any_more_is_no_reason_to_fail(screen: Screen) -> None:
    open_report(screen)
    choose_form(screen, "nothing of this name")
    assert panel(screen).foot.chosen is None
    press_export(screen)
    assert not _dialogs(screen)
    assert format_named("pdf").name == "pdf"
