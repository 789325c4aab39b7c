"""The whole story of an article, the newest first, in portions: nobody waits for a hundred thousand edits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.naming import Numbers
from annotator.desk.telling import where
from annotator.domain.article import ArticleId, Span
from annotator.domain.assessment import EMPTY, Analyst
from annotator.domain.edits.form import EditId
from annotator.domain.tags import Standing
from annotator.store import reading
from annotator.store.history import TELLING, HistoryRow, history
from annotator.store.holding import assessments
from annotator.store.judging import sight_of

FIRST, PORTION = 200, 5_000
"""Edits of the first portion, which is soon there, and of each that follows."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One edit: when (microseconds since 1970), by whom, and what it did to which claims.

    ``where`` names the claims, or is empty for the article as a whole; ``spans`` is where
    they lie. ``taken_back``: it counts no more.
    """

    id: EditId
    at: int
    analyst: Analyst
    mine: bool
    does: str
    where: str
    spans: tuple[Span, ...]
    taken_back: bool


@dataclass(frozen=True, slots=True)
class Portion:
    """Some edits, the newest first; ``veiled`` says how many of colleagues' are left out.

    ``blind``: nothing of what colleagues hold is told, not even how much it is.
    """

    lines: tuple[StoryLine, ...]
    veiled: int = 0
    blind: bool = False


def story(
    library: OpenLibrary, article: ArticleId, first: int = FIRST, portion: int = PORTION
) -> Iterator[Portion]:
    """The edits of an article that the acting person may see, the newest first.

    While the check is blind and a draft, what colleagues judged, recorded, decided and
    commented is left out; else that of claims that the person neither judged nor looked at.
    """
    names = Numbers(library, article), reading.article(library.store, article).text
    before: EditId | None = None
    limit = first
    while True:
        with library.store.reading():
            blind = sight_of(library.store, article, library.me).blind
            rows = history(
                library.store,
                article,
                limit=limit,
                blind=library.me if blind else None,
                viewer=library.me,
                before=before,
            )
            shows = _shown(library, article, rows)
            told = tuple(
                _line(library, article, row, names) for row in reversed(rows) if shows(row)
            )
        yield Portion(told, len(rows) - len(told), blind)
        if len(rows) < limit:
            return
        before, limit = rows[0].id, portion


def _shown(
    library: OpenLibrary, article: ArticleId, rows: Sequence[HistoryRow]
) -> Callable[[HistoryRow], bool]:
    """Whether an edit may be told: one's own, and what tells nothing that is veiled yet."""
    me = library.me
    theirs = [row for row in rows if row.analyst.id != me and _tells(row)]
    claims = sorted({claim for row in theirs for claim in row.claims})
    held = assessments(library.store, me, claims)
    sight = sight_of(library.store, article, me)
    seen = {
        claim
        for claim in claims
        if sight.shows(claim, held.get(claim, EMPTY).standing is not Standing.UNTAGGED)
    }
    veiled = {row.id for row in theirs if not seen.issuperset(row.claims)}
    return lambda row: row.id not in veiled


def _tells(row: HistoryRow) -> bool:
    """Whether the edit, or what it takes back, says what somebody holds."""
    return row.kind in TELLING or row.undoes is not None


def _line(
    library: OpenLibrary, article: ArticleId, row: HistoryRow, names: tuple[Numbers, str]
) -> StoryLine:
    """``names``: the claims' numbers now, and the text of the article."""
    return StoryLine(
        row.id,
        row.at,
        row.analyst,
        row.analyst.id == library.me,
        row.does,
        where(library, article, row.spans, *names),
        row.spans,
        row.dead,
    )
