"""How a report names what is recorded of a claim: the words that several formats print."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from annotator.domain.address import short_address
from annotator.domain.article import ClaimId
from annotator.domain.assessment import Assessment, Because, Flag, FlagKind
from annotator.domain.attribution import Attribution, called, source_of
from annotator.domain.evidence import Contact, Item, Linked
from annotator.domain.report import Held, Report
from annotator.domain.tags import ROW, Standing
from annotator.domain.wording import listed
from annotator.reporting import times

BECAUSE = {
    Because.CONTRADICTED: "contradicted",
    Because.CONFLICTING: "conflicting evidence",
    Because.OUTDATED: "right when published, no longer so",
    Because.OUT_OF_CONTEXT: "out of context",
}
"""Why a claim is disputed, as it is printed."""

FLAG = {
    FlagKind.RING: "Ring",
    FlagKind.ASK: "Ask",
    FlagKind.REPLY: "Reply wanted",
    FlagKind.LAWYER: "Lawyer",
}
"""What a flag asks for, in the order in which flags are printed."""

TAKEN = {True: "taken", False: "not taken", None: "waits"}
"""Whether the author took a proposed wording."""


def because(found: Assessment) -> str:
    """Why it is disputed, in words; empty where that is not said."""
    return BECAUSE[found.because] if found.because else ""


def content(found: Assessment) -> str:
    """What is held of the content, apart from whether the source said so."""
    if found.standing in (Standing.ON_SOURCE, Standing.UNTAGGED):
        return "not checked"
    reason = because(found)
    word = ROW[found.standing].label.lower()
    return f"{word}, {reason}" if reason else word


def said_by(held: Held, report: Report) -> str:
    """Such as "ISNA" or "the ministry, according to IRNA, and a member of parliament"; may be empty."""
    first = report.first_said(held.analyst.id)
    names = (_source(one, first, report.sources) for one in held.record.attributions)
    return listed(list(dict.fromkeys(filter(None, names))))


def _source(
    one: Attribution, first: Mapping[ClaimId, Attribution], sources: Mapping[str, str]
) -> str:
    through = listed([called(name, sources) for name in one.via])
    name = called(source_of(one, first), sources)
    return f"{name}, according to {through}" if name and through else name or through


def grade(one: Linked) -> str:
    """Reliability of the source and credibility of what it says: "B2"."""
    return f"{one.item.reliability if one.item else ''}{one.link.credibility}"


def about(item: Item) -> list[str]:
    """What is known of an item beside title and address, in words, its publisher first."""
    dates = (("", item.published), ("read ", item.accessed))
    first_hand = {True: "primary", False: "secondary", None: ""}[item.primary]
    kept = "" if not item.files else "file kept" if len(item.files) == 1 else "files kept"
    said = [
        item.publisher if item.publisher != item.title else "",
        *(f"{label}{times.shown_day(day)}" if day else "" for label, day in dates),
        first_hand,
        "archived" if item.archive else "",
        kept,
    ]
    return [one for one in said if one]


def site(address: str) -> str:
    """An address as it is printed: without scheme, and not longer than a line."""
    short = short_address(address)
    if len(short) <= 60:
        return short
    host = urlsplit(address).netloc.removeprefix("www.") if "://" in address else ""
    return f"{host}/…" if host and len(host) < 60 else f"{short[:59]}…"


def asked(one: Contact) -> str:
    """Whom somebody asked, how, when, and what they said."""
    how = ", ".join(filter(None, (one.how, times.shown_day(one.when) if one.when else "")))
    who = f"Asked {one.whom}" if one.whom else "Asked"
    head = f"{who}, {how}" if how else who
    return f"{head}: {one.said}" if one.said else f"{head}."


def flagged(flag: Flag) -> str:
    """Such as "Ring the ministry, 9 Jan 2024"."""
    text = f"{FLAG[flag.kind]}: {flag.text}" if flag.text else FLAG[flag.kind]
    return f"{text} · {times.shown_day(flag.day)}" if flag.day else text


def size(count: int) -> str:
    """So many bytes in words: "13 bytes", "4 kB", "2.5 MB"."""
    if count < 1000:
        return f"{count} byte" if count == 1 else f"{count} bytes"
    if count < 1_000_000:
        return f"{round(count / 1000)} kB"
    tenths = round(count / 100_000)
    return f"{tenths // 10}.{tenths % 10} MB"
