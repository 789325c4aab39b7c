"""What the library holds, as views and commands ask for it: each read sees one moment.

Nothing here writes, and nothing loads a text or a snapshot that it need not.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass

from annotator.domain.article import Article, ArticleId, ClaimId, Passage, PassageKind, Span
from annotator.domain.assessment import Analyst, Assessment
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Retired, Snapshot
from annotator.domain.tags import Standing
from annotator.store.assess import HELD, assessment_of
from annotator.store.changes import changes_since
from annotator.store.claiming import (
    claim_by_id,
    claim_by_number,
    counted_claims,
    number_of,
    title_claim,
)
from annotator.store.columns import standing_columns
from annotator.store.library import Library, Row
from annotator.store.records import FIELDS as RECORD

__all__ = [  # what the desk asks for, whichever file answers it
    "ArticleRow",
    "analysts",
    "article",
    "article_row",
    "article_rows",
    "assessment",
    "changes_since",
    "claim_by_id",
    "claim_by_number",
    "number_of",
    "passages",
    "snapshot",
    "text_of",
]

_JUDGED = [s for s in Standing if Standing.UNTAGGED < s < Standing.FURNITURE]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article in the list, as one analyst sees it.

    ``claims`` counts the numbered ones, without T (``has_title``) and furniture;
    ``counts`` counts T too. ``imported_at`` is microseconds since 1970, UTC.
    """

    id: ArticleId
    title: str
    publisher: str
    sha256: str
    claims: int
    has_title: bool
    furniture: int
    counts: Mapping[Standing, int]
    imported_at: int
    off: bool

    @property
    def total(self) -> int:
        """Everything that is a claim: T and the numbered ones."""
        return self.claims + self.has_title


_ROWS = (
    "SELECT id, title, publisher, sha256, imported_at, removed.article IS NOT NULL "
    "FROM articles JOIN records ON records.article = id "
    "LEFT JOIN removed ON removed.article = id AND removed.analyst = ? "
    "WHERE imported_by <> '' {} ORDER BY imported_at, id"
)


def article_rows(
    library: Library, analyst: str, *, removed: bool = False
) -> tuple[ArticleRow, ...]:
    """The articles in the order they came in; those the analyst removed only where asked for."""
    condition = "" if removed else "AND removed.article IS NULL"
    with library.reading():
        found = library.rows(_ROWS.format(condition), (analyst,))
        return tuple(_article_row(library, analyst, row) for row in found)


def article_row(library: Library, analyst: str, article: ArticleId) -> ArticleRow | None:
    """One article as it stands in the list, removed or not; None where there is none."""
    with library.reading():
        found = library.rows(_ROWS.format("AND id = ?"), (analyst, article))
        return _article_row(library, analyst, found[0]) if found else None


def _article_row(library: Library, analyst: str, row: Row) -> ArticleRow:
    article, title, publisher, sha256, imported_at, off = row
    live, furniture = counted_claims(library, article)
    has_title = title_claim(library, article) is not None
    counts = _counts(library, article, analyst)
    counts[Standing.UNTAGGED] = live - sum(counts.values())
    counts[Standing.FURNITURE] = furniture
    return ArticleRow(
        ArticleId(article),
        title,
        publisher,
        sha256,
        live - has_title,
        has_title,
        furniture,
        counts,
        imported_at,
        bool(off),
    )


_CLAIMS_HELD = (
    "FROM claims CROSS JOIN assessments "
    "WHERE claims.article = ? AND assessments.article = claims.article AND analyst = ? "
    'AND assessments.start = claims.start AND assessments."end" = claims."end" AND claim = id'
)
"""Claims first: the retired and the furniture are few and have an index of their own."""


def _counts(library: Library, article: str, analyst: str) -> dict[Standing, int]:
    """How many claims the analyst has judged each way: all, less the retired and the furniture."""
    counts = dict.fromkeys(_JUDGED, 0)
    judged = library.rows(
        "SELECT standing, count(*) FROM assessments WHERE article = ? AND analyst = ? "
        "GROUP BY standing",
        (article, analyst),
    )
    aside = library.rows(
        f"SELECT standing, count(*) {_CLAIMS_HELD} AND (live = 0 OR furniture = 1) "
        "GROUP BY standing",
        (article, analyst),
    )
    for sign, rows in ((1, judged), (-1, aside)):
        for standing, count in rows:
            if standing in counts:
                counts[Standing(standing)] += sign * count
    return counts


