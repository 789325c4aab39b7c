"""Taking over what one holds of a claim that stands in another article: ordinary edits, all at once."""

from __future__ import annotations

from functools import partial

from annotator.desk.library import OpenLibrary
from annotator.desk.taking import JUDGEMENT, Held, Place, Taking, serving
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import EMPTY
from annotator.domain.edits.act import Act
from annotator.domain.edits.attributing import SetAttribution
from annotator.domain.edits.notes import TakeOver
from annotator.domain.errors import AnnotatorError
from annotator.domain.record import NO_RECORD
from annotator.store import reading
from annotator.store.claiming import spans_of
from annotator.store.holding import assessments
from annotator.store.recorded import records_of
from annotator.store.restoring import fields_then
from annotator.store.seeing import seen_by
from annotator.store.write import Applied


def take_from_elsewhere(
    library: OpenLibrary,
    article: ArticleId,
    claim: ClaimId,
    source: ClaimId,
    *,
    looked: bool = False,
) -> Applied | None:
    """Gives the claim what the acting person holds of ``source``, with its evidence and attributions.

    In one transaction. A note that the claim has stays; a proposed wording and ticked facts
    come along where both have the same words. A flag is what is still to be done there, and a
    relation is to claims of that article. ``looked`` as in ``tagging.tag``. None: there is
    nothing that it has not already. Raises AnnotatorError for an unknown claim.
    """
    taking = _taking(library, article, claim, source, looked)
    acts: list[Act] = []
    owns = tuple(taking.owns())
    if owns:
        acts.append(TakeOver(article, claim, owns))
    acts += serving(library.store, library.me, [taking])
    acts += (SetAttribution(article, one) for one in taking.attributions())
    return library.perform(*acts) if acts else None


def _taking(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, source: ClaimId, looked: bool
) -> Taking:
    store, me = library.store, library.me
    places = spans_of(store, [claim, source])
    if claim not in places or source not in places or places[claim][0] != article:
        raise AnnotatorError("That claim is not here any more: look at it again.")
    if claim == source:
        raise AnnotatorError("A claim takes nothing over from itself: name another one.")
    here, there = (
        Place(of, one, span, partial(reading.text_of, store, of))
        for one in (claim, source)
        for of, span, _ in (places[one],)
    )
    records = records_of(store, [claim, source], me)
    assessed = assessments(store, me, [claim, source])
    held, given = (
        Held(
            fields_then(store, me, one),
            assessed.get(one, EMPTY),
            records.get((me, one), NO_RECORD),
        )
        for one in (claim, source)
    )
    seen = held.assessment.seen
    if looked and JUDGEMENT in given.fields:
        shown = seen_by(store, article, me, [claim], {claim: held.assessment})
        seen = shown.get(claim, seen)
    return Taking(here, held, there, given, seen=seen)
