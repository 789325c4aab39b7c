"""One box over articles, claims, notes, evidence and sources.

What is typed is always a search and never an error. The first of each group stand within the
blink of an eye, in a library of any size: nothing is ranked, and what is not counted by then
is said to be more.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from annotator.desk.filters import NO_FILTER, Filters
from annotator.desk.library import OpenLibrary
from annotator.desk.search_claims import Claims
from annotator.desk.search_found import COUNTED, Found, Group, GroupKind, Hit, HitKind
from annotator.desk.search_records import Make, Records
from annotator.desk.search_showing import Showing
from annotator.desk.search_sources import Sources
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.findquery import read_typed
from annotator.domain.snapshot import Snapshot
from annotator.store import searchplaces
from annotator.store.searching import FOREVER, Finder
from annotator.store.searchplaces import ARTICLES

SECONDS = 0.04
"""After so long a search for a key gives what it has."""

ROWS = 3
"""Hits of each group that are shown at first."""

COUNTED_RECORDS = 50
"""Notes and evidence that are counted, and sources: each has to be looked at."""

MOST_TITLES = 200
"""Articles whose record has the words that are put before the others."""


def search(
    library: OpenLibrary,
    typed: str,
    article: ArticleId | None = None,
    filters: Filters = NO_FILTER,
    limit: int = ROWS,
    *,
    snapshot: Snapshot | None = None,
    seconds: float = SECONDS,
) -> Found:
    """What has all that was typed, in groups: ``limit`` of each.

    ``article`` is the one in hand, and ``snapshot`` what is shown of it, where there is one.
    After ``seconds`` what is not found yet is left out, and ``late`` says so: whoever shows it
    asks again with more of them when nobody types. Nothing is found where nothing is asked for.
    """
    asked = _Asked(library, typed, article, filters, snapshot, time.perf_counter() + seconds)
    with library.store.reading():
        groups = [asked.group(kind, 0, limit) for kind in GroupKind] if asked.anything else []
    return Found(tuple(group for group in groups if group.hits), asked.late)


def page(
    library: OpenLibrary,
    typed: str,
    group: GroupKind,
    article: ArticleId | None = None,
    filters: Filters = NO_FILTER,
    *,
    offset: int = 0,
    limit: int = 50,
    snapshot: Snapshot | None = None,
    seconds: float = FOREVER,
) -> Group:
    """One group alone: ``limit`` of its hits behind ``offset``."""
    asked = _Asked(library, typed, article, filters, snapshot, time.perf_counter() + seconds)
    with library.store.reading():
        if not asked.anything:
            return Group(group, (), 0)
        return asked.group(group, offset, limit)


def hits(
    library: OpenLibrary, typed: str, filters: Filters = NO_FILTER, limit: int = COUNTED
) -> tuple[Sequence[Hit], bool]:
    """Everything in one list, each claim of each article too, and whether there is more.

    The texts are whole.
    """
    asked = _Asked(library, typed, None, filters, None, FOREVER, whole=True)
    with library.store.reading():
        found = list(islice(asked.every(), limit + 1)) if asked.anything else []
    return found[:limit], len(found) > limit


def claims_found(
    library: OpenLibrary, typed: str, filters: Filters = NO_FILTER, most: int | None = None
) -> Mapping[ArticleId, Sequence[ClaimId]]:
    """Every claim that is found, by article and in reading order: what is done to all is done to these.

    ``most``: no more than so many are looked for.
    """
    asked = _Asked(library, typed, None, filters, None, FOREVER)
    found: dict[ArticleId, Sequence[ClaimId]] = {}
    if not asked.anything:
        return found
    left = most
    with library.store.reading():
        for article in asked.claims.articles():
            claims = [claim for _, claim in islice(asked.claims.of(article), left)]
            if claims:
                found[article] = claims
            left = None if left is None else left - len(claims)
    return found


class _Asked:
    """What is asked for, and everything that looks for it."""

    def __init__(
        self,
        library: OpenLibrary,
        typed: str,
        article: ArticleId | None,
        filters: Filters,
        snapshot: Snapshot | None,
        until: float,
        *,
        whole: bool = False,
    ) -> None:
        query = read_typed(typed)
        self.anything = bool(query) or filters != NO_FILTER
        self._library = library
        self._article = article if filters.article is None else filters.article
        self._filters = filters
        self._finder = Finder(library.store, query, until)
        self._showing = Showing(library, query, snapshot, self._article, whole=whole)
        self.claims = Claims(library, self._finder, filters)
        narrow = self.claims if filters.of_claims else None
        self._records = Records(library, self._finder, self._showing, narrow, filters.article)

    @property
    def late(self) -> bool:
        return self._finder.late

    def group(self, kind: GroupKind, offset: int, limit: int) -> Group:
        """One group of what is found."""
        if kind is GroupKind.HERE:
            return self._here(offset, limit)
        if kind is GroupKind.ELSEWHERE:
            return self._elsewhere(offset, limit)
        if not self._finder.query:
            return Group(kind, (), 0)
        made: Iterator[Make] = (
            self._records.hits(self._article) if kind is GroupKind.RECORDS else self._sources()
        )
        until = max(COUNTED_RECORDS, offset + limit)
        found = list(islice(made, until + 1))
        shown = [make() for make in found[offset : offset + limit]]
        more = len(found) > until or self._finder.late
        return Group(kind, shown, min(len(found), until), more)

    def _here(self, offset: int, limit: int) -> Group:
        if self._article is None:
            return Group(GroupKind.HERE, (), 0)
        part = self.claims.in_article(self._article, offset, limit)
        found = self._showing.claim_hits(self._article, part.spans)
        return Group(GroupKind.HERE, found, part.count, part.more)

    def _sources(self) -> Iterator[Make]:
        if self._filters.of_claims:
            return
        sources = Sources(self._library, self._finder, self._showing, self._filters.article)
        yield from sources.hits(self._article)

    def _elsewhere(self, offset: int, limit: int) -> Group:
        if self._filters.article is not None:
            return Group(GroupKind.ELSEWHERE, (), 0)
        titled = self._titled()
        counts = self.claims.elsewhere(self._article, titled, offset + limit)
        shown = [
            self._article_hit(article, count, more)
            for article, count, more in counts.articles[offset:]
        ]
        return Group(GroupKind.ELSEWHERE, shown, counts.count + counts.alone, counts.more)

    def _titled(self) -> list[ArticleId]:
        """The articles whose record has the words, the last that came first."""
        if self._filters.of_claims or not self._finder.query:
            return []
        found = islice(self._finder.others(searchplaces.area_of(ARTICLES)), MOST_TITLES)
        return [ArticleId(one.key.about) for one in found]

    def _article_hit(self, article: ArticleId, count: int, more: bool) -> Hit:
        shown = self._showing.text(self._showing.title(article))
        return Hit(
            HitKind.ARTICLE,
            shown.text,
            shown.marks,
            where=self._showing.publisher(article),
            article=article,
            title=self._showing.title(article),
            count=count,
            more=more,
        )

    def every(self) -> Iterator[Hit]:
        """All hits, one by one: articles, their claims, what was recorded, sources."""
        if self._filters.article is None:
            for article in self._titled():
                yield self._article_hit(article, 0, more=False)
        for article in self.claims.articles():
            spans = (span for span, _ in self.claims.of(article))
            while some := list(islice(spans, COUNTED_RECORDS)):
                yield from self._showing.claim_hits(article, some)
        if self._finder.query:
            for make in (*self._records.hits(None), *self._sources()):
                yield make()
