"""What an edit of an item writes: the registers that become different, and links that move along."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields, replace
from datetime import date

from annotator.desk.evidence_given import Given
from annotator.desk.evidence_sight import EvidenceSight
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.canonical import Json
from annotator.domain.edits.evidence import EditEvidence, link_field
from annotator.domain.edits.writes import Own
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import (
    AUDIENCE,
    CONTACT,
    FILE,
    PRIMARY,
    TEXTS,
    THERE,
    Groups,
    Item,
    Link,
    private_name,
)
from annotator.store.recorded import every_item

PlacedLink = tuple[ArticleId, ClaimId, Link]


def changed(library: OpenLibrary, item: Item, given: Given, today: date) -> Item:
    """The item with what was given. The day it was accessed comes with its first address.

    Raises AnnotatorError for a copy of itself, or of what is not here.
    """
    values = {
        one.name: getattr(given, one.name)
        for one in fields(Given)
        if getattr(given, one.name) is not None
    }
    if given.copy_of:
        values["copy_of"] = _original(library, item, given.copy_of)
    if given.url and not item.url and not item.accessed and given.accessed is None:
        values["accessed"] = today.isoformat()
    now = replace(item, **values)
    if now.audience is Audience.ME:
        now = replace(
            now,
            contacts=tuple(replace(one, audience=Audience.ME) for one in now.contacts),
            files=tuple(replace(one, audience=Audience.ME) for one in now.files),
        )
    return now


def registers_of(item: Item) -> dict[str, Json]:
    """The registers that say of an item what it is, by their names; empty ones left out."""
    private = item.audience is Audience.ME
    plain: dict[str, Json] = {THERE: True}
    plain |= {name: getattr(item, name) for name in TEXTS if getattr(item, name)}
    if item.primary is not None:
        plain[PRIMARY] = item.primary
    if item.audience is Audience.PUBLIC:
        plain[AUDIENCE] = item.audience.value
    found = {private_name(name, private): value for name, value in plain.items()}
    for contact in item.contacts:
        name = private_name(f"{CONTACT} {contact.id}", contact.audience is Audience.ME)
        found[name] = contact.json()
    for file in item.files:
        found[private_name(f"{FILE} {file.sha256}", file.audience is Audience.ME)] = file.json()
    return found


def written(
    was: Item, now: Item, articles: Collection[ArticleId], links: Sequence[PlacedLink]
) -> EditEvidence | None:
    """The edit that makes the one out of the other; None: they are the same.

    Where something of it becomes one's own alone, all that stays for others is written once
    more: a parcel leaves out what was written of it before, and has it whole all the same.
    """
    before, after = registers_of(was), registers_of(now)
    registers = {name: value for name, value in after.items() if before.get(name) != value}
    for name in before.keys() - after.keys():
        registers[name] = False if name in (THERE, private_name(THERE)) else None
    if not registers:
        return None
    hides = any(private_name(name) in registers for name in before.keys() - after.keys())
    if hides:
        registers |= {name: value for name, value in after.items() if name in _plain(after)}
    moves = (was.audience is Audience.ME) is not (now.audience is Audience.ME)
    private = now.audience is Audience.ME
    writing = tuple(_moved(now.id, private, links, moves=moves)) if moves or hides else ()
    return EditEvidence(now.id, registers, tuple(sorted(articles)), writing)


def _plain(names: Iterable[str]) -> set[str]:
    return {name for name in names if name != private_name(name)}


def _moved(
    item: str, private: bool, links: Sequence[PlacedLink], *, moves: bool
) -> Iterable[tuple[ArticleId, Own]]:
    """Links on the item's side; on the other they are emptied."""
    for article, claim, link in links:
        if (link.private is private) is moves:
            continue  # left from before: what stands on the other side is newer
        yield article, Own("claim", claim, link_field(item, private), link.json())
        if moves:
            yield article, Own("claim", claim, link_field(item, not private), None)


def _original(library: OpenLibrary, item: Item, wanted: str) -> str:
    """The item that stands for the group of what is copied: so groups stay flat."""
    held = [one for one in every_item(library.store, library.me).all() if one.id != item.id]
    seen = EvidenceSight(library).items([(one.id, one.owner) for one in held])
    held = [one for one in held if (one.id, one.owner) in seen]
    if wanted == item.id:
        raise AnnotatorError("That is the same evidence: name the one that it copies.")
    if wanted not in {one.id for one in held}:
        raise AnnotatorError("What it should be a copy of is not here: look at the list again.")
    root = Groups.of(held).root(wanted)
    return wanted if root == item.id else root
