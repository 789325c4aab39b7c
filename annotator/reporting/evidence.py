"""The list of evidence at the end of a report."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from annotator.domain.evidence import Item, KeptFile
from annotator.domain.report import Report
from annotator.reporting import record_words, words
from annotator.reporting.labels import Labels
from annotator.reporting.record import STANCES, RecordViews
from annotator.reporting.words import Terms

CLAIMS_SHOWN = 40
"""So many claims of an item are linked; of more it says how many there are."""

Served = tuple[words.Ref, str, str]
"""A claim, the stance in words, and the look it is drawn with."""


class ItemView(NamedTuple):
    """One item of evidence, once, with the claims it serves; ``key`` ends its id.

    ``address`` and ``archive`` are (link or empty, as it is printed).
    """

    key: str
    name: str
    about: str
    grade: str
    address: tuple[str, str]
    archive: tuple[str, str]
    note: str
    asked: tuple[str, ...]
    files: tuple[str, ...]
    copy_of: tuple[str, str]
    who: str
    public: bool
    serves: tuple[Served, ...]
    more: int


def evidence(report: Report, views: RecordViews, named: Callable[[str], str]) -> list[ItemView]:
    """Every item that serves a claim of the article, in the order of its first claim."""
    serves = _serves(report, views.terms)
    order = {whose: place for place, whose in enumerate(serves)}
    items = sorted(report.items, key=lambda item: order[item.id, item.owner])
    first = {item.id: item for item in reversed(items)}
    return [
        _item(item, views, first, serves[item.id, item.owner], named(item.owner)) for item in items
    ]


def _serves(report: Report, terms: Terms) -> dict[tuple[str, str], list[Served]]:
    """(item, owner) → the claims it serves: each stance of a claim once."""
    found: dict[tuple[str, str], list[Served]] = {}
    for claim in report.claims:
        for held in claim.held:
            for one in held.record.evidence:
                if one.item is not None:
                    served = found.setdefault((one.item.id, one.item.owner), [])
                    stance, look = STANCES[one.link.stance]
                    row = (terms.ref(claim.number), terms.t(stance), look)
                    if claim.counts and row not in served[-len(STANCES) :]:
                        served.append(row)
    return found


def _item(
    item: Item,
    views: RecordViews,
    first: dict[str, Item],
    serves: list[Served],
    who: str,
) -> ItemView:
    t = views.terms.t
    origin = first.get(item.copy_of)
    copied = (views.known(origin).key, record_words.item_name(origin, t)) if origin else ("", "")
    known = views.known(item)
    return ItemView(
        known.key,
        record_words.item_name(item, t),
        " · ".join([*known.about, *filter(None, (item.medium, item.language))]),
        item.reliability,
        (known.address, known.site),
        (words.web_address(item.archive), record_words.site(item.archive)),
        item.note,
        tuple(record_words.asked(one, t) for one in item.contacts),
        tuple(_file(one, t) for one in item.files),
        copied,
        who,
        item.audience == "public",
        tuple(serves[:CLAIMS_SHOWN]),
        max(0, len(serves) - CLAIMS_SHOWN),
    )


def _file(file: KeptFile, t: Labels) -> str:
    """Such as "map.png · 13 bytes · SHA-256 0f7e4c…": the bytes stay in the library."""
    size, known = record_words.size(file.size, t), f"SHA-256 {file.sha256[:12]}…"
    return " · ".join(filter(None, (file.name or t("a file"), size, known if file.sha256 else "")))
