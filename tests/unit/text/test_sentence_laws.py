"""What holds for any text whatever: nothing lost, nothing twice, nothing slow, no fault."""

import re
import sys
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.domain.article import Passage, Span
from annotator.text.passages import cut, passages
from annotator.text.rules import RULES
from annotator.text.sentences import CUTTER, HARD_BREAK, boundaries, sentences

PIECES = [
    ".", "!", "?", "…", "...", " . . .", "。", "؟", "।", '"', "“", "”", "«", "»", "'", "(", ")", "[3]",
    " ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u2028", "\u2029", "\x0c", "\x85", "\0", "\ud800",
    "\u200b", "\u200f", "\u202e", "\ufeff", "word", "Word", "the", "The", "Gen", "U.S", "a", "I", "5",
    "2020", "-", "—", "•", ":)", "😀", "e\u0301", "السلام", "यह", "他说", "と言う", "No", "etc", "www.a.b/?c=D",
]  # fmt: skip
HOSTILE = [
    ".", '"', "(", " ", "a.", "A.", "a. ", "A. ", ". ", "?", '!"', ". . ", "…", "\n", "\n\n", "\n- ",
    "[1]", ".[1]", ":)", ". :)", " :)", ".\u200b", "\u200b", " »", ". »", "1.", "1. ", "。」", ".a.b@",
    "Gen. ", "U.S. The ", "...a", ".x", "x.Xx ", "—", "*", "\u2029", "\x85", "\ud800", "\0", ".\n", "😀",
    "a — ", "a — Oh ", "— ", " .. i", "a.. i ", "”.x", "a\"ב.", "ש\"ח. ", "3 m. ", "3 U. S. 5 ", "freundl. ", "。」と", "？」は", "(a?) ب",
    "5 p.m. ", "At 5 p.m. ", "\"?\" a ", "\u2028", "\u202e.", "\udfff.", "\U000e0001", "e\u0301. ", "٣. ", "g. ", "в 2004 г. Ив ",
]  # fmt: skip
INVISIBLE_PIECES = ". !?\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2069\ufeff\u00ad\u0085\u2028\u2029\x00\x1b\ud800\udc00\u0301"
TEXTS = st.one_of(
    st.text(st.characters()), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
)
LANGUAGES = st.sampled_from([None, "en", "de", "ja", "hi", "xx"])


def hold(text: str, spans: list[Span]) -> None:
    """Spans are in order, apart, trimmed, and only blanks lie between them."""
    place = 0
    for start, end in spans:
        assert place <= start < end <= len(text)
        assert not text[place:start].strip()
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        place = end
    assert not text[place:].strip()


@given(TEXTS, LANGUAGES)
@example("\ud800. A.\u2028B.\x85C.\0 D.\x0cE", None)
@example("\u200b\n\n\u200b", None)
@example("a.\n  - B.\n  • C.", "en")
def test_every_character_that_is_no_blank_is_in_one_sentence(text, language):
    hold(text, sentences(text, language))


@given(TEXTS, LANGUAGES)
def test_passages_and_claims_keep_the_same_law(text, language):
    found = passages(text)
    hold(text, [passage.span for passage in found])
    claims = cut(text, found, language)
    hold(text, claims)
    assert all(any(p.start <= c.start and c.end <= p.end for p in found) for c in claims)


@given(TEXTS, LANGUAGES)
def test_boundaries_explain_exactly_the_cuts(text, language):
    names = {rule.name for rule in RULES} | {"end mark", HARD_BREAK}
    found = boundaries(text, language)
    assert {boundary.rule for boundary in found} <= names
    ends = [span.end for span in sentences(text, language)][:-1]
    assert [boundary.at for boundary in found if boundary.split] == ends


@given(TEXTS)
def test_cutting_is_the_same_each_time_and_in_each_paragraph(text):
    assert sentences(text, "en") == sentences(text, "en")
    alone = [
        Span(passage.start + start, passage.start + end)
        for passage in passages(text)
        for start, end in sentences(text[passage.start : passage.end], "en")
    ]
    whole = cut(text, [Passage(p.kind, p.start, p.end) for p in passages(text)], "en")
    if not any(p.kind == "title" for p in passages(text)):
        assert alone == whole


@pytest.mark.parametrize("run", HOSTILE)
def test_a_long_run_of_anything_is_cut_in_linear_time(run):
    # Quadratic time would take far too long here; the law is what is checked.
    text = (run * (20_000 // len(run) + 1))[:20_000]
    hold(text, sentences(text, "en"))
    hold(text, cut(text, passages(text)))


def calls(text: str) -> int:
    """How many calls a cut makes, of functions of ours and of the interpreter's."""
    made = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        sentences(text, "en")
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize("run", HOSTILE)
def test_twice_the_text_makes_no_more_than_twice_the_calls(run):
    # Counted, not timed; what a call may look at is bounded by candidate.REACH.
    sentences("Once, to read the lists.", "en")
    short = (run * 2_000)[:2_000]
    assert calls(short + short) <= 2 * calls(short) + 400


@given(TEXTS, TEXTS)
def test_what_comes_behind_a_hard_break_changes_nothing_before_it(text, more):
    before = sentences(text + "\n\n", "en")
    assert sentences(text + "\n\n" + more, "en")[: len(before)] == before


@given(st.text(st.sampled_from(list(INVISIBLE_PIECES))))
def test_characters_that_show_nothing_do_no_harm(text):
    hold(text, sentences(text))
    hold("Er" + text, sentences("Er" + text, "de"))


def test_an_empty_text_has_no_sentence():
    assert sentences("") == []
    assert sentences(" \n\t\u2029 ") == []
    assert passages("") == []
    assert boundaries("") == []


def test_a_boundary_names_its_rule():
    found = boundaries("Gen. Smith came. He left!\n\nThe end.", "en")
    assert [(b.at, b.rule, b.split) for b in found] == [
        (4, "abbreviation that goes on", False),
        (16, "plain end", True),
        (25, HARD_BREAK, True),
    ]


def test_rules_have_names_of_their_own():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.vote.__doc__ for rule in RULES)


def test_the_cutter_has_a_version():
    assert re.fullmatch(r"annotator-\d+", CUTTER)
