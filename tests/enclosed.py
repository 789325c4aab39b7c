"""An article that came in with links, offered metadata and its writer's remarks, for tests."""

from __future__ import annotations

from dataclasses import replace

from annotator.desk import importing
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.enclosed import Enclosed, Hyperlink, Offered, Remark, RemarkKind

TEXT = (
    "Port strike enters third week\n\n"
    "The port handles a third of the country’s grain, the harbour master said.\n\n"
    "Ships wait outside. A report names four ports."
)
REPORT = "https://www.example.org/report"
CLAIM = TEXT.index("The port handles")


def _at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


ENCLOSED = Enclosed(
    (
        Hyperlink(*_at("harbour master"), "https://example.org/people/harbour-master"),
        Hyperlink(*_at("A report"), REPORT),
    ),
    (
        Offered("publisher", "The Example Times", "the page’s og:site_name"),
        Offered("author", "Ada Lovelace", "the page’s JSON-LD"),
        Offered("published", "2026-01-03T14:20:00+03:30", "the page’s article:published_time"),
        Offered("language", "en", "the page’s html lang"),
    ),
    (
        Remark(
            RemarkKind.FOOTNOTE,
            _at("grain")[1],
            _at("grain")[1],
            "Ministry of Transport, “Ports in figures”, https://example.org/figures",
            links=("https://example.org/figures",),
        ),
        Remark(
            RemarkKind.COMMENT, *_at("a third"), "Which year?", "Ben Editor", "2026-01-04T10:00:00Z"
        ),
    ),
)


def saved(library: OpenLibrary, enclosed: Enclosed = ENCLOSED) -> ArticleId:
    """Saves it, as an import does."""
    prepared = importing.prepare(TEXT.encode(), "port-strike.txt")
    return importing.save(library, replace(prepared, enclosed=enclosed)).article
