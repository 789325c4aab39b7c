"""The columns of a spreadsheet that tell the record of a claim, each a cell for all analysts together."""

from __future__ import annotations

from collections.abc import Callable

from annotator.domain.beside import NOTHING_BESIDE
from annotator.domain.evidence import Linked
from annotator.domain.report import Held, Report, ReportClaim
from annotator.reporting import record_words

COLUMNS = (
    "because",
    "confidence",
    "type",
    "wording",
    "taken",
    "attribution",
    "evidence",
    "flag",
    "reminders",
    "short_of_the_rule",
)


def cells(report: Report, claim: ReportClaim) -> list[str]:
    """One text a column; whose it is stands before it where several hold the claim."""
    beside = report.beside.get(claim.id, NOTHING_BESIDE)

    def told(say: Callable[[Held], str]) -> str:
        return _together(claim, say)

    return [
        told(lambda one: record_words.because(one.assessment)),
        told(lambda one: str(one.assessment.confidence or "")),
        told(lambda one: one.assessment.type or ""),
        told(lambda one: one.assessment.wording.text if one.assessment.wording else ""),
        told(_taken),
        told(lambda one: _attribution(one, report)),
        told(lambda one: "\n".join(map(_evidence, one.record.evidence))),
        told(lambda one: record_words.flagged(one.assessment.flag) if one.assessment.flag else ""),
        told(lambda one: " ".join(of.sentence for of in beside.reminders.get(one.analyst.id, ()))),
        beside.short,
    ]


def said(who: str, text: str) -> str:
    """The text behind the name of who says it; a copy may not name anybody."""
    return f"{who}: {text}" if who else text


def _together(claim: ReportClaim, say: Callable[[Held], str]) -> str:
    if len(claim.held) == 1:
        return say(claim.held[0])
    return "\n".join([said(one.analyst.name, text) for one in claim.held if (text := say(one))])


def _taken(one: Held) -> str:
    return record_words.TAKEN[one.assessment.wording.taken] if one.assessment.wording else ""


def _attribution(one: Held, report: Report) -> str:
    """Such as "ISNA: confirmed"; "confirmed" alone where nobody is named."""
    who = record_words.said_by(one, report)
    if not (who or one.assessment.confirmed):
        return ""
    word = "confirmed" if one.assessment.confirmed else "not confirmed"
    return f"{who}: {word}" if who else word


def _evidence(one: Linked) -> str:
    """Such as "contradicts: Survey map, B2, https://example.org/map, read 4 Jan 2024: “396 m”, p. 3"."""
    item = one.item
    known = [item.url if item.title else "", *record_words.about(item)] if item else []
    head = ", ".join(filter(None, (one.name, record_words.grade(one), *known)))
    words = ", ".join(filter(None, (one.link.quote, one.link.locator)))
    return f"{one.link.stance}: {head}: {words}" if words else f"{one.link.stance}: {head}"
