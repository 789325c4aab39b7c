"""Evidence: entering it, letting it serve claims, correcting it, taking it away.

An item is its writer's: a colleague's is linked and never written. What is written of one goes
into every article it goes to; each of these is one edit.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from annotator.desk.evidence_change import changed, registers_of, written
from annotator.desk.evidence_files import Attached, File, kept_file
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
from annotator.desk.evidence_serving import (
    NO_STANCE,
    claims_in,
    item_by_id,
    link_of,
    relink,
    unlink,
    use,
)
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.edits.evidence import AddEvidence, RemoveEvidence
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Contact, Item, KeptFile, Link
from annotator.store import files as kept_files
from annotator.store.itemplaces import articles_of, link_places, links_to
from annotator.store.write import Applied, DraftKey

__all__ = [  # what others ask of evidence, whichever file answers
    "Added",
    "Attached",
    "File",
    "Given",
    "Serving",
    "add",
    "attach",
    "detach",
    "edit",
    "file_bytes",
    "files_here",
    "find",
    "item_by_id",
    "problem",
    "relink",
    "remove",
    "remove_contact",
    "set_contact",
    "set_file_audience",
    "set_primary",
    "unlink",
    "use",
]

Files = Sequence[Path | File | Attached]


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
    files: Files = (),
    contacts: Sequence[Contact] = (),
    today: date | None = None,
    large: bool = False,
    drops: Sequence[DraftKey] = (),
) -> Added:
    """Enters an item, for all these claims together or for none yet.

    One of address, title, quotation, file, note and contact is enough. The day it was accessed
    is ``today`` where an address is given and it is not said. ``large`` takes files of more
    than 50 MB. ``drops`` are drafts that are done with: they go in the same transaction.
    Raises AnnotatorError; then nothing is saved.
    """
    today = today or this_day()
    serves = None if serving is None else kept_serving(serving)
    if claims and (serves is None or article is None):
        raise AnnotatorError(NO_STANCE)
    item = Item(str(uuid.uuid4()), library.me)
    item = changed(library, item, kept_given(given, today=today), today)
    item, new = _with(item, files, contacts, today, large=large)
    if not (_says_something(item) or (serves and serves.quote)):
        raise AnnotatorError(
            "There is nothing to keep: give an address, a title, a quotation, a file, a note "
            "or whom you asked."
        )
    placed: dict[tuple[ArticleId, ClaimId], Link | None] = {}
    if serves is not None and article is not None:
        link = link_of(item, serves)
        placed = {(article, claim): link for claim in claims_in(library, article, claims)}
    act = AddEvidence(item.id, registers_of(item), placed)
    return Added(item.id, library.perform(act, files=new, drops=drops))


def edit(
    library: OpenLibrary,
    item: str,
    given: Given,
    *,
    files: Files = (),
    contacts: Sequence[Contact] = (),
    without: Collection[str] = (),
    today: date | None = None,
    large: bool = False,
) -> Applied | None:
    """Corrects one's own item, wherever it goes; None: it says all that already.

    ``files`` and ``contacts`` come to it (a contact with the id of another in its place, a file
    that is there already with its new audience); those named in ``without``, by hash or id,
    leave it. An item that becomes one's own alone takes links, contacts and files with it.
    Raises AnnotatorError for a colleague's.
    """
    today = today or this_day()
    mine = _mine(library, item)
    now = changed(library, mine, kept_given(given, today=today), today)
    now, new = _with(now, files, contacts, today, large=large)
    return _write(library, mine, _without(now, without), new)


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
    return edit(library, item, Given(), contacts=(contact,), today=today)


def remove_contact(library: OpenLibrary, item: str, contact: str) -> Applied | None:
    """Takes a contact away; None: there is none such."""
    return edit(library, item, Given(), without=(contact,))


def attach(
    library: OpenLibrary,
    item: str,
    file: Path | File,
    how: str = "",
    audience: Audience | None = None,
    large: bool = False,
) -> Applied | None:
    """Keeps a file with one's own item; None: it is there already, and for the same readers.

    ``how`` says in words how it came. Raises LargeFileError for one of more than 50 MB that is
    not said to be ``large``, and AnnotatorError for whatever cannot be read.
    """
    return edit(library, item, Given(), files=(Attached(file, how, audience),), large=large)


def set_primary(library: OpenLibrary, item: str, primary: bool | None) -> Applied | None:
    """Says whether who says it was in a position to know; ``primary`` None: nobody said.

    Gives None where it is so already.
    """
    mine = _mine(library, item)
    return _write(library, mine, replace(mine, primary=primary), ())


def set_file_audience(
    library: OpenLibrary, item: str, sha256: str, audience: Audience
) -> Applied | None:
    """Says who may read a file of one's own item; None: it is so already, or it has no such file."""
    mine = _mine(library, item)
    held = tuple(_for(one, mine, audience) if one.sha256 == sha256 else one for one in mine.files)
    return _write(library, mine, replace(mine, files=held), ())


