"""Cutting an article into blocks."""

from __future__ import annotations

import pytest

from annotator.domain.article import Passage
from annotator.ui.page.blocks import LONGEST, cut_into_blocks
from pages import Kind, giant_paragraph, page_of, snapshot_of


def test_a_passage_is_a_block() -> None:
    snapshot = page_of((Kind.TITLE, "⟦Title⟧"), "⟦One.⟧ ⟦Two.⟧", "⟦Three.⟧")
    blocks = cut_into_blocks(snapshot)
    assert list(zip(blocks.starts, blocks.ends, strict=True)) == [
        (passage.start, passage.end) for passage in snapshot.passages
    ]
    assert all(blocks.opens(i) and blocks.closes(i) for i in range(3))


def test_a_giant_passage_is_cut_at_claims() -> None:
    snapshot = giant_paragraph(2_000)
    blocks = cut_into_blocks(snapshot)
    assert len(blocks) > 10
    assert list(blocks.starts[1:]) == list(blocks.ends[:-1])
    assert set(blocks.starts) <= set(snapshot.starts)
    assert (
        max(end - start for start, end in zip(blocks.starts, blocks.ends, strict=True)) <= LONGEST
    )
    assert [blocks.opens(i) for i in range(len(blocks))].count(True) == 1
    assert [blocks.closes(i) for i in range(len(blocks))].count(True) == 1
    assert blocks.holding(snapshot.passages[0].end - 1) == len(blocks) - 1


@pytest.mark.parametrize("unit", ["x", "a\u0301", "👩‍", "word "])
def test_a_giant_claim_is_cut_too_and_never_inside_a_character(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    snapshot = snapshot_of(text, [Passage(Kind.BODY, 0, len(text))], [(0, len(text))], b"\0")
    blocks = cut_into_blocks(snapshot)
    assert len(blocks) > 3
    assert blocks.ends[-1] == len(text)
    for cut in blocks.starts[1:]:
        assert text[cut] not in "\u0301\u200d " or unit == "👩‍"


def test_an_empty_article_has_no_blocks() -> None:
    assert len(cut_into_blocks(snapshot_of("", [], [], b""))) == 0
