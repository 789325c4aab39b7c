"""What runs along the edge of every page: heads, feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from annotator.importers.pdf.lines import Line

EDGE = 0.16
"""The head and the foot of a page: so much of its height."""

_ROWS = 4
"""So many rows at most make a head or a foot."""

_SAME = 4.0
"""Points by which the same head may stand higher on another page."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?i)[\W_]*(?:(?:p|pp|pg|page|s|seite|pag|p[aá]gina|str|стр|с|strona|sayfa|halaman|صفحة|עמוד)\.?\s*)?"
    r"(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|von|de|sur|di|из|z|van|dari)\s*\d{1,4})?[\W_]*"
)
"""A page's number: "7", "- 7 -", "vii", "Page 7 of 31", "7/31", "Seite 7"."""


class Sheet(NamedTuple):
    """A page: its number from 0, its lines in reading order, its lowest and highest place."""

    number: int
    lines: list[Line]
    foot: float
    top: float


class Parted(NamedTuple):
    """A page without what runs along its edges."""

    lines: list[Line]
    head: list[Line]
    tail: list[Line]


def parted(sheets: list[Sheet]) -> list[Parted]:
    """Each page, with its running head and foot set apart."""
    edges = [(_rows(sheet, top=True), _rows(sheet, top=False)) for sheet in sheets]
    known = [Counter[tuple[str, int]](), Counter[tuple[str, int]]()]
    for pair in edges:
        for counts, rows in zip(known, pair, strict=True):
            counts.update({key for row in rows for line in row for key in _keys(line)})
    found = []
    for sheet, pair in zip(sheets, edges, strict=True):
        head, tail = (
            _running(rows, counts, sheet) for counts, rows in zip(known, pair, strict=True)
        )
        aside = {id(line) for line in (*head, *tail)}
        rest = [line for line in sheet.lines if id(line) not in aside]
        found.append(Parted(rest, head, tail[::-1]))
    return found


def _rows(sheet: Sheet, *, top: bool) -> list[list[Line]]:
    """The rows of lines in the head or the foot, from the edge inwards."""
    height = sheet.top - sheet.foot
    limit = sheet.top - EDGE * height if top else sheet.foot + EDGE * height
    near = [line for line in sheet.lines if (line.base > limit if top else line.base < limit)]
    near.sort(key=lambda line: (-line.base if top else line.base, line.left))
    rows: list[list[Line]] = []
    for line in near:
        if rows and abs(rows[-1][0].base - line.base) < 3:
            rows[-1].append(line)
        elif len(rows) < _ROWS:
            rows.append([line])
        else:
            break
    return rows


def _keys(line: Line) -> set[tuple[str, int]]:
    """The words without their numbers, and where they stand, in two grids so that no edge parts them."""
    words = _DIGITS.sub("#", " ".join(line.text.split()).casefold())
    return {
        (words, int(line.base // _SAME)),
        (words, int((line.base + _SAME / 2) // _SAME) + 100_000),
    }


def _running(rows: list[list[Line]], counts: Counter[tuple[str, int]], sheet: Sheet) -> list[Line]:
    """The rows from the edge inwards that stand on other pages too, or are a page's number."""
    found: list[Line] = []
    needed = 2
    for at, row in enumerate(rows):
        often = [max(counts[key] for key in _keys(line)) for line in row]
        again = [count >= needed for count in often]
        numbers = [bool(_NUMBER.fullmatch(line.text.strip())) for line in row]
        if not all(one or two for one, two in zip(again, numbers, strict=True)):
            break
        if not any(again) and not (at == 0 and _alone(row, sheet)):
            break
        found += row
        # A second row that stands there now and then is a heading of the text.
        needed = max(needed, max(often) // 2)
    return found


def _alone(row: list[Line], sheet: Sheet) -> bool:
    """Whether a number stands so far from the lines beside it that it is no line of them."""
    base = row[0].base
    others = [line.base for line in sheet.lines if line not in row]
    return bool(others) and min(abs(base - one) for one in others) > 1.8 * row[0].size
