"""An edit in words: what it did to which claims, "untagged → disputed" where it judged one."""

from __future__ import annotations

import json
from collections.abc import Sequence

from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.assessment import read_fields
from annotator.domain.canonical import Json
from annotator.domain.edits.form import Header
from annotator.domain.edits.kinds import KINDS, known
from annotator.domain.edits.writes import Cut, Own, Paint, Write
from annotator.domain.tags import ROW, Standing
from annotator.store.assess import FIELDS, REGISTERS
from annotator.store.claiming import spans_of
from annotator.store.library import Library

JUDGING = ("judgement", "confirmed")


def in_words(
    library: Library, header: Header, writes: Sequence[Write], claims: Sequence[ClaimId]
) -> str:
    """What the edit did. Of one claim that it judged: how it stood before and after."""
    if not known(header.kind, header.version):
        return f"something this version does not know ({header.kind})"
    judged = {
        write.field: write.value
        for write in writes
        if isinstance(write, Own) and write.field in FIELDS
    }
    if len(claims) == 1 and any(field in judged for field in JUDGING):
        before, after = _standings(library, header, claims[0], judged)
        if before is not after:
            return f"{ROW[before].label.lower()} → {ROW[after].label.lower()}"
    return KINDS[header.kind].says(writes)


def _standings(
    library: Library, header: Header, claim: ClaimId, judged: dict[str, Json]
) -> tuple[Standing, Standing]:
    """How the claim stood for its analyst before this edit, and with it."""
    fields: dict[str, tuple[tuple[int, str], Json]] = {}
    for _, name, value, at, edit, _ in library.rows(REGISTERS.format("?"), (claim, header.analyst)):
        if (at, edit) < header.order:
            fields[name] = ((at, edit), json.loads(value))
    before = read_fields(fields).standing
    fields |= {name: (header.order, value) for name, value in judged.items()}
    return before, read_fields(fields).standing


def claims_in(
    library: Library,
    writes: Sequence[tuple[ArticleId | None, Write]],
    only: ClaimId | None,
) -> tuple[tuple[ClaimId, ...], tuple[Span, ...]]:
    """The claims an edit touched and where they lie, in reading order.

    Of a cut: those that are live now, or those it took out where none is.
    """
    touched: dict[ClaimId, None] = {}
    for article, write in writes:
        match write:
            case Own(about="claim"):
                touched[ClaimId(write.id)] = None
            case Cut() if article is not None:
                touched.update(dict.fromkeys(_cut(library, article, write)))
            case Paint() if article is not None:
                touched.update(dict.fromkeys(_painted(library, article, write)))
    places = spans_of(library, [only] if only is not None else list(touched))
    ordered = sorted(
        (article, span[0], -span[1], claim) for claim, (article, span, _) in places.items()
    )
    return (
        tuple(claim for *_, claim in ordered),
        tuple(Span(start, -end) for _, start, end, _ in ordered),
    )


def _cut(library: Library, article: ArticleId, cut: Cut) -> list[ClaimId]:
    into = [claim_id(article, span) for span in cut.into]
    places = spans_of(library, [*into, *cut.out])
    now = [claim for claim, (_, _, live) in places.items() if live]
    return now or list(cut.out) or into


def _painted(library: Library, article: ArticleId, paint: Paint) -> list[ClaimId]:
    rows = library.rows(
        "SELECT id FROM claims WHERE article = ? AND live = 1 AND start >= ? AND start < ?",
        (article, *paint.span),
    )
    return [ClaimId(row[0]) for row in rows]
