"""The lists of the sign-off sheet, cut so that they stay on one page together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.reporting.signoff_rows import Row
from annotator.reporting.words import Terms

LINES = 28
"""So many lines the lists have together; more do not fit on a page with a place to sign."""


@dataclass(frozen=True, slots=True)
class SheetList:
    """One list of the sheet. ``kind`` says which, the same in every language: "open", "wordings".

    ``count`` is how many claims (of wordings: how many wordings) there are, whether all have a row
    or not; ``more`` says how many have none. ``remark`` stands under the name, ``notes`` are
    lines under the rows. Without rows ``quiet`` is the one line that stands there.
    """

    kind: str
    name: str
    count: int
    rows: tuple[Row, ...]
    quiet: str
    remark: str = ""
    notes: tuple[str, ...] = ()
    more: str = ""


def fitted(lists: Sequence[SheetList], lines: int, terms: Terms) -> tuple[SheetList, ...]:
    """The lists with so many lines of rows at most, one row of each at least."""
    needed = [sum(row.lines for row in one.rows) for one in lists]
    return tuple(
        _cut(one, share, terms) if need > share else one
        for one, need, share in zip(lists, needed, _shares(needed, lines), strict=True)
    )


def _shares(needed: Sequence[int], lines: int) -> list[int]:
    """How many lines each may have: who needs less than an equal share leaves the rest to the others."""
    shares = [0] * len(needed)
    left, waiting = lines, sorted(range(len(needed)), key=lambda n: needed[n])
    while waiting:
        first = waiting.pop(0)
        shares[first] = min(needed[first], left // (len(waiting) + 1))
        left -= shares[first]
    return shares


def _cut(one: SheetList, share: int, terms: Terms) -> SheetList:
    """As many rows as fit with the line that says how many are missing."""
    rows: list[Row] = []
    room = share - 1
    for row in one.rows:
        if rows and row.lines > room:
            break
        rows.append(row)
        room -= row.lines
    left = len(one.rows) - len(rows)
    if not left:
        return one
    return replace(one, rows=tuple(rows), more=terms.t("and {n} more", n=terms.t.number(left)))
