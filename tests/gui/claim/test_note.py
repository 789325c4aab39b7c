"""The note loses nothing: whatever happens around what is being typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.quietline import QuietLine
from claimpanel import Stage, view

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def quiet_line(stage: Stage) -> QuietLine:
    QApplication.processEvents()
    lines = stage.panel.findChildren(QuietLine)
    return next(line for line in lines if line.accessibleName() == "Note for the desk")


def begin(stage: Stage) -> None:
    stage.panel.focus_note()
    assert stage.field.hasFocus()


def test_an_empty_note_is_one_line_that_a_click_opens(stage: Stage) -> None:
    stage.panel.show_claim(view())
    assert quiet_line(stage).isVisible()
    assert not stage.field.isVisible()
    QTest.mouseClick(quiet_line(stage), Qt.MouseButton.LeftButton)
    assert stage.field.hasFocus()
    assert not quiet_line(stage).isVisible()


def test_escape_gives_the_note_away_and_the_keys_back(stage: Stage) -> None:
    typed: list[tuple[str, str]] = []
    stage.panel.note_typed.connect(lambda text, claim: typed.append((text, claim.name)))
    stage.panel.show_claim(view())
    begin(stage)
    QTest.keyClicks(stage.field, "ab")
    assert typed == [("a", "claim 5"), ("ab", "claim 5")]
    QTest.keyClick(stage.field, Qt.Key.Key_Escape)
    assert stage.left == [("ab", "claim 5")]
    assert stage.page.hasFocus()


def test_leaving_gives_it_away_until_it_is_seen_to_be_saved(stage: Stage) -> None:
    stage.panel.show_claim(view())
    begin(stage)
    QTest.keyClicks(stage.field, "ab ")
    stage.page.setFocus()
    assert stage.left == [("ab ", "claim 5")]
    stage.panel.show_claim(view(note="ab"))
    stage.left.clear()
    stage.panel.show_claim(view(6))
    stage.panel.commit()
    assert stage.left == []


def test_a_note_that_could_not_be_saved_stays_and_is_given_away_again(stage: Stage) -> None:
    stage.panel.show_claim(view())
    begin(stage)
    QTest.keyClicks(stage.field, "ab")
    stage.page.setFocus()
    stage.panel.show_claim(view())
    assert stage.field.plain() == "ab"
    stage.left.clear()
    stage.panel.commit()
    assert stage.left == [("ab", "claim 5")]


def test_without_typing_nothing_is_given_away(stage: Stage) -> None:
    stage.panel.show_claim(view(note="seen"))
    begin(stage)
    stage.page.setFocus()
    stage.panel.show_claim(view(6))
    assert stage.left == []


def test_what_was_typed_and_taken_back_is_given_away_once_so_that_its_draft_goes(
    stage: Stage,
) -> None:
    stage.panel.show_claim(view(note="seen"))
    begin(stage)
    QTest.keyClicks(stage.field, "x")
    QTest.keyClick(stage.field, Qt.Key.Key_Backspace)
    stage.page.setFocus()
    stage.panel.commit()
    assert stage.left == [("seen", "claim 5")]


def test_another_claim_gives_the_old_ones_note_away_first(stage: Stage) -> None:
    stage.panel.show_claim(view())
    begin(stage)
    QTest.keyClicks(stage.field, "of five")
    stage.panel.show_claim(view(6, note="of six"))
    assert stage.left == [("of five", "claim 5")]
    assert stage.field.plain() == "of six"
    assert stage.page.hasFocus(), "keys must not go on into another claim's note"


def test_saving_may_show_the_new_claim_before_the_old_one_is_left(stage: Stage) -> None:
    stage.panel.note_left.connect(lambda *_: stage.panel.show_claim(view(6, note="of six")))
    stage.panel.show_claim(view())
    begin(stage)
    QTest.keyClicks(stage.field, "of five")
    stage.panel.show_claim(view(6, note="of six"))
    assert stage.left == [("of five", "claim 5")]
    assert stage.field.plain() == "of six"


def test_no_claim_in_hand_gives_the_note_away(stage: Stage) -> None:
    stage.panel.show_claim(view())
    begin(stage)
    QTest.keyClicks(stage.field, "ab")
    stage.panel.show_claim(None)
    assert set(stage.left) == {("ab", "claim 5")}


def test_a_button_pressed_while_typing_ends_the_note_first(stage: Stage) -> None:
    order: list[object] = []
    stage.panel.note_left.connect(lambda text, _claim: order.append(text))
    stage.panel.action_wanted.connect(order.append)
    stage.panel.show_claim(view())
    begin(stage)
    QTest.keyClicks(stage.field, "ab")
    buttons = {b.accessibleName(): b for b in stage.panel.findChildren(KeyButton)}
    QTest.mouseClick(buttons["clear"], Qt.MouseButton.LeftButton)
    assert order[0] == "ab"
    assert order[-1] is ActionId.CLEAR
    assert stage.page.hasFocus()


def test_a_change_from_elsewhere_never_overwrites_what_is_typed(stage: Stage) -> None:
    stage.panel.show_claim(view(note="old"))
    begin(stage)
    QTest.keyClicks(stage.field, " mine")
    stage.panel.show_claim(view(note="theirs"))
    assert stage.field.plain() == "old mine"
    labels = [
        label.text() for label in stage.panel.findChildren(type(stage.panel._note._elsewhere))
    ]
    assert "Changed elsewhere meanwhile: theirs" in labels
    stage.page.setFocus()
    assert stage.left == [("old mine", "claim 5")]


def test_a_change_from_elsewhere_shows_where_nothing_is_typed(stage: Stage) -> None:
    stage.panel.show_claim(view(note="old"))
    begin(stage)
    stage.panel.show_claim(view(note="theirs"))
    assert stage.field.plain() == "theirs"
    stage.panel.show_claim(view())
    assert stage.field.plain() == ""
    assert stage.left == []


def test_another_program_or_a_menu_is_no_leaving(stage: Stage) -> None:
    stage.panel.show_claim(view())
    begin(stage)
    QTest.keyClicks(stage.field, "ab")
    for reason in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
        stage.page.setFocus(reason)
        assert stage.left == []
        stage.field.setFocus(reason)


@pytest.mark.parametrize(
    "text",
    ["10\u00a0000 feet", "e\u0301 🇮🇷 👩‍🚒", "سه مأمور\nپلیس", "a\n\nb", "\u202eabc", "<b>&amp;"],
)
def test_the_text_comes_back_to_the_character(stage: Stage, text: str) -> None:
    stage.panel.show_claim(view(note=text))
    begin(stage)
    QTest.keyClicks(stage.field, "!")
    stage.panel.commit()
    assert stage.left == [(text + "!", "claim 5")]


def test_rich_text_is_pasted_as_its_words(stage: Stage) -> None:
    stage.panel.show_claim(view())
    begin(stage)
    QGuiApplication.clipboard().setText("plain\u2028words")
    stage.field.paste()
    assert stage.field.plain() == "plain\nwords"


def test_the_field_grows_with_the_text(stage: Stage) -> None:
    stage.panel.show_claim(view())
    begin(stage)
    QApplication.processEvents()
    low = stage.field.height()
    QTest.keyClicks(stage.field, "one")
    for _ in range(4):
        QTest.keyClick(stage.field, Qt.Key.Key_Return)
        QTest.keyClicks(stage.field, "more")
    QApplication.processEvents()
    assert stage.field.height() == low + 4 * 19
    assert not stage.field.verticalScrollBar().isVisible()


def test_the_line_that_is_typed_stays_in_view(stage: Stage, qtbot: QtBot) -> None:
    stage.panel.setFixedHeight(330)
    stage.panel.show_claim(view(note="line\n" * 40))
    begin(stage)
    QTest.keyClicks(stage.field, "the end")

    def in_view() -> bool:
        at = stage.field.viewport().mapTo(stage.panel, stage.field.cursorRect().center())
        return 200 < at.y() < stage.panel.height()

    qtbot.waitUntil(in_view)


class Library:
    """The window's own undo and redo, as its menu has them."""

    def __init__(self, stage: Stage) -> None:
        self.calls: list[str] = []
        for action in (ActionId.UNDO, ActionId.REDO):
            item = QAction(action.value, stage.panel.window())
            item.setShortcuts([QKeySequence(key) for key in ACTION[action].keys])
            item.triggered.connect(lambda _=False, name=action.value: self.calls.append(name))
            stage.panel.window().addAction(item)


