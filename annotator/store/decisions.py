"""What was decided of claims, and whether it asks again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotator.domain.article import ClaimId, Span
from annotator.domain.compare import Column, Judged
from annotator.domain.decision import Decision
from annotator.domain.tags import NOT_JUDGED, Standing
from annotator.store.judging import index_of
from annotator.store.library import Library
from annotator.store.log import in_chunks
from annotator.store.saying import DECISIONS, decision_of
from annotator.store.voices import Stand

Decided = Mapping[int, tuple[Decision, ...]]
"""Index of a claim → its live decisions, the one that stands first."""


def decisions_of(
    library: Library, claims: Sequence[ClaimId]
) -> dict[ClaimId, tuple[Decision, ...]]:
    """What was decided of these claims, the decision that stands first."""
    rows = in_chunks(library, f"SELECT {DECISIONS} FROM decisions WHERE claim IN ({{}})", claims)
    found: dict[ClaimId, list[Decision]] = {}
    for claim, decision in map(decision_of, rows):
        found.setdefault(claim, []).append(decision)
    return {
        claim: tuple(sorted(of, key=lambda one: one.order, reverse=True))
        for claim, of in found.items()
    }


def decisions_in(library: Library, found: Judged) -> Decided:
    """What was decided of the live claims of an article."""
    # Whichever are fewer: those decided in the whole library, or the claims of the article.
    first = library.rows("SELECT count(*) FROM decisions")[0][0] < len(found.starts)
    tables = "decisions CROSS JOIN claims" if first else "claims CROSS JOIN decisions"
    rows = library.rows(
        f'SELECT start, "end", {DECISIONS} FROM {tables} ON claims.id = claim '
        "WHERE claims.article = ? AND live = 1 ORDER BY at DESC, edit DESC",
        (found.article,),
    )
    decided: dict[int, tuple[Decision, ...]] = {}
    for start, end, *row in rows:
        index = index_of(found, Span(start, end))
        if index is not None:
            _, decision = decision_of(tuple(row))
            decided[index] = (*decided.get(index, ()), decision)
    return decided


def shown_of(decided: Sequence[Decision], hidden: Iterable[str]) -> tuple[Decision, ...]:
    """Those of reviewers whom the viewer did not hide."""
    return tuple(one for one in decided if one.reviewer not in set(hidden))


def is_stale(decision: Decision, held: Mapping[str, Stand]) -> bool:
    """Whether anybody judges the claim, or one matched with it, otherwise than when it was decided.

    ``held``: analyst → how it stands, of everybody who judges it, hidden ones too.
    """
    here: dict[str, Standing] = {}
    elsewhere: dict[str, dict[str, Standing]] = {}
    for who, (standing, other) in held.items():
        if other is None:
            here[who] = standing
        elif who not in decision.over or decision.over[who] is not None:
            elsewhere.setdefault(other, {})[who] = standing
    then = {claim: dict(of) for claim, of in decision.elsewhere.items() if of}
    return decision.stale(here) or elsewhere != then


def stale_in(decided: Decided, columns: Sequence[Column]) -> dict[int, bool]:
    """Index → whether the decision that stands asks again; ``columns`` are everybody's."""
    paired = any(column.elsewhere for column in columns)
    known: dict[tuple[int, ...], dict[str, Stand]] = {}  # thousands of claims stand alike
    stale = {}
    for at, decisions in decided.items():
        row = (at,) if paired else tuple(column.standings[at] for column in columns)
        if row not in known:
            known[row] = held_in(columns, at)
        stale[at] = is_stale(decisions[0], known[row])
    return stale


def held_in(columns: Iterable[Column], index: int) -> dict[str, Stand]:
    """Who judges the claim at this place of these columns."""
    return {
        column.analyst.id: Stand(column.standing(index), column.elsewhere.get(index))
        for column in columns
        if column.standings[index] not in NOT_JUDGED
    }
