"""Review as a person has it before them: views, keys, decisions, what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from annotator.desk import blind, opening, tagging
from annotator.desk.library import OpenLibrary
from annotator.domain.compare import Accord
from annotator.domain.review import PassState
from annotator.domain.tags import Standing, Tag
from annotator.store import reading
from annotator.store.write import Author
from annotator.ui import look, picture
from annotator.ui.action import ActionId
from annotator.ui.review.parts import ReviewParts
from annotator.ui.views import View
from reviewed import A, B, C, Desk, bare, drawn
from screens import Screen, open_screen, shut

DECISIONS = "SELECT claim, outcome, reason FROM decisions ORDER BY claim"


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    look.prepare(qapp)
    made = drawn(tmp_path / "drawn.db")
    yield made
    made.library.close()


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> Iterator[Screen]:
    """Analyst A's window in Review, claim 5 in hand."""
    shown = open_screen(qtbot, desk.library)
    shown.press("Ctrl+2")
    go(shown, 5)
    yield shown
    shut(shown)


def parts(screen: Screen) -> ReviewParts:
    found = screen.window.room.parts
    assert found is not None, "the view is open"
    return found


def go(screen: Screen, number: int) -> None:
    room = screen.window.room
    room.hand.go(room.desk.held.index_of_number(number))


def accord(screen: Screen, number: int) -> Accord:
    room = screen.window.room
    review, index = room.review.whole, room.desk.held.index_of_number(number)
    assert review is not None
    assert index is not None
    return review.accord(index)


def decided(screen: Screen, number: int) -> tuple[Standing, str] | None:
    """What stands as the decision of a claim, and its reason."""
    room = screen.window.room
    review, index = room.review.whole, room.desk.held.index_of_number(number)
    assert review is not None
    assert index is not None
    found = review.decision(index)
    return None if found is None else (found.outcome, found.reason)


def said(screen: Screen) -> str:
    return parts(screen).side.bar.text


@contextmanager
def colleague(desk: Desk, author: Author) -> Iterator[OpenLibrary]:
    """The same library in another process's hands: a connection of its own."""
    library = opening.open_for(desk.library.path, author.id, create=False)
    yield library
    library.close()


def test_the_tabs_and_their_keys_go_from_view_to_view(screen: Screen) -> None:
    window = screen.window
    assert window.frame.right.isAncestorOf(parts(screen).side.panel)
    assert parts(screen).side.panel.isVisible()
    assert not window.room.panel.isVisible()
    screen.press("Ctrl+1")
    assert window.room.panel.isVisible()
    assert not parts(screen).side.panel.isVisible()
    assert screen.number == 5, "the claim in hand stays"
    tabs = window.frame.top.tabs
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert window.room.switch.view is View.REVIEW
    assert window.room.page.hasFocus(), "a click on a tab leaves the keys to the page"


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


def test_the_page_about_agreement_rests_the_claims_keys(screen: Screen) -> None:
    window = screen.window
    screen.press("G")
    assert parts(screen).side.agreement.isVisible()
    assert not window.frame.left.isVisible()
    screen.press("V", "J")
    assert decided(screen, 5) is None
    assert screen.number == 5
    screen.press("Escape")
    assert not parts(screen).side.agreement.isVisible()
    assert window.room.page.hasFocus()
    screen.press("V")
    assert decided(screen, 5) == (Standing.VERIFIED, "")


def test_two_analysts_are_compared_and_escape_shows_all(screen: Screen) -> None:
    margin, room = parts(screen).side.margin, screen.window.room
    heads = margin.heads
    assert [head.text() for head in heads] == ["A", "B", "C"]
    QTest.mouseClick(heads[1], Qt.MouseButton.LeftButton)
    assert room.review.compared == (0, 2)
    shown = room.review.shown
    assert shown is not None
    assert shown.accord(room.hand.index or 0) is Accord.AGREED, "A and C hold the same of claim 5"
    assert not heads[1].isChecked()
    parts(screen).refresh.now()
    queue = parts(screen).refresh.queue
    assert queue is not None
    waiting = [room.desk.held.number(index) for index in queue.groups[0].indices]
    assert waiting == [3, 11, 25], "what A and C differ on"
    QTest.mouseClick(heads[0], Qt.MouseButton.LeftButton)
    assert room.review.compared == (0, 2)
    assert said(screen) == "Two are the fewest that can be compared."
    screen.press("Escape")
    assert not room.review.narrowed
    assert accord(screen, 5) is Accord.OPEN


