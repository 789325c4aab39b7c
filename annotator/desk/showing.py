"""What a window shows beside the page: the list of articles, and one claim in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, Span, claim_id
from annotator.domain.assessment import Assessment
from annotator.domain.snapshot import Snapshot
from annotator.store import history, reading
from annotator.store.history import HistoryRow

ArticleRow = reading.ArticleRow
"""One article of the list: what the left panel shows of it."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of one claim: what the analyst holds, and held of what it was cut from."""

    assessment: Assessment
    history: tuple[HistoryRow, ...]
    before: tuple[tuple[Span, Assessment], ...]


def articles(library: OpenLibrary) -> tuple[ArticleRow, ...]:
    """The acting analyst's list, in the order in which the articles came in."""
    return reading.article_rows(library.store, library.me)


def article(library: OpenLibrary, wanted: ArticleId) -> ArticleRow | None:
    """One article of the list, or None when it is not there or was taken off."""
    row = reading.article_row(library.store, library.me, wanted)
    return None if row is None or row.off else row


def held(
    library: OpenLibrary,
    snapshot: Snapshot,
    index: int,
    lines: int = 50,
    *,
    colleagues: bool = True,
) -> Held:
    """One claim in full; of its history the newest so many edits.

    Without ``colleagues`` what they judged, decided and said is left out: it may not be
    seen yet.
    """
    store, me = library.store, library.me
    span, claim = snapshot.span(index), snapshot.id_at(index)
    return Held(
        reading.assessment(store, me, claim),
        history.history(
            store,
            snapshot.article.id,
            claim,
            lines,
            blind=None if colleagues else me,
            viewer=me,
        ),
        tuple(
            (old, reading.assessment(store, me, claim_id(snapshot.article.id, old)))
            for old in cut_from(snapshot, span)
        ),
    )


def cut_from(snapshot: Snapshot, span: Span) -> Sequence[Span]:
    """The retired claims that lay here and of which the analyst still holds something."""
    return [
        retired.span
        for retired in snapshot.retired
        if retired.span.start < span.end and span.start < retired.span.end
    ]
