"""Notes, flags, proposed wordings and evidence that a search finds, as far as one may see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from annotator.desk.claim_sight import Asked, ClaimSight
from annotator.desk.library import OpenLibrary
from annotator.desk.search_claims import Claims
from annotator.desk.search_evidence import Evidence
from annotator.desk.search_found import Hit, HitKind
from annotator.desk.search_showing import Showing
from annotator.domain.article import ArticleId, ClaimId
from annotator.store import searchplaces
from annotator.store.searching import PAGE, Finder, Other
from annotator.store.searchothers import FLAG, NOTE, QUOTE, WHY, WORDING, Key
from annotator.store.searchplaces import ITEMS, NOTES, Range
from annotator.store.searchtexts import Text, texts

KINDS = {
    NOTE: (HitKind.NOTE, "note"),
    WHY: (HitKind.REASON, "why not checkable"),
    FLAG: (HitKind.FLAG, "flag"),
    WORDING: (HitKind.WORDING, "proposed wording"),
}
"""How each is called."""

Make = Callable[[], Hit]
"""A hit that is made when it is shown: most are only counted."""


class Records:
    """What was recorded of claims: of the article in hand first, what was written last first."""

    def __init__(
        self,
        library: OpenLibrary,
        finder: Finder,
        showing: Showing,
        claims: Claims | None = None,
        only: ArticleId | None = None,
    ) -> None:
        """``claims``: only of these, where that matters; ``only``: only of this article."""
        self._library = library
        self._finder = finder
        self._showing = showing
        self._only = only
        self._kept = _Kept(claims)
        self._sight = ClaimSight(library)
        self._evidence = Evidence(library, showing)

    def hits(self, here: ArticleId | None) -> Iterator[Make]:
        """Everything that may be seen; ``here``: the article in hand."""
        first = self._only or here
        shelf = searchplaces.shelf_of(self._library.store, first) if first else 0
        start, end = searchplaces.area_of(NOTES)
        between = searchplaces.others_of(NOTES, shelf) if shelf else (start, start - 1)
        yield from self._of_claims(between)
        yield from self._items(first)
        if self._only is None:
            yield from self._of_claims((between[1] + 1, end))
            yield from self._of_claims((start, between[0] - 1))

    def _of_claims(self, between: Range) -> Iterator[Make]:
        for page in _pages(self._finder.others(between)):
            notes = self._notes([one.key for one in page if one.key.kind in KINDS])
            quotes = self._evidence.quoted([one.key for one in page if one.key.kind == QUOTE])
            asked = {key: place for key, (place, _) in notes.items()}
            asked |= {key: place for key, (place, _) in quotes.items()}
            shown = self._kept.of(self._sight.shown(asked.values()))
            keys = [one.key for one in page if asked.get(one.key) in shown]
            for key in keys:
                if key in notes:
                    yield self._note(*notes[key])
                elif self._evidence.is_new(key.item):
                    # Of the claims that it serves the one that one reads first.
                    of = [quotes[other] for other in keys if other.item == key.item]
                    yield self._evidence.at(*min(of, key=lambda row: _order(row[0])))

    def _notes(self, keys: Sequence[Key]) -> dict[Key, tuple[Asked, Text]]:
        found = texts(self._library.store, keys, self._library.me)
        return {
            text.key: (Asked(text.key.analyst, text.article, text.claim, text.span), text)
            for text in found
        }

    def _note(self, place: Asked, text: Text) -> Make:
        def make() -> Hit:
            kind, what = KINDS[text.key.kind]
            shown = self._showing.text(text.text)
            who = self._showing.colleague(place.analyst)
            hit = Hit(kind, shown.text, shown.marks, analyst=who)
            return self._showing.at_claim(hit, place, self._showing.whose(place.analyst, what))

        return make

    def _items(self, first: ArticleId | None) -> Iterator[Make]:
        """Evidence by its title, its address, its note; what serves the article in hand first."""
        narrow = self._only is not None or self._kept.narrow
        for page in _pages(self._finder.others(searchplaces.area_of(ITEMS))):
            found = []
            for item, links in self._evidence.items([one.key for one in page]):
                asked = {one: one.asked for one in links if self._only in (None, one.asked.article)}
                kept = self._kept.of(asked.values())
                serving = [one for one, place in asked.items() if place in kept]
                if serving or not narrow:
                    serving.sort(key=lambda one: one.order(first, self._library.me))
                    elsewhere = not serving or serving[0].asked.article != first
                    found.append((elsewhere, item, serving))
            for _, item, serving in sorted(found, key=lambda row: row[0]):
                if self._evidence.is_new(item.id):
                    yield self._evidence.item(item, serving)


def _order(place: Asked) -> tuple[str, int]:
    return place.article, place.span.start


class _Kept:
    """Which claims the filters keep, where there are any."""

    def __init__(self, claims: Claims | None) -> None:
        self._claims = claims
        self.narrow = claims is not None

    def of(self, wanted: Iterable[Asked]) -> set[Asked]:
        """Those that are of such claims."""
        if self._claims is None:
            return set(wanted)
        asked = set(wanted)
        by_article: dict[ArticleId, list[ClaimId]] = {}
        for one in asked:
            by_article.setdefault(one.article, []).append(one.claim)
        kept = {
            claim for article, of in by_article.items() for claim in self._claims.keeps(article, of)
        }
        return {one for one in asked if one.claim in kept}


def _pages(found: Iterator[Other]) -> Iterator[list[Other]]:
    while page := list(islice(found, PAGE)):
        yield page
