"""Cutting an article into blocks."""

from __future__ import annotations

import pytest

from annotator.domain.article import Passage
from annotator.ui.page.blocks import LONGEST, MANY, SHOWN, cut_into_blocks
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


def lines(kind: Kind, count: int) -> list[tuple[Kind, str]]:
    return [(kind, f"⟦{kind.value} {number}.⟧") for number in range(count)]


def test_page_furniture_that_goes_on_is_folded_but_for_its_first_lines() -> None:
    snapshot = page_of(*lines(Kind.BOILERPLATE, 9), *lines(Kind.BODY, 2))
    blocks = cut_into_blocks(snapshot)
    shown = [snapshot.passages[owner].kind for owner in blocks.passages]
    assert shown == [Kind.BOILERPLATE] * SHOWN + [Kind.BODY] * 2
    assert list(blocks.folds) == [SHOWN - 1]
    fold = blocks.folds[SHOWN - 1]
    assert fold.passages == 9 - SHOWN
    assert (fold.start, fold.end) == (snapshot.passages[SHOWN].start, snapshot.passages[8].end)
    assert blocks.fold_holding(fold.start) == blocks.fold_holding(fold.end - 1) == fold
    assert blocks.fold_holding(fold.start - 1) is blocks.fold_holding(fold.end) is None


def test_each_run_of_furniture_is_folded_by_itself_and_opened_by_itself() -> None:
    snapshot = page_of(
        *lines(Kind.BOILERPLATE, MANY), (Kind.BODY, "⟦Text.⟧"), *lines(Kind.BOILERPLATE, MANY)
    )
    first, second = cut_into_blocks(snapshot).folds.values()
    opened = cut_into_blocks(snapshot, frozenset([first.start]))
    assert list(opened.folds.values()) == [second]
    assert len(cut_into_blocks(snapshot, frozenset([first.start, second.start]))) == 2 * MANY + 1


def test_little_furniture_is_not_folded() -> None:
    snapshot = page_of((Kind.BODY, "⟦Text.⟧"), *lines(Kind.BOILERPLATE, MANY - 1))
    assert cut_into_blocks(snapshot).folds == {}
