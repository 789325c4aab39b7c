"""What evidence said when a claim was judged: whether it says something else since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotator.domain.article import ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.canonical import Json
from annotator.domain.evidence import Item, Linked, is_private, item_of, read_side
from annotator.domain.order import Stamp
from annotator.store.library import Library
from annotator.store.log import in_chunks
from annotator.store.marks import ALIVE
from annotator.store.people import PERSON
from annotator.store.reminding import Kept

Written = Mapping[str, tuple[Stamp, Json]]

_WRITTEN = (
    "SELECT {columns} FROM writes JOIN parts ON parts.seq = writes.part "
    "JOIN edits ON edits.id = parts.edit WHERE form = 'own' AND about = '{about}' "
    f"AND {ALIVE.format(edit='edits.id')} "
)
_LINKED = (
    _WRITTEN.format(columns="writes.id, field, min(at)", about="claim")
    + "AND (field LIKE 'evidence %' OR field LIKE 'evidence.me %') "
    f"AND {PERSON.format(id='edits.analyst')} = ? AND writes.id IN ({{}}) "
    "GROUP BY writes.id, field"
)
_ITEM = (
    _WRITTEN.format(columns="writes.id, field, value, at, edits.id", about="evidence")
    + f"AND {PERSON.format(id='edits.analyst')} = ? AND writes.id IN ({{}}) "
    "ORDER BY at, edits.id, coalesce(parts.article, ''), parts.class"
)


def changed_since(
    library: Library, analyst: str, kept: Mapping[ClaimId, Kept], viewer: str
) -> dict[ClaimId, frozenset[str]]:
    """Claim → the items that served it when the analyst judged it and say something else since.

    ``kept`` is what the viewer may read of it. That an item came to serve another claim, or another article, changes nothing it says.
    """
    later = {claim: later for claim, one in kept.items() if (later := _written_since(one))}
    since = _linked_since(library, analyst, later)
    earlier = {
        claim: [one for one in evidence if since[claim, one.link.item] < kept[claim].judged]
        for claim, evidence in later.items()
    }
    items = [one.item for evidence in earlier.values() for one in evidence if one.item]
    histories = _histories(library, viewer, items)
    found = {}
    for claim, evidence in earlier.items():
        judged = kept[claim].judged
        found[claim] = frozenset(
            one.link.item
            for one in evidence
            if one.link.at > judged or (one.item and _differs(one.item, histories, judged))
        )
    return {claim: these for claim, these in found.items() if these}


def _written_since(kept: Kept) -> list[Linked]:
    if not kept.judged:
        return []
    return [
        one
        for one in kept.record.evidence
        if max(one.link.at, one.item.at if one.item else 0) > kept.judged
    ]


def _linked_since(
    library: Library, analyst: str, claims: Iterable[ClaimId]
) -> dict[tuple[str, str], int]:
    """(claim, item) → when the analyst first linked them: a place in the total order."""
    found: dict[tuple[str, str], int] = {}
    for claim, field, at in in_chunks(library, _LINKED, sorted(claims), (analyst,)):
        key = claim, field.partition(" ")[2]
        found[key] = min(at, found.get(key, at))
    return found


History = list[tuple[str, Stamp, Json]]
"""(register, stamp, value), in the total order."""


def _histories(
    library: Library, viewer: str, items: Iterable[Item]
) -> dict[tuple[str, str], History]:
    """(item, owner) → what its owner wrote of it; a colleague's private side is left out."""
    by_owner: dict[str, set[str]] = {}
    for item in items:
        by_owner.setdefault(item.owner, set()).add(item.id)
    found: dict[tuple[str, str], History] = {}
    for owner, ids in by_owner.items():
        for item, field, value, at, edit in in_chunks(library, _ITEM, sorted(ids), (owner,)):
            if owner == viewer or not is_private(field):
                found.setdefault((item, owner), []).append((field, (at, edit), json.loads(value)))
    return found


def _differs(now: Item, histories: Mapping[tuple[str, str], History], judged: int) -> bool:
    """Whether the item said something else at that place in the order; who may read it is no matter."""
    written: dict[str, tuple[Stamp, Json]] = {}
    for field, stamp, value in histories.get((now.id, now.owner), ()):
        if stamp[0] <= judged:
            written[field] = (stamp, value)
    then = item_of(now.id, now.owner, read_side(written, False), read_side(written, True))
    return then is None or _said(then) != _said(now)


def _said(item: Item) -> Item:
    return replace(item, at=0, audience=Audience.DESK)
