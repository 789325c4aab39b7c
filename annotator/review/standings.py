"""From how claims stand for each analyst to the table of tags, and to what is left out of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import compress

from annotator.domain.tags import TAGS, Standing
from annotator.review.left_out import LeftOut
from annotator.review.reasons import APART, Reason, of_all, of_pair
from annotator.review.table import MISSING, OUR_TAGS, Table, rows_of

_CODE = {row.standing.value: place for place, row in enumerate(TAGS, 1)}
_CODES = bytes(_CODE.get(value, MISSING) for value in range(256))


class Counting(StrEnum):
    """Which of an analyst's tags is counted."""

    FIRST = "first"
    """The last one given before a colleague's tag of that claim could be seen."""
    NOW = "now"
    """As it stands."""


@dataclass(frozen=True, slots=True)
class Standings:
    """How every claim stands for every analyst.

    ``columns[a][c]`` is for ``analysts[a]`` and ``claims[c]`` the value of a ``Standing``,
    or ``reasons.SEEN`` where first tags are counted and the analyst has none because a
    colleague's could be seen before. ``apart`` has for each claim why it is not compared
    at all, a key of ``reasons.APART``, or 0; it is empty where all are. Page furniture
    counts nowhere; ``nobody`` is the column of somebody who judged nothing, which says what
    is furniture where there is no other column, and is empty where there is none.
    """

    analysts: tuple[str, ...]
    claims: Sequence[Hashable]
    columns: tuple[bytes, ...]
    apart: bytes = b""
    nobody: bytes = b""

    def table(self) -> Table:
        """The tags of the claims that can be compared, for ``agreement``."""
        codes = tuple(column.translate(_CODES) for column in self.columns)
        if not any(self.apart):
            return Table(self.analysts, self.claims, OUR_TAGS, codes)
        compared = [not apart for apart in self.apart]
        columns = tuple(bytes(compress(column, compared)) for column in codes)
        return Table(self.analysts, tuple(compress(self.claims, compared)), OUR_TAGS, columns)

    def left_out(self) -> tuple[LeftOut, ...]:
        """Claims with fewer than two tags, by reason, in the order to show: for ``agreement``."""
        if len(self.analysts) == 2:
            return self.left_out_of(*self.analysts)
        return self._groups(self.columns, lambda row: of_all(self.analysts, row))

    def left_out_of(self, a: str, b: str, you: str | None = None) -> tuple[LeftOut, ...]:
        """Claims that not both of the two tagged, by reason; ``you`` is whoever is spoken to.

        Raises ValueError for a stranger.
        """
        names = tuple("you" if name == you else name for name in (a, b))
        columns = [self.columns[self.analysts.index(name)] for name in (a, b)]
        return self._groups(columns, lambda row: of_pair(names, row))

    def _groups(
        self, columns: Sequence[bytes], reason: Callable[[tuple[int, ...]], Reason]
    ) -> tuple[LeftOut, ...]:
        """By rank, and of one rank the largest first."""
        found: defaultdict[Reason, list[int]] = defaultdict(list)
        known: dict[tuple[int, ...], Reason] = {}
        for place, row, apart in self._with_fewer(columns):
            why = apart or known.get(row)
            if why is None:
                why = known[row] = reason(row)
            found[why].append(place)
        order = sorted(found, key=lambda why: (why.rank, -len(found[why]), why))
        return tuple(
            LeftOut(
                why.many if len(found[why]) > 1 else why.one,
                tuple(self.claims[place] for place in found[why]),
            )
            for why in order
        )

    def _with_fewer(
        self, columns: Sequence[bytes]
    ) -> Iterator[tuple[int, tuple[int, ...], Reason | None]]:
        """Place, standings and why it stands apart, of each claim with fewer than two tags to compare.

        Of those that stand apart the ones of which any of these analysts holds something.
        """
        codes = [column.translate(_CODES) for column in columns]
        claims = len(self.claims)
        rows, tags = rows_of(columns, claims), rows_of(codes, claims)
        apart, nobody = self.apart or bytes(claims), self.nobody or bytes(claims)
        least = len(columns) - 1
        every = zip(rows, tags, apart, nobody, strict=True)
        for place, (row, coded, why, blank) in enumerate(every):
            if coded.count(MISSING) < least and not why:
                continue
            if blank == Standing.FURNITURE or Standing.FURNITURE in row:
                continue
            if not why:
                yield place, row, None
            elif any(row):
                yield place, row, APART[why]
