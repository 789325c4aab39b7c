"""The JSON of evidence: keys as the options of `evidence add`, empty ones null."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotator.cli.output import Json
from annotator.domain.evidence import Contact, Item, KeptFile, Link, Linked
from annotator.domain.record import Record
from annotator.reporting.times import iso

if TYPE_CHECKING:
    from annotator.desk.evidence_list import ListedItem

_TEXTS = (
    "url",
    "archive",
    "title",
    "publisher",
    "published",
    "accessed",
    "medium",
    "language",
)


def linked(record: Record) -> list[Json]:
    """What one analyst recorded as evidence for one claim."""
    return [_linked(one) for one in record.evidence]


def _linked(one: Linked) -> Json:
    """An item that never came along has its id and what is said of the claim, and nothing else."""
    item = one.item or Item(one.link.item, "")
    return {
        "id": item.id,
        **_link(one.link),
        **_fields(item),
        "file": [_file(of) for of in item.files] or None,
        "contact": [_contact(of) for of in item.contacts] or None,
        "audience": item.audience.value if one.item else None,
    }


def listed(items: Iterable[ListedItem]) -> Json:
    """The list of evidence."""
    return {"evidence": [_listed(one) for one in items]}


def _listed(one: ListedItem) -> Json:
    item = one.item
    return {
        "id": item.id,
        **_fields(item),
        "file": [_file(of) for of in item.files] or None,
        "contact": [_contact(of) for of in item.contacts] or None,
        "audience": item.audience.value,
        "copy_of": item.copy_of or None,
        "analyst": one.owner.name,
        "analyst_id": one.owner.id,
        "copies": one.copies,
        "same_address": list(one.same_address),
        "serves": [
            {
                "article": of.article or None,
                "title": of.title or None,
                "claim": of.claim,
                "number": of.number,
                **_link(of.link),
            }
            for of in one.serves
        ],
    }


def _fields(item: Item) -> dict[str, Json]:
    texts = {name: getattr(item, name) or None for name in _TEXTS}
    return {
        **texts,
        "primary": item.primary,
        "reliability": item.reliability or None,
        "note": item.note or None,
    }


def _link(link: Link) -> dict[str, Json]:
    return {
        "stance": link.stance.value,
        "quote": link.quote or None,
        "locator": link.locator or None,
        "credibility": int(link.credibility) if link.credibility else None,
    }


def _file(of: KeptFile) -> Json:
    return {
        "name": of.name,
        "sha256": of.sha256,
        "size": of.size,
        "kept": iso(of.kept) if of.kept else None,
        "how": of.how or None,
        "audience": of.audience.value,
    }


def _contact(of: Contact) -> Json:
    return {
        "id": of.id,
        "whom": of.whom or None,
        "when": of.when or None,
        "how": of.how or None,
        "said": of.said or None,
        "audience": of.audience.value,
    }


def files(item: Item) -> Json:
    """The files of an item."""
    return {"files": [_file(of) for of in item.files]}


def contacts(item: Item) -> Json:
    """The contacts of an item."""
    return {"contacts": [_contact(of) for of in item.contacts]}
