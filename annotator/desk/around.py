"""What a claim's record points to: other claims by their names, and the evidence that shows a source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.naming import first_words
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Assessment
from annotator.domain.attribution import Attribution, called
from annotator.domain.evidence import Linked
from annotator.domain.record import Record
from annotator.domain.reminder_rules import Around, Looked
from annotator.domain.snapshot import Snapshot, claim_name
from annotator.domain.tags import Standing
from annotator.store.claiming import spans_of
from annotator.store.recorded import attributions, source_names


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
    looked = Looked(held, record, Around(sources=source_names(library.store, article)))
    own = (one for one in record.evidence if looked.is_own(one))
    first_hand = (one for one in record.evidence if one.item and one.item.primary)
    return next(own, None) or next(first_hand, None)


def source_names_of(library: OpenLibrary, article: ArticleId, one: Attribution) -> tuple[str, str]:
    """What the source is called, and the words for it in this claim where those are others.

    "ISNA" and "the report", where this claim says only that and another one names it.
    """
    names = source_names(library.store, article)
    if one.named_in is not None:
        there = attributions(library.store, [one.named_in]).get((library.me, one.named_in), ())
        named = next((each.source.text for each in there if each.source.text), "")
        if named and called(named, names) != one.source.text:
            return called(named, names), one.source.text
    name = called(one.source.text, names)
    return name, "" if name == one.source.text else one.source.text
