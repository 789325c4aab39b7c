"""Passes, sight, decisions, comments, stages, revisions and draws, as EDITS.md, section 6, has them."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.domain.article import ClaimId
from annotator.domain.decision import Decision, read_decision
from annotator.domain.edits.revisions import Match
from annotator.domain.review import (
    DRAFT,
    ArticleStage,
    Pass,
    PassState,
    Said,
    Sight,
    Stage,
    digest,
    draws,
    passes,
    read_revision,
    sight,
    stage,
)
from annotator.domain.tags import Standing
from annotator.domain.threads import comments
from factories import ANNA, BEN, CHLOE, TEXT, claims_of, id_of

ARTICLE = id_of(TEXT)
ONE, TWO = claims_of(ARTICLE)[:2]
A, B, C = ANNA.id, BEN.id, CHLOE.id
V, D, U = Standing.VERIFIED, Standing.DISPUTED, Standing.UNATTRIBUTED


def said(at: int, who: str, field: str, value: Any = None, claim: str = "") -> Said:
    """Something that was said of the article, or of a claim; its edit is called "e" and ``at``."""
    about, key = ("claim", claim) if claim else ("article", ARTICLE)
    return Said(f"e{at}", at, at * 10, who, ARTICLE, about, key, field, value)


def test_a_pass_is_the_last_submission_and_the_last_answer_to_it() -> None:
    log = [
        said(1, B, "submitted"),
        said(2, A, "returned", {"submission": "e1"}),
        said(2, A, "reason", {"text": "Claim 5 has no note."}),
    ]
    assert passes(log)[B] == Pass(
        PassState.RETURNED, "e1", (1, "e1"), 10, A, 20, "Claim 5 has no note."
    )
    again = [*log, said(3, B, "submitted")]
    assert passes(again)[B] == Pass(PassState.SUBMITTED, "e3", (3, "e3"), 30)
    late = [*again, said(4, C, "approved", {"submission": "e1"})]
    assert passes(late)[B].state is PassState.SUBMITTED, (
        "an answer to the first is none to the second"
    )
    approved = [*late, said(5, C, "approved", {"submission": "e3"})]
    assert passes(approved)[B].state is PassState.APPROVED
    assert A not in passes(approved)
    assert DRAFT.state is PassState.DRAFT


def test_nobody_answers_their_own_submission_and_no_answer_comes_before_it() -> None:
    log = [
        said(3, B, "submitted"),
        said(2, A, "approved", {"submission": "e3"}),
        said(4, B, "approved", {"submission": "e3"}),
        said(5, A, "approved", ["no", "submission"]),
        said(6, A, "revealed"),
    ]
    assert passes(log)[B].state is PassState.SUBMITTED


def test_colleagues_show_once_one_has_judged_or_looked_or_submitted() -> None:
    assert sight([], A) == Sight(False)
    assert not sight([], A).shows(ONE, judged=False)
    assert sight([], A).shows(ONE, judged=True)
    looked = sight([said(1, A, "revealed", claim=ONE), said(2, B, "revealed")], A)
    assert looked.shows(ONE, judged=False)
    assert not looked.shows(TWO, judged=False)
    assert sight([said(1, A, "revealed")], A).everything
    assert sight([said(1, A, "submitted")], A).shows(TWO, judged=False)


def test_blind_hides_even_what_one_judged_until_one_submits() -> None:
    asked = [said(1, B, "blind")]
    assert sight(asked, A) == Sight(False, blind=True)
    assert not sight(asked, A).shows(ONE, judged=True)
    assert sight([*asked, said(2, A, "revealed", claim=ONE)], A).shows(ONE, judged=False)
    assert sight([*asked, said(2, A, "submitted")], A) == Sight(True)
    assert not sight(asked, B).blind, "who asked for it is not blind"


def decided(**over: Standing | None) -> Decision:
    return Decision(A, D, "so", over)


def test_a_decision_is_stale_while_what_it_was_decided_over_is_otherwise() -> None:
    one = decided(b=V, c=None)
    assert not one.stale({"b": V})
    assert not one.stale({"b": V, "c": D, "d": Standing.UNTAGGED}), "c was left out on purpose"
    assert one.stale({"b": D})
    assert one.stale({})
    assert one.stale({"b": V, "d": D}), "somebody judged it who had not"
    assert not one.stale({"b": V}), "changed and taken back is fresh again"


def test_who_was_overruled_and_who_decided_for_himself() -> None:
    one = Decision(A, D, "", {A: D, B: V, C: None}, {"other": {B: D, "e": U}})
    assert one.overruled() == tuple(sorted((B, "e")))
    assert one.held_by(A)
    assert not one.held_by(B)


def fields(
    value: Any, reason: Any = None, same: bool = True
) -> dict[str, tuple[tuple[int, str], Any]]:
    stamps = {"decision": ((5, "e5"), value)}
    if reason is not None:
        stamps["decision.reason"] = ((5, "e5") if same else (4, "e4"), reason)
    return stamps


def test_a_decision_is_read_with_the_reason_of_its_own_edit_only() -> None:
    value = {"outcome": "disputed", "over": {A: "verified", B: "left out"}, "elsewhere": {}}
    found = read_decision(C, fields(value, {"text": "so"}), 50, {})
    assert found == Decision(C, D, "so", {A: V, B: None}, {}, 50, (5, "e5"))
    earlier = read_decision(C, fields(value, {"text": "so"}, same=False), 50, {})
    assert earlier is not None
    assert earlier.reason == ""
    assert read_decision(C, {}, 0, {}) is None


def test_ids_of_one_person_are_joined_in_what_it_was_decided_over() -> None:
    value = {
        "outcome": "verified",
        "over": {A: "verified", B: "disputed"},
        "elsewhere": {"x": {B: "disputed", C: "left out"}},
    }
    found = read_decision(C, fields(value), 0, {B: A})
    assert found is not None
    assert found.over == {A: D}
    assert found.elsewhere == {"x": {A: D}}


@pytest.mark.parametrize(
    "value",
    [None, "verified", {"outcome": "good"}, {"outcome": "untagged"}, {"outcome": 3}],
)
def test_what_decides_nothing_is_no_decision(value: Any) -> None:
    assert read_decision(C, fields(value), 0, {}) is None


def test_odd_values_in_a_decision_count_as_empty() -> None:
    value = {"outcome": "verified", "over": {A: 7, B: "untagged"}, "elsewhere": {"x": [1]}}
    found = read_decision(C, fields(value, ["text"]), 0, {})
    assert found == Decision(C, V, "", {}, {"x": {}}, 0, (5, "e5"))
    bare = read_decision(C, fields({"outcome": "verified", "over": 3, "elsewhere": 4}), 0, {})
    assert bare == Decision(C, V, "", {}, {}, 0, (5, "e5"))


def comment(at: int, who: str, text: str, answers: str | None = None, claim: str = ONE) -> Said:
    return said(at, who, "comment", {"answers": answers, "text": text}, claim)


def test_a_thread_stays_together_by_time() -> None:
    log = [
        comment(1, A, "first"),
        comment(2, B, "other"),
        comment(3, B, "to first", "e1"),
        comment(4, A, "to that", "e3"),
        comment(5, C, "to other", "e2"),
    ]
    assert [one.text for one in comments(log)] == [
        "first",
        "to first",
        "to that",
        "other",
        "to other",
    ]


def test_an_answer_must_be_later_and_on_the_same_claim_so_there_are_no_cycles() -> None:
    log = [
        comment(1, A, "one", "e2"),
        comment(2, B, "two", "e1"),
        comment(3, C, "itself", "e3"),
        comment(4, C, "elsewhere", "e1", TWO),
    ]
    found = {one.text: one.answers for one in comments(log)}
    assert found == {"one": None, "two": "e1", "itself": None, "elsewhere": None}


def test_what_was_taken_back_is_a_placeholder_only_where_it_was_answered() -> None:
    log = [
        comment(1, A, ""),
        comment(2, B, "an answer", "e1"),
        comment(3, A, ""),
        comment(4, C, "to what never came", "e99"),
        said(5, C, "comment", "no dict", ONE),
        said(6, C, "comment", {"text": "about the article"}),
    ]
    found = comments(log)
    assert [(one.id, one.gone, one.text) for one in found] == [
        ("e1", True, ""),
        ("e2", False, "an answer"),
        ("e99", True, ""),
        ("e4", False, "to what never came"),
    ]


def test_the_stage_of_an_article() -> None:
    assert stage(None, "", "", 0, submitted=False) == Stage()
    assert stage(None, "", "", 0, submitted=True).stage is ArticleStage.IN_REVIEW
    assert stage("settled", "", A, 1, submitted=False).stage is ArticleStage.OPEN
    settled = stage({"state": "settled", "claims": {ONE: "x", TWO: 3}}, "no", A, 1, submitted=True)
    assert settled == Stage(ArticleStage.SETTLED, A, 1, "", {ONE: "x"})
    untold = stage({"state": "settled"}, "", A, 1, submitted=True)
    assert (untold.digests, untold.changed_since({ONE: "x"})) == (None, 0)
    assert stage({"state": "reopened"}, "why", B, 2, submitted=True) == Stage(
        ArticleStage.REOPENED, B, 2, "why"
    )


def test_changes_since_it_was_settled_are_counted_by_claim() -> None:
    settled = Stage(ArticleStage.SETTLED, digests={ONE: digest({A: V}, None), TWO: "x"})
    assert settled.changed_since({ONE: digest({A: V, B: Standing.UNTAGGED}, None), TWO: "x"}) == 0
    assert settled.changed_since({ONE: digest({A: V}, V), "new": "y"}) == 3
    assert Stage(ArticleStage.REOPENED, digests={ONE: "x"}).changed_since({}) == 0
    assert digest({A: Standing.UNTAGGED}, None) == ""


def test_a_revision_is_read_with_what_is_well_formed_in_it() -> None:
    pairs = [[ONE, TWO, "exact"], [ONE, TWO], [ONE, 3, "exact"], "x"]
    found = read_revision(said(1, A, "revision", {"of": "earlier", "pairs": pairs}))
    assert found is not None
    assert found.matches == (Match(ClaimId(ONE), ClaimId(TWO), "exact"),)
    assert (found.article, found.earlier, found.analyst, found.at) == (ARTICLE, "earlier", A, 10)
    for value in (None, {"of": 3, "pairs": []}, {"of": "x", "pairs": 3}):
        assert read_revision(said(1, A, "revision", value)) is None
    assert read_revision(said(1, A, "drawn", {"of": "x", "pairs": []})) is None


def test_draws_are_read_in_their_order() -> None:
    log = [
        said(2, A, "drawn", {"claims": [ONE, 3], "n": 1, "seed": "7"}),
        said(1, B, "drawn", {"claims": [TWO], "n": 1, "seed": 7}),
        said(3, B, "drawn", {"claims": 3, "n": 1}),
        said(4, B, "drawn", {"claims": [], "n": True}),
        said(5, B, "submitted"),
    ]
    assert [(one.analyst, one.at, one.n, one.seed, one.claims) for one in draws(log)] == [
        (B, 10, 1, "", (TWO,)),
        (A, 20, 1, "7", (ONE,)),
    ]
