"""The spreadsheet (.xlsx): claims, evidence, sources and agreement as tables, a summary before them.

Numbers are numbers, days are days, and nothing is a formula. Sheets that have nothing to tell are
left out, and so are columns; the first sheet is always there and says whose copy this is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from annotator.domain.edition import Section, Withheld
from annotator.domain.formats import Tally
from annotator.domain.report import Report
from annotator.exporters.workbook_cells import Changed, Sheet, as_datetime
from annotator.exporters.workbook_claims import claims_sheet
from annotator.exporters.workbook_evidence import evidence_sheet
from annotator.exporters.workbook_file import About, written
from annotator.exporters.workbook_reading import tally
from annotator.exporters.workbook_sources import agreement_sheet, sources_sheet
from annotator.exporters.workbook_summary import summary_sheet
from annotator.reporting.texts import report_title
from annotator.reporting.words import Terms, terms_of

EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001 - a sheet's dates have no zone
"""The date of a file that tells no date: the first that an archive can hold."""

Makes = Callable[[Sequence[Report], Terms, Callable[[Report], str]], Sheet]

_OF: dict[Section, tuple[Makes, ...]] = {
    Section.CLAIMS: (claims_sheet, sources_sheet),
    Section.EVIDENCE: (evidence_sheet,),
    Section.REVIEW: (agreement_sheet,),
}
"""The sheets of a section."""


def write(report: Report) -> bytes:
    """One article as a workbook."""
    return together([report])


def together(reports: Sequence[Report]) -> bytes:
    """Several articles in one workbook, whose tables begin with a column that names the article.

    All are in the edition of the first.
    """
    return written(_sheets(reports), _about(reports))


def count(data: bytes) -> Tally:
    """How many claims and notes stand in a workbook."""
    return tally(data)


def notices(report: Report) -> tuple[str, ...]:
    """What could not be written as it is."""
    changed = Changed()
    for sheet in _sheets([report]):
        changed.look_at(sheet)
    return tuple(changed.sentences())


def _sheets(reports: Sequence[Report]) -> list[Sheet]:
    edition = reports[0].edition
    terms = terms_of(edition)
    made = [
        make(reports, terms, report_title)
        for section in edition.sections
        for make in _OF.get(section, ())
    ]
    return [summary_sheet(reports, terms), *(sheet for sheet in made if sheet.rows)]


def _about(reports: Sequence[Report]) -> About:
    first = reports[0]
    t = terms_of(first.edition).t
    names = () if first.edition.withholds(Withheld.NAMES) else _names(reports)
    title = (
        report_title(first)
        if len(reports) == 1
        else t.count(len(reports), "{n} article", "{n} articles")
    )
    made = max(report.made_at for report in reports)
    return About(
        title=title,
        author=", ".join(names) or "Annotator",
        comment="Annotator",
        made=(as_datetime(made) if made else None) or EPOCH,
        pages=t("Page {page} of {pages}", page="&P", pages="&N"),
    )


def _names(reports: Sequence[Report]) -> list[str]:
    """Who judged, by name."""
    found = {
        one.analyst.name
        for report in reports
        for claim in report.claims
        for one in claim.held
        if one.analyst.name
    }
    return sorted(found, key=str.casefold)
