"""What a text that was read would be as a version of an article here: its cuts, and what became of the claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.desk.importing import Prepared
from annotator.domain.article import ArticleId, Passage, PassageKind, Span, claim_id
from annotator.domain.edits.act import Act
from annotator.domain.edits.layout import (
    AddClaim,
    JoinClaims,
    MarkBoilerplate,
    SetBorders,
    SplitClaim,
)
from annotator.domain.edits.writes import Paint
from annotator.domain.layout import kind_at, painted
from annotator.review.alignment import align
from annotator.review.recutting import Cutting, Recut, recut, recuts, repaints
from annotator.review.revision import Comparison, classified
from annotator.store import reading, revisions
from annotator.store.claiming import counted_spans
from annotator.store.library import Library


@dataclass(frozen=True)
class Plan:
    """A prepared text beside an article here.

    ``acts`` cut it as the earlier one was corrected, and set aside what was set aside there;
    ``claims`` are all its claims after that, ``counted`` those that are no furniture.
    """

    earlier: ArticleId
    earlier_text: str
    acts: tuple[Act, ...]
    claims: tuple[Span, ...]
    counted: tuple[Span, ...]
    comparison: Comparison


def plan(store: Library, earlier: ArticleId, prepared: Prepared) -> Plan:
    """Reading only; of colleagues' work nothing is read."""
    with store.reading():
        text = reading.article(store, earlier).text
        first, live, as_came = revisions.cutting(store, earlier)
        now = reading.passages(store, earlier)
        before = counted_spans(store, earlier)
    cutting = Cutting(text, first, live)
    cuts = recuts(cutting, prepared.text, prepared.claims)
    claims = recut(prepared.claims, cuts)
    passages = prepared.passages
    acts = [act for cut in cuts for act in _cut(prepared.article, cut)]
    if tuple(now) != as_came:
        paints = repaints(cutting, as_came, now, prepared.text, claims, passages)
        acts += (MarkBoilerplate(prepared.article, *paint) for paint in paints)
        passages = painted(prepared.text, passages, (Paint(*paint) for paint in paints))
    there = counted(claims, passages)
    comparison = classified(align(text, before, prepared.text, there))
    return Plan(earlier, text, tuple(acts), tuple(claims), tuple(there), comparison)


def counted(claims: Iterable[Span], passages: Sequence[Passage]) -> list[Span]:
    """Without page furniture."""
    return [span for span in claims if kind_at(passages, span.start) is not PassageKind.BOILERPLATE]


def _cut(article: ArticleId, cut: Recut) -> Iterator[Act]:
    """The acts by which somebody in the window would cut so."""
    out, into = cut
    ids = tuple(claim_id(article, span) for span in out)
    if not out:
        yield from (AddClaim(article, span) for span in into)
    elif len(into) == 1:
        one = into[0]
        yield (SetBorders(article, ids[0], one) if len(out) == 1 else JoinClaims(article, ids, one))
    elif len(out) == 1:
        yield SplitClaim(article, ids[0], into)
    else:
        whole = Span(out[0].start, max(span.end for span in out))
        yield JoinClaims(article, ids, whole)
        if whole in into:
            yield from (AddClaim(article, span) for span in into if span != whole)
        else:
            yield SplitClaim(article, claim_id(article, whole), into)
