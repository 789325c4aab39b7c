"""A row a claim, for spreadsheets: RFC 4180, UTF-8 with a byte order mark.

The mark is there because a spreadsheet program takes a file without one for its
own old encoding. A cell that would be run as a formula is disarmed.
"""

from __future__ import annotations

import csv
import io
import re

from annotator.domain.report import Held, Report, ReportClaim, Ruled
from annotator.domain.snapshot import number_label
from annotator.domain.tags import ROW
from annotator.exporters import csv_record
from annotator.reporting import times

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

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")


def write(report: Report) -> bytes:
    """Every claim, and after its number whatever is held of furniture and retired claims.

    ``place`` is "claim", "furniture" or "earlier borders"; start and end are code
    points. ``stale`` is "check again" where a tag was changed since the decision,
    ``differing`` what other reviewers decided.
    """
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow((*COLUMNS, VEILED) if report.veiled else COLUMNS)
    for claim in report.claims:
        if claim.counts or claim.held or claim.decisions:
            record = map(disarmed, csv_record.cells(report, claim))
            row = [*_row(claim), *_decided(claim), *record]
            table.writerow([*row, ""] if report.veiled else row)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def disarmed(cell: str) -> str:
    """The cell with an apostrophe before it, where a spreadsheet would run it.

    Those are cells that begin with ``= + - @``, a tab or a carriage return and are
    no number (OWASP, "CSV Injection").
    """
    if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def _row(claim: ReportClaim) -> list[str | int]:
    changed = max((held.changed for held in claim.held), default=0)
    return [
        number_label(claim.number),
        claim.outcome.value,
        disarmed(claim.text),
        disarmed(_notes(claim)),
        disarmed("; ".join(map(_who, claim.held))),
        times.iso(changed) if changed else "",
        _place(claim),
        claim.span.start,
        claim.span.end,
        claim.id,
    ]


def _decided(claim: ReportClaim) -> list[str]:
    ruled = claim.decision
    if ruled is None:
        return [""] * 7
    return [
        ruled.outcome.value,
        disarmed(ruled.reviewer.name),
        times.iso(ruled.decision.decided),
        disarmed(ruled.decision.reason),
        "check again" if ruled.stale else "",
        disarmed("; ".join(one.name for one in ruled.overruled)),
        disarmed("; ".join(map(_differing, claim.differing))),
    ]


def _differing(ruled: Ruled) -> str:
    return f"{ruled.reviewer.name}: {ruled.outcome.value}"


def _place(claim: ReportClaim) -> str:
    if claim.retired:
        return "earlier borders"
    return "furniture" if claim.number is None else "claim"


def _who(held: Held) -> str:
    return f"{held.analyst.name}: {ROW[held.assessment.standing].word}"


def _notes(claim: ReportClaim) -> str:
    notes = claim.notes
    if len(claim.held) == 1 and notes:
        return notes[0].assessment.note
    return "\n".join(f"{held.analyst.name}: {held.assessment.note}" for held in notes)
