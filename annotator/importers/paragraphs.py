"""Paragraphs whose kind is known only at their end, and the rows of tables they stand in.

In RTF what a paragraph is comes before its end, in ODT a cell may hold one or many. So they
are kept, piece by piece, and go to the ``Composer`` when all is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from annotator.domain.article import BETWEEN_CELLS, PassageKind
from annotator.importers.composing import Composer

Mark = Callable[[Composer], None]
"""Called when all before it has been added, to note a place."""

BREAK = "\v"
"""A line end inside a paragraph, where its words hold one."""


class Words(NamedTuple):
    """Words that lead to ``link`` where that is not empty."""

    text: str
    link: str = ""


@dataclass(slots=True)
class Paragraph:
    """Words and marks in order, and what they are together."""

    kind: PassageKind = PassageKind.BODY
    pieces: list[Words | Mark] = field(default_factory=list)

    def add(self, text: str, link: str = "") -> None:
        """Words at its end; ``BREAK`` in them is a line end."""
        self.pieces.append(Words(text, link))

    def mark(self, mark: Mark) -> None:
        """Notes the place at its end."""
        self.pieces.append(mark)

    def has_words(self) -> bool:
        return any(isinstance(one, Words) and one.text.strip() for one in self.pieces)


Row = Sequence[Sequence[Paragraph]]
"""The paragraphs of each cell."""


def put_paragraph(composer: Composer, paragraph: Paragraph) -> None:
    """The paragraph as a passage of its kind."""
    composer.begin(paragraph.kind)
    _put_pieces(composer, paragraph.pieces)
    composer.end()


def put_row(composer: Composer, row: Row) -> None:
    """A row of a table: one passage, unless a cell holds several paragraphs.

    Cells with several are those of a layout (a letter's head, two columns), and what stands
    in them is read for itself.
    """
    filled = [[one for one in cell if one.has_words()] for cell in row]
    if any(len(cell) > 1 for cell in filled):
        for cell in row:
            for one in cell:
                put_paragraph(composer, one)
        return
    composer.begin()
    started = False
    for cell, words in zip(row, filled, strict=True):
        if words and started:
            composer.add(BETWEEN_CELLS)
        started = started or bool(words)
        _put_pieces(composer, (piece for one in cell for piece in one.pieces))
    composer.end()


def _put_pieces(composer: Composer, pieces: Iterable[Words | Mark]) -> None:
    """Words that lead to the same place go in one call: halves of a surrogate pair come apart."""
    for link, alike in groupby(pieces, _link):
        if link is None:
            for mark in alike:
                if not isinstance(mark, Words):
                    mark(composer)
            continue
        text = "".join(one.text for one in alike if isinstance(one, Words))
        for number, line in enumerate(text.split(BREAK)):
            if number:
                composer.break_line()
            composer.add(line, link)


def _link(piece: Words | Mark) -> str | None:
    return piece.link if isinstance(piece, Words) else None
