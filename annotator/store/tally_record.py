"""Which claims' records a merge touched, and what they say before and after it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from annotator.domain.article import ClaimId
from annotator.domain.attribution import RECORD
from annotator.domain.canonical import text_or_empty
from annotator.domain.edits.form import Part
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import LINK, private_name
from annotator.domain.record import Record
from annotator.store.library import Library
from annotator.store.log import in_chunks
from annotator.store.recorded import records_of

_SERVED = "SELECT claim FROM links WHERE analyst = ? AND item IN ({})"
_ATTRIBUTED = "SELECT claim FROM attributions WHERE analyst = ? AND id IN ({})"


@dataclass(slots=True)
class Touched:
    """What somebody's edits say of evidence and attribution."""

    claims: set[ClaimId] = field(default_factory=set)
    items: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)

    def see(self, part: Part) -> None:
        """One part of an edit."""
        for write in part.writes:
            if not isinstance(write, Own):
                continue
            if write.about == "claim" and _is_link(write.field):
                self.claims.add(ClaimId(write.id))
            elif write.about == "evidence":
                self.items.add(write.id)
            elif write.about == "attribution":
                self.said.add(write.id)
                if write.field == RECORD and isinstance(write.value, dict):
                    self.claims.add(ClaimId(text_or_empty(write.value.get("claim"))))

    def add(self, other: Touched) -> None:
        self.claims |= other.claims
        self.items |= other.items
        self.said |= other.said

    def __bool__(self) -> bool:
        return bool(self.claims or self.items or self.said)


def speaks_of_records(part: Part) -> bool:
    """Whether it may touch any: most parts are passed over by their words."""
    return "evidence" in part.body or "attribution" in part.body


def _is_link(name: str) -> bool:
    head, _, item = name.partition(" ")
    return bool(item) and private_name(head, False) == LINK


def claims_touched(library: Library, person: str, touched: Touched) -> set[ClaimId]:
    """The claims of which this library has the person record anything that was touched."""
    rows = in_chunks(library, _SERVED, sorted(touched.items), (person,))
    rows += in_chunks(library, _ATTRIBUTED, sorted(touched.said), (person,))
    return touched.claims | {ClaimId(row[0]) for row in rows}


def records(library: Library, person: str, claims: Collection[ClaimId]) -> dict[ClaimId, Record]:
    """What the person recorded of these claims, whenever it was written."""
    found = records_of(library, sorted(claims), person)
    return {claim: _timeless(record) for (who, claim), record in found.items() if who == person}


def _timeless(record: Record) -> Record:
    evidence = (
        replace(
            one, link=replace(one.link, at=0), item=replace(one.item, at=0) if one.item else None
        )
        for one in record.evidence
    )
    return replace(record, evidence=tuple(sorted(evidence, key=lambda one: one.link.item)))
