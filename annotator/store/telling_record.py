"""An edit of a claim's record in words: from what to what, by what the log says of before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.domain import record_words as words
from annotator.domain.article import ClaimId
from annotator.domain.assessment import CONFIDENCE, FLAG, RELATION, TYPE, WORDING, fact_span
from annotator.domain.attribution import RECORD, source_id
from annotator.domain.canonical import Json, text_or_empty
from annotator.domain.edits.form import Header
from annotator.domain.edits.writes import All, Own, Write
from annotator.domain.evidence import (
    NEVER,
    Side,
    is_private,
    item_of,
    read_side,
)
from annotator.domain.order import Stamp
from annotator.domain.record_words import Done
from annotator.domain.snapshot import claim_name
from annotator.store.before import Before
from annotator.store.claiming import number_of, spans_of
from annotator.store.evidencing import ITEMS, side_of
from annotator.store.library import Library
from annotator.store.reading import text_of

PLAIN: dict[str, tuple[str, Callable[[Json, Json], Done]]] = {
    "SetConfidence": (CONFIDENCE, words.confidence),
    "SetType": (TYPE, words.claim_type),
    "SetFlag": (FLAG, words.flag),
    "SetWording": (WORDING, words.wording),
}
"""Kinds that write one register of a claim, which one, and how that is told."""

ITEM_KINDS = {
    "AddEvidence": "added",
    "EditEvidence": "corrected",
    "RemoveEvidence": "removed",
}

ONE_CLAIM = (*PLAIN, "SetFacts", "SetRelation", "AddEvidence", "LinkEvidence")
"""Kinds that are told by what they write of one claim."""


class RecordTeller:
    """Tells such edits; ``viewer`` is the person who reads it, and sees what only she may."""

    def __init__(self, library: Library, before: Before, viewer: str | None) -> None:
        self._library = library
        self._before = before
        self._viewer = viewer
        self._sources_known: dict[str, str] | None = None

    def done(self, header: Header, writes: Sequence[Write], claim: ClaimId | None) -> Done | None:
        """What the edit did, to the claim where it is of one; None for an edit of another sort."""
        owns = [write for write in writes if isinstance(write, Own)]
        of_claim = [own for own in owns if own.about == "claim" and own.id == claim]
        if of_claim and header.kind in ONE_CLAIM:
            return self._of_claim(header, of_claim, owns)
        if header.kind in ITEM_KINDS:
            return self._item(header, owns)
        if header.kind in ("SetAttribution", "RemoveAttribution"):
            return self._attribution(header, owns)
        if header.kind == "NameSources":
            return self._sources([write for write in writes if isinstance(write, All)])
        return None

    def _of_claim(self, header: Header, mine: Sequence[Own], owns: Sequence[Own]) -> Done | None:
        """An edit that writes registers of the claim itself: ``mine``."""
        if header.kind in PLAIN:
            field, tell = PLAIN[header.kind]
            return tell(self._value_before(header, mine[0], field), mine[0].value)
        if header.kind == "SetFacts":
            return self._fact(mine[0]) if len(mine) == 1 else None
        if header.kind == "SetRelation":
            other = ClaimId(mine[0].field.removeprefix(f"{RELATION} "))
            return words.relation(self._name(other), mine[0].value)
        return self._link(header, mine, owns)

    def claims(self, header: Header, own: Own) -> list[ClaimId]:
        """The claims that a register of an item or an attribution is of."""
        if own.about == "attribution" and own.field == RECORD:
            claim = text_or_empty(own.value.get("claim") if isinstance(own.value, dict) else "")
            return [ClaimId(claim)] if claim else []
        if own.about == "attribution":
            record = self._value_before(header, own, RECORD)
            return self.claims(header, replace(own, field=RECORD, value=record)) if record else []
        if own.about == "evidence" and header.kind in ("EditEvidence", "RemoveEvidence"):
            sql = "SELECT DISTINCT claim FROM links WHERE item = ? AND analyst = ?"
            rows = self._library.rows(sql, (own.id, self._before.person(header.analyst)))
            return [ClaimId(row[0]) for row in rows]
        return []

    def _value_before(self, header: Header, own: Own, field: str) -> Json:
        return self._before.value(own.about, own.id, field, header.analyst, header.order)

    def _fact(self, own: Own) -> Done:
        span = fact_span(own.field)
        place = spans_of(self._library, [ClaimId(own.id)]).get(ClaimId(own.id))
        text = text_of(self._library, place[0], span) if span and place else ""
        return words.fact(text, own.value)

    def _name(self, claim: ClaimId) -> str:
        """A claim by its number now, a retired one by its words."""
        place = spans_of(self._library, [claim]).get(claim)
        if place is None:
            return "another claim"
        number = number_of(self._library, place[0], place[1])
        if number is not None:
            return claim_name(number)
        return words.quoted(text_of(self._library, place[0], place[1]))

    def _link(self, header: Header, links: Sequence[Own], owns: Sequence[Own]) -> Done:
        """Of the two sides of a link that is taken away the one that was there."""
        olds = (self._value_before(header, own, own.field) for own in links)
        before = next(filter(None, olds), None)
        after = next((own.value for own in links if own.value), None)
        item = links[0].field.partition(" ")[2]
        return words.link(item, self._item_name(header, item, owns), before, after)

    def _item(self, header: Header, owns: Sequence[Own]) -> Done:
        mine = self._before.person(header.analyst) == self._viewer
        items = [own for own in owns if own.about == "evidence"]
        shown = [own.field for own in items if mine or not is_private(own.field)]
        name = self._item_name(header, items[0].id, owns) if items else ""
        done = ITEM_KINDS[header.kind]
        return words.item(done, name, shown if header.kind == "EditEvidence" else ())

    def _item_name(self, header: Header, item: str, owns: Iterable[Own]) -> str:
        """What it is called now, else as this edit calls it; "" where the viewer may not know.

        The item is the writer's own, else the first of that id. One that was removed has its
        name still, and one of which every edit was taken back has it in this edit alone.
        """
        writer = self._before.person(header.analyst)
        rows = self._library.rows(
            f"SELECT {ITEMS} FROM items WHERE id = ? ORDER BY analyst", (item,)
        )
        found = [row[1:] for row in map(side_of, rows)]
        if not any(owner == writer for owner, _, _ in found):
            found += _sides(writer, self._before.standing("evidence", item, writer))
        found.sort(key=lambda one: (one[0] != writer, not one[2].there))
        items = (own for own in owns if own.about == "evidence" and own.id == item)
        found += _sides(writer, {own.field: (NEVER, own.value) for own in items})
        for owner, private, side in found:
            shown = item_of(item, owner, replace(side, there=True))
            if shown and shown.name != NAMELESS and (not private or owner == self._viewer):
                return shown.name
        return ""

    def _attribution(self, header: Header, owns: Sequence[Own]) -> Done:
        of = next((own for own in owns if own.about == "attribution"), None)
        # Without a part that did not come along nobody knows whom it names.
        before = self._value_before(header, of, RECORD) if of else None
        if header.kind == "RemoveAttribution":
            return words.unattributed(before)
        return words.attribution(before, next((o.value for o in owns if o.field == RECORD), None))

    def _sources(self, writes: Sequence[All]) -> Done:
        """Names by what attributions and renamings know; one that was let go beside others is left out."""
        given = [write for write in writes if write.value] or list(writes)
        known = self._source_names()
        olds = sorted({known[write.id] for write in given if write.id in known})
        new = next((text_or_empty(write.value) for write in given), "")
        if new:
            known.setdefault(source_id(new), new)
        return words.source_named(olds, new)

    def _source_names(self) -> dict[str, str]:
        """Source id → its name: as it is written or called, and as edits before called it."""
        if self._sources_known is None:
            rows = self._library.rows("SELECT DISTINCT name FROM sources")
            written = self._library.rows("SELECT source_id, source FROM attributions")
            self._sources_known = {source_id(row[0]): row[0] for row in rows} | dict(written)
        return self._sources_known


def _sides(owner: str, written: Mapping[str, tuple[Stamp, Json]]) -> list[tuple[str, bool, Side]]:
    return [(owner, private, read_side(written, private)) for private in (False, True)]


NAMELESS = "evidence"
"""What an item is called of which nothing is known (``Item.name``)."""