@pytest.fixture
def library(stage: Stage) -> Library:
    return Library(stage)


def undo(stage: Stage) -> None:
    QTest.keyClick(stage.field, Qt.Key.Key_Z, CONTROL)


def redo(stage: Stage) -> None:
    QTest.keyClick(stage.field, Qt.Key.Key_Z, CONTROL | SHIFT)


def test_typing_is_undone_first_then_the_library(stage: Stage, library: Library) -> None:
    stage.panel.show_claim(view(note="old"))
    begin(stage)
    QTest.keyClicks(stage.field, " new")
    undo(stage)
    assert stage.field.plain() == "old"
    assert library.calls == []
    undo(stage)
    assert library.calls == ["undo"]
    assert stage.field.plain() == "old"


def test_redo_gives_back_in_the_order_it_was_taken(stage: Stage, library: Library) -> None:
    stage.panel.show_claim(view(note="old"))
    begin(stage)
    QTest.keyClicks(stage.field, "x")
    undo(stage)
    undo(stage)
    redo(stage)
    assert (library.calls, stage.field.plain()) == (["undo", "redo"], "old")
    redo(stage)
    assert (library.calls, stage.field.plain()) == (["undo", "redo"], "oldx")


def test_another_key_of_redo_works_in_the_field_too(stage: Stage, library: Library) -> None:
    stage.panel.show_claim(view())
    begin(stage)
    QTest.keyClicks(stage.field, "x")
    undo(stage)
    QTest.keyClick(stage.field, Qt.Key.Key_Y, CONTROL)
    assert (library.calls, stage.field.plain()) == ([], "x")


