"""The records of claims as the pure law has them, for reports that are made without a library."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.domain.article import ClaimId
from annotator.domain.attribution import Attribution
from annotator.domain.edits.form import Edit
from annotator.domain.edits.kinds import known
from annotator.domain.edits.state import State
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import Item, Link, Linked, item_of, links_of
from annotator.domain.record import Record


def records_of(edits: Iterable[Edit], whole: State) -> dict[tuple[str, str], Record]:
    """(analyst, claim) → what a report shows as recorded; empty ones left out."""
    heard = heard_of(edits, whole)
    links: dict[tuple[str, ClaimId], list[Link]] = {}
    for (owner, claim, _, private), link in whole.links().items():
        if not private:
            links.setdefault((owner, claim), []).append(link)
    said: dict[tuple[str, ClaimId], list[tuple[int, Attribution]]] = {}
    for (owner, key), (one, there) in whole.attributions().items():
        if there:
            stamps = [stamp for stamp, _ in whole.own[owner, "attribution", key].values()]
            said.setdefault((owner, one.claim), []).append((max(stamps)[0], one))
    owners = _items(whole)
    found: dict[tuple[str, str], Record] = {}
    for owner, claim in {*links, *said}:
        evidence = [
            Linked(link, _meant(owners.get(link.item, {}), owner))
            for link in links_of(links.get((owner, claim), ()))
        ]
        said_here = sorted(said.get((owner, claim), ()), key=lambda row: (row[0], row[1].id))
        record = Record(
            tuple(one for one in evidence if one.item or one.link.item not in heard),
            tuple(one for _, one in said_here),
        )
        if not record.empty:
            found[owner, claim] = record
    return found


def heard_of(edits: Iterable[Edit], whole: State) -> set[str]:
    """The items of which anything was ever said, taken back or not."""
    return {
        write.id
        for edit in edits
        if known(edit.header.kind, edit.header.version)
        and edit.header.id not in whole.persons.originals
        for part in edit.sound_parts
        for write in part.writes
        if isinstance(write, Own) and write.about == "evidence"
    }


def _items(whole: State) -> dict[str, dict[str, Item]]:
    found: dict[str, dict[str, Item]] = {}
    for (owner, key, private), side in whole.sides().items():
        item = None if private else item_of(key, owner, side)
        if item is not None:
            found.setdefault(key, {})[owner] = item
    return found


def _meant(owners: dict[str, Item], analyst: str) -> Item | None:
    return owners.get(analyst) or next((owners[one] for one in sorted(owners)), None)
