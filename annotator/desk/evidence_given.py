"""What somebody enters of an item of evidence: what may be kept, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from annotator.desk.words import kept_day_or_part, kept_line, kept_text
from annotator.domain.assessment import Audience
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import CREDIBILITIES, RELIABILITIES, Contact, Stance
from annotator.text.addresses import address_problem

LONGEST_QUOTE = 2_000_000
"""Code points of a quotation: more is a document, and goes along as a file."""

LONGEST_LINE = 10_000
"""Code points of a title, an address and whatever else stands on one line."""


@dataclass(frozen=True, slots=True)
class Given:
    """The fields of an item as somebody gave them; None: not given, "" empties.

    ``copy_of`` is the id of the item that it copies. Dates are ``YYYY-MM-DD`` or its first
    parts.
    """

    url: str | None = None
    archive: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    accessed: str | None = None
    medium: str | None = None
    language: str | None = None
    primary: bool | None = None
    reliability: str | None = None
    note: str | None = None
    audience: Audience | None = None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Serving:
    """What an item says of claims: its stance, the quotation with its place, and how credible."""

    stance: Stance
    quote: str = ""
    locator: str = ""
    credibility: str = ""


LABELS = {
    "url": "The address",
    "archive": "The archive's address",
    "title": "The title",
    "publisher": "The publisher",
    "published": "The day it was published",
    "accessed": "The day it was accessed",
    "medium": "The medium",
    "language": "The language",
    "reliability": "The reliability",
    "note": "The note",
    "copy_of": "What it is a copy of",
}
"""How the fields are called at the beginning of a sentence."""


def this_day() -> date:
    """Today, where this machine stands."""
    return datetime.now(UTC).astimezone().date()


def problem(
    given: Given, serving: Serving | None = None, *, today: date | None = None
) -> dict[str, str]:
    """Field → what is wrong with it, in one sentence; never raises. For the field while one types."""
    found: dict[str, str] = {}
    for name, check in _checks(today).items():
        text = getattr(given, name) or ""
        if text.strip():
            found |= _said(name, text, check)
    if serving is not None:
        for name, check in _SERVING.items():
            found |= _said(name, getattr(serving, name), check)
    return found


def kept_given(given: Given, *, today: date | None = None) -> Given:
    """The fields as they are kept. Raises AnnotatorError with what ``problem`` says first."""
    kept: dict[str, str] = {}
    for name, check in _checks(today).items():
        text = getattr(given, name)
        if text is not None:
            kept[name] = check(text) if text.strip() else ""
    return replace(given, **kept)  # type: ignore[arg-type] # texts, as the fields are


def kept_serving(serving: Serving) -> Serving:
    """What an item says of a claim as it is kept. Raises AnnotatorError."""
    kept = {name: check(getattr(serving, name)) for name, check in _SERVING.items()}
    return replace(serving, **kept)  # type: ignore[arg-type] # texts, as the fields are


def kept_contact(contact: Contact, *, today: date | None = None) -> Contact:
    """A contact as it is kept. Raises AnnotatorError, also where it says neither whom nor what."""
    kept = replace(
        contact,
        whom=_line(contact.whom, "Whom you asked"),
        when=_day(contact.when, "The day you asked", today) if contact.when.strip() else "",
        how=_line(contact.how, "How you asked"),
        said=kept_text(contact.said, "What they said"),
    )
    if not (kept.whom or kept.said):
        raise AnnotatorError("Say whom you asked, or what they said.")
    return kept


Check = Callable[[str], str]


def _checks(today: date | None) -> Mapping[str, Check]:
    return {
        "url": lambda text: _address(text, LABELS["url"]),
        "archive": lambda text: _address(text, LABELS["archive"]),
        "title": lambda text: _line(text, LABELS["title"]),
        "publisher": lambda text: _line(text, LABELS["publisher"]),
        "published": lambda text: _day(text, LABELS["published"], today),
        "accessed": lambda text: _day(text, LABELS["accessed"], today),
        "medium": lambda text: _line(text, LABELS["medium"]),
        "language": lambda text: _line(text, LABELS["language"]),
        "reliability": _reliability,
        "note": lambda text: kept_text(text, LABELS["note"]),
    }


def _credibility(text: str) -> str:
    grade = text.strip()
    if grade and (len(grade) > 1 or grade not in CREDIBILITIES):
        raise AnnotatorError("The credibility is a digit from 1 (confirmed) to 6 (unknown).")
    return grade


_SERVING: Mapping[str, Check] = {
    "quote": lambda text: kept_text(text, "The quotation", LONGEST_QUOTE),
    "locator": lambda text: _line(text, "The place of the quotation"),
    "credibility": _credibility,
}


def _reliability(text: str) -> str:
    grade = text.strip().upper()
    if len(grade) > 1 or grade not in RELIABILITIES:
        raise AnnotatorError("The reliability is a letter from A (reliable) to F (unknown).")
    return grade


def _address(text: str, what: str) -> str:
    address = text.strip()
    if len(address) > LONGEST_LINE:
        raise AnnotatorError(f"{what} is longer than {LONGEST_LINE:,} characters: shorten it.")
    # A name that no page has (RFC 8141) is an address all the same: "urn:isbn:0451450523".
    named = address.removeprefix(address[:4]) if address[:4].lower() == "urn:" else address
    wrong = address_problem(f"https://example.org/{named}" if named != address else address)
    if wrong:
        raise AnnotatorError(wrong)
    return address


def _day(text: str, what: str, today: date | None) -> str:
    day = kept_day_or_part(text, what)
    if day > (today or this_day()).isoformat()[: len(day)]:
        raise AnnotatorError(f"{what}, {day}, is still to come: look at the year.")
    return day


def _line(text: str, what: str) -> str:
    return kept_line(text, what, LONGEST_LINE)


def _said(name: str, text: str, check: Check) -> dict[str, str]:
    try:
        check(text)
    except AnnotatorError as error:
        return {name: str(error)}
    return {}
