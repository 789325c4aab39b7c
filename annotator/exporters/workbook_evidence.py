"""The sheet of evidence: a row for each claim that an item serves, so that both can be filtered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from annotator.domain.assessment import Audience
from annotator.domain.edition import Withheld
from annotator.domain.evidence import Item, Linked, Stance
from annotator.domain.report import Report, ReportClaim
from annotator.exporters.workbook_cells import (
    Cell,
    Column,
    Number,
    Sheet,
    Text,
    day,
    link,
    text,
)
from annotator.reporting import record_words
from annotator.reporting.labels import Labels
from annotator.reporting.words import Terms

STANCES = {
    Stance.SUPPORTS: ("supports", "✓", "verified"),
    Stance.CONTRADICTS: ("contradicts", "✕", "disputed"),
    Stance.CONTEXT: ("context", "", ""),
}
"""A stance as a label, its glyph, and the style of its cell."""


class Serving(NamedTuple):
    """An item with what it says of a claim; ``names``: item → what it is called."""

    report: Report
    claim: ReportClaim
    linked: Linked
    item: Item | None
    who: str
    owner: str
    names: Mapping[str, str]


Tells = Callable[[Serving], Cell]


def evidence_sheet(
    reports: Sequence[Report], terms: Terms, titled: Callable[[Report], str]
) -> Sheet:
    """Every item of every claim of these articles, in reading order."""
    t = terms.t
    columns: list[tuple[Column, Tells]] = [
        (Column(t("Article"), 24, "muted"), lambda of: text(titled(of.report))),
        *_serves(t),
        *_source(t),
        *_kept(t),
        *_people(t),
    ]
    if len(reports) == 1:
        del columns[0]
    rows = [[tell(of) for _, tell in columns] for report in reports for of in _served(report, t)]
    heads = tuple(column for column, _ in columns)
    frozen = 1 if len(reports) == 1 else 2
    return Sheet(t("Evidence"), heads, rows, frozen=frozen).without_empty()


def _served(report: Report, t: Labels) -> Iterator[Serving]:
    named = _nobody if report.edition.withholds(Withheld.NAMES) else report.names()
    names = {item.id: record_words.item_name(item, t) for item in report.items}
    for claim in report.claims:
        for held in claim.held:
            for one in held.record.evidence:
                owner = named(one.item.owner) if one.item else ""
                yield Serving(report, claim, one, one.item, held.analyst.name, owner, names)


def _nobody(_: str) -> str:
    return ""


def _serves(t: Labels) -> list[tuple[Column, Tells]]:
    """Which claim, and what the item says of it."""

    def number(of: Serving) -> Cell:
        return None if of.claim.number is None else Number(of.claim.number)

    def stance(of: Serving) -> Cell:
        word, glyph, style = STANCES[of.linked.link.stance]
        return Text(f"{glyph} {t(word)}".strip(), style)

    return [
        (Column(t("Claim no."), 7, "claim", needed=True), number),
        (Column(t("Stance"), 14, needed=True), stance),
        (
            Column(t("Evidence"), 34, needed=True),
            lambda of: text(record_words.item_name(of.linked, t)),
        ),
        (Column(t("Its words"), 44), lambda of: text(of.linked.link.quote)),
        (Column(t("Where in it"), 16), lambda of: text(of.linked.link.locator)),
        (Column(t("Claim"), 44, "muted", needed=True), lambda of: Text(of.claim.text)),
    ]


def _source(t: Labels) -> list[tuple[Column, Tells]]:
    """What is known of the item."""
    first_hand = {True: t("primary"), False: t("secondary"), None: ""}

    def of_item(say: Callable[[Item], Cell]) -> Tells:
        return lambda of: say(of.item) if of.item else None

    return [
        (Column(t("Publisher"), 20), of_item(lambda item: text(item.publisher))),
        (Column(t("Published"), 12, "day"), of_item(lambda item: day(item.published))),
        (Column(t("Read on"), 12, "day"), of_item(lambda item: day(item.accessed))),
        (Column(t("First hand"), 11), of_item(lambda item: text(first_hand[item.primary]))),
        (Column(t("Reliability A–F"), 10), of_item(lambda item: text(item.reliability))),
        (Column(t("Credibility 1–6"), 10, "number"), _credibility),
        (Column(t("Address"), 40, "link"), of_item(lambda item: link(item.url))),
        (Column(t("Archived at"), 40, "link"), of_item(lambda item: link(item.archive))),
        (Column(t("Medium"), 12), of_item(lambda item: text(item.medium))),
        (Column(t("Language"), 9), of_item(lambda item: text(item.language))),
    ]


def _credibility(of: Serving) -> Cell:
    grade = of.linked.link.credibility
    return Number(int(grade)) if grade else None


def _kept(t: Labels) -> list[tuple[Column, Tells]]:
    """What is kept with it."""

    def copy(of: Serving) -> Cell:
        return text(of.names.get(of.item.copy_of, "")) if of.item else None

    def note(of: Serving) -> Cell:
        return text(of.item.note) if of.item else None

    def asked(of: Serving) -> Cell:
        found = of.item.contacts if of.item else ()
        return text("\n".join(record_words.asked(one, t) for one in found))

    def files(of: Serving) -> Cell:
        found = of.item.files if of.item else ()
        return text(
            "\n".join(
                f"{one.name or t('a file')} ({record_words.size(one.size, t)})" for one in found
            )
        )

    return [
        (Column(t("Copy of"), 20), copy),
        (Column(t("Note"), 30), note),
        (Column(t("Asked"), 30), asked),
        (Column(t("Files"), 24), files),
    ]


def _people(t: Labels) -> list[tuple[Column, Tells]]:
    def public(of: Serving) -> Cell:
        editors = not of.report.edition.public
        cleared = of.item is not None and of.item.audience is Audience.PUBLIC
        return text(t("cleared")) if editors and cleared else None

    return [
        (Column(t("Entered by"), 14), lambda of: text(of.owner)),
        (Column(t("Used by"), 14), lambda of: text(of.who)),
        (Column(t("For the public"), 11), public),
    ]
