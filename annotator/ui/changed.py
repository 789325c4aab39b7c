"""Words that differ in two texts, as they are drawn: dropped ones struck, new ones marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.review.difference import Part
from annotator.ui.kit.styled import Look, Piece

ROOM = "\N{THIN SPACE}"
"""Stands between what was dropped and what came instead."""

_LOOKS = {Part.KEPT: Look.PLAIN, Part.DROPPED: Look.DROPPED, Part.ADDED: Look.ADDED}


def changed(parts: Iterable[tuple[Part, str]]) -> Iterator[Piece]:
    """The parts of a difference in their order, with a little room where one word took another's place."""
    before = Part.KEPT
    for part, words in parts:
        if before is Part.DROPPED and part is Part.ADDED:
            yield Piece(ROOM)
        yield Piece(words, _LOOKS[part])
        before = part
