"""Two versions of a story, and a library in which every claim of the first is judged."""

from __future__ import annotations

from annotator.desk import importing, tagging
from annotator.desk.importing import Prepared
from annotator.desk.library import OpenLibrary
from annotator.desk.revising import Earlier, MarkKind, Revised, add_revision, earlier_of, mark_of
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.tags import Standing, Tag
from annotator.review.quotations import quotation
from annotator.store import reading
from finding import bring_in, claims_of

FIRST = """Two explosions in Kerman

Two explosions killed 95 people near the tomb. Officials blamed militants. He denied it.

The crowd had come for a ceremony. Nobody has claimed the attack. The minister spoke on television.
"""
SECOND = """Two explosions in Kerman

Two explosions killed 103 people near the tomb. Officials blamed militants. He denied it.

The crowd had come for a solemn ceremony. Nobody has claimed the attack. A new sentence stands here.
"""
"""T and 3 are carried, 1 is to be checked again, 2 and 5 are asked, 4 is proposed, 6 is new."""

THIRD = SECOND.replace("A new sentence", "Yet another sentence")


def prepared(text: str, address: str = "") -> Prepared:
    """As it comes in from a file, or from an address."""
    read = importing.prepare(text.encode(), "article.txt")
    if address:
        read.given["address"] = address
    return read


def earlier(library: OpenLibrary, text: str) -> Earlier:
    found = earlier_of(library, prepared(text))
    assert found is not None
    return found


def pairs(
    earlier_text: str, later_text: str, lines: Earlier, *named: tuple[str, str]
) -> frozenset[tuple[Span, Span]]:
    """Places of claims, named by how the earlier and the later one begin."""
    found = frozenset(
        (line.here, place)
        for line in lines.comparison.lines
        for place in line.places
        for here, there in named
        if quotation(earlier_text, line.here).startswith(here)
        and quotation(later_text, place).startswith(there)
    )
    assert len(found) == len(named)
    return found


def revised(library: OpenLibrary, text: str = SECOND, *confirmed: tuple[str, str]) -> Revised:
    """Adds the text as a version."""
    before = earlier(library, text)
    chosen = pairs(before.earlier_text, text, before, *confirmed)
    return add_revision(library, prepared(text), before, chosen)


def verified(library: OpenLibrary, text: str = FIRST) -> ArticleId:
    """Brings a text in and verifies every claim of it."""
    article = bring_in(library, text)
    tagging.tag(library, article, claims_of(library, article), Tag.VERIFIED)
    return article


def claim(library: OpenLibrary, article: ArticleId, begins: str) -> ClaimId:
    """The one claim that begins so."""
    return reading_claim(library, article, begins)[0]


def span(library: OpenLibrary, article: ArticleId, begins: str) -> Span:
    return reading_claim(library, article, begins)[1]


def reading_claim(library: OpenLibrary, article: ArticleId, begins: str) -> tuple[ClaimId, Span]:
    shown = reading.snapshot(library.store, article, library.me)
    (index,) = (
        index
        for index in range(len(shown))
        if quotation(shown.article.text, shown.span(index)).startswith(begins)
    )
    return shown.id_at(index), shown.span(index)


def standings(library: OpenLibrary, article: ArticleId) -> list[Standing]:
    shown = reading.snapshot(library.store, article, library.me)
    return [shown.standing(index) for index in range(len(shown))]


def kinds(library: OpenLibrary, article: ArticleId) -> list[MarkKind | None]:
    """What is said beside each claim, T first."""
    found = (mark_of(library, article, one) for one in claims_of(library, article))
    return [one.kind if one else None for one in found]
