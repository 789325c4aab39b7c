"""What is not counted, in groups of one reason each, with its items."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from annotator.review.table import MISSING, Table

NOBODY = "tagged by nobody"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Items that are not counted for one reason, such as "not tagged by B"."""

    why: str
    items: tuple[Hashable, ...]

    @property
    def units(self) -> int:
        return len(self.items)


def left_out_of(table: Table) -> tuple[LeftOut, ...]:
    """The items of a table that fewer than two analysts tagged; the table knows no other reasons."""
    by_whom: dict[str, list[Hashable]] = {
        **{f"tagged by {analyst} only": [] for analyst in table.analysts},
        NOBODY: [],
    }
    reasons = list(by_whom)
    least = len(table.analysts) - 1
    for item, row in zip(table.items, table.rows(), strict=True):
        if row.count(MISSING) >= least:
            tagged = next((place for place, code in enumerate(row) if code != MISSING), -1)
            by_whom[reasons[tagged]].append(item)
    return tuple(LeftOut(why, tuple(items)) for why, items in by_whom.items() if items)
