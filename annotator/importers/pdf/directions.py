"""Lines that run from right to left, or both ways: from where signs stand to the order of reading.

A PDF holds what is seen. The order of reading is found by turning the Unicode bidirectional
algorithm (UAX 9) round, in the simple form that lines of print need: one direction of the
paragraph, words of the other direction inside it, and numbers, which run from left to right
everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import NamedTuple

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_BLANK = 0.16
"""A gap of this part of the size is a blank."""

_LEFT, _RIGHT, _NUMBER, _NEITHER = "L", "R", "N", "-"


class Unit(NamedTuple):
    """A character with the marks on it, or a ligature, and where it stands."""

    text: str
    left: float
    right: float


def right_to_left(text: str) -> bool:
    """Whether any of it is written from right to left."""
    return bool(_RIGHT_TO_LEFT.search(text))


def reads_leftwards(rows: list[tuple[float, float, str]]) -> bool:
    """Whether paragraphs of right-to-left script begin at the right, as they should.

    ``rows``: left and right edge and words of each line. Where such lines of different
    lengths all begin at the same left edge, their writer has left them in a paragraph from
    left to right.
    """
    edges = [(left, right) for left, right, said in rows if _mostly(said)]
    if len(edges) < 2:
        return True
    lefts = [left for left, _ in edges]
    rights = [right for _, right in edges]
    return not (max(lefts) - min(lefts) < 2 < max(rights) - min(rights))


def _mostly(said: str) -> bool:
    letters = sum(map(str.isalpha, said))
    return 2 * len(_RIGHT_TO_LEFT.findall(said)) > letters


def joined(units: list[tuple[Unit, str]], size: float, leftwards: bool) -> list[tuple[str, str]]:
    """The words of a line in the order of reading, with where each stretch leads."""
    base = _RIGHT if leftwards and _mostly("".join(unit.text for unit, _ in units)) else _LEFT
    seen = _with_blanks(sorted(units, key=lambda one: one[0].left), size)
    said = _logical(seen, base)
    said = _brackets(said)
    return [
        ("".join(text for text, _, _ in group), link)
        for link, group in groupby(said, key=lambda one: one[1])
    ]


Sign = tuple[str, str, str]
"""A character as it is seen, where it leads, and its direction."""


def _with_blanks(units: list[tuple[Unit, str]], size: float) -> list[Sign]:
    found: list[Sign] = []
    edge: float | None = None
    for unit, link in units:
        if edge is not None and unit.left - edge > _BLANK * size:
            found.append((" ", link if found[-1][1] == link else "", _NEITHER))
        found.append((unit.text, link, _direction(unit.text)))
        edge = unit.right if edge is None else max(edge, unit.right)
    return found


def _direction(text: str) -> str:
    kind = unicodedata.bidirectional(text[0])
    if kind in ("R", "AL"):
        return _RIGHT
    if kind in ("EN", "AN"):
        return _NUMBER
    return _LEFT if kind == "L" else _NEITHER


def _logical(seen: list[Sign], base: str) -> list[Sign]:
    """From left to right as it is seen, to the order of reading."""
    if base == _RIGHT:
        return _turn(seen, _LEFT)
    found: list[Sign] = []
    at = 0
    while at < len(seen):
        end = _stretch(seen, at, _RIGHT)
        found += _turn(seen[at:end], _LEFT) if end > at else [seen[at]]
        at = max(end, at + 1)
    return found


def _turn(seen: list[Sign], kept: str) -> list[Sign]:
    """Read from the right, words of the other direction and numbers from the left."""
    parts: list[list[Sign]] = []
    at = 0
    while at < len(seen):
        end = max(_stretch(seen, at, kept), _number(seen, at), at + 1)
        parts.append(seen[at:end])
        at = end
    return [sign for part in reversed(parts) for sign in part]


def _stretch(seen: list[Sign], at: int, direction: str) -> int:
    """Where the stretch of this direction that begins here ends; ``at`` if none begins."""
    if seen[at][2] != direction and not (direction == _RIGHT and seen[at][2] == _NUMBER):
        return at
    end, found = at, False
    for here in range(at, len(seen)):
        kind = seen[here][2]
        if kind == direction:
            end, found = here + 1, True
        elif kind == _NUMBER:
            # A number follows the words before it; before the first Latin word it is its own.
            end = here + 1
        elif kind != _NEITHER:
            break
    return end if found else at


def _number(seen: list[Sign], at: int) -> int:
    """Where the number that begins here ends: digits with the signs between them."""
    end = at
    here = at
    while here < len(seen):
        if seen[here][2] == _NUMBER:
            end = here + 1
        elif end == at or seen[here][0] not in ".,:/%٪٫٬-":
            break
        here += 1
    return end


def _brackets(said: list[Sign]) -> list[Sign]:
    """Brackets that close before they open were kept as they are seen."""
    depth = least = 0
    for text, _, _ in said:
        depth += (text in "([{") - (text in ")]}")
        least = min(least, depth)
    if least == 0:
        return said
    return [(text.translate(_MIRRORED), link, kind) for text, link, kind in said]
