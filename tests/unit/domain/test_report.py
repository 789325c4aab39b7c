"""What a report makes of what people hold."""

import pytest

from annotator.domain.article import Article, ClaimId, Span, article_id
from annotator.domain.assessment import Analyst, Assessment
from annotator.domain.report import (
    Held,
    Outcome,
    Report,
    ReportClaim,
    claims_name,
    counted_name,
    shared_outcome,
)
from annotator.domain.tags import Standing, Tag

A, B = Analyst("a", "Ada"), Analyst("b", "Ben")
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
