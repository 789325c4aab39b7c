"""Whether people agree on a claim or not, also where it was decided: what the queue is sorted by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from annotator.domain.compare import Accord, ReviewSnapshot
from annotator.domain.tags import NOT_JUDGED
from annotator.ui.review.queueview import Filter

_KINDS = {Accord.OPEN: Filter.DISAGREEMENT, Accord.AGREED: Filter.AGREEMENT, Accord.ONE: Filter.ONE}


class Kinds:
    """Whether people agree on a claim or not, decided or not: each claim is of one kind or none.

    A decision is no agreement: what was settled counts as the disagreement it was. 100,000
    claims may be settled, so they are counted by the ways in which they are judged.
    """

    def __init__(self, held: ReviewSnapshot) -> None:
        self._held = held
        self._columns = [column.standings for column in held.columns]
        self._decided: dict[Accord, dict[Filter | None, list[int]]] = {}

    def count(self, kind: Filter) -> int:
        accord = next(accord for accord, of in _KINDS.items() if of is kind)
        settled, returned = self.decided(kind, Accord.SETTLED), self.decided(kind, Accord.RETURNED)
        return self._held.count(accord) + len(settled) + len(returned)

    def decided(self, kind: Filter, accord: Accord) -> list[int]:
        """The claims of this kind that are settled, or that came back, in reading order."""
        if accord not in self._decided:
            found = self._settled() if accord is Accord.SETTLED else self._returned()
            by_kind: dict[Filter | None, list[int]] = {}
            for index, of in found:
                by_kind.setdefault(of, []).append(index)
            self._decided[accord] = by_kind
        return self._decided[accord].get(kind, [])

    def _returned(self) -> Iterator[tuple[int, Filter | None]]:
        for index in self._held.indices(Accord.RETURNED):
            yield index, self._ever(index)

    def _settled(self) -> Iterator[tuple[int, Filter | None]]:
        """A decision that is not stale was made over what is judged now, so this tells what it was.

        Where the viewer does not see all of it, the decision does.
        """
        known: dict[tuple[int, ...], Filter | None] = {}
        for index, row in self._rows(mask_of(self._held.accords, Accord.SETTLED)):
            if row not in known:
                known[row] = kind_of(row)
            now = known[row]
            yield index, self._then(index) if now in (None, Filter.ONE) else now

    def _rows(self, mask: bytes) -> Iterator[tuple[int, tuple[int, ...]]]:
        """How these claims are judged: one by one where they are few, else all columns at once."""
        if self._columns and mask.count(1) > len(mask) // 8:
            yield from compress(enumerate(zip(*self._columns, strict=True)), mask)
        else:
            for index in compress(range(len(mask)), mask):
                yield index, tuple(column[index] for column in self._columns)

    def _ever(self, index: int) -> Filter | None:
        """A disagreement where people differ now, or differed when it was decided."""
        now = kind_of(tuple(column[index] for column in self._columns))
        kinds = (now, self._then(index))
        return next((kind for kind in _KINDS.values() if kind in kinds), None)

    def _then(self, index: int) -> Filter | None:
        """By what the decision was made over."""
        decision = self._held.decisions[index][0]
        then = [standing for standing in decision.over.values() if standing is not None]
        return kind_of((*then, *(s for held in decision.elsewhere.values() for s in held.values())))


def kind_of(row: tuple[int, ...]) -> Filter | None:
    """What kind of claim one is that is judged so."""
    judged = [standing for standing in row if standing not in NOT_JUDGED]
    if len(judged) < 2:
        return Filter.ONE if judged else None
    return Filter.AGREEMENT if len(set(judged)) == 1 else Filter.DISAGREEMENT


def mask_of(accords: bytes, accord: Accord) -> bytes:
    """1 for each claim that stands so; no loop of Python's own over 100,000 of them."""
    wanted = bytearray(256)
    wanted[accord] = 1
    return accords.translate(bytes(wanted))
