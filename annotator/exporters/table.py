"""Every format an article leaves in, declared once.

Menus, the dialog, ``--format help`` and the parametrised tests read ``EXPORTERS``;
a format is a module with ``write(report) -> bytes`` and a row here. An installed
package adds one by an entry point of the group ``annotator.exporters`` that names
an ``Exporter``; those are looked for only when somebody asks.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from annotator.domain.errors import AnnotatorError
from annotator.domain.report import Report

GROUP = "annotator.exporters"

Write = Callable[[Report], bytes]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. ``name`` is the command line's word, ``says`` one line of help.

    ``suffix`` begins with its dot. ``whole``: it holds everything there is, the same
    whoever acts; every other format shows what the acting analyst may see.
    """

    name: str
    label: str
    suffix: str
    media_type: str
    says: str
    write: Write
    whole: bool = False


def _of(module: str) -> Write:
    """The module's ``write``, imported when it is called: the window never pays for a format."""

    def write(report: Report) -> bytes:
        found = importlib.import_module(f"annotator.exporters.{module}")
        return cast("Write", found.write)(report)

    return write


EXPORTERS: tuple[Exporter, ...] = (
    Exporter(
        "html",
        "Report (HTML)",
        ".html",
        "text/html",
        "the editor's copy: one page that works anywhere and prints well",
        _of("html_report"),
    ),
    Exporter(
        "json",
        "JSON",
        ".json",
        "application/json",
        "everything the library holds of the article, the same bytes for the same content",
        _of("canonical_json"),
        whole=True,
    ),
    Exporter(
        "csv",
        "Spreadsheet (CSV)",
        ".csv",
        "text/csv",
        "one row a claim, for any spreadsheet",
        _of("table_csv"),
    ),
)


def exporter(name: str) -> Exporter:
    """The format of this name. Raises AnnotatorError, which lists the known ones."""
    for row in EXPORTERS:
        if row.name == name:
            return row
    for row in installed():
        if row.name == name:
            return row
    known = ", ".join(row.name for row in exporters())
    raise AnnotatorError(f"There is no format “{name}”: choose one of {known}.")


def exporters() -> tuple[Exporter, ...]:
    """Our own formats, then those of installed packages; a name is taken once, ours first."""
    rows = {row.name: row for row in installed()} | {row.name: row for row in EXPORTERS}
    ours = {row.name for row in EXPORTERS}
    return EXPORTERS + tuple(row for name, row in sorted(rows.items()) if name not in ours)


def installed() -> tuple[Exporter, ...]:
    """What installed packages offer. One that cannot be loaded is logged and left out."""
    found = (_load(point) for point in entry_points(group=GROUP))
    return tuple(row for row in found if row is not None)


def _load(point: EntryPoint) -> Exporter | None:
    try:
        row = point.load()
    except Exception:  # noqa: BLE001 - a stranger's module may fail in any way, and ours must work
        logging.getLogger(__name__).warning("exporter %s cannot be loaded", point.name)
        return None
    return row if isinstance(row, Exporter) else None
