"""Settling claims by keyboard: one key a decision, its reason, and on to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import colleagues, opening, tagging
from annotator.domain.compare import Accord
from annotator.domain.tags import Standing, Tag
from reviewed import A, B, C, Desk
from reviewscreen import accord, colleague, decided, go, parts, said
from screens import Screen, open_screen, shut


def test_a_key_means_another_thing_in_each_view(screen: Screen) -> None:
    screen.press("V")
    assert decided(screen, 5) == (Standing.VERIFIED, "")
    assert screen.standing(5) is Standing.DISPUTED, "one's own tag stays"
    screen.press("Ctrl+1", "V")
    assert screen.standing(5) is Standing.VERIFIED


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        ("V", Standing.VERIFIED),
        ("D", Standing.DISPUTED),
        ("U", Standing.UNATTRIBUTED),
        ("Q", Standing.ON_SOURCE),
        ("O", Standing.NOT_CHECKABLE),
        ("1", Standing.DISPUTED),
        ("2", Standing.VERIFIED),
    ],
)
def test_one_key_settles_and_the_claim_stays(screen: Screen, key: str, outcome: Standing) -> None:
    screen.press(key)
    assert decided(screen, 5) == (outcome, "")
    assert accord(screen, 5) is Accord.SETTLED
    assert screen.number == 5


def test_nought_takes_the_decision_back(screen: Screen) -> None:
    screen.press("V", "0")
    assert decided(screen, 5) is None
    assert accord(screen, 5) is Accord.OPEN
    screen.press("0")
    assert said(screen) == "You have decided nothing here: it is open as it is."


def test_an_analyst_who_is_not_there_cannot_be_accepted(screen: Screen) -> None:
    screen.press("4")
    assert screen.refused == "There is no analyst 4 here."


def test_a_reason_follows_the_decision_and_ctrl_enter_goes_on(screen: Screen) -> None:
    screen.press("D", "R")
    screen.write("the map differs")
    screen.press("Ctrl+Enter")
    assert decided(screen, 5) == (Standing.DISPUTED, "the map differs")
    assert screen.number == 11
    assert screen.window.room.page.hasFocus()


def test_a_key_right_after_ctrl_enter_decides_the_next_claim(screen: Screen) -> None:
    screen.press("D", "R")
    screen.write("the map differs")
    field = QApplication.focusWidget()
    assert field is not None
    enter, no = Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
    kinds, held = QEvent.Type, Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(field, QKeyEvent(kinds.KeyPress, enter, held))
    # No event loop turned in between, as when keys come faster than the panel follows.
    focus = QApplication.focusWidget()
    assert focus is not None
    QApplication.sendEvent(focus, QKeyEvent(kinds.KeyPress, Qt.Key.Key_V, no, "v"))
    assert decided(screen, 5) == (Standing.DISPUTED, "the map differs")
    assert decided(screen, 11) == (Standing.VERIFIED, "")


def test_ctrl_enter_on_the_last_that_waits_gives_the_keys_back(screen: Screen) -> None:
    for number in (3, 11, 25, 28, 31, 35, 5):
        go(screen, number)
        screen.press("D")
    screen.press("R")
    screen.write("enough")
    screen.press("Ctrl+Enter")
    assert said(screen) == "Nothing waits in this article."
    assert screen.window.room.page.hasFocus()
    assert decided(screen, 5) == (Standing.DISPUTED, "enough")


def test_without_a_decision_ctrl_enter_asks_for_one(screen: Screen) -> None:
    screen.press("Ctrl+Enter")
    assert screen.number == 5
    assert said(screen).startswith("Decide first: with V, D, U, Q or O")


def test_space_skips_to_the_next_that_waits_and_round(screen: Screen) -> None:
    visited = []
    for _ in range(7):
        screen.press("Space")
        visited.append(screen.number)
    assert visited == [11, 25, 28, 31, 35, 3, 5]
    screen.press("Shift+Space")
    assert screen.number == 3


def test_n_goes_through_settled_disagreements_too(screen: Screen) -> None:
    screen.press("N")
    assert screen.number == 6
    screen.press("Shift+N", "Shift+N")
    assert screen.number == 3


def test_j_and_k_go_from_claim_to_claim_in_review_too(screen: Screen) -> None:
    screen.press("J", "J", "K")
    assert screen.number == 6


def test_a_decision_is_undone_and_done_again(screen: Screen) -> None:
    screen.press("V", "J", "J", "Ctrl+Z")
    assert decided(screen, 5) is None
    assert screen.number == 5
    screen.press("Ctrl+Shift+Z")
    assert decided(screen, 5) == (Standing.VERIFIED, "")


def test_all_unanimous_ones_are_accepted_after_their_number_was_said(screen: Screen) -> None:
    room = screen.window.room
    assert room.review.whole is not None
    count = len(room.review.whole.unanimous())
    screen.press("A")
    assert screen.refused.startswith(f"{count} claims were judged alike by two or more")
    screen.press("Escape")
    assert screen.refused == ""
    assert room.review.whole.unanimous()
    screen.press("A", "Enter")
    assert room.review.whole.unanimous() == ()
    assert said(screen) == f"Decided {count} as all judged them; Ctrl+Z takes it back."
    screen.press("Ctrl+Z")
    assert len(room.review.whole.unanimous()) == count


def test_another_action_takes_the_question_away(screen: Screen) -> None:
    screen.press("A", "J")
    assert screen.refused == ""


def test_digits_and_letters_work_under_other_layouts(screen: Screen) -> None:
    for text, code in (("۲", 11), ("é", 11), ("в", 40)):
        event = QKeyEvent(
            QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, code, 0, 0, text, False, 1
        )
        screen.press("0")
        QApplication.sendEvent(screen.window.room.page, event)
        expected = Standing.DISPUTED if text == "в" else Standing.VERIFIED
        assert decided(screen, 5) == (expected, ""), text


def test_single_keys_rest_in_the_comment(screen: Screen, desk: Desk) -> None:
    screen.press("C")
    screen.write("vd 12?")
    screen.press("Enter")
    assert decided(screen, 5) is None
    review = screen.window.room.review.whole
    assert review is not None
    assert review.comments[desk.index(5)] == 3


def test_the_review_follows_another_process(qtbot: QtBot, screen: Screen, desk: Desk) -> None:
    room = screen.window.room
    with colleague(desk, B) as library:
        tagging.tag(library, desk.article, [desk.claim(2)], Tag.DISPUTED)
    qtbot.waitUntil(lambda: accord(screen, 2) is Accord.OPEN, timeout=2000)
    assert "open: You verified, Analyst B disputed" in room.page.accessible_sentence(desk.index(2))


def test_a_decision_asks_again_when_a_colleague_changes_a_tag(screen: Screen, desk: Desk) -> None:
    screen.press("D")
    with colleague(desk, B) as library:
        tagging.tag(library, desk.article, [desk.claim(5)], Tag.UNATTRIBUTED)
    screen.session.poll()
    assert accord(screen, 5) is Accord.RETURNED
    assert decided(screen, 5) == (Standing.DISPUTED, ""), "it is not wiped"
    screen.press("Ctrl+Enter")
    assert accord(screen, 5) is Accord.SETTLED


def test_a_reason_typed_afterwards_goes_to_the_decision(screen: Screen) -> None:
    screen.press("D", "R")
    screen.write("two maps")
    screen.press("Escape")
    assert decided(screen, 5) == (Standing.DISPUTED, "two maps")


def test_what_is_typed_outlives_the_window(qtbot: QtBot, desk: Desk, screen: Screen) -> None:
    screen.press("R")
    screen.write("because")
    screen.press("Escape", "C")
    screen.write("are you sure")
    path, claim = desk.library.path, desk.index(5)
    screen.session.quit()
    screen.session.close()
    again = open_screen(qtbot, opening.open_for(path, A.id, create=False))
    again.press("Ctrl+2")
    go(again, 5)
    again.settle()
    parts(again).refresh.now()
    panel = parts(again).side.panel
    assert panel.reason == "because"
    again.press("C")
    focus = QApplication.focusWidget()
    assert focus is not None
    again.press("Enter")
    review = again.window.room.review.whole
    assert review is not None
    assert review.comments[claim] == 3
    shut(again)


def test_a_colleague_hidden_anywhere_leaves_the_page(screen: Screen, desk: Desk) -> None:
    room = screen.window.room
    with colleague(desk, A) as library:
        colleagues.hide(library, colleagues.called(library, B.id))
    screen.session.poll()
    assert room.review.whole is not None
    assert [column.analyst.id for column in room.review.whole.columns] == [A.id, C.id]
    colleagues.show(desk.library, colleagues.called(desk.library, B.id))
    assert [column.analyst.id for column in room.review.whole.columns] == [A.id, B.id, C.id]


def test_a_colleague_who_goes_by_another_name_is_named_so(screen: Screen, desk: Desk) -> None:
    with colleague(desk, C) as library:
        library.rename("Cleo")
    screen.session.poll()
    review = screen.window.room.review.whole
    assert review is not None
    assert review.columns[2].analyst.name == "Cleo"
