"""Code points to UTF-16 units and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.offsets import Utf16

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
