"""A block of a page: words between two beginnings of lines, which may become a passage."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from annotator.domain.article import PassageKind
from annotator.importers.composing import Composer
from annotator.importers.html.tree import Element


class Piece(NamedTuple):
    """Words of a block; none at all for a line end inside of it."""

    text: str
    holder: Element
    """The element they stand in."""
    link: str = ""
    """The address they lead to."""
    leads: bool = False
    """Whether they stand in a link, wherever that leads."""
    exact: bool = False
    """Whether their blanks and line ends are meant."""


@dataclass(slots=True)
class Block:
    """A passage to be."""

    kind: PassageKind
    holder: Element
    """The innermost element with a line of its own around it."""
    pieces: list[Piece] = field(default_factory=list)
    first: tuple[int, int] = (0, 0)
    """Where its first words stand: the number of the element, and the place among its children."""
    text: str = ""
    """Its words, blanks run together; set when it is complete."""

    @property
    def linked(self) -> float:
        """Which share of its characters leads somewhere."""
        size = linked = 0
        for piece in self.pieces:
            size += len(piece.text)
            linked += len(piece.text) if piece.leads else 0
        return linked / size if size else 0.0

    def compose(self, composer: Composer, kind: PassageKind) -> None:
        """Adds it as a passage of this kind."""
        composer.begin(kind)
        for (exact, breaks, link), pieces in groupby(self.pieces, _manner):
            words = "".join(piece.text for piece in pieces)
            if breaks:
                composer.break_line()
            elif exact:
                composer.add_exactly(words.replace("\r\n", "\n").replace("\r", "\n").strip("\n"))
            else:
                composer.add(words, link)
        composer.end()


def _manner(piece: Piece) -> tuple[bool, bool, str]:
    """What pieces that are added as one have in common."""
    return (True, False, "") if piece.exact else (False, not piece.text, piece.link)
