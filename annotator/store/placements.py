"""What lays articles out: the bases, cuts and paints that the index of the log finds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from annotator.domain.article import ArticleId, ClaimId, Passage, PassageKind
from annotator.domain.edits.writes import Base, Cut, Paint, Write
from annotator.store import log
from annotator.store.index import cut_claims
from annotator.store.library import Library
from annotator.store.marks import ALIVE

MANY = 2000
"""Claims: where cuts concern more than these, the whole article is as quickly replayed."""

Laying = Base | Cut | Paint
Placed = tuple[Laying, bool]
"""A write that lays something out, and whether its edit counts."""

_PARTS = (
    f"SELECT DISTINCT at, edits.id, parts.class, parts.seq, {ALIVE.format(edit='edits.id')} "
    "FROM writes CROSS JOIN parts CROSS JOIN edits "
    "WHERE parts.seq = writes.part AND edits.id = parts.edit "
    "AND parts.article = ? AND writes.id IN ({})"
)
"""Writes first: an article may have as many parts as a log is long."""


class Placements:
    """Finds them, and remembers those of this transaction, so that no part is read twice."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._writes: dict[int, Sequence[Write]] = {}

    def remember(self, part: int, writes: Sequence[Write]) -> None:
        """What a part writes that has just been put in."""
        if any(isinstance(write, Laying) for write in writes):
            self._writes[part] = writes

    def forget(self, parts: Iterable[int]) -> None:
        """These parts are in the set no more."""
        for part in parts:
            self._writes.pop(part, None)

    def of_article(self, article: ArticleId) -> list[Placed]:
        """Everything that ever laid it out, in the total order."""
        return self._placed(article, [article], "form IN ('base', 'cut', 'paint')")

    def paints(self, article: ArticleId) -> list[Paint]:
        """The paints of an article that count, in the total order."""
        placed = self._placed(article, [article], "form = 'paint'")
        return [write for write, counts in placed if counts and isinstance(write, Paint)]

    def concerning(
        self, article: ArticleId, claims: set[ClaimId]
    ) -> tuple[set[ClaimId], list[tuple[Cut, bool]]] | None:
        """These claims and all that cuts tie to them, with those cuts; None: too many."""
        known: set[ClaimId] = set()
        cuts: list[tuple[Cut, bool]] = []
        fresh = claims
        while fresh:
            known |= fresh
            if len(known) > MANY:
                return None
            placed = self._placed(article, sorted(known), "form = 'cut'")
            cuts = [(write, counts) for write, counts in placed if isinstance(write, Cut)]
            fresh = {claim for cut, _ in cuts for claim in cut_claims(article, cut)} - known
        return known, cuts

    def base_passages(self, article: ArticleId) -> tuple[Passage, ...]:
        """The passages of the base that stands, without reading its claims."""
        sql = _PARTS + " AND form = 'base'"
        for *_, part, counts in sorted(self._library.rows(sql.format("?"), (article, article))):
            if counts:
                body = self._library.rows("SELECT body FROM parts WHERE seq = ?", (part,))[0][0]
                base = next(write for write in json.loads(body) if write["form"] == "base")
                passages = base["passages"]
                return tuple(
                    Passage(PassageKind(kind), start, end) for kind, start, end in passages
                )
        return ()

    def _placed(self, article: ArticleId, names: Sequence[str], form: str) -> list[Placed]:
        rows = set(log.in_chunks(self._library, f"{_PARTS} AND {form}", names, (article,)))
        return [
            (write, bool(counts))
            for *_, part, counts in sorted(rows)
            for write in self._written(part)
            if isinstance(write, Laying)
        ]

    def _written(self, part: int) -> Sequence[Write]:
        if part not in self._writes:
            row = self._library.rows(f"SELECT {log.PART} FROM parts WHERE seq = ?", (part,))[0]
            self._writes[part] = log.part_of(row).writes
        return self._writes[part]
