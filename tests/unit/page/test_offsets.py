"""Code points to UTF-16 units and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.offsets import Utf16, otherwise_counted

TEXTS = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("😀👨‍👩‍👧🇮🇷é"))
)


def units_of(text: str) -> int:
    """What any UTF-16 encoder says: the oracle."""
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_every_position_is_what_an_encoder_counts(text: str) -> None:
    convert = Utf16(text)
    assert convert.length == units_of(text)
    for at in range(len(text) + 1):
        units = convert.units(at)
        assert units == units_of(text[:at])
        assert convert.code_points(units) == at


@pytest.mark.parametrize(("units", "code_points"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_the_middle_of_a_pair_is_its_beginning(units: int, code_points: int) -> None:
    assert Utf16("a😀😀").code_points(units) == code_points


FILES = {
    "UTF-16 units": (lambda text: text, "utf-16-le", 2),
    "a byte order mark": (lambda text: "\ufeff" + text, "utf-32-le", 4),
    "CRLF": (lambda text: text.replace("\n", "\r\n"), "utf-32-le", 4),
    "UTF-16 units, a byte order mark": (lambda text: "\ufeff" + text, "utf-16-le", 2),
    "UTF-16 units, CRLF": (lambda text: text.replace("\n", "\r\n"), "utf-16-le", 2),
    "CRLF, a byte order mark": (lambda text: "\ufeff" + text.replace("\n", "\r\n"), "utf-32-le", 4),
    "all of it": (lambda text: "\ufeff" + text.replace("\n", "\r\n"), "utf-16-le", 2),
}
"""How the file looked that somebody counted, in the order of ``otherwise_counted``."""


@pytest.mark.parametrize("number", range(len(FILES)), ids=FILES)
@given(text=TEXTS.map(lambda text: text.replace("\r", "\n")))
def test_what_others_count_is_found_again(number: int, text: str) -> None:
    as_file, codec, size = list(FILES.values())[number]
    way = otherwise_counted(text)[number]
    for at in range(len(text) + 1):
        head = as_file(text[:at]).encode(codec)
        assert way.units(at) == len(head) // size
        assert way.exactly(len(head) // size) == at
    assert way.length == len(as_file(text).encode(codec)) // size
    assert way.exactly(way.length + 1) is None
    assert way.exactly(-1) is None


def test_the_middle_of_a_line_end_or_a_pair_is_nowhere() -> None:
    way = otherwise_counted("a\n😀b")[-1]
    found = [way.exactly(units) for units in range(way.length + 1)]
    assert found == [None, 0, 1, None, 2, None, 3, 4]
