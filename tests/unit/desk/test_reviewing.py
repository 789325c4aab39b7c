"""Settling claims: over what, by whom, with which reason, and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.desk import (
    commenting,
    deciding,
    layout,
    notes,
    passes,
    reviewing,
    sight,
    tagging,
    undoing,
)
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.domain.article import Span
from annotator.domain.assessment import Audience
from annotator.domain.compare import Accord, ReviewSnapshot
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.people import Hide
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Standing, Tag

VERIFIED, DISPUTED = Standing.VERIFIED, Standing.DISPUTED
OPEN, SETTLED, RETURNED = Accord.OPEN, Accord.SETTLED, Accord.RETURNED
Opened = Callable[..., OpenLibrary]


def tag(desk: Desk, library: OpenLibrary, index: int, tag: Tag) -> None:
    tagging.tag(library, desk.article, [desk.held.id_at(index)], tag)


@pytest.fixture
def ben(desk: Desk, opened: Opened) -> OpenLibrary:
    """He and Ada differ on 1, agree on 2; he alone judged 3, she alone 4."""
    ben = opened("Ben")
    for index, theirs in ((1, Tag.DISPUTED), (2, Tag.VERIFIED), (3, Tag.DISPUTED)):
        tag(desk, ben, index, theirs)
    for index in (1, 2, 4):
        tag(desk, desk.library, index, Tag.VERIFIED)
    passes.submit(desk.library, desk.article)
    return ben


class Hand:
    """What a reviewer does in a window."""

    def __init__(self, desk: Desk, library: OpenLibrary) -> None:
        self.desk = desk
        self.library = library

    @property
    def held(self) -> ReviewSnapshot:
        return reviewing.review(self.library, self.desk.article)

    def settle(self, index: int, outcome: Standing, reason: str = "") -> object:
        return reviewing.settle(self.library, self.desk.held, self.held, [index], outcome, reason)

    def accept(self, index: int, column: int) -> object:
        return reviewing.accept(self.library, self.desk.held, self.held, index, column)

    def shown(self, index: int) -> reviewing.ClaimReview:
        return reviewing.claim_review(self.library, self.desk.held, self.held, index)


@pytest.fixture
def hand(desk: Desk, ben: OpenLibrary) -> Hand:
    return Hand(desk, desk.library)


def test_a_decision_says_what_it_was_made_over(hand: Hand, ben: OpenLibrary) -> None:
    hand.settle(1, DISPUTED, " The map\r\ndiffers. ")
    decision = hand.held.decision(1)
    assert decision is not None
    assert decision.over == {hand.library.me: VERIFIED, ben.me: DISPUTED}
    assert (decision.reviewer, decision.outcome) == (hand.library.me, DISPUTED)
    assert decision.reason == "The map\ndiffers."
    assert decision.overruled() == (hand.library.me,)
    assert hand.held.accord(1) is SETTLED


def test_what_is_so_already_writes_nothing(hand: Hand, ben: OpenLibrary, desk: Desk) -> None:
    assert hand.settle(1, DISPUTED, "why") is not None
    assert hand.settle(1, DISPUTED, "why") is None
    assert hand.settle(1, DISPUTED, "for another reason") is not None
    tag(desk, ben, 1, Tag.UNATTRIBUTED)
    assert hand.settle(1, DISPUTED, "for another reason") is not None, "over other tags"


def test_another_reviewer_s_last_word_is_answered_by_one_s_own(
    hand: Hand, ben: OpenLibrary, desk: Desk
) -> None:
    hand.settle(1, DISPUTED)
    Hand(desk, ben).settle(1, VERIFIED)
    assert hand.held.decision(1) is not None
    assert hand.settle(1, DISPUTED) is not None
    decision = hand.held.decision(1)
    assert decision is not None
    assert decision.reviewer == hand.library.me


def test_accepting_an_analyst_is_deciding_what_that_analyst_judged(hand: Hand) -> None:
    hand.accept(1, 1)
    decision = hand.held.decision(1)
    assert decision is not None
    assert decision.outcome is DISPUTED
    for index, column, says in ((4, 1, "Ben has not judged"), (1, 2, "no analyst 3 here")):
        with pytest.raises(AnnotatorError, match=says):
            hand.accept(index, column)


def test_leaving_open_takes_back_one_s_own_decision_only(
    hand: Hand, desk: Desk, ben: OpenLibrary
) -> None:
    assert reviewing.leave_open(hand.library, desk.held, hand.held, 1) is None
    Hand(desk, ben).settle(1, DISPUTED)
    assert reviewing.leave_open(hand.library, desk.held, hand.held, 1) is None
    hand.settle(1, VERIFIED)
    assert reviewing.leave_open(hand.library, desk.held, hand.held, 1) is not None
    decision = hand.held.decision(1)
    assert decision is not None
    assert decision.reviewer == ben.me


def test_undo_takes_a_decision_back_and_redo_gives_it_again(hand: Hand, desk: Desk) -> None:
    hand.settle(1, DISPUTED)
    assert undoing.undo(desk.library, desk.article).words == "settled as disputed, claim 1"
    assert hand.held.accord(1) is OPEN
    undoing.redo(desk.library, desk.article)
    assert hand.held.accord(1) is SETTLED


def test_all_unanimous_ones_are_one_edit(hand: Hand, desk: Desk, ben: OpenLibrary) -> None:
    for index in (5, 6):
        tag(desk, ben, index, Tag.DISPUTED)
        tag(desk, desk.library, index, Tag.DISPUTED)
    assert hand.held.unanimous() == (2, 5, 6)
    applied = reviewing.accept_unanimous(hand.library, desk.held, hand.held)
    assert applied is not None
    assert len(applied.edits) == 1
    outcomes = [one.outcome for index in (2, 5, 6) if (one := hand.held.decision(index))]
    assert outcomes == [VERIFIED, DISPUTED, DISPUTED]
    assert reviewing.accept_unanimous(hand.library, desk.held, hand.held) is None


def test_a_veiled_claim_is_not_settled_blindly(desk: Desk, ben: OpenLibrary) -> None:
    hand = Hand(desk, ben)  # Ben has not submitted, and did not judge 4
    assert hand.held.accord(4) is Accord.VEILED
    with pytest.raises(AnnotatorError, match="you have not looked"):
        hand.settle(4, VERIFIED)
    with pytest.raises(AnnotatorError, match="you have not looked"):
        hand.accept(4, 1)
    sight.reveal(ben, desk.article, desk.held.id_at(4))
    assert hand.settle(4, VERIFIED) is not None


def test_nobody_settles_what_is_checked_blind(desk: Desk, ben: OpenLibrary) -> None:
    sight.ask_blind(desk.library, desk.article)
    hand = Hand(desk, ben)
    for act in (
        lambda: hand.settle(1, VERIFIED),
        lambda: reviewing.accept_unanimous(ben, desk.held, hand.held),
        lambda: deciding.decide(ben, desk.article, [desk.held.span(1)], VERIFIED),
        lambda: deciding.unanimous(ben, desk.article),
    ):
        with pytest.raises(AnnotatorError, match=r"blind, .* submit your pass"):
            act()
    passes.submit(ben, desk.article)
    assert hand.settle(1, VERIFIED) is not None


def test_a_hidden_colleague_is_left_out_and_the_decision_says_so(
    hand: Hand, ben: OpenLibrary, desk: Desk
) -> None:
    hand.library.perform(Hide(AnalystId(ben.me), True))
    hand.settle(1, VERIFIED)
    decision = hand.held.decision(1)
    assert decision is not None
    assert decision.over == {hand.library.me: VERIFIED, ben.me: None}
    tag(desk, ben, 1, Tag.UNATTRIBUTED)
    assert hand.held.accord(1) is SETTLED


def test_one_claim_in_full(hand: Hand, ben: OpenLibrary, desk: Desk) -> None:
    claim = desk.held.id_at(1)
    notes.write_note(ben, desk.article, claim, "the map differs")
    commenting.comment(ben, desk.article, claim, "which map?")
    shown = hand.shown(1)
    assert [(voice.me, voice.standing) for voice in shown.voices] == [
        (True, VERIFIED),
        (False, DISPUTED),
    ]
    assert shown.voices[1].assessment.note == "the map differs"
    assert [comment.text for comment in shown.comments] == ["which map?"]
    assert (shown.accord, shown.veiled, shown.stale) == (OPEN, False, False)
    assert shown.party
    assert not hand.shown(2).party, "they agree"
    assert [one.name for one in hand.shown(3).silent] == ["Ada"]
    notes.write_note(ben, desk.article, claim, "for me alone", audience=Audience.ME)
    assert hand.shown(1).voices[1].assessment.note == ""


def test_a_veiled_claim_in_full_says_nothing_of_colleagues(desk: Desk, ben: OpenLibrary) -> None:
    commenting.comment(desk.library, desk.article, desk.held.id_at(4), "look at this")
    shown = Hand(desk, ben).shown(4)
    assert shown.veiled
    assert (shown.voices, shown.silent, shown.comments, shown.before) == ((), (), (), ())


def test_what_was_held_with_other_borders_is_shown(
    hand: Hand, desk: Desk, ben: OpenLibrary
) -> None:
    page = desk.held
    whole = page.span(1)
    layout.split(desk.library, page, 1, whole.start + 12)
    before = hand.shown(2).before
    assert {(one.analyst.name, one.span) for one in before} == {("Ada", whole), ("Ben", whole)}
    hand.library.perform(Hide(AnalystId(ben.me), True))
    assert [one.analyst.name for one in hand.shown(2).before] == ["Ada"]


class TestByName:
    """What `annotator decide` does: no review is on screen, so deciding is looking."""

    def decide(
        self, desk: Desk, library: OpenLibrary, *at: int, reason: str = ""
    ) -> deciding.Decided:
        spans = [Span(*desk.held.span(index)) for index in at]
        return deciding.decide(library, desk.article, spans, DISPUTED, reason)

    def test_several_claims_are_one_edit(self, desk: Desk, ben: OpenLibrary) -> None:
        done = self.decide(desk, desk.library, 1, 2, 4, reason="why")
        assert done.applied is not None
        assert len(done.applied.edits) == 1
        first, second, third = done.verdicts
        assert [(who.name, held) for who, held in first.overruled] == [("Ada", VERIFIED)]
        assert [who.name for who, _ in second.overruled] == ["Ada", "Ben"]
        assert (first.party, second.party, third.party) == (True, False, False)
        assert not any(one.looked for one in done.verdicts)
        assert self.decide(desk, desk.library, 1, 2, 4, reason="why").applied is None

    def test_who_had_not_looked_looks_by_it(self, desk: Desk, ben: OpenLibrary) -> None:
        done = self.decide(desk, ben, 1, 4)
        assert done.applied is not None
        assert [edit.header.kind for edit in done.applied.edits] == ["Reveal", "Decide"]
        assert [one.looked for one in done.verdicts] == [False, True]
        assert [who.name for who, _ in done.verdicts[1].overruled] == ["Ada"]
        held = reviewing.review(ben, desk.article)
        assert held.accord(4) is SETTLED
        assert [desk.held.id_at(4)] == list(held.sight.claims)

    def test_whom_it_takes_the_word_from(self, desk: Desk, ben: OpenLibrary) -> None:
        deciding.decide(ben, desk.article, [desk.held.span(1)], VERIFIED)
        (verdict,) = self.decide(desk, desk.library, 1).verdicts
        assert verdict.before is not None
        assert (verdict.before[0].name, verdict.before[1]) == ("Ben", VERIFIED)

    def test_taking_back(self, desk: Desk, ben: OpenLibrary) -> None:
        self.decide(desk, desk.library, 1, 2)
        spans = [desk.held.span(index) for index in (1, 2, 3)]
        done = deciding.take_back(desk.library, desk.article, spans)
        assert len(done.verdicts) == 2
        assert {one.overruled for one in done.verdicts} == {()}
        assert reviewing.review(desk.library, desk.article).decisions == {}
        assert deciding.take_back(desk.library, desk.article, spans).applied is None

    def test_unanimous_ones(self, desk: Desk, ben: OpenLibrary) -> None:
        assert deciding.unanimous(desk.library, desk.article) == {VERIFIED: 1}
        done = deciding.accept_unanimous(desk.library, desk.article, "all agree")
        (verdict,) = done.verdicts
        assert (verdict.number, verdict.outcome, verdict.overruled) == (2, VERIFIED, ())
        assert deciding.unanimous(desk.library, desk.article) == {}

    def test_a_settled_article_is_refused(self, desk: Desk, ben: OpenLibrary) -> None:
        passes.settle_article(desk.library, desk.article)
        with pytest.raises(AnnotatorError, match="reopen it first"):
            self.decide(desk, ben, 4)
        assert reviewing.review(ben, desk.article).sight.claims == frozenset(), (
            "nor was it looked at"
        )
