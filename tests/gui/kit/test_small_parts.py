"""Chips, pills, one-of choices and sentences with keys in them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain.assessment import FlagKind
from annotator.ui.kit.captext import CapText
from annotator.ui.kit.chip import LONGEST, LOW, Chip
from annotator.ui.kit.choices import Choices
from annotator.ui.kit.heading import Heading
from annotator.ui.kit.pill import Pill
from annotator.ui.kit.tabbing import tab_before
from annotator.ui.kit.valuerow import ValueRow
from shown import focused

KINDS = ((FlagKind.ASK, "ask"), (FlagKind.RING, "ring"), (FlagKind.REPLY, "reply wanted"))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    shown = QWidget()
    QVBoxLayout(shown)
    shown.resize(360, 200)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    shown.close()


def put(window: QWidget, *parts: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for part in parts:
        layout.addWidget(part)
    QApplication.processEvents()


@pytest.fixture
def choices(window: QWidget) -> Choices:
    made = Choices(KINDS, window, letters=("A", "R", "R"), closed=True)
    put(window, made, QLineEdit(window))
    made.chosen.connect(made.set_value)
    return made


def test_a_number_chooses_and_the_same_click_takes_it_back(choices: Choices) -> None:
    choices.take_keys()
    QTest.keyClick(focused(), Qt.Key.Key_2)
    assert choices.value is FlagKind.RING
    assert [pill.isChecked() for pill in choices.pills] == [False, True, False]
    QTest.mouseClick(choices.pills[1], Qt.MouseButton.LeftButton)
    assert choices.value is None


def test_of_two_with_one_letter_the_letter_goes_from_one_to_the_other(choices: Choices) -> None:
    choices.take_keys()
    seen = []
    for _ in range(3):
        QTest.keyClicks(focused(), "r")
        seen.append(choices.value)
    assert seen == [FlagKind.RING, FlagKind.REPLY, FlagKind.RING]


def test_the_arrows_go_on_and_stop_at_the_ends(choices: Choices) -> None:
    choices.take_keys()
    for key, at in ((Qt.Key.Key_Left, 0), (Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 2)):
        QTest.keyClick(focused(), key)
        assert focused() is choices.pills[at]
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert focused() is choices.pills[2]


def test_it_says_when_the_keys_go_elsewhere(choices: Choices, window: QWidget) -> None:
    left: list[bool] = []
    choices.left.connect(lambda: left.append(True))
    choices.take_keys()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert left == []
    window.findChildren(QLineEdit)[0].setFocus()
    assert left == [True]


def test_where_a_line_would_be_too_full_its_words_are_set_closer(
    window: QWidget, choices: Choices
) -> None:
    wide = choices.pills[2].width()
    window.resize(175, 200)
    QApplication.processEvents()
    assert choices.pills[2].width() < wide
    window.resize(360, 200)
    QApplication.processEvents()
    assert choices.pills[2].width() == wide


def test_a_fact_is_21_pixels_high_and_a_long_one_is_cut(window: QWidget) -> None:
    chip = Chip(window)
    put(window, chip)
    chip.set_words("2,000 feet", "✓", is_open=False)
    QApplication.processEvents()
    assert chip.height() == LOW == 21
    assert chip.toolTip() == ""
    chip.set_words("“The Iranian nation is filled with sorrow” <b>today</b>", "·", is_open=True)
    assert chip.sizeHint().width() < LONGEST + 60
    assert "&lt;b&gt;today" in chip.toolTip()


def test_a_pill_that_leads_nowhere_takes_no_keys_and_no_clicks(window: QWidget) -> None:
    quiet, leads = Pill("suggested", window), Pill("claim 4", window, pressable=True)
    put(window, quiet, leads)
    assert quiet.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert quiet.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    clicked: list[bool] = []
    leads.clicked.connect(lambda: clicked.append(True))
    QTest.mouseClick(leads, Qt.MouseButton.LeftButton)
    assert clicked == [True]
    quiet.set_words("")
    assert not quiet.isVisible()


def test_a_sentence_with_keys_breaks_like_text_and_is_spoken_without_brackets(
    window: QWidget,
) -> None:
    text = CapText("Suggested, and not stored: [A] [↵] keeps it; [Q] says that it was checked.")
    put(window, text)
    assert text.accessibleName().startswith("Suggested, and not stored: A ↵ keeps it")
    assert text.heightForWidth(1000) < text.heightForWidth(120)
    assert text.heightForWidth(1) > 0


def test_a_row_is_pressed_beside_what_can_be_pressed_in_it(window: QWidget) -> None:
    row = ValueRow("Said by", window)
    pill = Pill("claim 4", row, pressable=True)
    row.add(pill)
    put(window, row)
    row.show_value("Said by", "ISNA")
    pressed: list[bool] = []
    row.pressed.connect(lambda: pressed.append(True))
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert pressed == []
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert pressed == [True]
    assert row.accessibleName() == "Said by: ISNA"


def test_what_came_later_has_its_place_in_the_order_of_tab(window: QWidget) -> None:
    first, last = QLineEdit(window), QLineEdit(window)
    put(window, first, last)
    late = QLineEdit(window)
    put(window, late)
    tab_before(late, last)
    first.setFocus()
    for stop in (late, last):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is stop


def test_the_button_of_a_heading_is_spoken_with_its_caption(window: QWidget) -> None:
    head = Heading("Attribution", "edit", "A", window)
    bare = Heading("Flag", "", "F", window)
    put(window, head, bare)
    assert head.button.accessibleName() == "Attribution: edit"
    assert bare.button.accessibleName() == "Flag"
