"""The evidence of a library, an article or a claim, with what it serves and what is like it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.desk.evidence_groups import Likeness
from annotator.desk.evidence_sight import EvidenceSight, Whose
from annotator.desk.library import OpenLibrary
from annotator.domain.address import address_key
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Analyst
from annotator.domain.evidence import TEXTS, Item, Link, Stance
from annotator.store.itemlinks import PlacedLink, all_links, links_in, numbers, titles
from annotator.store.people import Names
from annotator.store.recorded import every_item, items


class Serves(NamedTuple):
    """A claim that an item serves; ``number`` is None for furniture and retired claims."""

    article: ArticleId
    claim: ClaimId
    number: int | None
    title: str
    link: Link


@dataclass(frozen=True, slots=True)
class ListedItem:
    """One item of the list.

    ``serves``, of what was asked for, has one's own link to a claim where there is one, else the
    owner's, else a colleague's. ``copies`` counts the items of its group, which count once, with
    it: 1 where nothing copies it. ``same_address`` are others with its address, the first ``ALIKE``.
    """

    item: Item
    owner: Analyst
    mine: bool
    serves: tuple[Serves, ...]
    copies: int
    same_address: tuple[str, ...]


def listed(
    library: OpenLibrary, article: ArticleId | None = None, claim: ClaimId | None = None
) -> tuple[ListedItem, ...]:
    """The evidence that one may see, of the library or of what serves an article or a claim.

    The last that was written comes first.
    """
    store, me = library.store, library.me
    with store.reading():
        sight = EvidenceSight(library)
        found = all_links(store, me) if article is None else links_in(store, me, article, claim)
        links = sight.links(found)
        ids = None if article is None else {link.link.item for link in links}
        held = every_item(store, me) if ids is None else items(store, ids, me)
        every = {(one.id, one.owner): one for one in held.all()}
        seen = {whose: every[whose] for whose in sight.items(every.keys())}
        serving = _serving(library, _by_item(library, links, seen))
        names, like = Names(store), Likeness(library, sight, ids)
    return tuple(
        ListedItem(
            item,
            names.analyst(item.owner),
            item.owner == me,
            serving.get((item.id, item.owner), ()),
            like.copies(item),
            like.same_address(item),
        )
        for item in sorted(seen.values(), key=lambda item: (-item.at, item.id))
    )


def _by_item(
    library: OpenLibrary, links: Iterable[PlacedLink], seen: Mapping[Whose, Item]
) -> dict[Whose, list[PlacedLink]]:
    """(item, owner) → its links in reading order, one for each claim."""
    owners: dict[str, list[str]] = {}
    for item, owner in seen:
        owners.setdefault(item, []).append(owner)
    best: dict[tuple[str, str, ClaimId], tuple[tuple[bool, bool, str, int], PlacedLink]] = {}
    for link in links:
        for owner in owners.get(link.link.item, ()):
            own = link.analyst == library.me
            rank = (not own, link.analyst != owner, link.analyst, -link.link.at)
            key = (link.link.item, owner, link.claim)
            if key not in best or rank < best[key][0]:
                best[key] = (rank, link)
    found: dict[Whose, list[PlacedLink]] = {}
    for (item, owner, _), (_, link) in best.items():
        found.setdefault((item, owner), []).append(link)
    for of in found.values():
        of.sort(key=lambda link: (link.article, link.span, link.claim))
    return found


def _serving(
    library: OpenLibrary, links: Mapping[Whose, Sequence[PlacedLink]]
) -> dict[Whose, tuple[Serves, ...]]:
    """The same as it is shown: with the numbers of the claims, and what the articles are called."""
    titled = titles(library.store)
    spans: dict[ArticleId, set[Span]] = {}
    for link in (link for of in links.values() for link in of):
        if link.live and link.article:
            spans.setdefault(link.article, set()).add(link.span)
    numbered = {article: numbers(library.store, article, of) for article, of in spans.items()}
    return {
        whose: tuple(
            Serves(
                link.article,
                link.claim,
                numbered[link.article][link.span] if link.live and link.article else None,
                titled.get(link.article, ""),
                link.link,
            )
            for link in of
        )
        for whose, of in links.items()
    }


ORDERS: dict[str, Callable[[ListedItem], str]] = {
    "title": lambda one: one.item.name.casefold(),
    "address": lambda one: address_key(one.item.url) if one.item.url else "",
    "publisher": lambda one: one.item.publisher.casefold(),
    "published": lambda one: one.item.published,
    "accessed": lambda one: one.item.accessed,
    "reliability": lambda one: one.item.reliability,
    "analyst": lambda one: one.owner.name.casefold(),
}
"""Word → what the list is ordered by then; where that is empty, an item comes last."""


def in_order(items: Iterable[ListedItem], word: str) -> list[ListedItem]:
    """The list ordered by one of ``ORDERS``; what is alike stays as it was."""
    key = ORDERS[word]
    return sorted(items, key=lambda one: (not key(one), key(one)))


def fitting(
    items: Iterable[ListedItem], words: str = "", stance: Stance | None = None
) -> list[ListedItem]:
    """Those that serve some claim so, and in which every one of the words stands somewhere."""
    wanted = words.casefold().split()
    return [
        one
        for one in items
        if (stance is None or any(of.link.stance is stance for of in one.serves))
        and (not wanted or _holds(one, wanted))
    ]


def _holds(one: ListedItem, words: Sequence[str]) -> bool:
    item = one.item
    contacts = (text for of in item.contacts for text in (of.whom, of.how, of.said))
    texts = (
        *(getattr(item, name) for name in TEXTS),
        *contacts,
        *(of.name for of in item.files),
        *(text for of in one.serves for text in (of.link.quote, of.link.locator, of.title)),
    )
    held = "\n".join(texts).casefold()
    return all(word in held for word in words)
