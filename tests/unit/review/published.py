"""Tables with published results, as their authors print them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from annotator.review.agreement import agreement
from annotator.review.units import Unit

# J. L. Fleiss, Psychological Bulletin 76 (1971), 378-382, table 1: 30 subjects, 6 psychiatrists; how many
# said depression, personality disorder, schizophrenia, neurosis, other.
FLEISS_1971 = [
    [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0],
    [2, 0, 4, 0, 0], [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6],
    [1, 0, 0, 5, 0], [1, 1, 0, 4, 0], [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1],
    [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0], [0, 2, 0, 4, 0], [1, 0, 2, 0, 3],
    [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0], [1, 0, 0, 4, 1],
    [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6],
]  # fmt: skip

# Wikipedia, "Fleiss' kappa", the worked example: 10 subjects, 14 raters, 5 categories.
WIKIPEDIA = [
    [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
]  # fmt: skip

# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: 4 observers, 12 units.
KRIPPENDORFF_4_BY_12 = {
    "A": "1 2 3 3 2 1 4 1 2 . . .",
    "B": "1 2 3 3 2 2 4 1 2 5 . 3",
    "C": ". 3 3 3 2 3 4 2 2 5 1 .",
    "D": "1 2 3 3 2 4 4 1 2 5 1 .",
}

# The worked example that Wikipedia's "Krippendorff's alpha" gives: 3 coders, 15 units.
KRIPPENDORFF_3_BY_15 = {
    "A": ". . . . . 3 4 1 2 1 1 3 3 . 3",
    "B": "1 . 2 1 3 3 4 3 . . . . . . .",
    "C": ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
}


def columns(printed: dict[str, str]) -> dict[str, list[str | None]]:
    """The tags of each analyst, as ``agreement`` takes them."""
    return {
        analyst: [None if tag == "." else tag for tag in tags.split()]
        for analyst, tags in printed.items()
    }


def met(*rows: tuple[int, ...], tags: tuple[str, ...] = ("x", "y", "z")) -> dict[str, list[str]]:
    """The columns of A and B whose confusion table is this."""
    cells = [
        (tags[x], tags[y])
        for x, row in enumerate(rows)
        for y, n in enumerate(row)
        for _ in range(n)
    ]
    return {"A": [x for x, _ in cells], "B": [y for _, y in cells]}


def measured(table: Any) -> Any:
    """As ``agreement``, for tests that know which of its values are defined."""
    return agreement(table)


def units_of_counts(rows: Iterable[Sequence[int]]) -> list[Unit]:
    """From a table as Fleiss (1971) prints it: a row an item, in each column how many gave that tag."""
    return [
        Unit({tag: count for tag, count in enumerate(row, 1) if count}) for row in rows if any(row)
    ]
