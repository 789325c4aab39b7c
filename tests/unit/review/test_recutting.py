"""Cuts that somebody corrected stay as corrected in a later version of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Passage, PassageKind, Span
from annotator.review.recutting import Cutting, Recut, Repaint, recut, recuts, repaints
from unit.review.texts import told

BODY, ASIDE = PassageKind.BODY, PassageKind.BOILERPLATE
STORY = "It began. Dr. Who came. He left. The end."


def at(text: str, *words: str) -> tuple[Span, ...]:
    """Where these words stand, one after the other."""
    found, start = [], 0
    for one in words:
        start = text.index(one, start)
        found.append(Span(start, start + len(one)))
    return tuple(found)


FIRST = at(STORY, "It began.", "Dr.", "Who came.", "He left.", "The end.")
JOINED = at(STORY, "It began.", "Dr. Who came.", "He left.", "The end.")
LATER = "News. It began. Dr. Who came. He left. It is over."
CUT = at(LATER, "News.", "It began.", "Dr.", "Who came.", "He left.", "It is over.")


def words(text: str, cuts: list[Recut]) -> list[tuple[list[str], list[str]]]:
    return [
        ([text[slice(*one)] for one in cut.out], [text[slice(*one)] for one in cut.into])
        for cut in cuts
    ]


def test_what_was_joined_is_joined_where_the_same_words_stand():
    cuts = recuts(Cutting(STORY, FIRST, JOINED), LATER, CUT)
    assert words(LATER, cuts) == [(["Dr.", "Who came."], ["Dr. Who came."])]
    assert recut(CUT, cuts) == [*CUT[:2], Span(CUT[2].start, CUT[3].end), *CUT[4:]]


def test_what_was_split_is_split():
    cuts = recuts(
        Cutting(STORY, JOINED, FIRST), LATER, recut(CUT, [Recut(CUT[2:4], (Span(16, 29),))])
    )
    assert words(LATER, cuts) == [(["Dr. Who came."], ["Dr.", "Who came."])]


def test_other_borders_and_an_added_claim_come_along():
    live = (*at(STORY, "It began", "Dr.", "Who came.", "came", "He left.", "The end."),)
    cuts = recuts(Cutting(STORY, FIRST, live), LATER, CUT)
    assert words(LATER, cuts) == [(["It began."], ["It began"]), ([], ["came"])]


def test_what_begins_where_no_claim_began_at_first_is_left_alone():
    live = (Span(0, 12), *FIRST[2:])
    first = (Span(3, 9), *FIRST[1:])
    assert recuts(Cutting(STORY, first, live), LATER, CUT) == []


def test_nothing_is_cut_where_nothing_was_corrected():
    assert recuts(Cutting(STORY, FIRST, FIRST), LATER, CUT) == []


def test_nothing_is_cut_where_the_later_text_is_cut_like_that_already():
    there = recut(CUT, [Recut(CUT[2:4], (Span(CUT[2].start, CUT[3].end),))])
    assert recuts(Cutting(STORY, FIRST, JOINED), LATER, there) == []


def test_a_stretch_that_changed_is_left_as_it_was_cut():
    later = LATER.replace("Who", "No")
    claims = at(later, "News.", "It began.", "Dr.", "No came.", "He left.", "It is over.")
    assert recuts(Cutting(STORY, FIRST, JOINED), later, claims) == []


def test_a_stretch_that_stands_there_twice_is_not_guessed():
    later = LATER + " Dr. Who came."
    claims = (*CUT, *(Span(span.start + 35, span.end + 35) for span in CUT[2:4]))
    assert [later[slice(*one)] for one in claims[-2:]] == ["Dr.", "Who came."]
    assert recuts(Cutting(STORY, FIRST, JOINED), later, claims) == []


def test_a_stretch_that_stood_twice_already_is_the_first_or_the_second():
    text = "Dr. Who came. Dr. Who came."
    first = at(text, "Dr.", "Who came.", "Dr.", "Who came.")
    live = at(text, "Dr.", "Who came.", "Dr. Who came.")
    later = "So. " + text
    claims = (Span(0, 3), *(Span(span.start + 4, span.end + 4) for span in first))
    cuts = recuts(Cutting(text, first, live), later, claims)
    assert [cut.into for cut in cuts] == [(Span(18, 31),)]


@pytest.mark.parametrize(
    "claims",
    [
        at(LATER, "News.", "It began.", "Dr.", "Who came. He left.", "It is over."),
        at(LATER, "News.", "It began.", "Dr.", "Who", "came. He left.", "It is over."),
        at(LATER, "News.", "It began. Dr.", "Who came.", "He left.", "It is over."),
    ],
)
def test_a_place_that_lies_across_claims_is_left_alone(claims):
    assert recuts(Cutting(STORY, FIRST, JOINED), LATER, claims) == []


def test_what_was_set_aside_is_set_aside_and_what_was_made_text_is_text():
    earlier = Cutting(STORY, FIRST, FIRST)
    before = (Passage(BODY, 0, 32), Passage(ASIDE, 33, 41))
    now = (Passage(BODY, 0, 9), Passage(ASIDE, 10, 23), Passage(BODY, 24, 41))
    later = LATER.replace("It is over", "The end")
    claims = at(later, "News.", "It began.", "Dr.", "Who came.", "He left.", "The end.")
    found = repaints(
        earlier, before, now, later, claims, (Passage(BODY, 0, 38), Passage(ASIDE, 39, 48))
    )
    assert found == [
        Repaint(claims[2], ASIDE), Repaint(claims[3], ASIDE), Repaint(claims[5], BODY)
    ]  # fmt: skip
    assert repaints(earlier, before, now, later, claims, now) == []


def test_another_kind_of_text_is_no_correction():
    earlier = Cutting(STORY, FIRST, FIRST)
    before, now = (Passage(BODY, 0, 41),), (Passage(PassageKind.CAPTION, 0, 41),)
    assert repaints(earlier, before, now, STORY, FIRST, before) == []


SENTENCE = st.sampled_from(["Ja.", "No one. Came.", "Dr. X said so.", "He. Left. Then."])


@st.composite
def corrected(draw: st.DrawFn) -> tuple[str, list[Span], list[Span]]:
    """A text, its claims, and those after somebody joined neighbours."""
    text, first = told(draw(st.lists(st.lists(SENTENCE, min_size=1, max_size=4), max_size=4)))
    live = list(first)
    for _ in range(draw(st.integers(0, 3))):
        if len(live) > 1:
            index = draw(st.integers(0, len(live) - 2))
            live[index : index + 2] = [Span(live[index].start, live[index + 1].end)]
    return text, first, live


@given(corrected())
def test_the_same_text_is_cut_as_it_was_corrected_and_back(made):
    text, first, live = made
    cuts = recuts(Cutting(text, first, live), text, first)
    assert recut(first, cuts) == live
    assert recut(live, recuts(Cutting(text, live, first), text, live)) == first


@given(corrected(), corrected())
def test_whatever_the_other_text_is_every_claim_that_goes_was_there(made, other):
    text, claims, _ = other
    there = set(claims)
    for cut in recuts(Cutting(*made), text, claims):
        assert set(cut.out) <= there
        there = (there - set(cut.out)) | set(cut.into)
        assert all(0 <= one.start < one.end <= len(text) for one in cut.into)
