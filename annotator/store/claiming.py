"""Which claim is meant: by its number, its id or its place, each by one query.

Numbers are never stored: T is the first live claim that begins
in the title passage; the others that are no furniture are counted in reading order.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.article import ArticleId, ClaimId, PassageKind, Span
from annotator.domain.edits.layout import AddClaim
from annotator.domain.edits.writes import Cut
from annotator.domain.snapshot import TITLE_NUMBER
from annotator.store.library import Library
from annotator.store.log import edits, in_chunks

_IN_ORDER = 'ORDER BY start, "end" DESC'
_NUMBERED = (
    f'SELECT start, "end" FROM claims WHERE article = ? AND live = 1 AND furniture = 0 {_IN_ORDER} '
    "LIMIT 1 OFFSET ?"
)
_BEFORE = (
    "SELECT count(*) FROM claims WHERE article = ? AND live = 1 AND furniture = 0 "
    'AND (start < ? OR (start = ? AND "end" > ?))'
)


def counted_claims(library: Library, article: ArticleId) -> tuple[int, int]:
    """How many live claims are none and how many are furniture; T counts."""
    live = library.rows("SELECT count(*) FROM claims WHERE article = ? AND live = 1", (article,))
    furniture = library.rows(
        "SELECT count(*) FROM claims WHERE article = ? AND live = 1 AND furniture = 1 "
        "AND (live = 0 OR furniture = 1)",
        (article,),
    )
    return live[0][0] - furniture[0][0], furniture[0][0]


def counted_spans(library: Library, article: ArticleId) -> list[Span]:
    """Every live claim that is no furniture, T too, in reading order."""
    rows = library.rows(
        'SELECT start, "end" FROM claims WHERE article = ? AND live = 1 AND furniture = 0 '
        f"{_IN_ORDER}",
        (article,),
    )
    return [Span(start, end) for start, end in rows]


def title_claim(library: Library, article: ArticleId) -> Span | None:
    """The claim called T, or None."""
    titles = library.rows(
        'SELECT start, "end" FROM passages WHERE article = ? AND kind = ? ORDER BY start',
        (article, PassageKind.TITLE.value),
    )
    for start, end in titles:
        found = library.rows(
            'SELECT start, "end", furniture FROM claims '
            f"WHERE article = ? AND live = 1 AND start >= ? AND start < ? {_IN_ORDER} LIMIT 1",
            (article, start, end),
        )
        if found:
            return None if found[0][2] else Span(found[0][0], found[0][1])
    return None


def claim_by_number(library: Library, article: ArticleId, number: int) -> Span | None:
    """The live claim with this number as the window shows it; 0 is T. None: there is none."""
    with library.reading():
        title = title_claim(library, article)
        if number == TITLE_NUMBER:
            return title
        if number < 1:
            return None
        skip = number - 1
        if title is not None and skip >= _count_before(library, article, title):
            skip += 1
        found = library.rows(_NUMBERED, (article, skip))
        return Span(*found[0]) if found else None


def number_of(library: Library, article: ArticleId, span: Span) -> int | None:
    """The number of a live claim; 0 for T, None for furniture and for what is no live claim."""
    with library.reading():
        found = library.rows(
            "SELECT 1 FROM claims WHERE article = ? AND live = 1 AND furniture = 0 "
            'AND start = ? AND "end" = ?',
            (article, *span),
        )
        if not found:
            return None
        title = title_claim(library, article)
        if title == span:
            return TITLE_NUMBER
        before = _count_before(library, article, span)
        title_first = title is not None and (title[0], -title[1]) < (span[0], -span[1])
        return before + 1 - title_first


def claim_by_id(library: Library, article: ArticleId, claim: str) -> tuple[Span, bool] | None:
    """Where the claim with this id lies, and whether it is live; None: never heard of it."""
    found = library.rows(
        'SELECT start, "end", live FROM claims WHERE id = ? AND article = ?', (claim, article)
    )
    return (Span(found[0][0], found[0][1]), bool(found[0][2])) if found else None


Place = tuple[ArticleId, Span, bool]
"""Where a claim lies, and whether it is live."""


def spans_of(library: Library, claims: Sequence[ClaimId]) -> dict[ClaimId, Place]:
    """Where these claims lie; unknown ones are left out."""
    rows = in_chunks(
        library, 'SELECT id, article, start, "end", live FROM claims WHERE id IN ({})', claims
    )
    return {
        ClaimId(row[0]): (ArticleId(row[1]), Span(row[2], row[3]), bool(row[4])) for row in rows
    }


def _count_before(library: Library, article: ArticleId, span: Span) -> int:
    start, end = span
    return int(library.rows(_BEFORE, (article, start, start, end))[0][0])


def named_spans(library: Library, article: ArticleId) -> dict[Span, bool]:
    """Every stretch of the article that was ever cut as a claim, and whether it is one now."""
    rows = library.rows('SELECT start, "end", live FROM claims WHERE article = ?', (article,))
    return {Span(start, end): bool(live) for start, end, live in rows}


def added_spans(library: Library, article: ArticleId) -> frozenset[Span]:
    """The stretches that somebody made claims of besides those that were cut when it came in."""
    sql = (
        "SELECT parts.edit FROM parts JOIN edits ON edits.id = parts.edit "
        "WHERE edits.kind = ? AND parts.article = ?"
    )
    found = edits(library, [row[0] for row in library.rows(sql, (AddClaim.kind, article))])
    writes = (write for edit in found for part in edit.parts for write in part.writes)
    return frozenset(span for write in writes if isinstance(write, Cut) for span in write.into)
