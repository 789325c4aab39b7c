"""What there is to erase of a claim, or of an article: its names for a list to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.desk.erasing import What
from annotator.desk.library import OpenLibrary
from annotator.desk.naming import first_words
from annotator.desk.records import record_of
from annotator.domain.article import ClaimId
from annotator.domain.evidence import Item

_NAME = 60


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that ``erasing.what_would_go`` can be asked about: with its ``claim`` and ``id``."""

    what: What
    name: str
    claim: ClaimId | None = None
    id: str = ""


def things(library: OpenLibrary, claim: ClaimId) -> tuple[Thing, ...]:
    """The note of a claim and the evidence that one has of it, each with contacts and files.

    The note is among them where there is none now, too: earlier wordings of it are in the log.
    """
    items = [one.item for one in record_of(library, claim).evidence if one.item]
    note = Thing(What.NOTE, "your note, in every wording it ever had", claim)
    return (note, *_of_items(items))


def whole_article(title: str) -> tuple[Thing, ...]:
    """The article with everything that was said of it."""
    name = f"the article “{first_words(title, _NAME)}”, with everything that was said of it"
    return (Thing(What.ARTICLE, name),)


def _of_items(items: Iterable[Item]) -> Iterator[Thing]:
    for item in items:
        of = f"“{first_words(item.name, _NAME)}”"
        yield Thing(What.EVIDENCE, f"the evidence {of}, with its contacts and files", id=item.id)
        for contact in item.contacts:
            whom = first_words(contact.whom, _NAME)
            yield Thing(What.CONTACT, f"the contact with {whom}, of {of}", id=contact.id)
        for file in item.files:
            name = first_words(file.name, _NAME)
            yield Thing(What.FILE, f"the file “{name}”, of {of}", id=file.sha256)
