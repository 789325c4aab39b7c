"""From claim to claim and from panel to panel, by keyboard and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.domain.tags import Standing
from screens import Screen


def focus_in(panel: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is panel or panel.isAncestorOf(focus))


def test_keys_go_from_claim_to_claim(screen: Screen) -> None:
    screen.press("J", "Down", "J", "K", "Up")
    assert screen.number == 1
    screen.press("K", "K")
    assert screen.number == 0
    assert screen.said == "No claim comes before."


def test_space_goes_to_the_next_untagged(screen: Screen) -> None:
    screen.press("J", "Shift+V", "K", "Space", "Space")
    assert screen.number == 3


def test_f6_goes_round_the_panels(screen: Screen) -> None:
    room = screen.window.room
    assert focus_in(room.page)
    screen.press("F6")
    assert focus_in(room.panel)
    screen.press("F6")
    assert focus_in(room.shelf)
    screen.press("F6")
    assert focus_in(room.page)


def test_tab_goes_from_the_page_to_the_panel_to_the_library(screen: Screen) -> None:
    room = screen.window.room
    stops: list[QWidget] = []
    for _ in range(60):
        screen.press("Tab")
        for panel in (room.page, room.panel, room.shelf, room.top, screen.window.frame.bottom):
            if focus_in(panel) and (not stops or stops[-1] is not panel):
                stops.append(panel)
        if focus_in(room.page):
            break
    assert stops[:4] == [room.panel, room.shelf, room.top, room.page]


def test_letters_tag_from_any_panel_but_not_from_a_text_field(screen: Screen) -> None:
    screen.press("F6", "V")
    assert screen.standing(0) is Standing.VERIFIED
    screen.press("Escape", "/")
    screen.write("dvu")
    screen.press("D")
    assert screen.window.room.desk.held.done == 1


def test_escape_gives_the_keys_back_to_the_same_claim(screen: Screen) -> None:
    screen.press("J", "J", "N")
    assert focus_in(screen.window.room.panel)
    screen.press("Escape", "D")
    assert screen.standing(2) is Standing.DISPUTED


def test_a_filter_lets_moving_pass_over_the_rest(screen: Screen) -> None:
    screen.press("J", "Shift+V", "J", "J", "J", "Shift+V", "K", "K")
    row = screen.window.room.shelf.counts.rows[Standing.VERIFIED]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.isChecked()
    assert screen.number == 4
    screen.press("K")
    assert screen.number == 1
    screen.press("K")
    assert screen.said == "No claim comes before among those shown."
    screen.press("Escape", "J")
    assert not row.isChecked()
    assert screen.number == 2


def test_one_filter_at_a_time_and_a_click_takes_it_off(screen: Screen) -> None:
    rows = screen.window.room.shelf.counts.rows
    QTest.mouseClick(rows[Standing.UNTAGGED], Qt.MouseButton.LeftButton)
    QTest.mouseClick(rows[Standing.DISPUTED], Qt.MouseButton.LeftButton)
    assert [s for s, row in rows.items() if row.isChecked()] == [Standing.DISPUTED]
    assert screen.said == "No claim here is disputed."
    QTest.mouseClick(rows[Standing.DISPUTED], Qt.MouseButton.LeftButton)
    assert not any(row.isChecked() for row in rows.values())


def test_counts_follow_each_tag(screen: Screen) -> None:
    screen.press("V", "V", "Q")
    screen.settle()
    rows = screen.window.room.shelf.counts.rows
    assert rows[Standing.VERIFIED].text() == "Verified: 2"
    assert rows[Standing.UNTAGGED].text() == "Untagged: 46"
    assert rows[Standing.ON_SOURCE].text() == "On its source: 1"


def test_persian_and_russian_keys_mean_what_lies_on_them(screen: Screen) -> None:
    for text, code in (("ر", 55), ("в", 40), ("ш", 30)):
        event = QKeyEvent(
            QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, code, 0, 0, text, False, 1
        )
        QApplication.sendEvent(screen.window.room.page, event)
    assert [screen.standing(n) for n in (0, 1, 2)] == [
        Standing.VERIFIED,
        Standing.DISPUTED,
        Standing.UNATTRIBUTED,
    ]


def test_ctrl_and_wheel_change_the_text_size(screen: Screen) -> None:
    event = QWheelEvent(
        QPoint(300, 300),
        QPoint(300, 300),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(screen.window, event)
    assert screen.session.preferences.settings.text_size == 110
    screen.press("Ctrl+0")
    assert screen.session.preferences.settings.text_size == 100


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_alt_and_f10_open_the_menu(screen: Screen) -> None:
    menu = screen.window.frame.top.menu_button.menu()
    shown: list[bool] = []

    def seen() -> None:
        shown.append(True)
        QTimer.singleShot(0, menu.close)

    menu.aboutToShow.connect(seen)
    QTest.keyClick(screen.window.windowHandle(), Qt.Key.Key_F10)
    QTest.keyClick(screen.window.room.page, Qt.Key.Key_Alt)
    assert len(shown) == 2
