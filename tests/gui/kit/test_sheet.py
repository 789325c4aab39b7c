"""The shortcut sheet says every key there is, and only those."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QScrollArea, QWidget

from annotator.ui.action import ActionId, ActionRow, Group
from annotator.ui.actions import ACTIONS
from annotator.ui.sheet import SheetRow, ShortcutSheet
from annotator.ui.sheetlines import columns, sheet_lines
from annotator.ui.theme import DARK, LIGHT


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def shown(sheet: ShortcutSheet) -> list[str]:
    return [row.line.text for row in sheet.findChildren(SheetRow) if row.isVisible()]


@pytest.fixture
def sheet(window: QMainWindow) -> ShortcutSheet:
    sheet = ShortcutSheet(window, LIGHT)
    sheet.open()
    QApplication.processEvents()
    return sheet


def test_every_first_key_stands_on_exactly_one_line() -> None:
    for row in ACTIONS:
        lines = [line for line in sheet_lines() if line.view is row.view]
        if row.keys:
            said = [line.held + key for line in lines for key in line.keys]
            assert said.count(row.keys[0]) == 1, row.id


def test_a_row_of_digits_is_said_by_its_first_and_its_last() -> None:
    line = next(line for line in sheet_lines() if line.text == "accept an analyst")
    assert line.shown == ("1", "to", "9")
    assert line.spoken == "accept an analyst: 1 to 9"


def test_lines_say_no_key_that_no_action_has() -> None:
    keys = {key for row in ACTIONS for key in row.keys}
    assert {line.held + key for line in sheet_lines() for key in line.keys} <= keys


def test_an_action_without_a_key_has_no_line() -> None:
    texts = {line.text for line in sheet_lines()}
    assert not texts & {row.label for row in ACTIONS if not row.keys}


def test_actions_of_one_line_share_their_modifiers() -> None:
    lines = {line.text: line for line in sheet_lines()}
    assert (lines["tag and stay"].held, lines["tag and stay"].keys) == ("Shift+", ("V", "D", "U"))
    assert lines["next claim"].keys == ("J", "Down")
    assert lines["find in the article"].keys == ("/",)
    assert (lines["text size"].held, lines["text size"].keys) == ("Ctrl+", ("+", "-", "0"))


def test_keys_with_different_modifiers_stand_whole() -> None:
    rows = [
        ActionRow(ActionId.OPEN, Group.ARTICLE, "one", ("Ctrl+O",), sheet="both"),
        ActionRow(ActionId.EXPORT, Group.ARTICLE, "two", ("Alt+O",), sheet="both"),
    ]
    (line,) = sheet_lines(rows)
    assert (line.held, line.keys) == ("", ("Ctrl+O", "Alt+O"))
    assert line.spoken == "both: Ctrl+O or Alt+O"


@pytest.mark.parametrize("count", [1, 2, 3])
def test_columns_hold_every_group_once_and_in_order(count: int) -> None:
    lines = sheet_lines()
    found = columns(lines, count)
    assert len(found) == count
    assert [group for column in found for group in column] == list(
        dict.fromkeys(line.group for line in lines)
    )


def test_it_fits_a_small_screen_without_scrolling(sheet: ShortcutSheet) -> None:
    area = sheet.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() == 0
    assert sheet.rect().contains(sheet.sheet.geometry())
    for row in sheet.findChildren(SheetRow):
        assert row.width() >= row.sizeHint().width(), row.line.text


def test_in_a_tiny_window_it_scrolls(window: QMainWindow, sheet: ShortcutSheet) -> None:
    window.resize(640, 400)
    QApplication.processEvents()
    QApplication.processEvents()
    area = sheet.findChild(QScrollArea)
    assert area is not None
    assert sheet.rect().contains(sheet.sheet.geometry())
    assert area.verticalScrollBar().maximum() > 0
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert area.verticalScrollBar().value() > 0


def test_escape_closes_it_and_the_keys_go_back(window: QMainWindow, sheet: ShortcutSheet) -> None:
    closed: list[bool] = []
    sheet.closed.connect(lambda: closed.append(True))
    assert isinstance(focused(), QLineEdit)
    assert focused() is not window.centralWidget()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert focused() is window.centralWidget()
    assert closed == [True]


def test_a_click_beside_it_closes_it_and_one_on_it_does_not(sheet: ShortcutSheet) -> None:
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.sheet.geometry().center())
    assert sheet.isVisible()
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not sheet.isVisible()


def test_words_find_actions_and_one_character_finds_a_key(sheet: ShortcutSheet) -> None:
    QTest.keyClicks(focused(), "untag")
    assert shown(sheet) == ["next untagged"]
    QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), "v")
    assert shown(sheet) == [
        "verified",
        "tag and stay",
        "paste as evidence",
        "settle as",
        "paste an article",
    ]
    QTest.keyClicks(focused(), "zzz")
    assert shown(sheet) == []
    assert sheet._none.isVisible()
    sheet.shut()
    sheet.open()
    assert len(shown(sheet)) == len(sheet_lines()), "it opens whole again"


def test_tab_walks_the_lines_and_round(sheet: ShortcutSheet) -> None:
    names = []
    for _ in range(len(sheet_lines())):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        names.append(focused().accessibleName())
    assert names == [line.spoken for line in sheet_lines()]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert isinstance(focused(), QLineEdit)
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused().accessibleName() == sheet_lines()[-1].spoken


def test_typing_on_a_line_goes_to_the_field(sheet: ShortcutSheet) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    for letter in "un":
        QTest.keyClicks(focused(), letter)
    assert shown(sheet) == [
        "unattributed",
        "next untagged",
        "undo",
        "redo",
        "accept all unanimous ones",
        "next one found",
        "previous one found",
    ]


def test_the_windows_actions_rest_while_it_is_open(
    window: QMainWindow, sheet: ShortcutSheet
) -> None:
    fired: list[str] = []
    for key in ("V", "Ctrl+Z", "Ctrl+Q"):
        action = QAction(key, window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _=False, name=key: fired.append(name))
        window.addAction(action)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    line = focused()
    QTest.keyClick(line, Qt.Key.Key_V)
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert fired == []
    QTest.keyClick(line, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert fired == ["Ctrl+Q"]


def test_it_follows_the_theme(sheet: ShortcutSheet) -> None:
    sheet.set_theme(DARK)
    picture = sheet.sheet.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() - 6) == DARK.colour("paper")
