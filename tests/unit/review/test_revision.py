"""What becomes of an earlier version's sentences, by small examples."""

from __future__ import annotations

import pytest

from annotator.domain.article import Span
from annotator.review.quotations import quotation
from annotator.review.revision import MOST_PLACES, Comparison, Fate, Line, classified
from unit.review.texts import Paragraphs, aligned, told

CARRIED, ASKED, PROPOSED = Fate.CARRIED, Fate.ASKED, Fate.PROPOSED
AGAIN, SEVERAL, GONE = Fate.AGAIN, Fate.SEVERAL, Fate.GONE

STORY = [
    ["Blasts in Kerman"],
    ["Two explosions killed 95 people.", "Officials blamed militants.", "He denied it."],
    ["The crowd had come for a ceremony.", "Nobody has claimed the attack."],
]


def compared(here: Paragraphs, there: Paragraphs) -> Comparison:
    return classified(aligned(here, there))


def changed(old: str, *new: str) -> Paragraphs:
    """The story with one sentence replaced, or taken out."""
    return [
        [put for one in paragraph for put in (new if one == old else (one,))] for paragraph in STORY
    ]


def fates(there: Paragraphs) -> dict[str, Fate]:
    """What becomes of each sentence of the story that is not carried."""
    text, _ = told(STORY)
    lines = compared(STORY, there).lines
    return {quotation(text, line.here): line.fate for line in lines if line.fate is not CARRIED}


def test_an_unchanged_text_is_all_carried():
    found = compared(STORY, STORY)
    assert found.in_words == "6 claims before: 6 carried, 0 changed, 0 gone; none is new."
    assert all(line.there == line.here for line in found.lines)


def test_the_sentence_after_one_that_came_in_is_asked_for_he_may_be_somebody_else():
    there = changed("He denied it.", "The minister spoke.", "He denied it.")
    assert fates(there) == {"He denied it.": ASKED}


def test_the_sentence_after_one_that_went_is_asked_and_the_one_that_went_is_listed():
    there = changed("Officials blamed militants.")
    assert fates(there) == {"Officials blamed militants.": GONE, "He denied it.": ASKED}


def test_a_new_paragraph_does_not_make_the_sentence_before_another_one():
    there = [STORY[0], STORY[1][:2], STORY[1][2:], STORY[2]]
    assert fates(there) == {}


def test_where_another_paragraph_ends_before_it_the_same_sentence_is_asked():
    there = [STORY[0], ["A minister came."], *STORY[1:]]
    assert fates(there) == {"Two explosions killed 95 people.": ASKED}


@pytest.mark.parametrize(
    ("old", "new", "weighs"),
    [
        ("Two explosions killed 95 people.", "Two explosions killed 103 people.", "number 95 → 103"),
        ("Officials blamed militants.", "Officials blamed no militants.", "negation"),
        ("The crowd had come for a ceremony.", "The crowd had come for a Hamas ceremony.",
         "name Hamas added"),
    ],
)  # fmt: skip
def test_where_a_number_a_name_or_a_negation_changed_it_is_checked_again(old, new, weighs):
    there = changed(old, new)
    lines = [line for line in compared(STORY, there).lines if line.fate is AGAIN]
    assert [line.weighs for line in lines] == [(weighs,)]
    assert [quotation(told(there)[0], place) for place in lines[0].places] == [new]


def test_a_slightly_changed_sentence_is_proposed_and_the_one_after_it_asked():
    there = changed("Officials blamed militants.", "Officials quickly blamed militants.")
    assert fates(there) == {"Officials blamed militants.": PROPOSED, "He denied it.": ASKED}


def test_the_same_sentence_twice_after_the_same_sentence_is_not_guessed():
    there = [*STORY, ["Officials blamed militants.", "He denied it.", "So it goes."]]
    found = compared(STORY, there)
    text, _ = told(STORY)
    several = {quotation(text, line.here): line for line in found.lines if line.fate is SEVERAL}
    assert list(several) == ["He denied it."]
    assert len(several["He denied it."].candidates) == 2
    assert several["He denied it."].there is None
    assert len(found.new) == 2, "the second “Officials…” and “So it goes.”"