def test_a_decision_counts_everybody_whoever_is_compared(screen: Screen) -> None:
    QTest.mouseClick(parts(screen).side.margin.heads[1], Qt.MouseButton.LeftButton)
    screen.press("D", "Escape")
    assert accord(screen, 5) is Accord.SETTLED
    review = screen.window.room.review.whole
    assert review is not None
    decision = review.decision(screen.window.room.hand.index or 0)
    assert decision is not None
    assert set(decision.over) == {A.id, B.id, C.id}


@pytest.fixture
def veiled(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> Iterator[tuple[Screen, Desk]]:
    """A's window on an article that B and C have judged more of than A."""
    look.prepare(qapp)
    desk = bare(tmp_path / "bare.db", B, C)
    desk.judge(B, Standing.VERIFIED, 1, 2, 3)
    desk.judge(C, Standing.DISPUTED, 1, 2)
    shown = open_screen(qtbot, desk.library)
    yield shown, desk
    shut(shown)
    desk.library.close()


def press_button(screen: Screen, words: str) -> None:
    found = [
        button
        for button in screen.window.findChildren(QPushButton)
        if button.text() == words and button.isVisible()
    ]
    assert len(found) == 1, words
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_what_is_hidden_is_said_and_can_be_shown(veiled: tuple[Screen, Desk]) -> None:
    screen, desk = veiled
    screen.press("J", "V", "Ctrl+2")
    hidden = parts(screen).side.hidden
    assert hidden.text == (
        "Colleagues' tags of 3 claims stay hidden until you tag them or submit your pass."
    )
    assert accord(screen, 1) is Accord.OPEN, "one has tagged it oneself"
    assert accord(screen, 2) is Accord.VEILED
    press_button(screen, "Show them")
    assert hidden.text == ""
    assert accord(screen, 2) is Accord.OPEN
    assert desk.library.store.rows("SELECT count(*) FROM edits WHERE kind = 'Reveal'")[0][0] == 1


def test_submitting_shows_everything(veiled: tuple[Screen, Desk]) -> None:
    screen, _desk = veiled
    screen.press("J", "V", "Ctrl+2")
    press_button(screen, "Submit my pass")
    assert parts(screen).side.hidden.text == ""
    assert said(screen) == "Your pass is handed in."
    assert accord(screen, 3) is Accord.ONE


def test_a_blind_check_names_who_asked_for_it(veiled: tuple[Screen, Desk]) -> None:
    screen, desk = veiled
    with colleague(desk, B) as library:
        blind.ask_blind(library, desk.article)
    screen.session.poll()
    screen.press("J", "V", "Ctrl+2")
    assert parts(screen).side.hidden.text == (
        "Analyst B asked for a blind check: "
        "colleagues' tags stay hidden until you submit your pass."
    )


def test_annotate_shows_colleagues_once_one_has_tagged_the_claim(
    veiled: tuple[Screen, Desk],
) -> None:
    screen, _desk = veiled
    room = screen.window.room
    screen.press("J")
    screen.settle()
    told = room.panel.colleagues.text
    assert told == "2 colleagues judged this claim Show"
    assert room.panel.history.lines == ()
    screen.press("Shift+V")
    screen.settle()
    assert room.panel.colleagues.text == "Analyst B: verified Analyst C: disputed"


def test_show_in_annotate_is_logged(veiled: tuple[Screen, Desk]) -> None:
    screen, desk = veiled
    screen.press("J")
    screen.window.run(ActionId.REVEAL)
    screen.settle()
    assert "Analyst B: verified" in screen.window.room.panel.colleagues.text
    assert desk.library.store.rows("SELECT count(*) FROM edits WHERE kind = 'Reveal'")[0][0] == 1


def test_a_tag_in_the_window_says_whose_tags_were_shown_before(
    veiled: tuple[Screen, Desk],
) -> None:
    screen, desk = veiled
    screen.press("J", "Shift+V", "D")
    held = reading.assessment(desk.library.store, desk.library.me, desk.claim(1))
    assert held.tag is Tag.DISPUTED
    assert set(held.seen) == {B.id, C.id}


def test_the_menu_says_what_cannot_be_done_with_passes(screen: Screen) -> None:
    screen.window.run(ActionId.REOPEN_ARTICLE)
    assert said(screen) == "The article is not settled, so there is nothing to reopen."


def test_a_settled_article_is_locked_until_it_is_reopened(screen: Screen) -> None:
    screen.window.run(ActionId.SETTLE_ARTICLE)
    assert said(screen).startswith("The article is settled.")
    screen.press("V")
    assert "settled" in screen.refused
    assert decided(screen, 5) is None


@pytest.mark.parametrize("view", [picture.REVIEW, picture.AGREEMENT])
def test_a_picture_shows_the_view_that_was_asked_for_and_writes_nothing(
    desk: Desk, tmp_path: Path, view: str
) -> None:
    before = desk.library.path.read_bytes()
    drawn_in: dict[str, bytes] = {}
    for wanted in (picture.ANNOTATE, view):
        target = tmp_path / f"{wanted}.png"
        picture.take(
            desk.library,
            desk.article,
            target,
            theme="light",
            size=(1200, 700),
            scale=1.0,
            force=False,
            view=wanted,
        )
        drawn_in[wanted] = target.read_bytes()
    assert drawn_in[view] != drawn_in[picture.ANNOTATE]
    assert desk.library.path.read_bytes() == before


def test_a_claim_of_the_agreement_page_opens_in_review(screen: Screen) -> None:
    screen.press("G")
    assert parts(screen).side.agreement.cell == (2, 1)
    screen.press("Enter")
    assert not parts(screen).side.agreement.isVisible()
    assert screen.number == 6
    assert screen.window.room.page.hasFocus()


def test_the_measures_are_saved_where_one_says(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    screen.press("G")
    parts(screen).side.agreement.csv_wanted.emit()
    (dialog,) = screen.window.findChildren(QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    target = tmp_path / "measures.csv"
    dialog.selectFile(str(target))
    dialog.accept()
    qtbot.waitUntil(target.exists)
    assert "kappa" in target.read_text(encoding="utf-8-sig")
    assert said(screen) == "Wrote measures.csv."


def test_a_line_of_the_queue_takes_its_claim_in_hand(screen: Screen) -> None:
    queue = parts(screen).side.queue
    parts(screen).refresh.now()
    model = queue.claims
    lines = [model.index(row, 0) for row in range(model.rowCount())]
    wanted = next(line for line in lines if str(line.data()).startswith("The initial death"))
    place = queue.list.visualRect(wanted).center()
    QTest.mouseClick(queue.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert screen.number == 11
    assert screen.window.room.page.hasFocus()


def test_a_pass_is_approved_from_the_menu_of_whoever_handed_one_in(screen: Screen) -> None:
    parts(screen).refresh.now()
    passes = parts(screen).side.queue.passes
    acts = [act for line in passes.lines for act in line.acts if act.act == "approve"]
    menu = passes.choice(acts)
    assert [action.text() for action in menu.actions()] == [
        "Approve Analyst B",
        "Approve Analyst C",
    ]
    menu.actions()[0].trigger()
    assert said(screen) == "Approved."
    parts(screen).refresh.now()
    screen.window.run(ActionId.APPROVE)
    parts(screen).refresh.now()
    review = screen.window.room.review.whole
    assert review is not None
    states = {who: one.state for who, one in review.passes.items()}
    assert states[B.id] is states[C.id] is PassState.APPROVED


def test_returning_asks_for_a_reason_in_place(screen: Screen) -> None:
    parts(screen).refresh.now()
    passes = parts(screen).side.queue.passes
    act = next(act for line in passes.lines for act in line.acts if act.act == "return")
    passes.press(act)
    screen.write("claim 5 has no source")
    screen.press("Ctrl+Enter")
    review = screen.window.room.review.whole
    assert review is not None
    assert review.passes[B.id].reason == "claim 5 has no source"


def test_in_review_the_menu_holds_what_the_view_has(screen: Screen) -> None:
    whole = screen.window.frame.top.menu_button.menu()
    shown = {sub.text(): sub.isVisible() for sub in whole.actions()}
    assert shown["&Review"]
    assert not shown["&Claim"]
    screen.press("Ctrl+1")
    shown = {sub.text(): sub.isVisible() for sub in whole.actions()}
    assert shown["&Claim"]


def test_a_mark_takes_its_claim_in_hand_and_shows_the_card(screen: Screen) -> None:
    margin = parts(screen).side.margin
    room = screen.window.room
    row = next(row for row in margin.rows() if room.desk.held.number(row.claim) == 3)
    at = QPoint(margin.place_of(1) + 4, round(row.top) + 4)
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=at)
    assert screen.number == 3
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName().startswith("Analyst B")
    screen.press("U")
    assert decided(screen, 3) == (Standing.UNATTRIBUTED, ""), "keys work from the card too"


def test_f6_goes_round_the_panels_of_review(screen: Screen) -> None:
    side, visited = parts(screen).side, []
    for _ in range(3):
        screen.press("F6")
        focus = QApplication.focusWidget()
        assert focus is not None
        visited.append(
            next(
                (part for part in (side.panel, side.queue) if part.isAncestorOf(focus)),
                focus,
            )
        )
    assert visited == [side.panel, side.queue, screen.window.room.page]
