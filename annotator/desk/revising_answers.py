"""Saying that claims of two versions are the same, and having one's own come along afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.revising_carrying import Later, carrying
from annotator.desk.revising_pairs import Pairs, Two
from annotator.desk.revising_tracing import traced
from annotator.desk.revising_vouching import vouched, words_of
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.edits.act import Act
from annotator.domain.edits.revisions import AGAIN, SAME, AddRevision, Carry, Match
from annotator.domain.errors import AnnotatorError
from annotator.review.alignment import align
from annotator.review.revision import Comparison, classified
from annotator.store import reading, revisions
from annotator.store.claiming import spans_of
from annotator.store.revisions import Went
from annotator.store.write import Applied


def to_carry(library: OpenLibrary, article: ArticleId) -> int:
    """How many claims would get what one holds of an earlier version, if one said so.

    Those that count as the same there, and that one has neither judged nor carried to yet.
    """
    with library.store.reading():
        return len(_sources(library, article, revisions.all_went(library.store, article)))


def carry(library: OpenLibrary, article: ArticleId) -> Applied | None:
    """One's own comes along to all claims that count as the same; None: there is nothing to carry.

    One edit, which can be taken back. Raises AnnotatorError where the article is settled.
    """
    with library.store.reading():
        edges = revisions.all_went(library.store, article)
        act = _carry(library, article, _sources(library, article, edges), edges)
    return None if act is None else library.perform(act)


@dataclass(frozen=True, slots=True)
class Tied:
    """Two articles that are versions now, how they compare, and to how many claims one's own came."""

    comparison: Comparison
    carried: int


def tie(library: OpenLibrary, earlier: ArticleId, later: ArticleId) -> Tied:
    """Says of two articles that are here that one is a version of the other, and carries one's own.

    In one transaction. What is said of their claims already stays as it is. Raises AnnotatorError
    for one and the same, where it is said the other way round already, and where the later one
    is settled and something would come along.
    """
    store = library.store
    if earlier == later:
        raise AnnotatorError("An article is no version of itself: name the earlier one.")
    with store.reading():
        links = revisions.links(store)
        if (earlier, later) in links:
            raise AnnotatorError(
                "The one that is named as earlier is a version of the other: name them the other way round."
            )
        texts = [words_of(store, one) for one in (earlier, later)]
        comparison = classified(
            align(texts[0].text, texts[0].claims, texts[1].text, texts[1].claims)
        )
        two = Two(later, texts[1].text, earlier, texts[0].text)
        known = revisions.all_went(store, later)
        said = {(one.claim, one.other) for one in known}
        matches = [
            match for match in two.matches(comparison, ()) if (match.claim, match.other) not in said
        ]
        edges = [*known, *(Went(one.claim, earlier, one.other, one.how) for one in matches)]
        sources = _sources(library, later, edges)
        act = _carry(library, later, sources, edges)
        tied = (later, earlier) in links
    acts: list[Act] = []
    if matches or not tied:
        acts.append(AddRevision(later, earlier, tuple(matches)))
    acts += [act] if act else []
    if acts:
        library.perform(*acts)
    return Tied(comparison, len(sources))


def confirm(
    library: OpenLibrary, article: ArticleId, earlier: ArticleId, pairs: Pairs
) -> Applied | None:
    """Says that claims of an earlier version are claims of this one; one's own of them comes along.

    ``pairs`` are claims of the earlier text and of this one. None: all that is said already,
    and nothing is to come along. In one transaction. Raises AnnotatorError where two cannot
    be one, where one of them is another claim already, and where the article is settled and
    something would come along; then nothing is saved.
    """
    store = library.store
    with store.reading():
        texts = [reading.article(store, one).text for one in (article, earlier)]
        matches = Two(article, texts[0], earlier, texts[1]).said_same(pairs)
        _refuse_gone(library, matches)
        known = revisions.all_went(store, article)
        fresh = _fresh(earlier, matches, known)
        said = {(match.claim, match.other) for match in matches}
        edges = [one for one in known if (one.claim, one.other) not in said]
        edges += [Went(one.claim, earlier, one.other, one.how) for one in matches]
        sources = _sources(library, article, edges)
        chosen = {one.claim: sources[one.claim] for one in matches if one.claim in sources}
        act = _carry(library, article, chosen, edges)
    acts: list[Act] = [AddRevision(article, earlier, tuple(fresh))] if fresh else []
    acts += [act] if act else []
    return library.perform(*acts) if acts else None


def _sources(
    library: OpenLibrary, article: ArticleId, edges: Iterable[Went]
) -> dict[ClaimId, ClaimId]:
    """Claim of the article that waits for one's record → the one that has it."""
    store, me = library.store, library.me
    judged = revisions.judged_now(store, article, me)
    traces = traced(store, me, article, [edge for edge in edges if edge.claim not in judged])
    same = {claim: one for claim, one in traces.items() if one.bond.same}
    for claim in revisions.written(store, same.keys(), me):
        del same[claim]
    if not same:
        return {}
    return vouched(store, words_of(store, article), _live(library, same), same)


def _carry(
    library: OpenLibrary,
    article: ArticleId,
    sources: Mapping[ClaimId, ClaimId],
    edges: Iterable[Went],
) -> Carry | None:
    if not sources:
        return None
    store = library.store
    spans = _live(library, sources)
    sources = {claim: source for claim, source in sources.items() if claim in spans}
    later = Later(article, reading.article(store, article).text, spans, here=True)
    claims = {edge.other: edge.claim for edge in edges if edge.how in SAME}
    claims |= {source: claim for claim, source in sources.items()}
    return carrying(store, library.me, later, sources, claims)


def _live(library: OpenLibrary, claims: Iterable[ClaimId]) -> dict[ClaimId, Span]:
    found = spans_of(library.store, sorted(claims))
    return {claim: span for claim, (_, span, live) in found.items() if live}


def _refuse_gone(library: OpenLibrary, matches: Iterable[Match]) -> None:
    wanted = {claim for match in matches for claim in (match.claim, match.other)}
    if len(_live(library, wanted)) < len(wanted):
        raise AnnotatorError(
            "One of these claims is cut otherwise now: look at the versions again, then confirm."
        )


def _fresh(earlier: ArticleId, matches: Iterable[Match], known: Iterable[Went]) -> list[Match]:
    """What is not said yet. Raises AnnotatorError where it would say something else than what is."""
    beside = [one for one in known if one.article == earlier]
    same = {(one.claim, one.other) for one in beside if one.how in SAME}
    again = {(one.claim, one.other) for one in beside if one.how == AGAIN}
    fresh = [match for match in matches if (match.claim, match.other) not in same]
    taken = {claim for pair in same for claim in pair}
    if any(match.claim in taken or match.other in taken for match in fresh):
        raise AnnotatorError(
            "One of these claims is the same as another one already, so it cannot be this one too."
        )
    if any((match.claim, match.other) in again for match in fresh):
        raise AnnotatorError(
            "A number, a name or a negation changed in it: it is another claim, to be checked again."
        )
    return fresh
