from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.canonical import Json
from annotator.domain.enclosed import (
    LINKS,
    NOTHING_ENCLOSED,
    OFFERED,
    REMARKS,
    Enclosed,
    Hyperlink,
    Offered,
    Remark,
    RemarkKind,
    read_enclosed,
)

ENCLOSED = Enclosed(
    (Hyperlink(3, 9, "https://example.org/report"),),
    (Offered("author", "Ada", "the file’s properties"),),
    (
        Remark(
            RemarkKind.FOOTNOTE, 5, 5, "See p. 4", "Ben", "2026-01-03", ("https://example.org/",)
        ),
    ),
)


def test_what_is_written_is_read_again_through_json() -> None:
    registers = json.loads(json.dumps(dict(ENCLOSED.registers())))
    assert read_enclosed(registers, 20) == ENCLOSED


def test_nothing_enclosed_writes_nothing() -> None:
    assert dict(NOTHING_ENCLOSED.registers()) == {}
    assert read_enclosed({}, 20) == NOTHING_ENCLOSED


@pytest.mark.parametrize(
    "registers",
    [
        {LINKS: "no list"},
        {LINKS: ["no row", [1, 2]]},
        {LINKS: [[5, 5, "https://example.org/"]]},
        {LINKS: [[-1, 5, "https://example.org/"]]},
        {LINKS: [[1, 5, ""]]},
        {LINKS: [[1, 21, "https://example.org/"]]},
        {OFFERED: [["author", "", "x"], ["", "Ada", "x"], ["author", 3, "x"]]},
        {REMARKS: [["footnote", 5, 4, "words", "", "", []]]},
        {REMARKS: [["footnote", 5, 21, "words", "", "", []]]},
        {REMARKS: [["footnote", 5, 6, "", "", "", []], ["sidenote", 5, 6, "words", "", "", []]]},
        {REMARKS: [["footnote", 5, 6, "words"]]},
    ],
)
def test_what_is_malformed_or_stands_nowhere_is_left_out(registers: dict[str, Json]) -> None:
    assert read_enclosed(registers, 20) == NOTHING_ENCLOSED


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 30) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=8),
    max_leaves=30,
)


@pytest.mark.hypothesis
@given(st.dictionaries(st.sampled_from([LINKS, OFFERED, REMARKS]), _JSON))
def test_anything_may_stand_in_the_registers(registers: dict[str, Json]) -> None:
    found = read_enclosed(registers, 20)
    assert all(0 <= link.start < link.end <= 20 for link in found.links)
    assert all(0 <= one.start <= one.end <= 20 for one in found.remarks)
