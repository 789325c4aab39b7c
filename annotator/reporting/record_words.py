"""How a report names what is recorded of a claim: the words that several formats print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from annotator.domain.address import short_address
from annotator.domain.article import ClaimId
from annotator.domain.assessment import Assessment, Because, Flag, FlagKind
from annotator.domain.attribution import Attribution, called, source_of
from annotator.domain.beside import Beside
from annotator.domain.evidence import NAMELESS, Contact, Item, Linked
from annotator.domain.reminder_rules import Says
from annotator.domain.reminders import Reminder
from annotator.domain.report import Held, Report
from annotator.domain.tags import ROW, Standing
from annotator.domain.wording import raised
from annotator.reporting import times
from annotator.reporting.labels import Labels, labels

IN_ENGLISH = labels()
"""For what is written for machines, whatever language a report speaks."""

BECAUSE = {
    Because.CONTRADICTED: "contradicted",
    Because.CONFLICTING: "conflicting evidence",
    Because.OUTDATED: "right when published, no longer so",
    Because.OUT_OF_CONTEXT: "out of context",
}
"""Why a claim is disputed: labels."""

FLAG = {
    FlagKind.RING: "Ring",
    FlagKind.ASK: "Ask",
    FlagKind.REPLY: "Reply wanted",
    FlagKind.LAWYER: "Lawyer",
}
"""What a flag asks for, in the order in which flags are printed: labels."""

TAKEN = {True: "taken", False: "not taken", None: "waits"}
"""Whether the author took a proposed wording: labels."""


TAKEN_COUNTED = {
    True: ("{n} taken", "{n} taken"),
    False: ("{n} not", "{n} not"),
    None: ("{n} waits", "{n} wait"),
}
"""How many wordings the author took: labels, of one and of many."""


def because(found: Assessment, t: Labels = IN_ENGLISH) -> str:
    """Why it is disputed, in words; empty where that is not said."""
    return t(BECAUSE[found.because]) if found.because else ""


def content(found: Assessment, t: Labels = IN_ENGLISH) -> str:
    """What is held of the content, apart from whether the source said so."""
    if found.standing in (Standing.ON_SOURCE, Standing.UNTAGGED):
        return t("not checked")
    reason = because(found, t)
    word = t(ROW[found.standing].label.lower())
    return f"{word}, {reason}" if reason else word


def said_by(held: Held, report: Report, t: Labels = IN_ENGLISH) -> str:
    """Such as "ISNA" or "the ministry, according to IRNA, and a member of parliament"; may be empty."""
    first = report.first_said(held.analyst.id)
    names = (_source(one, first, report.sources, t) for one in held.record.attributions)
    return t.listed(list(dict.fromkeys(filter(None, names))))


def _source(
    one: Attribution, first: Mapping[ClaimId, Attribution], sources: Mapping[str, str], t: Labels
) -> str:
    through = t.listed([called(name, sources) for name in one.via])
    name = called(source_of(one, first), sources)
    if name and through:
        return t("{who}, according to {through}", who=name, through=through)
    return name or through


def grade(one: Linked) -> str:
    """Reliability of the source and credibility of what it says: "B2"."""
    return f"{one.item.reliability if one.item else ''}{one.link.credibility}"


def item_name(one: Linked | Item, t: Labels = IN_ENGLISH) -> str:
    """What an item is called, as ``Item.name``."""
    item = one.item if isinstance(one, Linked) else one
    if item is None:
        return t("evidence that is not here")
    first = item.files[0].name if item.files else ""
    asked = t("asked {whom}", whom=item.contacts[0].whom) if item.contacts else ""
    return item.title or short_address(item.url) or first or asked or item.note or t(NAMELESS)


def about(item: Item, t: Labels = IN_ENGLISH) -> list[str]:
    """What is known of an item beside title and address, in words, its publisher first."""
    published, accessed = (
        times.shown_day(day, t.language) for day in (item.published, item.accessed)
    )
    first_hand = {True: t("primary"), False: t("secondary"), None: ""}[item.primary]
    said = [
        item.publisher if item.publisher != item.title else "",
        published,
        t("read {day}", day=accessed) if accessed else "",
        first_hand,
        t("archived") if item.archive else "",
        t.count(len(item.files), "file kept", "files kept") if item.files else "",
    ]
    return [one for one in said if one]


def site(address: str) -> str:
    """An address as it is printed: without scheme, and not longer than a line."""
    short = short_address(address)
    if len(short) <= 60:
        return short
    host = urlsplit(address).netloc.removeprefix("www.") if "://" in address else ""
    return f"{host}/…" if host and len(host) < 60 else f"{short[:59]}…"


def asked(one: Contact, t: Labels = IN_ENGLISH) -> str:
    """Whom somebody asked, how, when, and what they said."""
    when = times.shown_day(one.when, t.language) if one.when else ""
    who = t("Asked {whom}", whom=one.whom) if one.whom else t("Asked")
    head = ", ".join(filter(None, (who, one.how, when)))
    return t("{label}: {text}", label=head, text=one.said) if one.said else f"{head}."


def flagged(flag: Flag, t: Labels = IN_ENGLISH) -> str:
    """Such as "Ring the ministry, 9 Jan 2024"."""
    kind = t(FLAG[flag.kind])
    text = t("{label}: {text}", label=kind, text=flag.text) if flag.text else kind
    return f"{text} · {times.shown_day(flag.day, t.language)}" if flag.day else text


def reminded(one: Reminder, t: Labels = IN_ENGLISH) -> str:
    """A reminder as it stands by itself: "Verified, but no evidence yet."."""
    return f"{raised(_said(one.said, t) if one.said else t(one.says))}."


def _said(said: Says, t: Labels) -> str:
    """What is about evidence has the item's name; numbers stay as they are."""
    shown = {
        key: item_name(value, t) if isinstance(value, Linked) else value
        for key, value in said.values.items()
    }
    return t(said.label, **shown)


def lacking(beside: Beside, t: Labels = IN_ENGLISH) -> str:
    """What a claim that counts as verified is short of the rule by; empty where it is not."""
    if not beside.short or beside.lacks is None:
        return beside.short
    return reminded(beside.lacks, t)


def falls(verified: int, short: int, t: Labels = IN_ENGLISH) -> str:
    """Such as "20 verified, 6 of them short of the rule", for the count alone says too much; else empty."""
    label = "{n} verified, {short} of them short of the rule"
    return t(label, n=t.number(verified), short=t.number(short)) if short else ""


def taken_counts(taken: Iterable[bool | None], t: Labels = IN_ENGLISH) -> str:
    """How many wordings the author took: "2 taken, 1 not, 1 waits"."""
    said = list(taken)
    counted = ((said.count(state), *names) for state, names in TAKEN_COUNTED.items())
    return ", ".join(t.count(n, one, many) for n, one, many in counted if n)


def size(count: int, t: Labels = IN_ENGLISH) -> str:
    """So many bytes in words: "13 bytes", "4 kB", "2.5 MB"."""
    if count < 1000:
        return t.count(count, "{n} byte", "{n} bytes")
    if count < 1_000_000:
        return t("{n} kB", n=round(count / 1000))
    tenths = round(count / 100_000)
    return t("{whole}.{tenth} MB", whole=tenths // 10, tenth=tenths % 10)
