"""Evidence that a search finds: by what it is, or by what it says of a claim; each once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from annotator.desk.claim_sight import Asked
from annotator.desk.evidence_sight import EvidenceSight
from annotator.desk.library import OpenLibrary
from annotator.desk.search_found import Hit, HitKind
from annotator.desk.search_showing import Showing, Shown
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.evidence import Item, Link, Linked
from annotator.store.claiming import spans_of
from annotator.store.itemlinks import links_of_items
from annotator.store.recorded import items, linked_by
from annotator.store.searchothers import Key


@dataclass(frozen=True, slots=True)
class Serving:
    """How an item serves a claim, and who says so."""

    asked: Asked
    link: Link

    def order(self, first: ArticleId | None, me: str) -> tuple[bool, bool, int]:
        """The article in hand first, then one's own word, then by place."""
        return self.asked.article != first, self.asked.analyst != me, self.asked.span.start


class Evidence:
    """Evidence as one search finds it."""

    def __init__(self, library: OpenLibrary, showing: Showing) -> None:
        self._library = library
        self._showing = showing
        self._told: set[str] = set()

    def is_new(self, item: str) -> bool:
        """Whether this item was not told of yet; from now on it was."""
        if item in self._told:
            return False
        self._told.add(item)
        return True

    def quoted(self, keys: Sequence[Key]) -> dict[Key, tuple[Asked, Linked]]:
        """Quotations with the evidence they are of and the claim it serves, unless it was taken away."""
        store, me = self._library.store, self._library.me
        claims = list(dict.fromkeys(ClaimId(key.about) for key in keys))
        places = spans_of(store, claims)
        wanted = [((key.analyst, ClaimId(key.about)), key.item) for key in keys]
        held = linked_by(store, wanted, me)
        by_item = {(whose, one.link.item): one for whose, of in held.items() for one in of}
        found = {}
        for key in keys:
            claim = ClaimId(key.about)
            linked = by_item.get(((key.analyst, claim), key.item))
            if linked and claim in places and linked.link.private is bool(key.private):
                article, span, _ = places[claim]
                found[key] = (Asked(key.analyst, article, claim, span), linked)
        return found

    def items(self, keys: Sequence[Key]) -> Iterator[tuple[Item, list[Serving]]]:
        """Items that may be seen, with the claims they serve, of these that were found."""
        store, me = self._library.store, self._library.me
        whose = [(k.about, k.analyst) for k in keys if not k.private or k.analyst == me]
        sight = EvidenceSight(self._library)
        seen = sight.items(whose)
        held = items(store, [item for item, _ in seen], me)
        serving: dict[str, list[Serving]] = {}
        for one in sight.links(links_of_items(store, me, {item for item, _ in seen})):
            if one.article:
                place = Asked(one.analyst, one.article, one.claim, one.span)
                serving.setdefault(one.link.item, []).append(Serving(place, one.link))
        for item, owner in dict.fromkeys(whose):
            found = held.of(item, owner) if (item, owner) in seen else None
            if found is not None and found.owner == owner:
                yield found, serving.get(item, [])

    def at(self, place: Asked, linked: Linked) -> Callable[[], Hit]:
        """The hit of a quotation."""
        return lambda: self._hit(linked.name, linked.item, Serving(place, linked.link))

    def item(self, item: Item, serving: Sequence[Serving]) -> Callable[[], Hit]:
        """The hit of an item; ``serving``: the claims it serves, the first one to be shown first."""
        return lambda: self._hit(item.name, item, serving[0] if serving else None)

    def _hit(self, name: str, item: Item | None, serving: Serving | None) -> Hit:
        title = self._showing.text(name)
        quote = self._showing.text(serving.link.quote if serving else "")
        rest = self._rest(item, quote)
        owner = item.owner if item else serving.asked.analyst if serving else self._library.me
        what = self._showing.whose(owner, "evidence")
        hit = Hit(
            HitKind.EVIDENCE,
            title.text,
            title.marks,
            rest.text,
            rest.marks,
            where=what,
            stance=serving.link.stance if serving else None,
            analyst=self._showing.colleague(owner),
            item=item.id if item else serving.link.item if serving else "",
            quoted=rest is quote and bool(quote.text),
        )
        return hit if serving is None else self._showing.at_claim(hit, serving.asked, what)

    def _rest(self, item: Item | None, quote: Shown) -> Shown:
        """What stands behind the title: the quotation, unless the words are only elsewhere."""
        if quote.marks or item is None or self._showing.text(item.name).marks:
            return quote
        asked = [text for one in item.contacts for text in (one.whom, one.said)]
        files = [one.name for one in item.files]
        for text in (item.publisher, item.url, item.note, *asked, *files):
            found = self._showing.text(text)
            if found.marks:
                return found
        return quote
