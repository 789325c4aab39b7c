"""Every format there is: what is written for readers and what goes both ways, in one table."""

from __future__ import annotations

from annotator.domain.errors import AnnotatorError
from annotator.domain.formats import Exporter, Interchange
from annotator.exporters.table import exporters
from annotator.interchange.table import interchange

_ORDER = (
    "html",
    "pdf",
    "docx",
    "word-original",
    "xlsx",
    "csv",
    "markdown",
    "json",
    "claimreview",
    "webannotation",
    "signoff",
)
"""As they stand in lists; what an installed package brought comes after."""


def formats() -> tuple[Exporter, ...]:
    """What can be written; a name is taken once, by what is written for readers first."""
    rows = {row.exporter.name: row.exporter for row in interchange() if row.exporter is not None}
    rows |= {row.name: row for row in exporters()}
    known = [rows.pop(name) for name in _ORDER if name in rows]
    return (*known, *rows.values())


def format_named(name: str) -> Exporter:
    """The format of this name. Raises AnnotatorError, which lists the known ones."""
    for row in formats():
        if row.name == name:
            return row
    known = ", ".join(row.name for row in formats())
    raise AnnotatorError(f"There is no format “{name}”: choose one of {known}.")


def readable() -> tuple[Interchange, ...]:
    """What can be read back as a colleague's work."""
    return interchange()
