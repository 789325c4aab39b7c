"""What a report makes of what people hold."""

import pytest

from annotator.domain.article import Article, ClaimId, Span, article_id
from annotator.domain.assessment import Analyst, Assessment
from annotator.domain.decision import Decision
from annotator.domain.evidence import Item, Link, Linked, Stance
from annotator.domain.record import Record
from annotator.domain.report import (
    Held,
    Outcome,
    Report,
    ReportClaim,
    changes_since,
    claims_name,
    counted_name,
    ruled,
    shared_outcome,
    standings,
)
from annotator.domain.review import ArticleStage, Stage, digest
from annotator.domain.tags import Standing, Tag

A, B, C = Analyst("a", "Ada"), Analyst("b", "Ben"), Analyst("c", "Cleo")
NAMED = {one.id: one for one in (A, B, C)}
VERIFIED, DISPUTED = Assessment(tag=Tag.VERIFIED), Assessment(tag=Tag.DISPUTED)


def claim(number, *held: Assessment, retired=False) -> ReportClaim:
    people = tuple(Held(person, one, 0) for person, one in zip((A, B), held, strict=False))
    return ReportClaim(ClaimId(str(number)), number, Span(0, 1), "x", retired, people)


def test_what_all_share_is_the_outcome_and_a_difference_is_open():
    assert shared_outcome([]) is Outcome.UNTAGGED
    assert shared_outcome([VERIFIED, VERIFIED]) is Outcome.VERIFIED
    assert shared_outcome([VERIFIED, Assessment(note="?")]) is Outcome.VERIFIED
    assert shared_outcome([VERIFIED, DISPUTED]) is Outcome.OPEN
    assert shared_outcome([VERIFIED, Assessment(confirmed=True)]) is Outcome.OPEN


def test_an_outcome_is_drawn_as_its_standing():
    assert Outcome.ON_SOURCE.standing is Standing.ON_SOURCE
    assert Outcome.OPEN.standing is None


def test_counts_leave_out_furniture_and_retired_claims():
    report = Report(
        Article(article_id("0" * 64), "x", "0" * 64),
        (),
        (
            claim(0, VERIFIED),
            claim(1, VERIFIED, DISPUTED),
            claim(None, VERIFIED),
            claim(None, VERIFIED, retired=True),
            claim(2),
        ),
        (A, B),
        (),
        0,
        "Ada",
    )
    counts = report.counts()
    assert counts[Outcome.VERIFIED] == 1
    assert counts[Outcome.OPEN] == 1
    assert counts[Outcome.UNTAGGED] == 1
    assert sum(counts.values()) == len(report.counted) == 3
    assert claims_name(report) == "2 claims and the title"


def test_notes_are_those_that_hold_text():
    noted = claim(1, Assessment(note="n"), VERIFIED)
    assert [held.analyst for held in noted.notes] == [A]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([1], "1 claim"), ([0, 1, 2], "2 claims and the title"), ([None, 1, 2], "2 claims")],
)
def test_claims_in_words(numbers, words):
    assert counted_name(numbers) == words


YES, NO = Standing.VERIFIED, Standing.DISPUTED
OVER = {"a": YES, "b": NO}


def decided(*decisions: Decision, held=None, **claim) -> ReportClaim:
    held = (Held(A, VERIFIED, 0), Held(B, DISPUTED, 0)) if held is None else held
    found = ruled(decisions, standings(held), NAMED.__getitem__)
    return ReportClaim(ClaimId("1"), claim.get("number", 1), Span(0, 1), "x", False, held, found)


def by(reviewer: str, outcome: Standing, at: int = 1, **values) -> Decision:
    return Decision(reviewer, outcome, over=values.pop("over", OVER), order=(at, ""), **values)


def test_a_decision_is_the_outcome_whatever_people_hold():
    assert decided().outcome is Outcome.OPEN
    assert decided().decision is None
    assert decided().differing == ()
    assert decided(by("c", NO)).outcome is Outcome.DISPUTED
    assert decided(by("c", Standing.NOT_CHECKABLE), held=()).outcome is Outcome.NOT_CHECKABLE


