"""Which article here a text that was read is another version of: by its address, or by its words."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.desk.importing import Prepared
from annotator.desk.othertexts import share
from annotator.desk.revising_plan import counted
from annotator.domain.address import address_key
from annotator.domain.article import ArticleId
from annotator.domain.enclosed import OFFERED, Offered, read_enclosed
from annotator.review.quotations import quotations
from annotator.store import revisions
from annotator.store.claiming import counted_spans
from annotator.store.library import Library
from annotator.store.revisions import Listed
from annotator.store.twins import articles_here, texts

ADDRESS, TEXT = "address", "text"
"""Why an article is taken for an earlier version."""


@dataclass(frozen=True, slots=True)
class Found:
    article: Listed
    why: str


def found(store: Library, person: str, prepared: Prepared) -> Found | None:
    """The article of the person's list that this text is another version of.

    With the same address the one that came in last; else the one that has most in common with
    it, in its newest version. None too where the very text is here.
    """
    with store.reading():
        if prepared.article in articles_here(store):
            return None
        listed = revisions.listed(store, person)
        same = _same_address(store, listed, prepared)
        if same is not None:
            return Found(same, ADDRESS)
        alike = _most_alike(store, listed, prepared)
        return None if alike is None else Found(alike, TEXT)


def _same_address(store: Library, listed: Iterable[Listed], prepared: Prepared) -> Listed | None:
    said = (one.value for one in prepared.enclosed.offered if one.field == "address")
    wanted = _keys([prepared.given.get("address", ""), *said])
    if not wanted:
        return None
    offered = _offered(store, [one.article for one in listed])
    same = [one for one in listed if wanted & _keys([one.address, *offered[one.article]])]
    return same[-1] if same else None


def _keys(addresses: Iterable[str]) -> set[str]:
    return {key for one in addresses if one.strip() and (key := address_key(one))}


def _offered(store: Library, articles: list[ArticleId]) -> dict[ArticleId, list[str]]:
    """The addresses that files say are their articles', whether or not anybody accepted them."""
    found: defaultdict[ArticleId, list[str]] = defaultdict(list)
    for article, value in revisions.offered(store, articles):
        rows: tuple[Offered, ...] = read_enclosed({OFFERED: json.loads(value)}, 0).offered
        found[article] += (row.value for row in rows if row.field == "address")
    return found


def _most_alike(store: Library, listed: Iterable[Listed], prepared: Prepared) -> Listed | None:
    said = quotations(prepared.text, counted(prepared.claims, prepared.passages))
    here = {one.article for one in listed}
    alike = {
        article: _share(store, said, article, text)
        for article, text in texts(store)
        if article in here
    }
    best = max(alike, key=lambda article: alike[article], default=None)
    if best is None or not alike[best]:
        return None
    family = members(revisions.links(store), best)
    return [one for one in listed if one.article in family and alike[one.article]][-1]


def _share(store: Library, said: Counter[str], article: ArticleId, text: str) -> float:
    """What it has in common with the article as that is cut now, or as it was cut at first."""
    first, now = revisions.first_spans(store, article), counted_spans(store, article)
    ways = [now] if first == now else [first, now]
    told = (quotations(text, claims) for claims in ways)
    # Of a long text in a large library most articles have nothing, and that is quickly seen.
    return max(share(one, said) if any(words in said for words in one) else 0.0 for one in told)


def members(links: Iterable[tuple[ArticleId, ArticleId]], article: ArticleId) -> set[ArticleId]:
    """The articles that are versions of this one, through whichever others, and itself."""
    beside: defaultdict[ArticleId, set[ArticleId]] = defaultdict(set)
    for later, earlier in links:
        beside[later].add(earlier)
        beside[earlier].add(later)
    family, fresh = {article}, {article}
    while fresh:
        fresh = {other for one in fresh for other in beside[one]} - family
        family |= fresh
    return family