def article(library: Library, article: ArticleId) -> Article:
    """The article with its text. Raises AnnotatorError where there is none."""
    found = library.rows(
        f"SELECT id, text, sha256, {', '.join(RECORD)}, imported_at, "
        "coalesce(name, imported_by, '') "
        "FROM articles JOIN records ON records.article = id "
        "LEFT JOIN names ON names.analyst = imported_by WHERE id = ?",
        (article,),
    )
    if not found:
        raise AnnotatorError(f"This library has no article {article}: see `annotator list`.")
    return Article(*found[0])


def passages(library: Library, article: ArticleId) -> tuple[Passage, ...]:
    """The passages of an article as they are painted now, in order."""
    rows = library.rows(
        'SELECT kind, start, "end" FROM passages WHERE article = ? ORDER BY start', (article,)
    )
    kinds = {kind.value: kind for kind in PassageKind}
    return tuple(Passage(kinds[kind], start, end) for kind, start, end in rows)


_CLAIMS = (
    'SELECT start, "end", furniture FROM claims WHERE article = ? AND live = 1 '
    'ORDER BY start, "end" DESC'
)
_HELD = 'SELECT start, "end", standing, noted FROM assessments WHERE article = ? AND analyst = ?'
_HELD_COLUMNS = ("start", '"end"', "standing", "noted")
_RETIRED = (
    'SELECT claims.start, claims."end", coalesce(standing, 0), coalesce(noted, 0) FROM claims '
    "LEFT JOIN assessments AS held ON held.article = ?1 AND held.analyst = ?2 "
    'AND held.start = claims.start AND held."end" = claims."end" AND held.claim = claims.id '
    "WHERE claims.article = ?1 AND live = 0 AND (live = 0 OR furniture = 1) "
    "AND (held.claim IS NOT NULL "
    "OR EXISTS (SELECT 1 FROM links WHERE links.claim = claims.id AND links.analyst = ?2) "
    "OR EXISTS (SELECT 1 FROM attributions AS said WHERE said.claim = claims.id "
    "AND said.analyst = ?2 AND there = 1)) "
    'ORDER BY claims.start, claims."end" DESC'
)
"""Claims that were cut and of which the analyst holds or recorded anything."""


def snapshot(library: Library, article_id: ArticleId, analyst: str) -> Snapshot:
    """The article as this analyst sees it now. Raises AnnotatorError where there is none."""
    with library.reading():
        of = article(library, article_id)
        parts = passages(library, article_id)
        claims = library.columns(("start", '"end"', "furniture"), _CLAIMS, (article_id,))
        held = library.columns(_HELD_COLUMNS, _HELD, (article_id, analyst))
        retired = library.rows(_RETIRED, (article_id, analyst))
    standings, notes = standing_columns(claims, held)
    return Snapshot(
        of,
        parts,
        array("q", claims[0]),
        array("q", claims[1]),
        standings,
        notes,
        tuple(Retired(Span(row[0], row[1]), Standing(row[2]), bool(row[3])) for row in retired),
    )


def assessment(library: Library, analyst: str, claim: ClaimId) -> Assessment:
    """What the analyst holds of a claim, live or not; an empty one where that is nothing."""
    rows = library.rows(
        f"SELECT {HELD} FROM assessments "
        "WHERE article = coalesce((SELECT article FROM claims WHERE id = ?1), '') "
        "AND analyst = ?2 AND start = coalesce((SELECT start FROM claims WHERE id = ?1), 0) "
        'AND "end" = coalesce((SELECT "end" FROM claims WHERE id = ?1), 0) AND claim = ?1',
        (claim, analyst),
    )
    return assessment_of(rows[0]) if rows else Assessment()


def text_of(library: Library, article: ArticleId, span: Span) -> str:
    """The words of a stretch, without loading more of the text than is needed."""
    rows = library.rows(
        "SELECT substr(text, ?, ?) FROM articles WHERE id = ?",
        (span[0] + 1, span[1] - span[0], article),
    )
    return str(rows[0][0]) if rows else ""


def analysts(library: Library) -> tuple[Analyst, ...]:
    """Everybody who has a name here, by id."""
    rows = library.rows("SELECT analyst, name FROM names ORDER BY analyst")
    return tuple(Analyst(*row) for row in rows)
