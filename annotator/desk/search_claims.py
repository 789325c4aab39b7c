"""Which claims a search finds: of one article, and how many of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from annotator.desk.claim_sight import Asked, ClaimSight
from annotator.desk.filters import ANY, Filters
from annotator.desk.library import OpenLibrary
from annotator.desk.reminding import all_reminders
from annotator.desk.search_found import COUNTED
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.store import narrowing, searchplaces
from annotator.store.claimrows import claim_ids
from annotator.store.narrowing import Narrow
from annotator.store.records import taken_off
from annotator.store.searching import Finder
from annotator.store.searchplaces import Range

FEW_HITS = 2000
"""So many claims with the words are looked up one by one; of more, those that stand so are read."""

_LAST = (1 << 63) - 1
_AT_A_TIME = 200


@dataclass(frozen=True, slots=True)
class Part:
    """Claims of one article: some of them, and how many there are; ``more``: more than that."""

    spans: Sequence[Span]
    count: int
    more: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """Articles with how many of their claims were found, and how many that is in all."""

    articles: Sequence[tuple[ArticleId, int, bool]]
    """(article, count, whether there are more)"""
    count: int
    more: bool
    alone: int
    """Of the articles that come first, those without a claim that was found."""


class Claims:
    """The claims that have the words that were typed, and stand as the filters want it."""

    def __init__(self, library: OpenLibrary, finder: Finder, filters: Filters) -> None:
        self._library = library
        self._finder = finder
        self._filters = filters
        self._narrow = filters.of_claims
        self._wanted = filters.wanted(library.me)
        self._sight = ClaimSight(library)

    @cached_property
    def _shelves(self) -> dict[int, ArticleId]:
        """The shelves that are searched, the last first: what was taken off the list is not."""
        off = taken_off(self._library.store, self._library.me)
        only = self._filters.article
        return {
            number: article
            for number, article in searchplaces.shelves(self._library.store).items()
            if article not in off and only in (None, article)
        }

    @cached_property
    def _numbers(self) -> dict[ArticleId, int]:
        return {article: number for number, article in self._shelves.items()}

    def in_article(self, article: ArticleId, offset: int, most: int) -> Part:
        """The claims of one article in reading order, ``most`` of them behind ``offset``."""
        shelf = self._numbers.get(article)
        if shelf is None:
            return Part((), 0, more=False)
        until = max(COUNTED, offset + most)
        if self._narrow or not self._finder.query:
            spans = [span for span, _ in islice(self.of(article), until + 1)]
            more = len(spans) > until or self._finder.late
            return Part(spans[offset : offset + most], min(len(spans), until), more)
        found = self._finder.claims(searchplaces.claims_of(shelf), until + 1)
        shown = found.places[offset : offset + most]
        spans = narrowing.spans_at(self._library.store, shown)
        count = len(found.places)
        return Part(spans, min(count, until), count > until or not found.whole)

    def elsewhere(self, but: ArticleId | None, first: Sequence[ArticleId], most: int) -> Counts:
        """The other articles; ``first`` come first, then those with the most claims, or the newest.

        Where there are too many claims to count them all the newest articles come first.
        """
        if self._narrow or not self._finder.query:
            counts, more = self._counted_one_by_one(but)
        else:
            counts, more = self._counted_together(but, most)
        order = {number: place for place, number in enumerate(self._shelves)}
        shelves = sorted(counts, key=lambda one: (0 if more else -counts[one], order[one]))
        articles = dict.fromkeys(one for one in first if one in self._numbers and one != but)
        articles |= dict.fromkeys(self._shelves[number] for number in shelves)
        shown = [self._counted(one, counts, more) for one in islice(articles, most)]
        total = sum(counts.values())
        alone = sum(1 for one in articles if not counts[self._numbers[one]])
        return Counts(shown, min(total, COUNTED), more or total > COUNTED, alone)

    def _counted(
        self, article: ArticleId, counts: Counter[int], more: bool
    ) -> tuple[ArticleId, int, bool]:
        shelf = self._numbers[article]
        if not more:
            return article, counts[shelf], False
        part = self.in_article(article, 0, 0)
        return article, part.count, part.more

    def _counted_together(self, but: ArticleId | None, most: int) -> tuple[Counter[int], bool]:
        """Of the claims with the words the last ones, by article; and whether there are more."""
        found: list[int] = []
        whole = True
        for between in self._around(but):
            some = self._finder.claims(between, COUNTED + 1 - len(found), last_first=True)
            found += some.places
            whole = whole and some.whole
            if not whole:
                break
        counts = Counter(map(searchplaces.shelf_of_claim, found))
        last = searchplaces.shelf_of_claim(found[-1]) if found else 0
        own = self._numbers.get(but) if but else None
        counts = Counter({one: count for one, count in counts.items() if one in self._shelves})
        while not whole and len(counts) < most and not self._finder.late and last > 0:
            next_one = self._finder.claims(
                (0, searchplaces.claim_place(last, 0) - 1), 1, last_first=True
            )
            if not next_one.places:
                break
            last = searchplaces.shelf_of_claim(next_one.places[0])
            if last in self._shelves and last != own:
                counts[last] += 1
        return counts, not whole

    def _around(self, but: ArticleId | None) -> list[Range]:
        """All places but those of this article, the last first."""
        shelf = self._numbers.get(but) if but else None
        if shelf is None:
            return [(0, _LAST)]
        first, last = searchplaces.claims_of(shelf)
        return [(last + 1, _LAST), (0, first - 1)]

    def _counted_one_by_one(self, but: ArticleId | None) -> tuple[Counter[int], bool]:
        counts: Counter[int] = Counter()
        for number in self._candidates():
            article = self._shelves[number]
            if article == but:
                continue
            if self._finder.late or counts.total() > COUNTED:
                return counts, True
            count = sum(1 for _ in islice(self.of(article), COUNTED + 1))
            if count:
                counts[number] = count
        return counts, self._finder.late

    def _candidates(self) -> list[int]:
        """The shelves where there may be any, the last first."""
        if not self._finder.query:
            return list(self._shelves)
        found = self._finder.claims((0, _LAST), FEW_HITS + 1, last_first=True)
        if len(found.places) > FEW_HITS or not found.whole:
            return list(self._shelves)
        used = set(map(searchplaces.shelf_of_claim, found.places))
        return [number for number in self._shelves if number in used]

    def articles(self) -> Iterable[ArticleId]:
        """All articles that are searched, the last that came first."""
        return self._shelves.values()

    def of(self, article: ArticleId) -> Iterator[tuple[Span, ClaimId]]:
        """All claims of one article that are found, in reading order, as long as there is time."""
        query = self._finder.query
        among = self._with_words(article) if query else None
        if among is not None and not among:
            return
        rows = narrowing.narrowed(self._library.store, article, self._wanted, among=among)
        if query and among is None:
            rows = (row for row in rows if query.fits(row[2]))
        if self._filters.reminder:
            reminded = self._reminded(article)
            rows = (row for row in rows if row[1] in reminded)
        for span, claim, _ in self._seen(article, rows):
            yield span, claim
            if self._finder.late:
                return

    def keeps(self, article: ArticleId, claims: Sequence[ClaimId]) -> frozenset[ClaimId]:
        """Those of these claims that stand as the filters want it, whatever their words are."""
        rows: Iterator[Narrow] = narrowing.narrowed(
            self._library.store, article, self._wanted, among=claims
        )
        kept = {claim for _, claim, _ in self._seen(article, rows)}
        return frozenset(kept & self._reminded(article) if self._filters.reminder else kept)

    def _with_words(self, article: ArticleId) -> list[ClaimId] | None:
        """The claims of an article with the words; None where they are too many."""
        shelf = self._numbers.get(article, 0)
        found = self._finder.claims(searchplaces.claims_of(shelf), FEW_HITS + 1)
        if len(found.places) > FEW_HITS:
            return None
        spans = narrowing.spans_at(self._library.store, found.places)
        return list(claim_ids(article, spans).values())

    def _reminded(self, article: ArticleId) -> set[ClaimId]:
        wanted = self._filters.reminder
        return {
            one.claim
            for one in all_reminders(self._library, article)
            if wanted == ANY or any(reminder.rule == wanted for reminder in one.reminders)
        }

    def _seen(self, article: ArticleId, rows: Iterator[Narrow]) -> Iterator[Narrow]:
        """Without the claims of which the acting person may not see how a colleague has them."""
        who = self._wanted.analyst
        if who == self._library.me:
            yield from rows
            return
        while batch := list(islice(rows, _AT_A_TIME)):
            asked = {row[1]: Asked(who, article, row[1], row[0]) for row in batch}
            shown = self._sight.shown(asked.values())
            yield from (row for row in batch if asked[row[1]] in shown)
