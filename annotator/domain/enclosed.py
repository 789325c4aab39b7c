"""What came with an article's text: the links in it, what its file says of it, what its writer noted.

None of it is the text, and none of it is anybody's assessment. What the file says of the
article (its title, who wrote it, when) and what the writer noted are offered: they count for
nothing until somebody takes them over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from annotator.domain.canonical import Json, canonical

LINKS, OFFERED, REMARKS = "links", "offered", "remarks"
REGISTERS = (LINKS, OFFERED, REMARKS)
"""The shared registers of an article that hold what came with it."""


class Hyperlink(NamedTuple):
    """A stretch of the text, in code points, that leads to ``target`` where it came from.

    The target is as the file has it, made absolute where the file's own address is known. It
    is shown and exported, and never opened by the program.
    """

    start: int
    end: int
    target: str


class Offered(NamedTuple):
    """What a file says of its article, as nobody has confirmed it.

    ``field`` is one of ``RECORD_FIELDS``; ``source`` says in words where it came from: "the page’s
    og:site_name", "the file’s properties". Dates are ISO 8601, with the offset where known.
    """

    field: str
    value: str
    source: str


class RemarkKind(StrEnum):
    """How the writer noted it; the values stand in the file format."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"


class Remark(NamedTuple):
    """What the writer of an article noted at a place of it: a footnote, an endnote, a comment.

    ``start`` and ``end`` are code points of the article's text: what it stands on, or, for
    the mark of a note, the place of that mark (then both are the same). ``made`` is ISO 8601,
    empty where unknown; ``links`` are the addresses that its words lead to.
    """

    kind: RemarkKind
    start: int
    end: int
    text: str
    author: str = ""
    made: str = ""
    links: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """What tells it from all others of its article, whichever library it came into."""
        said = canonical([*self[:-1], list(self.links)])
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Answer(StrEnum):
    """What became of a remark; the values stand in the file format."""

    EVIDENCE = "evidence"
    NOTE = "note"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """All that came with one article, each in reading order."""

    links: tuple[Hyperlink, ...] = ()
    offered: tuple[Offered, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def registers(self) -> Iterator[tuple[str, Json]]:
        """What is written of it: register and value, empty ones left out."""
        if self.links:
            yield LINKS, [list(link) for link in self.links]
        if self.offered:
            yield OFFERED, [list(one) for one in self.offered]
        if self.remarks:
            yield REMARKS, [[*one[:-1], list(one.links)] for one in self.remarks]


NOTHING_ENCLOSED = Enclosed()


def read_enclosed(registers: Mapping[str, Json], length: int) -> Enclosed:
    """What these registers of an article say, its text having ``length`` code points.

    What is malformed, or stands on no place of the text, is left out.
    """
    return Enclosed(
        tuple(link for link in map(_link, _rows(registers, LINKS)) if link and link.end <= length),
        tuple(one for one in map(_offered, _rows(registers, OFFERED)) if one),
        tuple(one for one in map(_remark, _rows(registers, REMARKS)) if one and one.end <= length),
    )


def _rows(registers: Mapping[str, Json], name: str) -> list[list[Json]]:
    rows = registers.get(name)
    return [row for row in rows if isinstance(row, list)] if isinstance(rows, list) else []


def _link(row: list[Json]) -> Hyperlink | None:
    match row:
        case [int(start), int(end), str(target)] if 0 <= start < end and target:
            return Hyperlink(start, end, target)
    return None


def _offered(row: list[Json]) -> Offered | None:
    match row:
        case [str(field), str(value), str(source)] if field and value:
            return Offered(field, value, source)
    return None


def _remark(row: list[Json]) -> Remark | None:
    match row:
        case [str(kind), int(start), int(end), str(text), str(author), str(made), list(links)]:
            known = {one.value: one for one in RemarkKind}.get(kind)
            if known is None or not 0 <= start <= end or not text:
                return None
            said = tuple(link for link in links if isinstance(link, str))
            return Remark(known, start, end, text, author, made, said)
    return None
