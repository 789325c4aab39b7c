"""Evidence: entering it, letting it serve claims, correcting it, taking it away.

An item is its writer's: a colleague's is linked and never written. What is written of one goes
into every article it goes to; each of these is one edit.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from annotator.desk.evidence_change import changed, registers_of, written
from annotator.desk.evidence_files import File, kept_file
from annotator.desk.evidence_finding import find
from annotator.desk.evidence_given import (
    Given,
    Serving,
    kept_contact,
    kept_given,
    kept_serving,
    problem,
    this_day,
)
from annotator.desk.evidence_sight import EvidenceSight
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.edits.evidence import AddEvidence, LinkEvidence, RemoveEvidence
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Contact, Item, Link, Stance
from annotator.store import files as kept_files
from annotator.store.claiming import spans_of
from annotator.store.itemplaces import articles_of, link_places, links_to, told_in
from annotator.store.recorded import items
from annotator.store.write import Applied

__all__ = [
    "Added",
    "Given",
    "Serving",
    "add",
    "attach",
    "detach",
    "edit",
    "file_bytes",
    "find",
    "item_by_id",
    "problem",
    "relink",
    "remove",
    "remove_contact",
    "set_contact",
    "unlink",
    "use",
]

NO_STANCE = "Say what it does for the claim: supports, contradicts or context."


@dataclass(frozen=True, slots=True)
class Added:
    """An item that was entered, by its id."""

    item: str
    applied: Applied


def add(
    library: OpenLibrary,
    article: ArticleId | None,
    claims: Sequence[ClaimId],
    given: Given,
    serving: Serving | None,
    *,
    files: Sequence[Path | File] = (),
    contacts: Sequence[Contact] = (),
    today: date | None = None,
    large: bool = False,
) -> Added:
    """Enters an item, for all these claims together or for none yet.

    One of address, title, quotation, file, note and contact is enough. The day it was accessed
    is ``today`` where an address is given and it is not said. ``large`` takes files of more
    than 50 MB. Raises AnnotatorError; then nothing is saved.
    """
    today = today or this_day()
    kept = kept_given(given, today=today)
    serves = None if serving is None else kept_serving(serving)
    if claims and (serves is None or article is None):
        raise AnnotatorError(NO_STANCE)
    item = changed(library, Item(str(uuid.uuid4()), library.me), kept, today)
    held = [kept_file(file, item.audience, large=large) for file in files]
    item = replace(
        item,
        contacts=tuple(_own(kept_contact(one, today=today), item) for one in contacts),
        files=tuple({of.sha256: of for of, _ in held}.values()),
    )
    if not (_says_something(item) or (serves and serves.quote)):
        raise AnnotatorError(
            "There is nothing to keep: give an address, a title, a quotation, a file, a note "
            "or whom you asked."
        )
    placed: dict[tuple[ArticleId, ClaimId], Link | None] = {}
    if serves is not None and article is not None:
        link = _link(item, serves)
        placed = {(article, claim): link for claim in _of(library, article, claims)}
    act = AddEvidence(item.id, registers_of(item), placed)
    return Added(item.id, library.perform(act, files=[data for _, data in held]))


def use(
    library: OpenLibrary,
    item: str,
    article: ArticleId,
    claims: Sequence[ClaimId],
    serving: Serving,
) -> Applied | None:
    """Lets an item, a colleague's too, serve claims as it is said; None: it does so already.

    Raises AnnotatorError for an item that is not there, or may not be seen.
    """
    serves = kept_serving(serving)
    return _serve(library, item, article, dict.fromkeys(_of(library, article, claims), serves))


def relink(
    library: OpenLibrary,
    item: str,
    article: ArticleId,
    claims: Sequence[ClaimId],
    *,
    stance: Stance | None = None,
    quote: str | None = None,
    locator: str | None = None,
    credibility: str | None = None,
) -> Applied | None:
    """The same, where what is None stays as it is. Raises AnnotatorError without any stance."""
    held = dict(_sided(library, item_by_id(library, item)))
    wanted = {}
    for claim in _of(library, article, claims):
        was = held.get(claim)
        said = stance or (was.stance if was else None)
        if said is None:
            raise AnnotatorError(NO_STANCE)
        wanted[claim] = kept_serving(
            Serving(
                said,
                was.quote if quote is None and was else quote or "",
                was.locator if locator is None and was else locator or "",
                was.credibility if credibility is None and was else credibility or "",
            )
        )
    return _serve(library, item, article, wanted)


def unlink(
    library: OpenLibrary, item: str, article: ArticleId, claims: Sequence[ClaimId]
) -> Applied | None:
    """Lets an item serve these claims no longer; None: it serves none of them by one's own word."""
    held = {claim for claim, _ in links_to(library.store, library.me, item)}
    gone = {(article, claim): None for claim in dict.fromkeys(claims) if claim in held}
    return library.perform(LinkEvidence(item, gone)) if gone else None


def edit(
    library: OpenLibrary, item: str, given: Given, *, today: date | None = None
) -> Applied | None:
    """Corrects one's own item, wherever it goes; None: it says that already.

    An item that becomes one's own alone takes its links, contacts and files with it. Raises
    AnnotatorError for a colleague's.
    """
    today = today or this_day()
    mine = _mine(library, item)
    return _write(library, mine, changed(library, mine, kept_given(given, today=today), today))


def remove(library: OpenLibrary, item: str) -> Applied:
    """Takes one's own item away, from every claim it serves. Raises AnnotatorError."""
    mine = _mine(library, item)
    articles = tuple(sorted(articles_of(library.store, library.me, item)))
    return library.perform(RemoveEvidence(item, mine.audience is Audience.ME, articles))


