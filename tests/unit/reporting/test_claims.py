"""What stands beside a claim in a report, whatever the format."""

from __future__ import annotations

from dataclasses import replace

from annotator.domain.assessment import EMPTY, Analyst
from annotator.domain.beside import Beside
from annotator.domain.edition import PUBLIC_COPY
from annotator.domain.reminders import reminders
from annotator.domain.report import Held, Outcome, Report, ReportClaim
from annotator.reporting.claims import ClaimView
from annotator.reporting.view import view
from unit.exporters import worked

NOBODY = Analyst("", "")


def _row(report: Report, number: int) -> ClaimView:
    return next(row for row in view(report).rows if row.ref.label == str(number))


def _with(report: Report, claim: ReportClaim) -> Report:
    claims = tuple(claim if one.id == claim.id else one for one in report.claims)
    return replace(report, claims=claims, edition=PUBLIC_COPY)


def test_who_is_nameless_and_holds_no_tag_is_not_called_untagged() -> None:
    """Evidence may stay in a public copy where the tag of whoever found it was overruled and left out."""
    report = worked.reviewed().report()
    settled = next(claim for claim in report.counted if claim.decision)
    merely = Held(NOBODY, EMPTY, 0, settled.held[0].record)
    public = _with(report, replace(settled, held=(merely,)))
    (held,) = _row(public, settled.number or 0).held
    assert not held.tagged


def test_beside_a_decision_it_is_said_who_holds_what() -> None:
    report = worked.reviewed().report()
    settled = next(claim for claim in report.counted if claim.decision)
    assert all(held.tagged for held in _row(report, settled.number or 0).held)


def test_what_a_claim_falls_short_by_is_said_once() -> None:
    report = worked.by_one().report()
    claim = next(one for one in report.counted if one.outcome is Outcome.VERIFIED)
    found = reminders(claim.held[0].assessment, claim.held[0].record)
    short = found[0].sentence
    beside = Beside({claim.held[0].analyst.id: found}, {}, short)
    row = _row(replace(report, beside={claim.id: beside}), claim.number or 0)
    assert row.short == short
    assert all(short not in held.reminders for held in row.held)
