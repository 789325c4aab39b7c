"""What a claim's record points to: other claims by their names, and the evidence that shows a source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.naming import first_words
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Assessment
from annotator.domain.attribution import Attribution, called, source_of
from annotator.domain.evidence import Linked
from annotator.domain.record import Record
from annotator.domain.reminder_rules import Around, Looked
from annotator.domain.snapshot import Snapshot, claim_name
from annotator.domain.tags import Standing
from annotator.store.claiming import spans_of
from annotator.store.recorded import source_names
from annotator.store.reminding import naming


@dataclass(frozen=True, slots=True)
class Place:
    """Another claim: where it is, what it is called, and how it stands for the analyst.

    One that is no claim any more is called by its first words; ``here``: it is of this article.
    """

    claim: ClaimId
    span: Span
    name: str
    standing: Standing
    here: bool = True


def places(
    library: OpenLibrary, snapshot: Snapshot, claims: Iterable[ClaimId]
) -> dict[ClaimId, Place]:
    """These claims by their ids; those that nobody here can place are left out."""
    found = {}
    for claim, (article, span, _live) in spans_of(library.store, list(claims)).items():
        here = article == snapshot.article.id
        index = snapshot.index_of(span) if here else None
        if index is None:
            text = snapshot.article.text[span.start : span.end][:400] if here else ""
            name = f"“{first_words(text)}”" if here else "a claim of another article"
            found[claim] = Place(claim, span, name, Standing.UNTAGGED, here)
        else:
            name = claim_name(snapshot.number(index))
            found[claim] = Place(claim, span, name, snapshot.standing(index))
    return found


def very_source(
    library: OpenLibrary, article: ArticleId, held: Assessment, record: Record
) -> Linked | None:
    """The evidence that is the source which the article names: where it said so; or None."""
    store = library.store
    first = naming(store, library.me, record.attributions)
    looked = Looked(held, record, Around(sources=source_names(store, article), first=first))
    own = (one for one in record.evidence if looked.is_own(one))
    first_hand = (one for one in record.evidence if one.item and one.item.primary)
    return next(own, None) or next(first_hand, None)


def source_called(library: OpenLibrary, article: ArticleId, one: Attribution) -> tuple[str, str]:
    """What the source is called, and the words for it in this claim where those are others.

    "ISNA" and "the report", where this claim says only that and another one names it.
    """
    store = library.store
    named = source_of(one, naming(store, library.me, [one]))
    name = called(named, source_names(store, article))
    return name, "" if name == one.source.text else one.source.text
