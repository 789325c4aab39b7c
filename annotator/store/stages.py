"""How far the review of an article has come: its stage, what ``Settle`` writes, what changed since."""

from __future__ import annotations

import json
from collections.abc import Iterable

from annotator.domain.article import ArticleId, Span
from annotator.domain.compare import Column, Judged
from annotator.domain.review import ArticleStage, PassState, Said, Stage, digest, stage
from annotator.domain.tags import Standing
from annotator.store.decisions import Decided, decisions_in
from annotator.store.judging import SIGHT, judged_by_all, said_in
from annotator.store.library import Library


def stage_of(library: Library, article: ArticleId, said: Iterable[Said] | None = None) -> Stage:
    """The article's stage. ``said``: what was said of it, where that is at hand."""
    said = said_in(library, article, SIGHT) if said is None else said
    submitted = any(one.field == PassState.SUBMITTED for one in said)
    rows = library.rows(
        "SELECT state, claims, reason, analyst, clock FROM stages WHERE article = ?", (article,)
    )
    if not rows:
        return stage(None, "", "", 0, submitted)
    word, claims, reason, analyst, clock = rows[0]
    value = {"state": word, "claims": json.loads(claims)}
    return stage(value, reason, analyst, clock, submitted)


def settle_digests(library: Library, article: ArticleId) -> dict[str, str]:
    """What ``Settle`` writes: how each claim stands now, whoever settles."""
    with library.reading():
        found = judged_by_all(library, article)
        return digests(library, found, decisions_in(library, found))


def changed_since(library: Library, stands: Stage, found: Judged, decided: Decided) -> int:
    """How many claims stand otherwise than when the article was settled; 0 where it is not.

    ``found`` holds everybody: who is hidden counts too, for the state is the article's.
    """
    if stands.stage is not ArticleStage.SETTLED:
        return 0
    return stands.changed_since(digests(library, found, decided))


def digests(library: Library, found: Judged, decided: Decided) -> dict[str, str]:
    """Claim → how it stands, for every claim of which anybody judged or decided something."""
    everybody = (*found.columns, *found.hidden)
    columns = [_of_this_text(column) for column in everybody]
    rows = zip(*columns, strict=True) if columns else iter([()] * len(found.furniture))
    ids = _ids(library, found.article)
    known: dict[tuple[tuple[int, ...], Standing | None], str] = {}
    digested = {}
    for index, row in enumerate(rows):
        outcome = decided[index][0].outcome if index in decided else None
        key = (row, outcome)
        if key not in known:
            held = {
                column.analyst.id: Standing(standing)
                for column, standing in zip(everybody, row, strict=True)
                if standing != Standing.FURNITURE
            }
            known[key] = digest(held, outcome)
        if known[key]:
            digested[ids[Span(found.starts[index], found.ends[index])]] = known[key]
    return digested


def _of_this_text(column: Column) -> bytes:
    """What was judged of claims of other texts is in those texts' state."""
    own = bytearray(column.standings)
    for index in column.elsewhere:
        own[index] = Standing.UNTAGGED
    return bytes(own)


def _ids(library: Library, article: ArticleId) -> dict[Span, str]:
    rows = library.rows(
        'SELECT start, "end", id FROM claims WHERE article = ? AND live = 1', (article,)
    )
    return {Span(start, end): claim for start, end, claim in rows}
