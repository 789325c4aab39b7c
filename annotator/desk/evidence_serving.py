"""Letting evidence serve claims: one's own and colleagues', otherwise than before, and no longer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotator.desk.evidence_change import registers_of
from annotator.desk.evidence_given import Serving, kept_serving
from annotator.desk.evidence_sight import EvidenceSight
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.edits.evidence import LinkEvidence
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Item, Link, Stance
from annotator.store.claiming import spans_of
from annotator.store.itemplaces import links_to, told_in
from annotator.store.recorded import items
from annotator.store.write import Applied

NO_STANCE = "Say what it does for the claim: supports, contradicts or context."


def use(
    library: OpenLibrary,
    item: str,
    article: ArticleId,
    claims: Sequence[ClaimId],
    serving: Serving,
) -> Applied | None:
    """Lets an item, a colleague's too, serve claims as it is said; None: it does so already.

    Raises AnnotatorError for an item that is not there, or may not be seen.
    """
    serves = kept_serving(serving)
    wanted = dict.fromkeys(claims_in(library, article, claims), serves)
    return _serve(library, item_by_id(library, item), article, wanted)


def relink(
    library: OpenLibrary,
    item: str,
    article: ArticleId,
    claims: Sequence[ClaimId],
    *,
    stance: Stance | None = None,
    quote: str | None = None,
    locator: str | None = None,
    credibility: str | None = None,
) -> Applied | None:
    """The same, where what is None stays as it is. Raises AnnotatorError without any stance."""
    found = item_by_id(library, item)
    held = _held(library, found)
    given = {"quote": quote, "locator": locator, "credibility": credibility}
    said = {name: text for name, text in given.items() if text is not None}
    wanted = {}
    for claim in claims_in(library, article, claims):
        was = held.get(claim)
        if stance is None and was is None:
            raise AnnotatorError(NO_STANCE)
        before = Serving(stance or Stance.CONTEXT) if was is None else _serving(was)
        wanted[claim] = kept_serving(replace(before, stance=stance or before.stance, **said))
    return _serve(library, found, article, wanted)


def unlink(
    library: OpenLibrary, item: str, article: ArticleId, claims: Sequence[ClaimId]
) -> Applied | None:
    """Lets an item serve these claims no longer; None: it serves none of them by one's own word."""
    held = {claim for claim, _ in links_to(library.store, library.me, item)}
    gone = {(article, claim): None for claim in dict.fromkeys(claims) if claim in held}
    return library.perform(LinkEvidence(item, gone)) if gone else None


def item_by_id(library: OpenLibrary, item: str) -> Item:
    """The item with this id, as the acting person may read it. Raises AnnotatorError."""
    found = items(library.store, [item], library.me).of(item, library.me)
    if found is None or not EvidenceSight(library).items([(item, found.owner)]):
        raise AnnotatorError("That evidence is not here any more: look at the list again.")
    return found


def claims_in(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId]
) -> tuple[ClaimId, ...]:
    """The claims, each once. Raises AnnotatorError where one is not of this article."""
    wanted = tuple(dict.fromkeys(claims))
    places = spans_of(library.store, wanted)
    if any(claim not in places or places[claim][0] != article for claim in wanted):
        raise AnnotatorError("That claim is not one of this article: choose it again.")
    return wanted


def link_of(item: Item, serving: Serving) -> Link:
    """How the item serves a claim; for oneself where the item is."""
    private = item.audience is Audience.ME
    return Link(
        item.id, serving.stance, serving.quote, serving.locator, serving.credibility, private
    )


def _serving(link: Link) -> Serving:
    return Serving(link.stance, link.quote, link.locator, link.credibility)


def _serve(
    library: OpenLibrary, item: Item, article: ArticleId, wanted: Mapping[ClaimId, Serving]
) -> Applied | None:
    held = _held(library, item)
    new: dict[tuple[ArticleId, ClaimId], Link | None] = {
        (article, claim): link_of(item, serving)
        for claim, serving in wanted.items()
        if claim not in held or _serving(held[claim]) != serving
    }
    if not new:
        return None
    if item.owner != library.me or article in told_in(library.store, library.me, item.id):
        return library.perform(LinkEvidence(item.id, new))
    return library.perform(LinkEvidence(item.id, new, registers_of(item), (article,)))


def _held(library: OpenLibrary, item: Item) -> dict[ClaimId, Link]:
    """The acting person's links to an item on the side on which it is."""
    private = item.audience is Audience.ME
    links = links_to(library.store, library.me, item.id)
    return {claim: link for claim, link in links if link.private is private}
