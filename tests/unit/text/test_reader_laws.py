"""What holds of every reader of a claim, for any text whatever: places, order, no fault."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Span
from annotator.text.attributing import suggested
from annotator.text.days import days_said, needs_published
from annotator.text.facts import facts
from annotator.text.quantities import alike, converted, quantities, said
from annotator.text.sentences import sentences
from annotator.text.wordbook import codes

PUBLISHED = date(2024, 1, 4)
PIECES = [
    "officials", "Officials", "said", "reported", "that", "“", "”", "‘", "’", '"', "'", "«", "»", ",", ".", " ", " ",
    " ", " ", "\n\n", "-", "–", "2,000", "feet", "95", "10-15", "1.2.3", "$", "%", "two", "million", "of", "the",
    "report", "Iran", "Iran’s", "al-Adl", "then-President", "Gen.", "W.", "U.S.", "a.m.", "10:30", "2020", "1990",
    "s", "in", "Wednesday", "last", "next", "week", "January", "ago", "years", "past", "according to", "Reuters",
    "he", "it", "they", "not", "and", "while", "as", "called", "told", "in an interview with", "citing", "with",
    "saying", "Ann Lee", "mayor", "has", "was", "one", "\0", "\ud800", "😀", "e\u0301", "سلام", "گفت", "که", "قال",
    "إن", "لوكالة", "、", "他说", "l’", "selon", "laut", "göre", "\u202e", "\u00a0", "123", "٩٥", "´",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters()),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
)
LANGUAGES = st.sampled_from([None, "xx", *codes()])
HOSTILE = [
    "officials ", "said ", "“a” said ", "Aaa ", "Mr ", "Mr. ", "two of ", "123 ", "according to officials ", "also ",
    "“", '"', "'", " , ", "2020 ", "in 2020 ", "one ", "million ", "hundred ", "the report ", "of ", "Al-A ", "a-b-",
    "said that ", "last Wednesday ", "1,000,", "$5 ", "- ", ". ", "\ud800", "\0", "😀", "سلام ", "他说", "and Smith said ",
    "Gen. ", "U.S.", "A", "’s ", "Israel’s ", "called it ", "in an interview with ", "January ", "5", "he said, “a,” ",
]  # fmt: skip


def stretch(text: str, data: st.DataObject) -> Span:
    start = data.draw(st.integers(0, len(text)))
    return Span(start, data.draw(st.integers(start, len(text))))


def hold(span: Span, inner: Span) -> None:
    assert span.start <= inner.start < inner.end <= span.end


@given(TEXTS, LANGUAGES, st.data())
def test_facts_stand_in_the_stretch_in_order_and_apart(text, language, data):
    span = stretch(text, data)
    place = span.start
    for one in facts(text, span, language):
        hold(span, one.span)
        assert place <= one.span.start
        place = one.span.end


@given(TEXTS, LANGUAGES, st.data())
def test_quantities_and_days_stand_in_the_stretch_in_order(text, language, data):
    span = stretch(text, data)
    found = quantities(text, span, language)
    assert [one.span for one in found] == sorted(one.span for one in found)
    for one in found:
        hold(span, one.span)
        assert said(one)
        assert converted(one) != ""
    assert all(len(group) > 1 for group in alike(found, language))
    days = days_said(text, span, PUBLISHED, language)
    assert [one.span for one in days] == sorted(one.span for one in days)
    for day in days:
        hold(span, day.span)
    if not needs_published(text, span, language):
        assert days == days_said(text, span, None, language)


@given(TEXTS, LANGUAGES, st.data())
def test_suggestions_stand_in_the_claim_and_what_is_meant_in_one_before(text, language, data):
    claims = sentences(text, language) or [Span(0, len(text))]
    index = data.draw(st.integers(0, len(claims) - 1))
    for one in suggested(text, claims, index, language):
        for inner in (one.source, one.cue, *one.via, *([one.content] if one.content else [])):
            hold(claims[index], inner)
        assert (one.named_in is None) == (one.name is None)
        if one.named_in and one.name:
            assert one.named_in in claims[:index]
            hold(one.named_in, one.name)
        assert one.source not in one.via


@given(TEXTS, LANGUAGES)
def test_what_stands_around_a_claim_does_not_move_what_is_found_in_it(text, language):
    before = "\u2029" * 3
    moved = [
        Span(one.span.start - 3, one.span.end - 3)
        for one in facts(before + text, Span(3, len(text) + 3), language or "en")
    ]
    assert moved == [one.span for one in facts(text, Span(0, len(text)), language or "en")]


@pytest.mark.parametrize("run", HOSTILE)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_long_run_of_anything_is_read_in_linear_time(run, language):
    # Quadratic time would take far too long here; the law is what is checked.
    text = (run * (6_000 // len(run) + 1))[:6_000]
    span = Span(0, len(text))
    for one in facts(text, span, language):
        hold(span, one.span)
    for quantity in quantities(text, span, language):
        hold(span, quantity.span)
    for day in days_said(text, span, PUBLISHED, language):
        hold(span, day.span)
    for suggestion in suggested(text, [span], 0, language):
        hold(span, suggestion.source)


def test_a_claim_of_random_pieces_is_read_whole():
    rng = random.Random(12)
    text = " ".join(rng.choice(PIECES) for _ in range(5_000))
    span = Span(0, len(text))
    assert facts(text, span, "en")
    assert quantities(text, span, "en")
    assert days_said(text, span, PUBLISHED, "en")
