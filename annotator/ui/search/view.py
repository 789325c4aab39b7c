"""What the search shows, as plain values: it knows no desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.tags import ROW, Standing

Ranges = tuple[tuple[int, int], ...]
"""Where the words lie that were found, in code points of the text beside it."""


class Kind(StrEnum):
    """How a line is drawn."""

    HEAD = "head"
    CLAIM = "claim"
    OTHER = "other"
    """Evidence, a note, a source, an article."""
    COMMAND = "command"
    SAYS = "says"
    """A sentence where there is nothing to choose."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list.

    ``glyph`` stands at the left, in the ink of ``standing`` where that is given; ``number``
    is a claim's. ``text`` is what was found with ``marks``; ``rest`` stands after it, muted,
    with marks of its own. ``right`` and ``keys`` stand at the right. ``target`` is given back
    when the line is chosen; ``group`` counts the groups from 0. ``all_of`` is a heading's: the
    group of which there is more.
    """

    kind: Kind
    text: str
    group: int = 0
    marks: Ranges = ()
    glyph: str = ""
    standing: Standing | None = None
    number: str = ""
    rest: str = ""
    rest_marks: Ranges = ()
    right: str = ""
    keys: str = ""
    target: object = None
    all_of: object = None

    @property
    def choosable(self) -> bool:
        return self.kind not in (Kind.HEAD, Kind.SAYS)

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        standing = ROW[self.standing].label.lower() if self.standing is not None else ""
        number = f"claim {self.number}" if self.number else ""
        return ", ".join(filter(None, (number, standing, self.text, self.rest, self.right)))


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that stands in the list; ``count`` is said beside the field: "13 results".

    ``unfinished``: a little later there may be more.
    """

    lines: Sequence[Line] = ()
    count: str = ""
    unfinished: bool = False