def set_contact(
    library: OpenLibrary, item: str, contact: Contact, *, today: date | None = None
) -> Applied | None:
    """Writes whom one asked; one with the same id is replaced. None: it says that already.

    Without an id it is a new one. Of an item for oneself the contacts are so too.
    """
    mine = _mine(library, item)
    kept = _own(kept_contact(contact, today=today or this_day()), mine)
    others = [one for one in mine.contacts if one.id != kept.id]
    return _write(library, mine, replace(mine, contacts=(*others, kept)))


def remove_contact(library: OpenLibrary, item: str, contact: str) -> Applied | None:
    """Takes a contact away; None: there is none such."""
    mine = _mine(library, item)
    left = tuple(one for one in mine.contacts if one.id != contact)
    return _write(library, mine, replace(mine, contacts=left))


def attach(
    library: OpenLibrary,
    item: str,
    file: Path | File,
    how: str = "",
    audience: Audience = Audience.DESK,
    large: bool = False,
) -> Applied | None:
    """Keeps a file with one's own item; None: it is there already, and for the same readers.

    ``how`` says in words how it came. Raises AnnotatorError for one of more than 50 MB that is
    not said to be ``large``, and for whatever cannot be read.
    """
    mine = _mine(library, item)
    own = Audience.ME if mine.audience is Audience.ME else audience
    kept, data = kept_file(file, own, how, large=large)
    held = {one.sha256: one for one in mine.files}
    if kept.sha256 in held:
        kept = replace(held[kept.sha256], audience=own)
    held[kept.sha256] = kept
    return _write(library, mine, replace(mine, files=tuple(held.values())), data)


def detach(library: OpenLibrary, item: str, sha256: str) -> Applied | None:
    """Takes a file off one's own item; None: it is not there. Its bytes stay until erased."""
    mine = _mine(library, item)
    left = tuple(one for one in mine.files if one.sha256 != sha256)
    return _write(library, mine, replace(mine, files=left))


def file_bytes(library: OpenLibrary, sha256: str) -> bytes | None:
    """The bytes of a file that an item names; None where they did not come along."""
    return kept_files.file_bytes(library.store, sha256)


def item_by_id(library: OpenLibrary, item: str) -> Item:
    """The item with this id, as the acting person may read it. Raises AnnotatorError."""
    found = items(library.store, [item], library.me).of(item, library.me)
    if found is None or not EvidenceSight(library).items([(item, found.owner)]):
        raise AnnotatorError("That evidence is not here any more: look at the list again.")
    return found


def _mine(library: OpenLibrary, item: str) -> Item:
    found = item_by_id(library, item)
    if found.owner != library.me:
        raise AnnotatorError(
            "A colleague entered that evidence: let it serve your claims, or enter your own."
        )
    return found


def _of(
    library: OpenLibrary, article: ArticleId | None, claims: Sequence[ClaimId]
) -> tuple[ClaimId, ...]:
    """The claims, each once. Raises AnnotatorError where one is not of this article."""
    wanted = tuple(dict.fromkeys(claims))
    places = spans_of(library.store, wanted)
    if any(claim not in places or places[claim][0] != article for claim in wanted):
        raise AnnotatorError("That claim is not one of this article: choose it again.")
    return wanted


def _serve(
    library: OpenLibrary, item: str, article: ArticleId, wanted: Mapping[ClaimId, Serving]
) -> Applied | None:
    found = item_by_id(library, item)
    held = dict(_sided(library, found))
    links = {claim: _link(found, serving) for claim, serving in wanted.items()}
    new: dict[tuple[ArticleId, ClaimId], Link | None] = {
        (article, claim): link
        for claim, link in links.items()
        if claim not in held or replace(held[claim], at=0) != link
    }
    if not new:
        return None
    if found.owner != library.me or article in told_in(library.store, library.me, item):
        return library.perform(LinkEvidence(item, new))
    return library.perform(LinkEvidence(item, new, registers_of(found), (article,)))


def _sided(library: OpenLibrary, item: Item) -> list[tuple[ClaimId, Link]]:
    """The acting person's links to an item on the side on which it is."""
    private = item.audience is Audience.ME
    links = links_to(library.store, library.me, item.id)
    return [(claim, link) for claim, link in links if link.private is private]


def _write(library: OpenLibrary, was: Item, now: Item, data: bytes | None = None) -> Applied | None:
    """Saves what became different of an item."""
    if not _says_something(now) and not links_to(library.store, library.me, was.id):
        raise AnnotatorError("Nothing would be left of it: remove the evidence instead.")
    links = links_to(library.store, library.me, was.id)
    places = link_places(library.store, library.me, was.id)
    articles = articles_of(library.store, library.me, was.id)
    act = written(was, now, articles, [(places[claim], claim, link) for claim, link in links])
    if act is None:
        return None
    return library.perform(act, files=() if data is None else (data,))


def _link(item: Item, serving: Serving) -> Link:
    return Link(
        item.id,
        serving.stance,
        serving.quote,
        serving.locator,
        serving.credibility,
        item.audience is Audience.ME,
    )


def _own(contact: Contact, item: Item) -> Contact:
    """With an id; what belongs to an item for oneself is so too."""
    audience = Audience.ME if item.audience is Audience.ME else contact.audience
    return replace(contact, id=contact.id or str(uuid.uuid4()), audience=audience)


def _says_something(item: Item) -> bool:
    return bool(item.url or item.archive or item.title or item.note or item.contacts or item.files)
