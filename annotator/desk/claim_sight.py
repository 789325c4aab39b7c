"""Of which claims the acting person may see what colleagues hold: as the claim panel shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.review import Sight
from annotator.store.judging import sight_of, voices_for
from annotator.store.relating import hidden_by


class Asked(NamedTuple):
    """What somebody holds of a claim; ``article`` is "" for a claim that nobody here knows."""

    analyst: str
    article: ArticleId
    claim: ClaimId
    span: Span


class ClaimSight:
    """What may be seen, asked once of each article."""

    def __init__(self, library: OpenLibrary) -> None:
        self._store = library.store
        self._me = library.me
        self._hidden = hidden_by(library.store, library.me)
        self._sights: dict[ArticleId, Sight] = {}

    def shown(self, asked: Iterable[Asked]) -> set[Asked]:
        """Those of these that may be seen: one's own, and colleagues' where their tags show."""
        found = set()
        others: dict[ArticleId, list[Asked]] = {}
        for one in asked:
            if one.analyst == self._me:
                found.add(one)
            elif one.analyst not in self._hidden and one.article:
                others.setdefault(one.article, []).append(one)
        for article, of in others.items():
            found |= self._shown_in(article, of)
        return found

    def _shown_in(self, article: ArticleId, asked: Sequence[Asked]) -> set[Asked]:
        sight = self._sight(article)
        judged: Mapping[Span, Mapping[str, object]] = {}
        if not sight.everything and not sight.blind:
            spans = list(dict.fromkeys(one.span for one in asked))
            judged = voices_for(self._store, article, self._me, spans)
        return {
            one
            for one in asked
            if sight.shows(one.claim, judged=self._me in judged.get(one.span, ()))
        }

    def _sight(self, article: ArticleId) -> Sight:
        if article not in self._sights:
            self._sights[article] = sight_of(self._store, article, self._me)
        return self._sights[article]
