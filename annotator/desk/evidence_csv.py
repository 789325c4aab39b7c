"""The list of evidence as a file for spreadsheets: RFC 4180, UTF-8 with a byte order mark."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from annotator.desk.evidence_list import ListedItem, Serves
from annotator.domain.assessment import Audience
from annotator.domain.evidence import Item
from annotator.domain.snapshot import number_label
from annotator.exporters.disarming import disarmed

COLUMNS = (
    "id",
    "title",
    "url",
    "archive",
    "publisher",
    "published",
    "accessed",
    "medium",
    "language",
    "primary",
    "reliability",
    "note",
    "audience",
    "copy_of",
    "contacts",
    "files",
    "analyst",
    "article",
    "article_title",
    "claim",
    "stance",
    "quote",
    "locator",
    "credibility",
)


def as_csv(items: Iterable[ListedItem]) -> bytes:
    """A row for each claim that an item serves, or one where it serves none.

    Items, contacts and files that are for oneself alone are left out. A cell that would be
    run as a formula is disarmed.
    """
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for one in items:
        if one.item.audience is not Audience.ME:
            for served in _served(one):
                table.writerow([disarmed(cell) for cell in (*_item(one), *served)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _item(one: ListedItem) -> tuple[str, ...]:
    item = one.item
    return (
        item.id,
        item.title,
        item.url,
        item.archive,
        item.publisher,
        item.published,
        item.accessed,
        item.medium,
        item.language,
        "" if item.primary is None else "yes" if item.primary else "no",
        item.reliability,
        item.note,
        item.audience.value,
        item.copy_of,
        "; ".join(_contacts(item)),
        "; ".join(of.name for of in item.files if of.audience is not Audience.ME),
        one.owner.name,
    )


def _contacts(item: Item) -> Iterator[str]:
    for contact in item.contacts:
        if contact.audience is not Audience.ME:
            said = (contact.whom, contact.when, contact.how, contact.said)
            yield ", ".join(filter(None, said))


def _served(one: ListedItem) -> Iterator[tuple[str, ...]]:
    if not one.serves:
        yield ("",) * 7
    for serves in one.serves:
        yield _cells(serves)


def _cells(serves: Serves) -> tuple[str, ...]:
    link = serves.link
    return (
        serves.article,
        serves.title,
        number_label(serves.number),
        link.stance.value,
        link.quote,
        link.locator,
        link.credibility,
    )