def test_what_is_saved_is_no_typing_any_more(stage: Stage, library: Library) -> None:
    stage.panel.show_claim(view())
    begin(stage)
    QTest.keyClicks(stage.field, "saved")
    stage.page.setFocus()
    stage.panel.show_claim(view(note="saved"))
    begin(stage)
    undo(stage)
    assert library.calls == ["undo"]
    assert stage.field.plain() == "saved"


def test_without_an_action_the_key_does_nothing(stage: Stage) -> None:
    stage.panel.show_claim(view(note="old"))
    begin(stage)
    undo(stage)
    redo(stage)
    assert stage.field.plain() == "old"


@pytest.mark.parametrize("key", ["V", "Left", "Down", "Shift+Right", "Space", "?", "/", "Esc"])
def test_single_keys_of_the_window_never_fire_in_the_note(stage: Stage, key: str) -> None:
    fired: list[bool] = []
    action = QAction("single", stage.panel.window())
    action.setShortcut(QKeySequence(key))
    action.triggered.connect(lambda: fired.append(True))
    stage.panel.window().addAction(action)
    stage.panel.show_claim(view(note="old"))
    begin(stage)
    combination = QKeySequence(key)[0]  # type: ignore[index]  # it is; the stubs do not know
    QTest.keyClick(stage.field, combination.key(), combination.keyboardModifiers())
    assert fired == []


def test_help_and_the_like_still_work_in_the_note(stage: Stage) -> None:
    fired: list[bool] = []
    action = QAction("help", stage.panel.window())
    action.setShortcut(QKeySequence("F1"))
    action.triggered.connect(lambda: fired.append(True))
    stage.panel.window().addAction(action)
    stage.panel.show_claim(view(note="old"))
    begin(stage)
    QTest.keyClick(stage.field, Qt.Key.Key_F1)
    assert fired == [True]
