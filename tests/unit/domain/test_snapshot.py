"""Numbers, steps and counts over the columns of a snapshot."""

from array import array

import pytest

from annotator.domain.article import (
    Article,
    Passage,
    PassageKind,
    Span,
    article_id,
    claim_id,
    text_hash,
)
from annotator.domain.snapshot import Snapshot, claim_name, indices, number_label
from annotator.domain.tags import Standing

TEXT = "Title\n\nOne. Two. Three.\n\nLeave a reply"
TITLE, ONE, TWO, THREE, REPLY = (
    Span(0, 5),
    Span(7, 11),
    Span(12, 16),
    Span(17, 23),
    Span(25, 38),
)
PASSAGES = (
    Passage(PassageKind.TITLE, 0, 5),
    Passage(PassageKind.BODY, 7, 23),
    Passage(PassageKind.BOILERPLATE, 25, 38),
)


def snapshot(*spans: Span, standings: bytes | None = None, passages=PASSAGES) -> Snapshot:
    spans = spans or (TITLE, ONE, TWO, THREE, REPLY)
    article = Article(article_id(text_hash(TEXT)), TEXT, text_hash(TEXT), title="Title")
    if standings is None:
        standings = bytes(Standing.FURNITURE if span == REPLY else 0 for span in spans)
    return Snapshot(
        article,
        passages,
        array("q", [span.start for span in spans]),
        array("q", [span.end for span in spans]),
        standings,
        bytes(len(spans)),
    )


def test_the_title_is_t_and_furniture_has_no_number():
    assert [snapshot().number(index) for index in range(5)] == [0, 1, 2, 3, None]
    assert snapshot().last_number == 3
    assert snapshot().has_title_claim


def test_a_number_finds_its_claim_and_back():
    page = snapshot()
    for number in range(4):
        index = page.index_of_number(number)
        assert index is not None
        assert page.number(index) == number
    assert page.index_of_number(4) is None
    assert page.index_of_number(-1) is None


def test_numbers_skip_furniture_in_the_middle():
    page = snapshot(standings=bytes([0, 0, Standing.FURNITURE, 0, 0]))
    assert [page.number(index) for index in range(5)] == [0, 1, None, 2, 3]
    assert [page.index_of_number(number) for number in range(4)] == [0, 1, 3, 4]


def test_a_title_that_is_furniture_is_no_t():
    page = snapshot(standings=bytes([Standing.FURNITURE, 0, 0, 0, 0]))
    assert page.index_of_number(0) is None
    assert not page.has_title_claim
    assert page.number(1) == 1


def test_only_the_first_claim_of_the_title_is_t():
    page = snapshot(Span(0, 2), Span(2, 5), ONE)
    assert [page.number(index) for index in range(3)] == [0, 1, 2]


def test_an_article_without_a_title_has_no_t():
    page = snapshot(ONE, TWO, passages=PASSAGES[1:])
    assert page.title_index is None
    assert page.index_of_number(0) is None
    assert [page.number(index) for index in range(2)] == [1, 2]


def test_a_title_passage_without_a_claim_gives_no_t():
    assert snapshot(ONE, TWO).title_index is None


def test_counts_leave_furniture_out_of_the_total():
    page = snapshot(standings=bytes([1, 2, 0, 0, Standing.FURNITURE]))
    assert page.counts()[Standing.VERIFIED] == 1
    assert page.count(Standing.UNTAGGED) == 2
    assert page.total == 4
    assert page.done == 2


def test_next_untagged_goes_round_the_end():
    page = snapshot(standings=bytes([0, 1, 0, 1, Standing.FURNITURE]))
    assert page.next_untagged(0) == 2
    assert page.next_untagged(2) == 0
    assert snapshot(standings=bytes([1, 1, 1, 1, 6])).next_untagged(0) is None


def test_a_step_leaves_furniture_out():
    page = snapshot(standings=bytes([0, Standing.FURNITURE, 0, 0, Standing.FURNITURE]))
    assert page.step(0, 1) == 2
    assert page.step(2, -1) == 0
    assert page.step(3, 1) is None
    assert page.step(0, -1) is None


def test_overlapping_claims_are_all_found():
    inner = Span(12, 23)
    page = snapshot(ONE, inner, TWO, THREE)
    assert page.covering(13) == [1, 2]
    assert page.covering(18) == [1, 3]
    assert page.covering(11) == []
    assert page.covering(7, 23) == [0, 1, 2, 3]


def test_a_span_finds_its_claim_among_those_with_the_same_start():
    page = snapshot(Span(7, 23), ONE, TWO)
    assert page.index_of(ONE) == 1
    assert page.index_of(Span(7, 23)) == 0
    assert page.index_of(Span(7, 9)) is None
    assert indices(page, [TWO, Span(0, 1), ONE]) == [1, 2]


def test_a_passage_is_found_by_any_of_its_characters():
    page = snapshot()
    assert page.passage_index(0) == 0
    assert page.passage_index(22) == 1
    assert page.passage_index(23) is None
    assert snapshot(passages=()).passage_index(3) is None


def test_a_claim_says_what_it_is():
    claim = snapshot().claim(2)
    assert (claim.text, claim.number, claim.name) == ("Two.", 2, "claim 2")
    assert claim.id == claim_id(snapshot().article.id, TWO)
    assert next(claim.name for claim in snapshot().claims()) == "the title"


def test_changing_how_one_claim_stands_leaves_the_old_snapshot_alone():
    before = snapshot()
    numbers = [before.number(index) for index in range(5)]
    after = before.with_standings({1: (Standing.DISPUTED, True)})
    assert before.standing(1) is Standing.UNTAGGED
    assert after.standing(1) is Standing.DISPUTED
    assert after.claim(1).has_note
    assert after.count(Standing.DISPUTED) == 1
    assert [after.number(index) for index in range(5)] == numbers


def test_furniture_stays_furniture_whatever_is_held_of_it():
    after = snapshot().with_standings({4: (Standing.VERIFIED, True)})
    assert after.standing(4) is Standing.FURNITURE


@pytest.mark.parametrize(
    ("number", "name", "label"),
    [(0, "the title", "T"), (7, "claim 7", "7"), (None, "page furniture", "")],
)
def test_names(number, name, label):
    assert claim_name(number) == name
    assert number_label(number) == label
