"""Every format an article leaves in, declared once.

Menus, the dialog, ``--format help`` and the parametrised tests read ``EXPORTERS``;
a format is a module with ``write(report) -> bytes`` and a row here. An installed
package adds one by an entry point of the group ``annotator.exporters`` that names
an ``Exporter``; those are looked for only when somebody asks.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import Any, cast

from annotator.domain.formats import Carried, Exporter, Tally, Write
from annotator.domain.report import Report
from annotator.packages import offered, with_ours

GROUP = "annotator.exporters"


def _of(module: str) -> Write:
    """The module's ``write``, imported when it is called: the window never pays for a format."""
    return lambda report: cast("bytes", _module(module).write(report))


def _count(module: str) -> Callable[[bytes], Tally]:
    return lambda data: cast("Tally", _module(module).count(data))


def _together(module: str) -> Callable[[Sequence[Report]], bytes]:
    return lambda reports: cast("bytes", _module(module).together(reports))


def _notices(module: str) -> Callable[[Report], tuple[str, ...]]:
    return lambda report: cast("tuple[str, ...]", _module(module).notices(report))


def _module(name: str) -> Any:
    return importlib.import_module(f"annotator.exporters.{name}")


_READERS = frozenset(Carried) - {Carried.HISTORY}

_SHEET = frozenset({Carried.RESULT, Carried.BECAUSE, Carried.WORDINGS, Carried.DECISIONS})
"""What a sign-off sheet names claims for."""

EXPORTERS: tuple[Exporter, ...] = (
    Exporter(
        "html",
        "Report (HTML)",
        ".html",
        "text/html",
        "a page that works anywhere, without a network, and prints well",
        _of("html_report"),
        count=_count("html_report"),
        together=_together("html_report"),
        carries=_READERS,
        for_readers=True,
    ),
    Exporter(
        "pdf",
        "Report (PDF)",
        ".pdf",
        "application/pdf",
        "the report on paper or on a screen, with bookmarks, tagged for who has it read aloud",
        _of("pdf_report"),
        count=_count("pdf_report"),
        notices=_notices("pdf_report"),
        together=_together("pdf_report"),
        carries=_READERS,
        for_readers=True,
    ),
    Exporter(
        "docx",
        "Report (Word)",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "the article with real comments in its margin and proposed wordings as tracked changes",
        _of("word_report"),
        count=_count("word_report"),
        notices=_notices("word_report"),
        together=_together("word_report"),
        carries=_READERS,
        for_readers=True,
    ),
    Exporter(
        "word-original",
        "Word, the writer’s own file",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "the Word file that the article came in as, with highlights and comments at its sentences",
        _of("word_back"),
        count=_count("word_back"),
        notices=_notices("word_back"),
        carries=_READERS - {Carried.AGREEMENT},
        from_original=True,
    ),
    Exporter(
        "xlsx",
        "Spreadsheet (Excel)",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "claims, evidence, sources and agreement as tables, to filter and to count",
        _of("workbook"),
        count=_count("workbook"),
        notices=_notices("workbook"),
        together=_together("workbook"),
        carries=_READERS - {Carried.TEXT},
        for_readers=True,
    ),
    Exporter(
        "csv",
        "Table (CSV)",
        ".csv",
        "text/csv",
        "one row a claim, for any spreadsheet",
        _of("table_csv"),
        count=_count("table_csv"),
        together=_together("table_csv"),
        carries=_READERS - {Carried.TEXT, Carried.AGREEMENT, Carried.COMMENTS},
    ),
    Exporter(
        "markdown",
        "Text (Markdown)",
        ".md",
        "text/markdown",
        "the report in plain characters, for wikis, repositories and e-mail",
        _of("markdown"),
        count=_count("markdown"),
        notices=_notices("markdown"),
        together=_together("markdown"),
        carries=_READERS,
        for_readers=True,
    ),
    Exporter(
        "claimreview",
        "ClaimReview (schema.org)",
        ".jsonld",
        "application/ld+json",
        "one review for each claim with a result, for search engines and archives of fact checks",
        _of("claim_review"),
        count=_count("claim_review"),
        notices=_notices("claim_review"),
        selects=True,
        together=_together("claim_review"),
        carries=frozenset({Carried.RESULT, Carried.BECAUSE, Carried.ATTRIBUTION}),
    ),
    Exporter(
        "signoff",
        "Sign-off sheet",
        ".pdf",
        "application/pdf",
        "one page to sign before publication; Word or HTML where the file ends in .docx or .html",
        _of("signoff_pdf"),
        count=_count("signoff_pdf"),
        notices=_notices("signoff_pdf"),
        variants={
            ".docx": Exporter(
                "signoff",
                "Sign-off sheet (Word)",
                ".docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "one page to sign before publication",
                _of("signoff_word"),
                count=_count("signoff_word"),
                carries=_SHEET,
                for_readers=True,
            ),
            ".html": Exporter(
                "signoff",
                "Sign-off sheet (HTML)",
                ".html",
                "text/html",
                "one page to sign before publication",
                _of("signoff_html"),
                count=_count("signoff_html"),
                carries=_SHEET,
                for_readers=True,
            ),
        },
        carries=_SHEET,
        for_readers=True,
    ),
)


def exporters() -> tuple[Exporter, ...]:
    """Our own formats, then those of installed packages; a name is taken once, ours first."""
    return with_ours(EXPORTERS, installed())


def installed() -> tuple[Exporter, ...]:
    """What installed packages offer. One that cannot be loaded is logged and left out."""
    return offered(GROUP, Exporter)
