"""Quotations in the marks of any language; apostrophes are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Span
from annotator.text.quotations import quotations


def quoted(text: str) -> list[str]:
    return [text[slice(*one.inner)] for one in quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “a b” and ‘c’ of Hamas’ men", ["a b", "c"]),
        ("»Hallo«, sagte er", ["Hallo"]),
        ("„Ja“, sagte er, „nein”", ["Ja", "nein"]),
        ("«Oui», dit-il, « non »", ["Oui", "non"]),
        ("”Ja”, sade han", ["Ja"]),
        ("「はい」と言う『え』", ["はい", "え"]),
        ('He said:“Go” and "stay"', ["Go", "stay"]),
        ("“Outer ‘inner’ more” z", ["Outer ‘inner’ more"]),
        ("«a «b» c» d", ["a «b» c"]),
        ("the '90s and 'rock' of it's", ["rock"]),
        ("Iran’s ’90s men’s", []),
        ('5\'10" and "x"', ["x"]),
        ("“”, ”, « »", []),
        ("the boys' toys'", []),
        ("' a'", []),
        ('"', []),
        ("x “", []),
        ("he said. ‘No’", ["No"]),
    ],
)
def test_quotations_are_found_between_their_marks(text, expected):
    assert quoted(text) == expected


def test_a_quotation_of_several_sentences_begins_in_one_claim_and_ends_in_another():
    begun = quotations("He said, “We will", Span(0, 17))
    assert [(one.span, one.closed) for one in begun] == [(Span(9, 17), False)]
    ended = quotations("and go.” He left. “Yes.”", Span(0, 24))
    assert [(one.inner, one.opened) for one in ended] == [
        (Span(0, 7), False),
        (Span(19, 23), True),
    ]
    assert quoted('and so on." He went') == ["and so on."]
    assert quoted('said."Next') == []


def test_only_the_stretch_is_read_and_places_are_those_of_the_text():
    text = "“a” “bc” “d”"
    assert quotations(text, Span(4, 8)) == [((4, 8), (5, 7), True, True)]


@given(st.text(st.sampled_from("a .,“”„«»‹›'’‘\"「」`\n😀\ud800")))
def test_quotations_stand_apart_in_order_and_hold_something(text):
    place = 0
    for one in quotations(text, Span(0, len(text))):
        assert place <= one.span.start <= one.inner.start < one.inner.end <= one.span.end
        assert any(map(str.isalnum, text[slice(*one.inner)]))
        place = one.span.end
