"""Which evidence the acting person may see: one's own, and colleagues' where their tags show."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Item
from annotator.domain.review import Sight
from annotator.store.itemlinks import (
    PlacedLink,
    judged_claims,
    links_of_items,
    told_articles,
)
from annotator.store.itemsearch import beginning_with
from annotator.store.judging import sight_of
from annotator.store.recorded import items
from annotator.store.relating import hidden_by

Whose = tuple[str, str]
"""An item and its owner."""

SHORTEST = 4
"""Characters of an id that name an item."""


class EvidenceSight:
    """What may be seen, asked once of each article."""

    def __init__(self, library: OpenLibrary) -> None:
        self._store = library.store
        self._me = library.me
        self._hidden = hidden_by(library.store, library.me)
        self._sights: dict[ArticleId, Sight] = {}
        self._judged: dict[ArticleId, frozenset[ClaimId]] = {}

    def links(self, links: Iterable[PlacedLink]) -> list[PlacedLink]:
        """Those of these links that may be seen."""
        return [link for link in links if self._shows_link(link)]

    def items(self, wanted: Collection[Whose]) -> set[Whose]:
        """Those of these items that may be seen.

        A colleague's item shows where one of the claims that it serves does. One that serves
        none shows where all of colleagues does in an article that it was entered for.
        """
        mine = {one for one in wanted if one[1] == self._me}
        others = {one for one in wanted if one[1] != self._me}
        if not others:
            return mine
        ids = {item for item, _ in others}
        links = links_of_items(self._store, self._me, ids)
        used = {link.link.item for link in links if link.analyst == self._me}
        shown = {link.link.item for link in self.links(links)}
        serving = {link.link.item for link in links}
        told = told_articles(self._store, ids - serving)
        return mine | {
            one
            for one in others
            if one[0] in used
            or (one[1] not in self._hidden and (one[0] in shown or self._idle(one, serving, told)))
        }

    def _idle(
        self, one: Whose, serving: Collection[str], told: dict[Whose, set[ArticleId]]
    ) -> bool:
        """Whether it serves no claim, and may be seen all the same."""
        if one[0] in serving:
            return False
        articles = told.get(one, set())
        return not articles or any(self._sight(article).everything for article in articles)

    def _shows_link(self, link: PlacedLink) -> bool:
        if link.analyst == self._me:
            return True
        if link.analyst in self._hidden or not link.article:
            return False
        sight = self._sight(link.article)
        if sight.everything or sight.blind:
            return sight.shows(link.claim, judged=False)
        return sight.shows(link.claim, judged=link.claim in self._judged_of(link.article))

    def _sight(self, article: ArticleId) -> Sight:
        if article not in self._sights:
            self._sights[article] = sight_of(self._store, article, self._me)
        return self._sights[article]

    def _judged_of(self, article: ArticleId) -> frozenset[ClaimId]:
        if article not in self._judged:
            self._judged[article] = judged_claims(self._store, article, self._me)
        return self._judged[article]


def find_item(library: OpenLibrary, wanted: str) -> Item:
    """The item meant by an id, or by the beginning of one. Raises AnnotatorError.

    What may not be seen is not there.
    """
    begins = wanted.strip().lower()
    if len(begins) < SHORTEST:
        raise AnnotatorError(
            f"An id of evidence has {SHORTEST} characters at least: "
            "`annotator evidence list` shows them."
        )
    with library.store.reading():
        rows = beginning_with(library.store, begins, library.me)
        found = sorted({item for item, _ in EvidenceSight(library).items(rows)})
        if len(found) == 1:
            item = items(library.store, found, library.me).of(found[0], library.me)
            if item is not None:
                return item
    if len(found) > 1:
        raise AnnotatorError(
            f"{begins[:36]} fits {len(found)} pieces of evidence: type more of the id."
        )
    raise AnnotatorError(
        f"There is no evidence {begins[:36]}: `annotator evidence list` shows what there is."
    )
