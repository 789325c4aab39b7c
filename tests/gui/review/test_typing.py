"""What is typed in Review is not lost, and goes to the claim it was typed for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.tags import Standing
from annotator.ui.kit.growing import GrowingText
from annotator.ui.review.comment import GONE, CommentRow
from annotator.ui.review.field import Field
from annotator.ui.review.thread import NEWEST, CommentField
from annotator.ui.review.view import CommentView, Who
from reviewed import A, B, C, Desk
from shown import Stage, button, said, settled

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def field(stage: Stage, name: str) -> GrowingText:
    found = [one for one in stage.panel.findChildren(Field) if one.accessibleName() == name]
    assert len(found) == 1
    return found[0]


def type_reason(stage: Stage, text: str) -> GrowingText:
    stage.panel.focus_reason()
    reason = field(stage, "Reason")
    assert reason.hasFocus()
    QTest.keyClicks(reason, text)
    return reason


def type_comment(stage: Stage, text: str) -> CommentField:
    stage.panel.focus_comment()
    comment = stage.panel.findChild(CommentField)
    assert comment is not None
    assert comment.hasFocus()
    QTest.keyClicks(comment, text)
    return comment


def rows(stage: Stage) -> list[CommentRow]:
    return [row for row in stage.panel.findChildren(CommentRow) if row.isVisibleTo(stage.panel)]


def left_of(stage: Stage) -> list[tuple[str, str]]:
    left: list[tuple[str, str]] = []
    stage.panel.reason_left.connect(lambda text, claim: left.append((text, claim)))
    return left


def test_each_key_of_a_reason_is_told_with_its_claim(stage: Stage, desk: Desk) -> None:
    typed: list[tuple[str, str]] = []
    stage.panel.reason_changed.connect(lambda text, claim: typed.append((text, claim)))
    view = desk.view(5)
    stage.panel.show_claim(view)
    type_reason(stage, "ab")
    assert typed == [("a", view.claim.id), ("ab", view.claim.id)]
    assert stage.panel.reason == "ab"


def test_a_listener_may_care_for_the_text_alone(stage: Stage, desk: Desk) -> None:
    typed: list[str] = []
    stage.panel.reason_changed.connect(lambda text: typed.append(text))  # noqa: PLW0108 - of two
    stage.panel.show_claim(desk.view(5))
    type_reason(stage, "a")
    assert typed == ["a"]


@pytest.mark.parametrize("way", ["escape", "tab", "another claim", "commit", "click on the page"])
def test_leaving_the_field_in_any_way_gives_the_reason_away(
    stage: Stage, desk: Desk, way: str
) -> None:
    left, five, six = left_of(stage), desk.view(5), desk.view(6)
    stage.panel.show_claim(five)
    reason = type_reason(stage, "no reference point")
    if way == "escape":
        QTest.keyClick(reason, Qt.Key.Key_Escape)
        assert stage.page.hasFocus()
    elif way == "tab":
        QTest.keyClick(reason, Qt.Key.Key_Tab)
    elif way == "another claim":
        stage.panel.show_claim(six)
        assert stage.page.hasFocus(), "keys must not go on into another claim's reason"
    elif way == "commit":
        stage.panel.commit()
    else:
        stage.page.setFocus()
    assert left == [("no reference point", five.claim.id)]
    if way == "another claim":
        assert stage.panel.reason == "Nobody is named."


def test_a_reason_that_is_seen_to_be_saved_is_not_given_away_again(
    stage: Stage, desk: Desk
) -> None:
    left = left_of(stage)
    stage.panel.show_claim(desk.view(5))
    type_reason(stage, "so ")
    desk.settle(A, 5, Standing.DISPUTED, stage.panel.reason)
    stage.panel.show_claim(desk.view(5))
    assert field(stage, "Reason").plain() == "so ", "who types goes on typing"
    stage.page.setFocus()
    stage.panel.show_claim(desk.view(6))
    stage.panel.commit()
    assert left == []


def test_a_reason_typed_before_anything_is_decided_waits_for_its_claim(
    stage: Stage, desk: Desk
) -> None:
    stage.panel.show_claim(desk.view(5))
    type_reason(stage, "not yet")
    stage.panel.show_claim(desk.view(11))
    assert stage.panel.reason == ""
    stage.panel.show_claim(desk.view(5))
    assert stage.panel.reason == "not yet"


def test_what_is_typed_is_never_written_over(stage: Stage, desk: Desk) -> None:
    stage.panel.show_claim(desk.view(5))
    type_reason(stage, "mine")
    desk.settle(A, 5, Standing.DISPUTED, "from another window")
    stage.panel.show_claim(desk.view(5))
    assert stage.panel.reason == "mine"


def test_a_decision_taken_back_takes_its_reason_from_the_field(stage: Stage, desk: Desk) -> None:
    stage.panel.show_claim(desk.view(6))
    assert stage.panel.reason == "Nobody is named."
    stage.panel.show_claim(replace(desk.view(6), chosen=None, reason=""))
    assert stage.panel.reason == ""


def test_ctrl_enter_gives_the_reason_away_and_then_goes_on(stage: Stage, desk: Desk) -> None:
    told: list[str] = []
    stage.panel.reason_left.connect(lambda text, _claim: told.append(text))
    stage.panel.next_wanted.connect(lambda: told.append("next"))
    stage.panel.show_claim(desk.view(6))
    reason = type_reason(stage, "!")
    QTest.keyClick(reason, Qt.Key.Key_Return, CONTROL)
    assert told == ["Nobody is named.!", "next"]


def test_enter_sends_a_comment_and_shift_enter_breaks_its_line(stage: Stage, desk: Desk) -> None:
    sent: list[tuple[str, str]] = []
    stage.panel.comment.connect(lambda text, answers: sent.append((text, answers)))
    stage.panel.show_claim(desk.view(5))
    comment = type_comment(stage, "one")
    assert "Enter sends" in said(stage.panel)
    QTest.keyClick(comment, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(comment, "two")
    QTest.keyClick(comment, Qt.Key.Key_Return)
    assert sent == [("one\ntwo", "")]
    assert comment.plain() == ""
    QTest.keyClick(comment, Qt.Key.Key_Return)
    assert len(sent) == 1, "nothing is said by nothing"


def test_a_comment_that_is_not_sent_stays_with_its_claim(stage: Stage, desk: Desk) -> None:
    typed: list[tuple[str, str]] = []
    stage.panel.comment_changed.connect(lambda text, claim: typed.append((text, claim)))
    five = desk.view(5)
    stage.panel.show_claim(five)
    comment = type_comment(stage, "ab")
    assert typed == [("a", five.claim.id), ("ab", five.claim.id)]
    QTest.keyClick(comment, Qt.Key.Key_Escape)
    assert stage.page.hasFocus()
    stage.panel.show_claim(desk.view(6))
    assert comment.plain() == ""
    stage.panel.show_claim(five)
    assert comment.plain() == "ab"
    type_comment(stage, "c")
    QTest.keyClick(comment, Qt.Key.Key_Return)
    assert typed[-1] == ("", five.claim.id), "its draft is gone"


def test_a_comment_that_was_typed_before_a_crash_comes_back(stage: Stage, desk: Desk) -> None:
    five = desk.view(5)
    stage.panel.show_claim(five)
    stage.panel.put_back_comment(five.claim.id, "typed before")
    comment = stage.panel.findChild(CommentField)
    assert comment is not None
    assert comment.plain() == "typed before"
    type_comment(stage, "!")
    stage.panel.put_back_comment(five.claim.id, "typed before")
    assert comment.plain() == "typed before!", "what is typed since is newer"


def test_an_answer_names_what_it_answers(stage: Stage, desk: Desk) -> None:
    sent: list[tuple[str, str]] = []
    stage.panel.comment.connect(lambda text, answers: sent.append((text, answers)))
    view = desk.view(5)
    stage.panel.show_claim(view)
    menu = rows(stage)[0].actions_of()
    assert [action.text() for action in menu.actions()] == ["Answer Analyst C"]
    menu.actions()[0].trigger()
    assert "Answers Analyst C" in said(stage.panel)
    comment = type_comment(stage, "From the tomb.")
    QTest.keyClick(comment, Qt.Key.Key_Return)
    assert sent == [("From the tomb.", view.comments[0].id)]
    assert "Answers Analyst C" not in said(stage.panel)


def test_an_answer_can_be_made_a_comment_of_its_own(stage: Stage, desk: Desk) -> None:
    sent: list[tuple[str, str]] = []
    stage.panel.comment.connect(lambda text, answers: sent.append((text, answers)))
    stage.panel.show_claim(desk.view(5))
    rows(stage)[0].answer_wanted.emit(desk.view(5).comments[0])
    comment = type_comment(stage, "To all")
    QTest.mouseClick(button(stage.panel, "stop"), Qt.MouseButton.LeftButton)
    QTest.keyClick(comment, Qt.Key.Key_Return)
    assert sent == [("To all", "")]


def test_one_s_own_comment_can_be_worded_anew_and_taken_back(stage: Stage, desk: Desk) -> None:
    told: list[tuple[str, ...]] = []
    stage.panel.comment_edited.connect(lambda comment, text: told.append((comment, text)))
    stage.panel.comment_removed.connect(lambda comment: told.append((comment,)))
    mine = desk.say(A, 5, "Which map?")
    stage.panel.show_claim(desk.view(5))
    menu = rows(stage)[2].actions_of()
    assert [one.text() for one in menu.actions()] == ["Edit", "Take back", "Add to it"]
    menu.actions()[0].trigger()
    comment = type_comment(stage, " And whose?")
    QTest.keyClick(comment, Qt.Key.Key_Return)
    assert told == [(mine, "Which map? And whose?")]
    menu.actions()[1].trigger()
    assert told[-1] == (mine,)


def test_a_colleagues_comment_cannot_be_changed(stage: Stage, desk: Desk) -> None:
    stage.panel.show_claim(desk.view(5, C))
    whose = [[one.text() for one in row.actions_of().actions()] for row in rows(stage)]
    assert whose == [["Edit", "Take back", "Add to it"], ["Answer Analyst B"]]


def test_answers_stand_one_step_in_and_what_is_gone_keeps_its_place(
    stage: Stage, desk: Desk
) -> None:
    first = desk.view(5).comments[0].id
    desk.say(A, 5, "From the tomb, I think.", answers=first)
    view = desk.view(5)
    assert [one.answer for one in view.comments] == [False, True, False]
    gone = CommentView("gone", Who("", ""), "", "", answer=True, gone=True)
    view = replace(view, comments=(*view.comments, gone))
    stage.panel.show_claim(view)
    settled()
    lefts = [row.said.mapTo(stage.panel, row.said.rect().topLeft()).x() for row in rows(stage)]
    assert lefts[1] == lefts[3] > lefts[0] == lefts[2]
    assert rows(stage)[3].said.words == GONE
    assert not rows(stage)[3].more.isVisible()
    assert "Comments · 3" in said(stage.panel)


def test_a_long_thread_shows_its_end_and_the_rest_on_demand(stage: Stage, desk: Desk) -> None:
    view = desk.view(5)
    one = view.comments[0]
    comments = tuple(replace(one, id=str(at), text=f"no. {at}") for at in range(NEWEST + 12))
    stage.panel.show_claim(replace(view, comments=comments))
    assert len(rows(stage)) == NEWEST
    assert rows(stage)[-1].said.words == f"no. {NEWEST + 11}"
    QTest.mouseClick(button(stage.panel, "Show 12 earlier comments"), Qt.MouseButton.LeftButton)
    assert len(rows(stage)) == NEWEST + 12


def test_markup_in_a_comment_is_shown_as_it_is(stage: Stage, desk: Desk) -> None:
    desk.say(B, 6, "<h1>x</h1> &amp;")
    stage.panel.show_claim(desk.view(6))
    assert rows(stage)[0].said.plain().startswith("<h1>x</h1> &amp;")


def test_letters_typed_in_a_comment_are_text(stage: Stage, desk: Desk) -> None:
    stage.panel.show_claim(desk.view(5))
    settle: list[object] = []
    stage.panel.settle.connect(settle.append)
    comment = type_comment(stage, "vduqo 0 1 R C")
    assert comment.plain() == "vduqo 0 1 R C"
    assert settle == []
    assert QApplication.focusWidget() is comment
