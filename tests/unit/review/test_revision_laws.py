"""What holds for any two versions: every claim has one fate, and nothing that weighs is carried."""

from __future__ import annotations

from collections import Counter

from hypothesis import given

from annotator.review.quotations import quotation
from annotator.review.revision import OPEN, Comparison, Fate, classified
from annotator.review.weighing import weighs
from unit.review.test_alignment_laws import ARTICLES, TWO
from unit.review.texts import Paragraphs, aligned, told


def compared(texts: tuple[Paragraphs, Paragraphs]) -> Comparison:
    return classified(aligned(*texts))


@given(TWO)
def test_every_claim_before_has_one_fate_and_the_numbers_add_up(texts):
    found = compared(texts)
    assert [line.here for line in found.lines] == told(texts[0])[1]
    assert found.carried + found.changed + found.gone == found.before == len(told(texts[0])[1])
    assert sum(found.fates.values()) == found.before


@given(TWO)
def test_every_claim_after_is_new_or_named_and_is_the_certain_place_of_one_at_most(texts):
    found = compared(texts)
    named = {place for line in found.lines for place in line.places}
    assert sorted([*found.new, *named]) == told(texts[1])[1]
    certain = Counter(line.there for line in found.lines if line.there)
    assert set(certain.values()) <= {1}


@given(TWO)
def test_carried_means_the_same_words_after_the_same_words(texts):
    (here, ours), (there, theirs) = map(told, texts)
    for line in compared(texts).lines:
        if line.fate is Fate.CARRIED:
            assert line.there is not None
            a, b = ours.index(line.here), theirs.index(line.there)
            said = quotation(here, line.here), quotation(there, line.there)
            assert said[0] == said[1]
            assert weighs(*said) == ()
            before = quotation(here, ours[a - 1]) if a else None
            assert before == (quotation(there, theirs[b - 1]) if b else None)


@given(TWO)
def test_what_may_be_confirmed_says_the_same_or_was_weighed(texts):
    (here, _), (there, _) = map(told, texts)
    for line in compared(texts).lines:
        said = quotation(here, line.here)
        others = [quotation(there, place) for place in line.places]
        assert bool(line.places) == (line.fate is not Fate.GONE)
        assert bool(line.weighs) == (line.fate is Fate.AGAIN)
        assert line.fate not in OPEN or any(line.may_be(place) for place in line.places)
        if line.fate is Fate.ASKED:
            assert others == [said]
        if line.fate in (Fate.PROPOSED, Fate.AGAIN):
            assert others != [said]


@given(TWO)
def test_what_is_carried_is_carried_back(texts):
    forth, back = compared(texts), compared(texts[::-1])
    assert {(one.here, one.there) for one in forth.lines if one.fate is Fate.CARRIED} == {
        (one.there, one.here) for one in back.lines if one.fate is Fate.CARRIED
    }


@given(ARTICLES)
def test_a_text_is_all_carried_into_itself(article):
    found = compared((article, article))
    assert found.carried == found.before
    assert all(line.here == line.there for line in found.lines)
    assert found.new == ()


@given(ARTICLES)
def test_nothing_is_carried_into_another_text(article):
    there = [["quite another thing stands here"]]
    found = compared((article, there))
    assert (found.carried, len(found.new)) == (0, 1)
    assert found.gone == found.before
