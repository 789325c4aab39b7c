"""Whatever is typed is a search; what it finds is marked, and a long text is cut round it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.findquery import EXCERPT, MOST_WORDS, Query, Unit, excerpt, read_typed
from annotator.domain.findwords import joined


def half(*words: str) -> Unit:
    return Unit(words, half=True)


def whole(*words: str) -> Unit:
    return Unit(words, half=False)


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("kerman", [half("kerman")]),
        ("Kerman  tomb", [half("kerman"), half("tomb")]),
        ('"the report" said', [whole("the", "report"), half("said")]),
        ("“the report” said", [whole("the", "report"), half("said")]),
        ('"the rep', [half("the", "rep")]),
        ('a "b', [half("a"), half("b")]),
        ('foo" bar', [half("foo"), half("bar")]),
        ("(NEAR* - AND {x}: OR NOT ^", [half(w) for w in ("near", "and", "x", "or", "not")]),
        ("don't example.org/map", [half("don", "t"), half("example", "org", "map")]),
        ("習近平", [half("習近", "近平")]),
        ("平", [half("平")]),
        ("病毒test", [half("病毒", "毒", "test")]),
        ("👩\u200d👩\u200d👧", [half("👩", "👩", "👧")]),
        ("kerman KERMAN", [half("kerman")]),
        ('"" a "" "', [half("a")]),
        ("\0\ud800 x", [half("x")]),
        ("", []),
        ('"', []),
        ("*()-?!", []),
    ],
)
def test_what_is_typed_is_taken_apart(typed: str, units: list[Unit]) -> None:
    query = read_typed(typed)
    assert query == Query(tuple(units))
    assert bool(query) is bool(units)


def test_of_very_much_the_beginning_is_searched() -> None:
    assert read_typed("a" * 10_000) == read_typed("a" * 1_000)
    many = read_typed(" ".join(f"w{number}" for number in range(1_000)))
    assert len(many.units) == MOST_WORDS
    phrase = read_typed('"' + " ".join(f"w{number}" for number in range(400)) + '" more')
    assert [len(unit.words) for unit in phrase.units] == [MOST_WORDS]


TEXT = "In Kerman’s east the port said that 84 Kermanis saw the report."


@pytest.mark.parametrize(
    ("typed", "fits", "marked"),
    [
        ("kerman", True, ["Kerman", "Kermanis"]),
        ('"kerman"', True, ["Kerman"]),
        ("said rep", True, ["said", "report"]),
        ('"the report"', True, ["the report"]),
        ('"the said"', False, []),
        ('"the por', True, ["the port"]),
        ("kerman's", True, ["Kerman’s"]),
        ("port zebra", False, ["port"]),
        ("8", True, ["84"]),
        ("repor repo", True, ["report"]),
        ('"saw the report" the', True, ["the", "saw the report"]),
    ],
)
def test_where_a_text_has_it(typed: str, fits: bool, marked: list[str]) -> None:
    query = read_typed(typed)
    assert query.fits(joined(TEXT)) is fits
    assert [TEXT[start:end] for start, end in query.marks(TEXT)] == marked


def test_marks_that_touch_become_one() -> None:
    text = "習近平国家"
    assert [text[a:b] for a, b in read_typed("習近平").marks(text)] == ["習近平"]


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    found = excerpt("Ask\nthe\tKerman desk", ((8, 14),))
    assert found.text == "Ask the Kerman desk"
    assert found.marks == ((8, 14),)


def test_a_long_text_is_cut_round_the_first_words_that_were_found() -> None:
    text = "before " * 200 + "Kerman " + "behind " * 200 + "Kerman"
    marks = read_typed("kerman").marks(text)
    assert len(marks) == 2
    found = excerpt(text, marks)
    assert found.text.startswith("…before")
    assert found.text.endswith("…")
    assert len(found.text) <= EXCERPT + 2
    assert [found.text[a:b] for a, b in found.marks] == ["Kerman"]


def test_of_a_long_text_without_any_the_beginning_is_shown() -> None:
    assert excerpt("word " * 200).text == ("word " * 200)[:EXCERPT] + "…"


def test_a_mark_that_is_longer_than_what_is_shown_is_cut_with_it() -> None:
    found = excerpt("x" * 1_000, ((0, 1_000),))
    assert found.marks == ((0, EXCERPT),)


def test_the_end_of_a_text_is_shown_to_its_end() -> None:
    text = "x" * 500 + " Kerman"
    found = excerpt(text, ((501, 507),))
    assert found.text.endswith("Kerman")
    assert [found.text[a:b] for a, b in found.marks] == ["Kerman"]


@given(st.text(), st.text(max_size=30))
def test_whatever_is_typed_marks_words_of_the_text(text: str, typed: str) -> None:
    marks = read_typed(typed).marks(text)
    assert all(0 <= start < end <= len(text) for start, end in marks)
    assert all(one[1] < other[0] for one, other in pairwise(marks))
    shown = excerpt(text, marks)
    assert all(0 <= start < end <= len(shown.text) for start, end in shown.marks)


@given(st.text(min_size=1, max_size=30))
def test_a_text_has_what_was_typed_out_of_it(text: str) -> None:
    query = read_typed(text)
    assert query.fits(joined(text)) or not query