def detach(library: OpenLibrary, item: str, sha256: str) -> Applied | None:
    """Takes a file off one's own item; None: it is not there. Its bytes stay until erased."""
    return edit(library, item, Given(), without=(sha256,))


def file_bytes(library: OpenLibrary, sha256: str) -> bytes | None:
    """The bytes of a file that an item names; None where they did not come along.

    Raises AnnotatorError where they are others than were kept: nobody takes those for evidence.
    """
    data = kept_files.file_bytes(library.store, sha256)
    if data is not None and hashlib.sha256(data).hexdigest() != sha256:
        raise AnnotatorError(
            f"The kept file {sha256[:12]} was altered in the library: bring a backup back, or "
            "keep the file again."
        )
    return data


def files_here(library: OpenLibrary, files: Iterable[KeptFile]) -> frozenset[str]:
    """The hashes of those of these files whose bytes are here."""
    return kept_files.held(library.store, {one.sha256 for one in files})


def _mine(library: OpenLibrary, item: str) -> Item:
    found = item_by_id(library, item)
    if found.owner != library.me:
        raise AnnotatorError(
            "A colleague entered that evidence: let it serve your claims, or enter your own."
        )
    return found


def _with(
    item: Item,
    files: Files,
    contacts: Iterable[Contact],
    today: date,
    *,
    large: bool,
) -> tuple[Item, list[bytes]]:
    """The item with what comes to it, and the bytes of the files."""
    asked = {one.id: one for one in item.contacts}
    for contact in contacts:
        kept = kept_contact(contact, today=today)
        key = kept.id or str(uuid.uuid4())
        asked[key] = replace(kept, id=key, audience=_audience(item, kept.audience))
    held = {one.sha256: one for one in item.files}
    data = []
    for file in files:
        attached = file if isinstance(file, Attached) else Attached(file)
        new, content = kept_file(attached, large=large)
        kept_before = held.get(new.sha256, new)
        held[new.sha256] = _for(kept_before, item, attached.audience or kept_before.audience)
        data.append(content)
    return replace(item, contacts=tuple(asked.values()), files=tuple(held.values())), data


def _without(item: Item, gone: Collection[str]) -> Item:
    return replace(
        item,
        contacts=tuple(one for one in item.contacts if one.id not in gone),
        files=tuple(one for one in item.files if one.sha256 not in gone),
    )


def _write(library: OpenLibrary, was: Item, now: Item, new: Sequence[bytes]) -> Applied | None:
    """Saves what became different of an item."""
    links = links_to(library.store, library.me, was.id)
    if not _says_something(now) and not any(link.quote for _, link in links):
        raise AnnotatorError("Nothing would be left of it: remove the evidence instead.")
    places = link_places(library.store, library.me, was.id)
    articles = articles_of(library.store, library.me, was.id)
    act = written(was, now, articles, [(places[claim], claim, link) for claim, link in links])
    return library.perform(act, files=new) if act else None


def _audience(item: Item, wanted: Audience) -> Audience:
    """What belongs to an item for oneself is so too."""
    return Audience.ME if item.audience is Audience.ME else wanted


def _for(file: KeptFile, item: Item, audience: Audience) -> KeptFile:
    return replace(file, audience=_audience(item, audience))


def _says_something(item: Item) -> bool:
    return bool(item.url or item.archive or item.title or item.note or item.contacts or item.files)
