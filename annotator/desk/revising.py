"""Another version of an article: found, put beside the earlier one, added with what one held of it.

What comes along is written as edits of the acting person, of that person's own work alone.
Colleagues' stays with the earlier version until they say that theirs is to come along.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.desk.importing import Imported, Prepared, import_act, outcome
from annotator.desk.library import OpenLibrary
from annotator.desk.revising_answers import Tied, carry, confirm, tie, to_carry
from annotator.desk.revising_carrying import Later, carrying
from annotator.desk.revising_finding import found
from annotator.desk.revising_marks import Mark, MarkKind, mark_of, marks
from annotator.desk.revising_pairs import Pairs, Two
from annotator.desk.revising_plan import Plan, plan
from annotator.desk.revising_tracing import traced
from annotator.desk.revising_versions import Compared, Version, compared, versions
from annotator.desk.revising_vouching import Words, vouched
from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.edits.act import Act
from annotator.domain.edits.revisions import SAME, AddRevision, Carry, Match
from annotator.domain.errors import AnnotatorError
from annotator.review.revision import Comparison
from annotator.store import reading, revisions
from annotator.store.revisions import Went

__all__ = [
    "Compared",
    "Earlier",
    "Mark",
    "MarkKind",
    "Revised",
    "Tied",
    "Version",
    "add_revision",
    "carry",
    "compared",
    "confirm",
    "earlier_of",
    "mark_of",
    "marks",
    "tie",
    "to_carry",
    "versions",
]


@dataclass(frozen=True)
class Earlier:
    """The article here that a text is another version of, and how they compare.

    ``why``: "address" or "text". ``imported_at``: microseconds since 1970, UTC. ``stand``:
    how the library stood when they were compared.
    """

    article: ArticleId
    title: str
    imported_at: int
    why: str
    plan: Plan
    stand: tuple[int, int]

    @property
    def comparison(self) -> Comparison:
        return self.plan.comparison

    @property
    def earlier_text(self) -> str:
        return self.plan.earlier_text


@dataclass(frozen=True, slots=True)
class Revised:
    """What came of it.

    ``carried``: so many claims got what one held of them. ``waiting``: so many claims of which
    one holds something are asked, or are to be checked again.
    """

    imported: Imported
    comparison: Comparison
    carried: int
    waiting: int


def earlier_of(library: OpenLibrary, prepared: Prepared) -> Earlier | None:
    """The article on one's list that this text is another version of; None where there is none.

    It has the same address, or so many of the same sentences. The very same text is no
    version: it is here already. Reading only.
    """
    stand = _stand(library)
    before = found(library.store, library.me, prepared)
    if before is None:
        return None
    article, title, imported_at, _ = before.article
    planned = plan(library.store, article, prepared)
    return Earlier(article, title, imported_at, before.why, planned, stand)


def add_revision(
    library: OpenLibrary,
    prepared: Prepared,
    earlier: Earlier,
    confirmed: Pairs = frozenset(),
) -> Revised:
    """Brings the text in as a later version, in one transaction with all that comes along.

    It is cut as the earlier one was corrected. One's own record of what is the same comes along
    as one edit, which can be taken back; so does that of ``confirmed`` pairs, which a person
    said are the same. Raises AnnotatorError where the text is here already or a pair cannot
    be the same; then nothing is saved.
    """
    if reading.article_row(library.store, library.me, prepared.article) is not None:
        raise AnnotatorError(
            f"“{prepared.title}” is in the library already, so no version was added: open it."
        )
    planned = earlier.plan
    if earlier.stand != _stand(library):
        planned = plan(library.store, earlier.article, prepared)
    ids = {span: claim_id(prepared.article, span) for span in planned.claims}
    before = revisions.claim_ids(library.store, earlier.article)
    texts = prepared.text, planned.earlier_text
    two = Two(prepared.article, texts[0], earlier.article, texts[1], ids, before)
    matches = two.matches(planned.comparison, confirmed)
    coming = _coming(library, prepared, planned, matches, ids)
    act, text = import_act(prepared)
    acts: list[Act] = [act, *planned.acts, AddRevision(act.article, earlier.article, matches)]
    acts += [coming.act] if coming.act else []
    library.perform(*acts, texts={prepared.article: text})
    imported = outcome(library, prepared, new=True)
    return Revised(imported, planned.comparison, coming.claims, coming.waiting)


@dataclass(frozen=True, slots=True)
class _Coming:
    """What comes along, to how many claims, and how many do not get theirs yet."""

    act: Carry | None
    claims: int
    waiting: int


def _coming(
    library: OpenLibrary,
    prepared: Prepared,
    planned: Plan,
    matches: Iterable[Match],
    ids: Mapping[Span, ClaimId],
) -> _Coming:
    store, me, article = library.store, library.me, prepared.article
    edges = [Went(one.claim, planned.earlier, one.other, one.how) for one in matches]
    traces = traced(store, me, article, edges)
    spans = {claim: span for span, claim in ids.items()}
    # What was compared just now need not be looked at again; what lies further back has to.
    further = {
        claim: one
        for claim, one in traces.items()
        if one.bond.same and one.article != planned.earlier
    }
    sources = {
        claim: one.claim for claim, one in traces.items() if one.bond.same and claim not in further
    }
    sources |= vouched(store, Words(prepared.text, planned.counted), spans, further)
    later = Later(article, prepared.text, spans, here=False)
    claims = {edge.other: edge.claim for edge in edges if edge.how in SAME}
    claims |= {source: claim for claim, source in sources.items()}
    waiting = {one.claim for one in traces.values() if not one.bond.same}
    return _Coming(carrying(store, me, later, sources, claims), len(sources), len(waiting))


def _stand(library: OpenLibrary) -> tuple[int, int]:
    return library.store.last_edit(), library.store.data_version()
