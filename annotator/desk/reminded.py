"""The reminders of many claims of one article at once: what is read for them, and read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ClaimId, Span
from annotator.domain.reminders import Around, Reminder, reminders
from annotator.domain.snapshot import Snapshot, claim_name
from annotator.domain.tags import Standing, Tag
from annotator.store import reminding
from annotator.store.claiming import spans_of
from annotator.store.evidence_then import changed_since
from annotator.store.recorded import source_names
from annotator.store.reminding import Kept
from annotator.text.facts import facts

Places = Sequence[tuple[Span, ClaimId]]
"""Claims with where they lie."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """A claim with what there is to say of it, the most important first."""

    claim: ClaimId
    number: int | None
    span: Span
    reminders: tuple[Reminder, ...]

    @property
    def name(self) -> str:
        """How messages call it: "claim 5", "the title"."""
        return claim_name(self.number)


def reminded(library: OpenLibrary, snapshot: Snapshot, places: Places) -> tuple[Reminded, ...]:
    """Those of these claims of which there is something to say, in reading order.

    Claims that are none any more, and furniture, are left out.
    """
    live = []
    for span, claim in places:
        index = snapshot.index_of(span)
        if index is not None and snapshot.standings[index] != Standing.FURNITURE:
            live.append((index, span, claim))
    live.sort()
    with library.store.reading():
        around = _Around(library, snapshot, [claim for _, _, claim in live])
    found = []
    for index, span, claim in live:
        said = around.reminders(claim, index)
        if said:
            found.append(Reminded(claim, snapshot.number(index), span, said))
    return tuple(found)


class _Around:
    """What is around these claims, read at once."""

    def __init__(self, library: OpenLibrary, snapshot: Snapshot, claims: Sequence[ClaimId]) -> None:
        self._library, self._snapshot = library, snapshot
        store, me, article = library.store, library.me, snapshot.article.id
        self._kept = reminding.kept(store, me, claims)
        self._sources = source_names(store, article)
        self._against = self._contradicting()
        self._changed = changed_since(store, me, self._kept, me)
        self._first = reminding.naming(
            store, me, (of for one in self._kept.values() for of in one.record.attributions)
        )
        self._groups = reminding.copies(
            store,
            (of.item for one in self._kept.values() for of in one.record.evidence if of.item),
            me,
        )

    def reminders(self, claim: ClaimId, index: int) -> tuple[Reminder, ...]:
        kept = self._kept.get(claim)
        if kept is None:
            return ()
        around = Around(
            kept.judged,
            self._sources,
            self._facts(kept, index),
            self._against.get(claim, ()),
            self._changed.get(claim, frozenset()),
            self._groups,
            self._first,
        )
        return reminders(kept.held, kept.record, around)

    def _facts(self, kept: Kept, index: int) -> list[Span]:
        """The facts of a claim of which one was ticked already."""
        if not kept.held.facts:
            return []
        article = self._snapshot.article
        found = facts(article.text, self._snapshot.span(index), article.language or None)
        return [fact.span for fact in found]

    def _contradicting(self) -> Mapping[ClaimId, tuple[int, ...]]:
        """Claim → the numbers of the claims that contradict it, where they are live."""
        if not any(one.held.tag is Tag.VERIFIED for one in self._kept.values()):
            return {}
        store, page = self._library.store, self._snapshot
        found = reminding.contradicted(store, page.article.id, self._library.me)
        spans = spans_of(store, sorted({one for others in found.values() for one in others}))
        numbers = {}
        for claim, (article, span, _) in spans.items():
            index = page.index_of(span) if article == page.article.id else None
            number = None if index is None else page.number(index)
            if number is not None:
                numbers[claim] = number
        return {
            claim: tuple(numbers[other] for other in others if other in numbers)
            for claim, others in found.items()
        }
