"""The string that is laid out, and its positions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.page.display import MARK, display

TEXTS = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("😀\n \u00a0é")),
    max_size=60,
)


@st.composite
def marked(draw: st.DrawFn) -> tuple[int, str, list[int]]:
    start, text = draw(st.integers(0, 50)), draw(TEXTS)
    marks = draw(st.lists(st.integers(0, len(text)), max_size=8))
    return start, text, sorted(start + mark for mark in marks)


@given(marked())
def test_every_offset_comes_back(case: tuple[int, str, list[int]]) -> None:
    start, text, marks = case
    shown = display(start, text, marks)
    for offset in range(start, start + len(text) + 1):
        assert shown.offset(shown.unit(offset)) == offset
        assert shown.offset(shown.unit(offset, before_marks=True)) == offset


@given(marked())
def test_a_mark_stands_before_each_claim_and_nothing_else_is_added(
    case: tuple[int, str, list[int]],
) -> None:
    start, text, marks = case
    shown = display(start, text, marks)
    units = shown.text.encode("utf-16-le", "surrogatepass")
    stand = [shown.mark_unit(which) for which in range(len(marks))]
    assert all(units[2 * at : 2 * at + 2].decode("utf-16-le") == MARK for at in stand)
    assert stand == sorted(set(stand))
    rest = b"".join(units[2 * i : 2 * i + 2] for i in range(len(units) // 2) if i not in stand)
    assert rest == display(start, text, []).text.encode("utf-16-le")
    assert [shown.offset(at) for at in stand] == marks


def test_the_end_of_a_claim_is_left_of_the_next_one_s_mark() -> None:
    shown = display(10, "One.Two.", [10, 14])
    assert shown.text == f"{MARK}One.{MARK}Two."
    assert shown.unit(14, before_marks=True) == 5
    assert shown.unit(14) == 6


def test_characters_that_would_do_harm_are_shown_as_something_else() -> None:
    shown = display(0, "a\x00\x1b\u2029b\tc\nd\x85e", [])
    assert shown.text == "a\ufffd\ufffd\u2028b\tc\u2028d\u2028e"


WRAPPED = (
    "The committee met on Tuesday to hear what the officials had to\n"
    "say about the explosions, and it was told that nobody had yet\n"
    "claimed responsibility for them, whatever the papers wrote.\n"
    "It rose at noon."
)
POEM = "Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye\nCould frame?"
ADDRESS = "Ministry of the Interior, Department of Public Information and Press\nTehran\nIran"


def test_lines_a_program_broke_run_on_and_an_author_s_stay() -> None:
    assert "\u2028" not in display(0, WRAPPED, []).text
    assert len(display(0, WRAPPED, []).text) == len(WRAPPED)
    for kept in (POEM, ADDRESS):
        assert display(0, kept, []).text.count("\u2028") == kept.count("\n")
