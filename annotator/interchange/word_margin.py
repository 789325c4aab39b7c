"""What stands in the margin of a Word file: comments, what they answer, and which words they stand on.

ECMA-376, 17.13.4 (comments) and 17.13.6 (bookmarks).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Final, NamedTuple

from annotator.office.word_comments import Comment, comments
from annotator.office.word_package import WordPackage

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NEAR: Final = 3
"""So many characters before a claim begin its number, which somebody may have marked instead."""


class Stretch(NamedTuple):
    """A stretch of the file's text, in its own characters, ``[start, end)``."""

    start: int
    end: int


@dataclass
class Margin:
    """All comments, and where they and the bookmarks stand."""

    remarks: list[Comment]
    ranges: dict[str, Stretch] = field(default_factory=dict)
    bookmarks: dict[str, Stretch] = field(default_factory=dict)


class Ground:
    """Where claims stand in a file; ``claims``: bookmark → claim. Each question takes a moment."""

    def __init__(self, margin: Margin, claims: Mapping[str, int]) -> None:
        self._ranges = margin.ranges
        stand = [
            (there, claims[name]) for name, there in margin.bookmarks.items() if name in claims
        ]
        self._stand = sorted(stand)
        self._starts = [there.start for there, _ in self._stand]
        self._furthest = list(accumulate((there.end for there, _ in self._stand), max))
        self._ends = {there.end: claim for there, claim in self._stand}

    def under(self, remark: Comment) -> int | None:
        """The claim that a comment stands on.

        The innermost one in which it begins; else the first that it touches; else the one whose
        number it stands on. None where it stands on no claim.
        """
        at = self._ranges.get(remark.id)
        if at is None:
            return None
        following = bisect_right(self._starts, at.start)
        within = self._within(at.start, following)
        if within is not None:
            return within
        if following < len(self._starts) and self._starts[following] < at.end:
            return self._stand[following][1]
        if at.start == at.end in self._ends:
            return self._ends[at.start]
        number = bisect_left(self._starts, at.end)
        near = number < len(self._starts) and self._starts[number] - at.end <= NEAR
        return self._stand[number][1] if near else None

    def _within(self, at: int, following: int) -> int | None:
        """The shortest of the claims that begin before this place and end behind it."""
        found: tuple[int, int] | None = None
        place = following - 1
        while place >= 0 and self._furthest[place] > at:
            there, claim = self._stand[place]
            if there.end > at:
                size = there.end - there.start
                found = min(found or (size, claim), (size, claim))
            place -= 1
        return None if found is None else found[1]


def margin(package: WordPackage) -> Margin:
    """Reads the comments of a file and goes through its text once."""
    document = package.document()
    made = Margin(comments(package))
    _walk(document, made)
    return made


_TAGS: Final = tuple(
    f"{_W}{name}"
    for name in (
        "p",
        "t",
        "delText",
        "tab",
        "br",
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
    )
)


def _walk(document: Any, made: Margin) -> None:
    """Notes where bookmarks and comments begin and end."""
    at = 0
    begun: dict[str, int] = {}
    names: dict[str, str] = {}
    for one in document.iter(*_TAGS):
        kind = one.tag.removeprefix(_W)
        key = one.get(f"{_W}id", "")
        if kind in ("t", "delText"):
            at += len(one.text or "")
        elif kind in ("p", "tab", "br"):
            at += 1
        elif kind == "bookmarkStart":
            names[key] = one.get(f"{_W}name", "")
            begun[f"b{key}"] = at
        elif kind == "bookmarkEnd" and key in names:
            made.bookmarks[names.pop(key)] = Stretch(begun.pop(f"b{key}"), at)
        elif kind == "commentRangeStart":
            begun[f"c{key}"] = at
        elif kind == "commentRangeEnd":
            made.ranges[key] = Stretch(begun.pop(f"c{key}", at), at)
        elif kind == "commentReference":
            made.ranges.setdefault(key, Stretch(at, at))
