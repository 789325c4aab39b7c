"""Settings and the export: beside the page, nothing modal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.desk.formats import formats
from annotator.desk.opening import own_settings
from annotator.domain.tags import Standing
from screens import Screen


def setting(screen: Screen, name: str) -> QWidget | None:
    return screen.window.findChild(QWidget, f"setting-{name}")


def export_to(screen: Screen, target: Path) -> None:
    page = screen.window.room.popovers.export_page
    page.file.setText(str(target))
    page.file.textEdited.emit(str(target))
    QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)


def test_each_setting_holds_at_once(screen: Screen) -> None:
    screen.press("Ctrl+,")
    advance, size = setting(screen, "advance"), setting(screen, "text_size")
    assert isinstance(advance, QCheckBox)
    assert isinstance(size, QComboBox)
    QTest.mouseClick(advance, Qt.MouseButton.LeftButton)
    assert own_settings().advance is False
    size.setCurrentIndex(size.findData(150))
    size.activated.emit(size.currentIndex())
    assert own_settings().text_size == 150


def test_the_name_is_saved_and_shown(screen: Screen) -> None:
    screen.press("Ctrl+,")
    line = setting(screen, "name")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Anna Analyst")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert own_settings().name == "Anna Analyst"
    assert screen.window.frame.top._name.text() == "Anna Analyst"
    screen.press("Escape", "V")
    assert screen.saved("SELECT name FROM names") == [("Anna Analyst",)]


def test_an_empty_name_is_refused(screen: Screen) -> None:
    screen.press("Ctrl+,")
    line = setting(screen, "name")
    assert isinstance(line, QLineEdit)
    line.setText(" ")
    line.editingFinished.emit()
    assert "name is empty" in screen.refused


def test_a_theme_is_worn_at_once(screen: Screen) -> None:
    screen.session._fixed = ""
    screen.session.preferences.set(theme="dark")
    assert screen.session.theme.dark
    screen.session.preferences.set(theme="light")
    assert not screen.session.theme.dark


def test_tagging_goes_on_beside_the_settings(screen: Screen) -> None:
    screen.press("Ctrl+,")
    screen.window.room.page.setFocus()
    screen.press("V")
    assert screen.standing(0) is Standing.VERIFIED


def test_export_asks_the_name_once_and_writes_the_report(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    screen.press("V", "Ctrl+E")
    page = screen.window.room.popovers.export_page
    assert page.name.isVisible()
    page.name.setText("Anna")
    export_to(screen, tmp_path / "report.html")
    qtbot.waitUntil(lambda: page.outcome.text.startswith("Wrote report.html"))
    report = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Anna" in report
    assert "Editor" in report
    assert own_settings().name_asked
    screen.press("Escape", "Ctrl+E")
    assert not page.name.isVisible()


def test_ctrl_e_and_enter_write_the_report(qtbot: QtBot, screen: Screen, tmp_path: Path) -> None:
    screen.press("Ctrl+E")
    page = screen.window.room.popovers.export_page
    page.file.setText(str(tmp_path / "report.html"))
    screen.press("Enter")
    qtbot.waitUntil(lambda: page.outcome.text.startswith("Wrote report.html"))


def test_enter_in_a_field_asks_before_it_replaces(screen: Screen, tmp_path: Path) -> None:
    target = tmp_path / "there.html"
    target.write_text("mine", encoding="utf-8")
    screen.press("Ctrl+E")
    page = screen.window.room.popovers.export_page
    page.file.setText(str(target))
    for line in (page.file, page.name):
        page._replace = False
        line.setFocus()
        screen.press("Enter")
        assert "there already" in page.outcome.text
        assert target.read_text(encoding="utf-8") == "mine"


def test_export_asks_before_it_replaces(qtbot: QtBot, screen: Screen, tmp_path: Path) -> None:
    target = tmp_path / "there.html"
    target.write_text("mine", encoding="utf-8")
    screen.press("Ctrl+E")
    export_to(screen, target)
    page = screen.window.room.popovers.export_page
    assert "there already" in page.outcome.text
    assert target.read_text(encoding="utf-8") == "mine"
    QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.outcome.text.startswith("Wrote"))
    assert target.read_text(encoding="utf-8") != "mine"


def test_a_file_that_cannot_be_written_is_said_in_place(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    screen.press("Ctrl+E")
    export_to(screen, tmp_path / "nowhere" / "report.html")
    page = screen.window.room.popovers.export_page
    qtbot.waitUntil(lambda: "nowhere" in page.outcome.text)
    assert "nowhere" in page.outcome.text
    screen.window.room.page.setFocus()
    screen.press("V")
    assert screen.standing(0) is Standing.VERIFIED


def test_each_format_names_its_own_file(screen: Screen) -> None:
    screen.press("Ctrl+E")
    page = screen.window.room.popovers.export_page
    seen = []
    for row in range(page.form.count()):
        page.form.setCurrentIndex(row)
        seen.append(Path(page.file.text()).suffix)
    assert seen == [row.suffix for row in formats()]
    assert len(seen) > 2


def test_the_sheet_and_the_help_open_and_close(screen: Screen) -> None:
    screen.press("?", "Escape")
    assert screen.window.room.page.hasFocus()
    screen.press("V")
    assert screen.standing(0) is Standing.VERIFIED
