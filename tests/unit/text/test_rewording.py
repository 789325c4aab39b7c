"""A proposed wording against its sentence: what is struck, what is new, nothing lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.rewording import MOST_CELLS, PieceKind, changed_words

SENTENCE = "According to the report, the second explosion took place approximately 2,000 feet away."
SAME, DROPPED, NEW = PieceKind
TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            [
                "the ",
                "blast",
                " blast",
                "2,000",
                " feet",
                "  ",
                "\n",
                ".",
                "他",
                "说",
                "e\u0301",
                "👩‍👧",
            ]
        ),
        max_size=60,
    ).map("".join),
)


def shown(old: str, new: str) -> str:
    marks = {SAME: "{}", DROPPED: "[-{}-]", NEW: "{{+{}+}}"}
    return "".join(marks[kind].format(text) for text, kind in changed_words(old, new))


@given(TEXTS, TEXTS)
def test_both_wordings_can_be_put_together_from_the_pieces(old, new):
    pieces = changed_words(old, new)
    assert "".join(text for text, kind in pieces if kind is not NEW) == old
    assert "".join(text for text, kind in pieces if kind is not DROPPED) == new
    assert all(text for text, _ in pieces)
    kinds = [kind for _, kind in pieces]
    assert all(one is not other for one, other in pairwise(kinds))
    assert (NEW, DROPPED) not in pairwise(kinds)


@given(TEXTS)
def test_what_was_not_changed_is_one_piece(text):
    assert changed_words(text, text) == (((text, SAME),) if text else ())


def test_the_drawn_wording_strikes_one_word_and_underlines_the_rest():
    new = SENTENCE[:-5] + "(610 m) from the tomb; a survey map puts it at 1,300 feet (396 m)."
    assert shown(SENTENCE, new) == (
        "According to the report, the second explosion took place approximately 2,000 feet "
        "[-away-]{+(610 m) from the tomb; a survey map puts it at 1,300 feet (396 m)+}."
    )


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("At Least 95 Killed", "At Least 84 Killed", "At Least [-95-]{+84+} Killed"),
        ("in Iran.", "in Iran, by its count.", "in Iran{+, by its count+}."),
        ("他说今天很好。", "他说昨天很好。", "他说[-今-]{+昨+}天很好。"),
        ("the cafe\u0301", "the cafe", "the [-cafe\u0301-]{+cafe+}"),
        ("a b", "a  b", "a[- -]{+  +}b"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("a b c a", "b c a d", "[-a -]b c a{+ d+}"),
    ],
)
def test_words_are_changed_and_not_letters(old, new, pieces):
    assert shown(old, new) == pieces


def test_a_word_that_stays_by_chance_amid_other_words_is_not_kept():
    old = "one two three four of five six seven eight"
    new = "nine ten eleven twelve of thirteen fourteen fifteen sixteen"
    assert changed_words(old, new) == ((old, DROPPED), (new, NEW))


def test_words_that_moved_are_found_in_their_longest_order():
    assert shown("x a b c d e", "a b c d e x") == "[-x -]a b c d e{+ x+}"


def test_the_longest_common_words_are_found_where_none_stands_once():
    assert shown("a a a", "b a b") == "[-a a-]{+b+} a{+ b+}"
    assert shown("a b a b c c", "b a b a c c") == "[-a -]b a b{+ a+} c c"


def test_where_too_many_words_differ_all_of_them_are_new():
    count = int(MOST_CELLS**0.5) + 1
    old, new = "p " + "a b " * count + "q", "p " + "b c " * count + "q"
    assert [kind for _, kind in changed_words(old, new)] == [SAME, DROPPED, NEW, SAME]


@pytest.mark.parametrize(
    "run", ["a ", "the cat ", "x", " ", ".", "他", "a\u0301", "\ud800", "👩‍👧"]
)
def test_a_hundred_thousand_characters_are_compared(run):
    old = (run * 100_000)[:100_000]
    pieces = changed_words(old, f"{old[:50_000]} new {old[60_000:]}")
    assert "".join(text for text, kind in pieces if kind is not NEW) == old
