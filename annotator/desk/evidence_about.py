"""One item of evidence with all that is known around it: for the form in which it is open."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.desk.evidence_groups import ALIKE
from annotator.desk.evidence_list import Serves
from annotator.desk.evidence_sight import EvidenceSight
from annotator.desk.library import OpenLibrary
from annotator.desk.records import recorded
from annotator.domain.address import address_key
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Analyst
from annotator.domain.evidence import Item, Linked
from annotator.domain.record import NO_RECORD
from annotator.store import files
from annotator.store.itemlinks import PlacedLink, links_in, links_of_items, numbers, titles
from annotator.store.itemplaces import links_to
from annotator.store.itemsearch import alike
from annotator.store.people import Names
from annotator.store.recorded import items

Place = tuple[Serves, Span]
"""A claim that an item serves, and where it lies in its article."""


@dataclass(frozen=True, slots=True)
class About:
    """``serves`` are the live claims, one's own article's first by place; ``copy_of`` is what it
    copies, ``alike`` others with its address; ``missing`` the files whose bytes are not here.
    """

    serves: tuple[Place, ...] = ()
    copy_of: Item | None = None
    alike: tuple[Item, ...] = ()
    missing: frozenset[str] = frozenset()


def about(library: OpenLibrary, item: Item) -> About:
    """What is known around an item, as far as it may be seen."""
    store, me = library.store, library.me
    with store.reading():
        sight = EvidenceSight(library)
        links = sight.links(links_of_items(store, me, [item.id]))
        wanted = {item.copy_of} - {""}
        if item.url:
            wanted |= alike(store, address_key(item.url), me, ALIKE + 1) - {item.id}
        held = items(store, wanted, me)
        found = {one.id: one for one in held.all()}
        seen = sight.items([(one.id, one.owner) for one in found.values()])
        found = {key: one for key, one in found.items() if (key, one.owner) in seen}
        digests = {one.sha256 for one in item.files}
        return About(
            tuple(_places(library, links)),
            found.pop(item.copy_of, None),
            tuple(found[key] for key in sorted(found))[:ALIKE],
            frozenset(digests - files.held(store, digests)),
        )


def of_claim(
    library: OpenLibrary, article: ArticleId, claim: ClaimId
) -> tuple[tuple[Analyst, Linked], ...]:
    """The evidence of a claim with who says so, as far as it may be seen: one's own first.

    What a colleague uses that is one's own already is not named again.
    """
    store, me = library.store, library.me
    records = recorded(library, claim)
    mine = records.get((me, claim), NO_RECORD).evidence
    found = [(Analyst(me, library.author.name), one) for one in mine]
    if not any(record.evidence for (who, _), record in records.items() if who != me):
        return tuple(found)
    own, names = {one.link.item for one in mine}, Names(store)
    seen = EvidenceSight(library).links(links_in(store, me, article, claim))
    for who in sorted({link.analyst for link in seen} - {me}, key=names.of):
        theirs = records.get((who, claim), NO_RECORD).evidence
        found += [(names.analyst(who), one) for one in theirs if one.link.item not in own]
    return tuple(found)


def served_by_me(library: OpenLibrary, item: str) -> frozenset[ClaimId]:
    """The claims that an item serves by one's own word."""
    return frozenset(claim for claim, _ in links_to(library.store, library.me, item))


def _places(library: OpenLibrary, links: list[PlacedLink]) -> list[Place]:
    """One for each claim that is there; one's own word for it before a colleague's."""
    titled = titles(library.store)
    best: dict[ClaimId, PlacedLink] = {}
    for link in links:
        if link.live and (link.claim not in best or link.analyst == library.me):
            best[link.claim] = link
    spans: dict[ArticleId, set[Span]] = {}
    for link in best.values():
        spans.setdefault(link.article, set()).add(link.span)
    numbered = {article: numbers(library.store, article, of) for article, of in spans.items()}
    return [
        (
            Serves(
                one.article,
                one.claim,
                numbered[one.article][one.span],
                titled.get(one.article, ""),
                one.link,
            ),
            one.span,
        )
        for one in sorted(best.values(), key=lambda link: (link.article, link.span))
    ]
