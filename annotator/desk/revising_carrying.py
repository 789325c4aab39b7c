"""What comes along into a later version: one's own assessments and records, as one edit of one's own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from annotator.desk.taking import NOTHING_HELD, TAKEN, Held, Place, Taking, serving
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import EMPTY, FLAG
from annotator.domain.attribution import RECORD, THERE
from annotator.domain.canonical import Json
from annotator.domain.edits.revisions import Carry
from annotator.domain.edits.writes import Own
from annotator.domain.record import NO_RECORD
from annotator.store import reading
from annotator.store.claiming import spans_of
from annotator.store.holding import assessments
from annotator.store.library import Library
from annotator.store.recorded import records_of
from annotator.store.revisions import registers

ALL_TAKEN = TAKEN | {FLAG}
"""It is the same claim: what was still to be done there is to be done here."""


@dataclass(frozen=True, slots=True)
class Later:
    """The later version: where its claims lie in its text. ``here``: the library has it already."""

    article: ArticleId
    text: str
    spans: Mapping[ClaimId, Span]
    here: bool


def carrying(
    store: Library,
    me: str,
    later: Later,
    sources: Mapping[ClaimId, ClaimId],
    claims: Mapping[ClaimId, ClaimId],
) -> Carry | None:
    """Gives claims of the later version what a person holds of their sources; None: nothing.

    ``claims`` are all claims of earlier versions that are claims of this one. Only the
    person's own is read.
    """
    given = _held(store, me, set(sources.values()))
    held = _held(store, me, set(sources), assessed=True) if later.here else {}
    places = _places(store, set(sources.values()))
    takings = []
    for claim, source in sorted(sources.items(), key=lambda pair: later.spans[pair[0]]):
        has, gives = held.get(claim, NOTHING_HELD), given.get(source, NOTHING_HELD)
        place = Place(later.article, claim, later.spans[claim], _words(later.text))
        seen = tuple(sorted({*has.assessment.seen, *_seen(gives.fields)}))
        one = Taking(place, has, places[source], gives, ALL_TAKEN, claims, seen, fills=True)
        takings.append(one)
    values = [own for taking in takings for own in taking.owns()]
    values += (own for taking in takings for own in _attributions(taking))
    served = tuple(serving(store, me, takings))
    return Carry(later.article, tuple(values), served) if values or served else None


def _attributions(taking: Taking) -> list[Own]:
    return [
        own
        for one in taking.attributions(known=True)
        for own in (
            Own("attribution", one.id, RECORD, one.json()),
            Own("attribution", one.id, THERE, True),
        )
    ]


def _held(
    store: Library, me: str, claims: Collection[ClaimId], *, assessed: bool = False
) -> dict[ClaimId, Held]:
    """``assessed``: what the registers amount to has to be known too."""
    wanted = sorted(claims)
    fields = registers(store, wanted, me)
    amount = assessments(store, me, wanted) if assessed else {}
    records = records_of(store, wanted, me)
    return {
        claim: Held(
            fields.get(claim, {}), amount.get(claim, EMPTY), records.get((me, claim), NO_RECORD)
        )
        for claim in wanted
    }


def _seen(fields: Mapping[str, Json]) -> Iterator[str]:
    """Whose tags had been shown when the claim was judged."""
    judgement = fields.get("judgement")
    seen = judgement.get("seen") if isinstance(judgement, dict) else None
    if isinstance(seen, list):
        yield from (one for one in seen if isinstance(one, str))


def _places(store: Library, claims: Collection[ClaimId]) -> dict[ClaimId, Place]:
    found = spans_of(store, sorted(claims))
    articles = {article for article, _, _ in found.values()}
    texts = {article: reading.article(store, article).text for article in articles}
    return {
        claim: Place(article, claim, span, _words(texts[article]))
        for claim, (article, span, _) in found.items()
    }


def _words(text: str) -> Callable[[Span], str]:
    return lambda span: text[span.start : span.end]
