"""A row a claim, for spreadsheets: RFC 4180, UTF-8 with a byte order mark.

The mark is there because a spreadsheet program takes a file without one for its
own old encoding. A cell that would be run as a formula is disarmed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from annotator.domain.formats import Tally
from annotator.domain.report import Outcome, Report, ReportClaim, Ruled
from annotator.domain.snapshot import number_label
from annotator.domain.tags import ROW
from annotator.exporters import csv_record
from annotator.exporters.disarming import disarmed
from annotator.reporting import times
from annotator.reporting.texts import report_title

ARTICLE = ("article", "article_id", "article_address")
"""What each row begins with where a file holds several articles."""

COLUMNS = (
    "number",
    "outcome",
    "text",
    "notes",
    "analysts",
    "changed",
    "place",
    "start",
    "end",
    "id",
    "decision",
    "decided_by",
    "decided",
    "reason",
    "stale",
    "overruled",
    "differing",
    *csv_record.COLUMNS,
)
VEILED = "blind check: colleagues' work is left out"
"""A last column, always empty, so that the first line says it and stays the head of the table."""

NOT_SETTLED = "not settled"
"""What is open in a public copy: it does not say that people differ."""


def write(report: Report) -> bytes:
    """Every claim, and after its number whatever is held of furniture and retired claims.

    ``place`` is "claim", "furniture" or "earlier borders"; start and end are code
    points. ``stale`` is "check again" where a tag was changed since the decision,
    ``differing`` what other reviewers decided. In a public copy the cells of what it
    withholds are empty.
    """
    head = (*COLUMNS, VEILED) if report.veiled else COLUMNS
    return _written(head, _rows(report, veiled=report.veiled))


def together(reports: Sequence[Report]) -> bytes:
    """The same for several articles, one after the other; each row begins with its article."""
    veiled = any(report.veiled for report in reports)
    head = (*ARTICLE, *COLUMNS, *((VEILED,) if veiled else ()))
    return _written(
        head,
        ([*_article(report), *row] for report in reports for row in _rows(report, veiled=veiled)),
    )


def count(data: bytes) -> Tally:
    """How many rows are claims that count, and how many notes stand in them."""
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    limit = csv.field_size_limit(len(data) + 1)  # a claim may have a thousand pieces of evidence
    try:
        rows = [row for row in csv.DictReader(text, strict=True) if row["place"] == "claim"]
    finally:
        csv.field_size_limit(limit)
    return Tally(len(rows), sum(_noted(row["notes"], row["analysts"]) for row in rows))


def _noted(notes: str, analysts: str) -> int:
    """How many notes a cell holds: each of several begins with who wrote it, or with its number."""
    if not notes:
        return 0
    holders = enumerate(analysts.removeprefix("'").split("; "), 1)
    names = (_before(who.rpartition(": ")[0], number) for number, who in holders)
    text = f"\n{notes.removeprefix(chr(39))}"
    return max(1, sum(f"\n{name}" in text for name in dict.fromkeys(names)))


def _before(who: str, number: int) -> str:
    """What stands before one of several notes; a copy may not name its writer."""
    return f"{who}: " if who else f"({number}) "


def _written(head: Sequence[str], rows: Iterator[list[str | int]]) -> bytes:
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(head)
    table.writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _rows(report: Report, *, veiled: bool) -> Iterator[list[str | int]]:
    for claim in report.claims:
        if claim.counts or claim.held or claim.decisions:
            record = map(disarmed, csv_record.cells(report, claim))
            row = [*_row(report, claim), *_decided(report, claim), *record]
            yield [*row, ""] if veiled else row


def _article(report: Report) -> list[str]:
    article = report.article
    return [disarmed(report_title(report)), article.id, disarmed(article.address)]


def _row(report: Report, claim: ReportClaim) -> list[str | int]:
    changed = max((held.changed for held in claim.held), default=0)
    return [
        number_label(claim.number),
        _word(report, claim.outcome),
        disarmed(claim.text),
        disarmed(_notes(claim)),
        disarmed(_analysts(claim)),
        _moment(changed),
        _place(claim),
        claim.span.start,
        claim.span.end,
        claim.id,
    ]


def _decided(report: Report, claim: ReportClaim) -> list[str]:
    ruled = claim.decision
    if ruled is None:
        return [""] * 7
    return [
        _word(report, ruled.outcome),
        disarmed(ruled.reviewer.name),
        _moment(ruled.decision.decided),
        disarmed(ruled.decision.reason),
        "check again" if ruled.stale else "",
        disarmed("; ".join(one.name for one in ruled.overruled if one.name)),
        disarmed("; ".join(map(_differing, claim.differing))),
    ]


def _word(report: Report, outcome: Outcome) -> str:
    if report.edition.public and outcome is Outcome.OPEN:
        return NOT_SETTLED
    return outcome.value


def _moment(at: int) -> str:
    """The moment, or nothing where a copy tells none."""
    return times.iso(at) if at else ""


def _differing(ruled: Ruled) -> str:
    return csv_record.said(ruled.reviewer.name, ruled.outcome.value)


def _place(claim: ReportClaim) -> str:
    if claim.retired:
        return "earlier borders"
    return "furniture" if claim.number is None else "claim"


def _analysts(claim: ReportClaim) -> str:
    """Who holds what; of people without names what they hold, where that is not the same."""
    held = [(one.analyst.name, ROW[one.assessment.standing].word) for one in claim.held]
    if len(held) == 1 and not held[0][0]:
        return ""
    return "; ".join(csv_record.said(name, word) for name, word in held)


def _notes(claim: ReportClaim) -> str:
    notes = claim.notes
    if len(claim.held) == 1 and notes:
        return notes[0].assessment.note
    return "\n".join(
        f"{_before(one.analyst.name, number)}{one.assessment.note}"
        for number, one in enumerate(notes, 1)
    )
