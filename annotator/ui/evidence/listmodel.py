"""The evidence of a library as rows: what each is, and what a sound piece has and this one lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from annotator.desk.evidence_list import ListedItem
from annotator.domain.address import short_address
from annotator.domain.assessment import Audience
from annotator.domain.snapshot import claim_name
from annotator.ui.days import day_words
from annotator.ui.lists.model import Column, ListModel

NOTHING = "–"
_MOST_CLAIMS = 3
_LONGEST = 300


class Lacks(StrEnum):
    """What one may look for."""

    EVERYTHING = "all"
    QUOTE = "no quotation"
    ACCESSED = "no access date"
    ARCHIVE = "no archive"
    GRADE = "ungraded"
    IDLE = "serves no claim"
    ALIKE = "same address"


class Listed(NamedTuple):
    """The list, and of how many of it something is missing: made on the thread that reads it."""

    items: Sequence[ListedItem]
    lacking: Mapping[Lacks, int]


def made_ready(items: Sequence[ListedItem]) -> Listed:
    """What the page needs of a list, however long."""
    return Listed(items, {lacks: sum(map(lacking, items)) for lacks, lacking in LACKING.items()})


def _grade(one: ListedItem) -> str:
    """How far one trusts who says it, and the best that is said of how credible it is."""
    grades = [serves.link.credibility for serves in one.serves if serves.link.credibility]
    reliability, credibility = one.item.reliability, min(grades, default="")
    if not (reliability or credibility):
        return ""
    return f"{reliability or NOTHING}{credibility or NOTHING}"


def _quoted(one: ListedItem) -> str:
    return next((serves.link.quote for serves in one.serves if serves.link.quote), "")


def _serves(one: ListedItem) -> str:
    if len(one.serves) > _MOST_CLAIMS:
        return f"{len(one.serves):,} claims"
    numbers = [serves.number for serves in one.serves]
    if len(numbers) > 1 and all(numbers):
        return "claims " + ", ".join(map(str, numbers))
    return ", ".join(map(claim_name, numbers))


def _readers(one: ListedItem) -> str:
    return "" if one.item.audience is Audience.DESK else one.item.audience.value


def _dead(title: str, words: Callable[[ListedItem], str], width: int) -> Column[ListedItem]:
    """A column in which nothing is missed: a quiet dash stands there."""
    return Column(
        title,
        lambda one: words(one)[:_LONGEST] or NOTHING,
        lambda one: words(one).casefold(),
        width,
        words,
    )


COLUMNS: tuple[Column[ListedItem], ...] = (
    Column("Title", lambda one: one.item.name, lambda one: one.item.name.casefold(), 260),
    _dead("Address", lambda one: short_address(one.item.url), 160),
    Column(
        "Publisher", lambda one: one.item.publisher, lambda one: one.item.publisher.casefold(), 110
    ),
    Column(
        "Accessed",
        lambda one: day_words(one.item.accessed) if one.item.accessed else NOTHING,
        lambda one: one.item.accessed,
        92,
    ),
    _dead("Archived", lambda one: "✓" if one.item.archive else "", 76),
    _dead("Quotation", _quoted, 170),
    _dead("Grade", _grade, 62),
    Column(
        "Serves",
        lambda one: _serves(one) or NOTHING,
        lambda one: len(one.serves) or "",
        96,
        _serves,
    ),
    Column(
        "Copies",
        lambda one: f"{one.copies:,}" if one.copies > 1 else "",
        lambda one: one.copies if one.copies > 1 else "",
        64,
    ),
    Column("For", _readers, _readers, 54),
    Column(
        "By",
        lambda one: "you" if one.mine else one.owner.name,
        lambda one: one.owner.name.casefold(),
        66,
    ),
)

LACKING: dict[Lacks, Callable[[ListedItem], bool]] = {
    Lacks.EVERYTHING: lambda _one: True,
    Lacks.QUOTE: lambda one: not _quoted(one),
    Lacks.ACCESSED: lambda one: not one.item.accessed,
    Lacks.ARCHIVE: lambda one: not one.item.archive,
    Lacks.GRADE: lambda one: not _grade(one),
    Lacks.IDLE: lambda one: not one.serves,
    Lacks.ALIKE: lambda one: bool(one.same_address),
}
"""Whether a piece lacks it; everything may be looked for, too."""


def looked_through(one: ListedItem) -> str:
    """What the words of the filter are looked for in."""
    item = one.item
    quotes = " ".join(serves.link.quote[:_LONGEST] for serves in one.serves[:_MOST_CLAIMS])
    parts = (item.title, item.url, item.publisher, item.medium, item.note[:_LONGEST], quotes)
    return " ".join(filter(None, (*parts, item.name, one.owner.name)))


def new_model() -> ListModel[ListedItem]:
    return ListModel(COLUMNS, looked_through)
