"""What holds inside the braces of an RTF file, and ends with them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from annotator.importers.links import target
from annotator.importers.rtf.story import Story

_LONGEST = 20_000
_INSTRUCTION = re.compile(r'"([^"]*)"?|(\S+)')
_RUBY = re.compile(r"\\o[^(]{0,40}\(\\s\\up *[\d.]* *\([^()]*\)[,;](.*)\)\s*$")
r"""As in EQ \o(\s\up 9(small characters),characters)."""


class Goes(Enum):
    """Where the words of a group go."""

    TEXT = auto()
    """To its story."""
    NOTED = auto()
    """To whoever reads this destination at its end: a title, an author, a field's instruction."""
    NOWHERE = auto()
    WAITING = auto()
    """Nowhere, until the one destination in it that ``AWAITED`` names."""


AWAITED = {b"upr": b"ud", b"shpinst": b"shptxt", b"do": b"dptxbxtext"}
"""What is read of a group that says the same twice, the second time in Unicode; of shapes."""


@dataclass(slots=True)
class Field:
    """A field: its result is seen, its instruction says where that leads."""

    link: str = ""
    """An address; empty for a place in this file."""
    is_contents: bool = False
    """Whether it makes a table of contents."""
    base: str = ""
    """The characters that stand below small ones (ruby), which no result repeats."""

    def instruct(self, instruction: str) -> None:
        r"""Reads HYPERLINK "address" \\l "place in it" and TOC; no other leads anywhere."""
        words = [one or other for one, other in _INSTRUCTION.findall(instruction[:_LONGEST])]
        name, *rest = [*words, ""]
        self.is_contents = name.upper() == "TOC"
        if name.upper() == "HYPERLINK":
            self.link = _leads_to(rest)
        ruby = _RUBY.search(instruction[:_LONGEST]) if name.upper() == "EQ" else None
        self.base = ruby[1] if ruby else ""


def _leads_to(words: list[str]) -> str:
    where = place = ""
    rest = iter(words)
    for word in rest:
        if word in ("\\l", "\\o", "\\t"):
            said = next(rest, "")
            place = said if word == "\\l" else place
        elif not word.startswith("\\") and not where:
            where = word
    if where and place and "#" not in where:
        where = f"{where}#{place}"
    return target(where, keep_relative=False)


@dataclass(slots=True)
class Group:
    """All that an inner group takes over from the one around it."""

    story: Story
    goes: Goes = Goes.TEXT
    name: bytes = b""
    """The destination that its words go to."""
    noted: list[str] = field(default_factory=list)
    begins: bool = False
    """It began that destination, which ends with it."""
    starred: bool = False
    """Its first word was the sign that an unknown destination is to be passed over."""
    field: Field | None = None
    link: str = ""
    contents: bool = False
    codec: str = ""
    """Empty for the default font's."""
    skips: int = 1
    """Characters that follow one in Unicode, for readers that know none."""
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    style: int = 0
    outline: int | None = None
    listed: bool = False
    in_table: bool = False

    def plain(self) -> None:
        """Characters as the document has them by default."""
        self.codec = ""
        self.hidden = self.deleted = self.inserted = False

    def new_paragraph(self) -> None:
        """Paragraphs as the document has them by default."""
        self.style, self.outline = 0, None
        self.listed = self.in_table = False
