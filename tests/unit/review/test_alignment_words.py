"""The sentences a preview shows of an alignment."""

import pytest

from annotator.domain.article import Span
from annotator.review.alignment import Alignment, Pair, PairKind
from annotator.review.alignment_words import in_words, pair_in_words
from unit.review.texts import aligned

EXACT, MOVED, CHANGED, MISSING = PairKind
HERE, THERE = Span(0, 10), Span(20, 30)
A, B, C, D = "Alpha came.", "Beta saw.", "Gamma won.", "Delta left."


def of(*pairs: tuple[int, Pair]) -> Alignment:
    return Alignment("", "", tuple(pair for count, pair in pairs for _ in range(count)))


def test_a_sentence_for_every_kind():
    alignment = of(
        (45, Pair(EXACT, HERE, THERE)),
        (1, Pair(MOVED, HERE, THERE, elsewhere=True)),
        (2, Pair(CHANGED, HERE, THERE)),
        (1, Pair(MISSING, None, THERE)),
    )
    assert in_words(alignment) == (
        "45 of 48 claims are the same, 1 stands elsewhere, 2 are worded otherwise, "
        "1 is only in the other text."
    )


def test_every_kind_once_and_large_numbers():
    alignment = of(
        (99_000, Pair(EXACT, HERE, THERE)),
        (1_000, Pair(MOVED, HERE, THERE, elsewhere=True)),
        (1, Pair(MOVED, HERE, THERE)),
        (1, Pair(CHANGED, HERE, THERE)),
        (2, Pair(MISSING, HERE, None)),
        (3, Pair(MISSING, None, THERE)),
    )
    assert in_words(alignment) == (
        "99,000 of 100,004 claims are the same, 1,000 stand elsewhere, "
        "1 stands beside other claims, 1 is worded otherwise, 2 are only in this text, "
        "3 are only in the other text."
    )


def test_what_weighs_and_what_is_a_choice_is_said_after_it():
    alignment = of(
        (1, Pair(EXACT, HERE, THERE)),
        (1, Pair(CHANGED, HERE, THERE, weighs=("negation", "number 95 → 103"))),
        (2, Pair(MOVED, HERE, THERE, ambiguous=True)),
        (1, Pair(MISSING, HERE, None, ambiguous=True)),
    )
    assert in_words(alignment) == (
        "1 of 5 claims is the same, 2 stand beside other claims, 1 is worded otherwise, "
        "1 is only in this text. A number, a name or a negation is another in 1. "
        "For 2 more than one claim would fit."
    )


@pytest.mark.parametrize(
    ("here", "there", "words"),
    [
        ([], [], "Neither text has a claim."),
        ([[A]], [], "The other text has no claim, this one has 1."),
        ([], [[A, B]], "This text has no claim, the other has 2."),
        ([[A]], [[A]], "The one claim is the same."),
        ([[A, B]], [[A, B]], "Both claims are the same."),
        ([[A, B, C]], [[A, B, C]], "All 3 claims are the same."),
        ([[A]], [[B, C]], "The two texts share nothing: this one has 1 claim, the other 2."),
        ([[A]], [["Alpha came!"]], "The one claim is not the same, 1 is worded otherwise."),
        (
            [[A], [B]],
            [[B], [A]],
            "None of 2 claims is the same, 2 stand elsewhere.",
        ),
        ([[A]], [[A], [D]], "The one claim is the same, 1 is only in the other text."),
    ],
)
def test_an_alignment_in_words(here, there, words):
    assert in_words(aligned(here, there)) == words


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        (Pair(EXACT, HERE, THERE), "The same words in the same place."),
        (Pair(MOVED, HERE, THERE), "The same words, beside other claims."),
        (Pair(MOVED, HERE, THERE, elsewhere=True), "The same words, elsewhere."),
        (
            Pair(MOVED, HERE, THERE, elsewhere=True, ambiguous=True),
            "The same words, elsewhere. More than one claim would fit.",
        ),
        (Pair(CHANGED, HERE, THERE), "Worded otherwise."),
        (
            Pair(CHANGED, HERE, THERE, elsewhere=True, weighs=("number 95 → 103", "negation")),
            "Worded otherwise, and elsewhere: number 95 → 103; negation.",
        ),
        (Pair(MISSING, HERE, None), "Only in this text."),
        (Pair(MISSING, None, THERE), "Only in the other text."),
        (
            Pair(MISSING, HERE, None, ambiguous=True),
            "Only in this text. The same words are in the other text, but not as often.",
        ),
        (
            Pair(MISSING, None, THERE, ambiguous=True),
            "Only in the other text. The same words are in this text, but not as often.",
        ),
    ],
)
def test_a_pair_in_words(pair, words):
    assert pair_in_words(pair) == words
