"""Which claims items serve, with the places of the claims: for lists, and for who may see what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.evidence import Link
from annotator.domain.snapshot import TITLE_NUMBER
from annotator.store.claiming import counted_spans, number_of, title_claim
from annotator.store.evidencing import LINKS, link_of
from annotator.store.library import Library, Row
from annotator.store.log import in_chunks
from annotator.store.people import PERSON

_ROW = ", ".join(f"links.{name}" for name in LINKS.split(", "))
_PLACED = (
    f'SELECT {_ROW}, claims.article, claims.start, claims."end", claims.live FROM links '
    "{join} JOIN claims ON claims.id = links.claim WHERE (private = 0 OR links.analyst = ?)"
)


class PlacedLink(NamedTuple):
    """How an analyst lets an item serve a claim, and where that lies; "" where nobody knows."""

    article: ArticleId
    claim: ClaimId
    span: Span
    live: bool
    analyst: str
    link: Link


def all_links(library: Library, viewer: str) -> list[PlacedLink]:
    """Every link of the library that the viewer might read, veils apart."""
    return _placed(library.rows(_PLACED.format(join="LEFT"), (viewer,)))


def links_in(
    library: Library, viewer: str, article: ArticleId, claim: ClaimId | None = None
) -> list[PlacedLink]:
    """Those to claims of an article, or to one claim."""
    if claim is not None:
        sql = _PLACED.format(join="LEFT") + " AND links.claim = ?"
        return _placed(library.rows(sql, (viewer, claim)))
    sql = _PLACED.format(join="CROSS").replace(
        "FROM links CROSS JOIN claims ON claims.id = links.claim",
        "FROM claims CROSS JOIN links ON links.claim = claims.id",
    )
    return _placed(library.rows(sql + " AND claims.article = ?", (viewer, article)))


def links_of_items(library: Library, viewer: str, items: Collection[str]) -> list[PlacedLink]:
    """Those of these items."""
    sql = _PLACED.format(join="LEFT") + " AND links.item IN ({})"
    return _placed(in_chunks(library, sql, sorted(items), (viewer,)))


def links_where(
    library: Library, viewer: str, condition: str, values: Sequence[object]
) -> list[PlacedLink]:
    """Those that fulfil a condition in SQL, which begins with AND or ORDER."""
    return _placed(library.rows(_PLACED.format(join="LEFT") + condition, (viewer, *values)))


def judged_claims(library: Library, article: ArticleId, analyst: str) -> frozenset[ClaimId]:
    """The claims of an article that an analyst judged."""
    rows = library.rows(
        "SELECT claim FROM assessments WHERE article = ? AND analyst = ? AND standing <> 0",
        (article, analyst),
    )
    return frozenset(ClaimId(row[0]) for row in rows)


def told_articles(
    library: Library, items: Collection[str]
) -> dict[tuple[str, str], set[ArticleId]]:
    """(item, owner) → the articles whose logs tell of it."""
    sql = (
        f"SELECT DISTINCT writes.id, {PERSON.format(id='edits.analyst')}, parts.article "
        "FROM writes CROSS JOIN parts ON parts.seq = writes.part "
        "CROSS JOIN edits ON edits.id = parts.edit WHERE form = 'own' AND about = 'evidence' "
        "AND parts.article IS NOT NULL AND writes.id IN ({})"
    )
    found: dict[tuple[str, str], set[ArticleId]] = {}
    for item, owner, article in in_chunks(library, sql, sorted(items)):
        found.setdefault((item, owner), set()).add(ArticleId(article))
    return found


def _placed(rows: Iterable[Row]) -> list[PlacedLink]:
    found = []
    for *link, article, start, end, live in rows:
        claim, analyst, one = link_of(tuple(link))
        span = Span(start or 0, end or 0)
        found.append(PlacedLink(ArticleId(article or ""), claim, span, bool(live), analyst, one))
    return found


def titles(library: Library) -> dict[ArticleId, str]:
    """Article → its title, of every article that is here."""
    return {ArticleId(row[0]): row[1] for row in library.rows("SELECT article, title FROM records")}


def numbers(
    library: Library, article: ArticleId, spans: Collection[Span]
) -> dict[Span, int | None]:
    """The numbers of these live claims; 0 for T, None for furniture."""
    if len(spans) <= FEW:
        return {span: number_of(library, article, span) for span in spans}
    title = title_claim(library, article)
    counted = [span for span in counted_spans(library, article) if span != title]
    found: dict[Span, int | None] = {span: place for place, span in enumerate(counted, 1)}
    if title is not None:
        found[title] = TITLE_NUMBER
    return {span: found.get(span) for span in spans}


FEW = 20
"""Claims whose numbers are asked for one by one; of more, all of the article are counted."""
