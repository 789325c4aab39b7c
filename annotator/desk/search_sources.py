"""Sources that a search finds: who articles name, under the name they go by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from annotator.desk.claim_sight import Asked, ClaimSight
from annotator.desk.library import OpenLibrary
from annotator.desk.search_found import COUNTED, Hit, HitKind
from annotator.desk.search_showing import Showing
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.attribution import called, source_key
from annotator.store import searchplaces
from annotator.store.records import taken_off
from annotator.store.searching import Finder
from annotator.store.searchplaces import SOURCES
from annotator.store.sources import Naming, claims_of_source, names_of


@dataclass(slots=True)
class _Source:
    """One source while its claims are gathered."""

    name: str
    claims: set[ClaimId] = field(default_factory=set)
    articles: list[ArticleId] = field(default_factory=list)
    more: bool = False


class Sources:
    """The sources of what one may see, the article in hand's own first."""

    def __init__(
        self,
        library: OpenLibrary,
        finder: Finder,
        showing: Showing,
        only: ArticleId | None = None,
    ) -> None:
        self._library = library
        self._finder = finder
        self._showing = showing
        self._only = only
        self._sight = ClaimSight(library)

    def hits(self, here: ArticleId | None) -> Iterator[Callable[[], Hit]]:
        """All of them; those that the article in hand names stand first."""
        found: dict[str, _Source] = {}
        for one in self._finder.others(searchplaces.area_of(SOURCES)):
            self._gather(found, one.key.about)
        ordered = sorted(found.values(), key=lambda one: here not in one.articles)
        return (partial(self._hit, one, here) for one in ordered)

    def _gather(self, found: dict[str, _Source], source: str) -> None:
        store = self._library.store
        rows = claims_of_source(store, source, COUNTED + 1)
        shown = self._shown(rows)
        names = names_of(store, list({row.article for row in shown}))
        for row in shown:
            name = called(row.source, names[row.article])
            one = found.setdefault(source_key(name), _Source(name))
            one.claims.add(row.claim)
            one.articles.append(row.article)
            one.more = one.more or len(rows) > COUNTED

    def _shown(self, rows: Iterable[Naming]) -> list[Naming]:
        off = taken_off(self._library.store, self._library.me)
        asked = {
            row: Asked(row.analyst, row.article, row.claim, row.span)
            for row in rows
            if row.article not in off and self._only in (None, row.article)
        }
        seen = self._sight.shown(asked.values())
        return [row for row, one in asked.items() if one in seen]

    def _hit(self, one: _Source, here: ArticleId | None) -> Hit:
        shown = self._showing.text(one.name)
        article = here if here in one.articles else one.articles[0]
        return Hit(
            HitKind.SOURCE,
            shown.text,
            shown.marks,
            article=article,
            title=self._showing.title(article) if article else "",
            count=min(len(one.claims), COUNTED),
            more=one.more,
        )