def test_two_claims_for_one_place_are_both_asked():
    here = [["A story.", "He denied it.", "She left.", "He denied it.", "The end."]]
    there = [["A tale.", "He denied it.", "An end."]]
    lines = compared(here, there).lines
    assert [line.fate for line in lines if line.candidates] == [SEVERAL, SEVERAL]


def test_of_a_sentence_said_hundreds_of_times_only_the_places_about_its_turn_are_named():
    here = [["It began.", *["He denied it."] * 300]]
    there = [["So it goes.", "He denied it."] * 300]
    found = compared(here, there)
    named = [line.candidates for line in found.lines[1:]]
    assert {line.fate for line in found.lines[1:]} == {SEVERAL}
    assert {len(places) for places in named} == {MOST_PLACES}
    text, claims = told(there)
    said = [span for span in claims if quotation(text, span) == "He denied it."]
    assert all(said[turn] in places for turn, places in enumerate(named))
    assert len(found.new) == 300, "each place is named by somebody; “So it goes.” is new"


def test_of_two_rewordings_as_alike_none_is_taken():
    here = [["Officials blamed militants for it.", "The end."]]
    there = [
        ["Officials also blamed militants for it.", "Officials then blamed militants for it."],
        ["The end."],
    ]
    line = compared(here, there).lines[0]
    assert (line.fate, line.there, len(line.candidates)) == (SEVERAL, None, 2)
    assert compared(here, there).new == ()


def test_two_sentences_reworded_into_one_are_both_asked_or_gone():
    here = [["Officials also blamed militants.", "Officials then blamed militants.", "The end."]]
    there = [["Officials blamed militants.", "The end."]]
    assert [line.fate for line in compared(here, there).lines][:2] == [SEVERAL, GONE]


def test_a_block_that_moved_is_carried_but_for_its_first_sentence():
    there = [STORY[0], STORY[2], STORY[1]]
    assert fates(there) == {
        "Two explosions killed 95 people.": ASKED,
        "The crowd had come for a ceremony.": ASKED,
    }


def test_one_of_equal_sentences_that_is_gone_is_gone_where_the_other_is_certain():
    here = [["One.", "He denied it.", "Two.", "Three.", "He denied it.", "Four."]]
    there = [["One.", "He denied it.", "Two.", "Three.", "Four."]]
    lines = compared(here, there).lines
    assert [line.fate for line in lines] == [CARRIED, CARRIED, CARRIED, CARRIED, GONE, ASKED]


@pytest.mark.parametrize(
    ("there", "words"),
    [
        ([["A."]], "1 claim before: 1 carried, 0 changed, 0 gone; none is new."),
        ([["A.", "Zebras bark."]], "1 claim before: 1 carried, 0 changed, 0 gone; 1 is new."),
        ([["Zebras bark."], ["Dogs sing."]], "1 claim before: 0 carried, 0 changed, 1 gone; 2 are new."),
    ],
)  # fmt: skip
def test_the_summary_adds_up(there, words):
    assert compared([["A."]], there).in_words == words


def test_a_large_text_is_counted_with_commas():
    lines = tuple(Line(CARRIED, Span(at, at + 1), Span(at, at + 1)) for at in range(1_200))
    found = Comparison(lines, ())
    assert found.in_words == "1,200 claims before: 1,200 carried, 0 changed, 0 gone; none is new."


def test_only_what_is_open_may_be_said_to_be_the_same():
    here, there, other = Span(0, 1), Span(2, 3), Span(4, 5)
    assert Line(ASKED, here, there).may_be(there)
    assert Line(PROPOSED, here, there).may_be(there)
    assert Line(SEVERAL, here, candidates=(there, other)).may_be(other)
    assert not Line(SEVERAL, here, candidates=(there,)).may_be(other)
    assert not Line(AGAIN, here, there, weighs=("negation",)).may_be(there)
    assert not Line(CARRIED, here, there).may_be(there)
    assert not Line(GONE, here).may_be(there)