def test_of_several_decisions_the_last_stands_and_others_are_told_beside_it():
    claim = decided(by("a", YES, 1), by("c", NO, 3), by("b", NO, 2))
    assert [one.reviewer for one in claim.decisions] == [C, B, A]
    assert claim.decision is claim.decisions[0]
    assert [one.reviewer for one in claim.differing] == [A]


def test_whoever_held_something_else_was_overruled_elsewhere_too():
    (one,) = decided(by("c", YES)).decisions
    assert one.overruled == (B,)
    (one,) = decided(by("b", YES, over={}, elsewhere={"other": {"a": NO}})).decisions
    assert one.overruled == (A,)


@pytest.mark.parametrize(
    ("reviewer", "values", "party"),
    [
        ("a", {}, True),
        ("b", {}, True),
        ("c", {}, False),
        ("c", {"over": {**OVER, "c": None}}, False),
        ("a", {"over": {"a": YES, "b": YES}}, False),
        ("c", {"over": {"a": NO}, "elsewhere": {"other": {"c": YES}}}, True),
    ],
)
def test_a_reviewer_who_held_one_of_the_tags_that_differed_is_a_party(reviewer, values, party):
    (one,) = decided(by(reviewer, YES, **values)).decisions
    assert one.party is party


def test_a_decision_asks_again_when_this_claim_is_judged_otherwise():
    assert not decided(by("c", NO)).decisions[0].stale
    changed = (Held(A, DISPUTED, 0), Held(B, DISPUTED, 0))
    assert decided(by("c", NO), held=changed).decisions[0].stale
    elsewhere = by("c", NO, elsewhere={"other": {"a": YES}})
    assert not decided(elsewhere).decisions[0].stale


def test_without_somebody_nothing_of_theirs_is_left_and_the_rest_stands():
    claim = decided(by("b", YES, 2), by("c", YES, 1)).without({"b"})
    assert [one.analyst for one in claim.held] == [A]
    assert [one.reviewer for one in claim.decisions] == [C]
    assert claim.decisions[0].overruled == ()
    assert not claim.decisions[0].stale


def test_changes_since_it_was_settled_are_counted():
    claim, aside = decided(by("c", NO)), decided(by("c", NO), number=None)
    settled = Stage(ArticleStage.SETTLED, "a", 1, digests={"1": digest(OVER, NO)})
    assert changes_since(settled, [claim]) == 0
    assert changes_since(settled, [decided()]) == 1
    assert changes_since(settled, []) == 1
    assert changes_since(Stage(), [decided()]) == 0
    furniture = Stage(ArticleStage.SETTLED, "a", 1, digests={"1": digest({}, NO)})
    assert changes_since(furniture, [aside]) == 0
    untouched = decided(held=())
    retired = ReportClaim(ClaimId("2"), None, Span(0, 1), "x", True, (Held(A, VERIFIED, 0),))
    assert changes_since(Stage(ArticleStage.SETTLED, "a", 1), [untouched, retired]) == 0


def test_people_are_called_by_name_or_by_the_beginning_of_their_id():
    article = Article(article_id("0" * 64), "x", "0" * 64)
    named = Report(article, (), (), (A, Analyst("123456789", "")), (), 0, "Ada").names()
    assert [named("a"), named("123456789"), named("abcdefghi")] == ["Ada", "12345678", "abcdefgh"]


def test_evidence_is_listed_once_and_what_did_not_come_along_not_at_all():
    item = Item("i", "a", title="A map")
    links = [Link(name, Stance.SUPPORTS) for name in ("i", "gone")]
    record = Record((Linked(links[0], item), Linked(links[1], None)), ())
    people = tuple(Held(person, VERIFIED, 0, record) for person in (A, B))
    made = ReportClaim(ClaimId("1"), 1, Span(0, 1), "x", False, people)
    article = Article(article_id("0" * 64), "x", "0" * 64)
    report = Report(article, (), (made,), (A, B), (), 0, "Ada")
    assert report.items == (item,)
    assert report.first_said("a") == {}
