"""One article as a person reviews it, read in one moment or followed after a change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.compare import Accord, Column, Judged, ReviewSnapshot, accord, accords
from annotator.domain.decision import Decision
from annotator.domain.edits.revisions import REVISION
from annotator.domain.review import ArticleStage, Pass, Sight, Stage, sight
from annotator.domain.tags import Standing
from annotator.store import threads
from annotator.store.claiming import spans_of
from annotator.store.decisions import decisions_in, decisions_of, is_stale, shown_of, stale_in
from annotator.store.judging import any_judged, index_of, judged, said_in, voices_for
from annotator.store.library import Library
from annotator.store.passing import PASSING, shown_passes
from annotator.store.relating import hidden_by
from annotator.store.stages import changed_since, stage_of
from annotator.store.voices import FEW, Stand


def review(
    library: Library, article: ArticleId, viewer: str, *, looking: Collection[ClaimId] = ()
) -> ReviewSnapshot:
    """The article as this person reviews it. Columns go by ``Snapshot``'s order of claims.

    While the viewer's pass is blind and in draft nothing of colleagues is read.
    ``looking``: claims at which the viewer is about to look, which the log will say.
    """
    with library.reading():
        found = judged(library, article, viewer)
        said = said_in(library, article, PASSING)
        hidden = hidden_by(library, viewer)
        seen = sight(said, viewer)
        seen = replace(seen, claims=seen.claims.union(looking))
        decided = {} if seen.blind else decisions_in(library, found)
        spoken = [] if seen.blind else threads.comments_said(library, article, hidden)
        counts = threads.counted(library, spoken, found)
        looked = _looked(library, found, seen)
        stands = stage_of(library, article, said)
        changed = 0 if seen.blind else changed_since(library, stands, found, decided)
        matched = _matched(library)
    shown = {at: of for at, every in decided.items() if (of := shown_of(every, hidden))}
    columns, veiled = _veil(found.columns, viewer, seen, looked, found.furniture)
    stale = stale_in(shown, (*found.columns, *found.hidden))
    return ReviewSnapshot(
        article,
        viewer,
        columns,
        found.hidden,
        accords(columns, stale, veiled, found.furniture),
        shown,
        counts,
        shown_passes(said, hidden, viewer),
        stands.bare if seen.blind else stands,
        seen,
        changed,
        matched,
    )


def renewed(
    library: Library, held: ReviewSnapshot, touched: Sequence[int], spans: Sequence[Span]
) -> ReviewSnapshot | None:
    """The review after these claims were touched; None where all of it has to be read anew."""
    if len(touched) > FEW:
        return None
    with library.reading():
        said = said_in(library, held.article, PASSING)
        hidden = hidden_by(library, held.viewer)
        stands = stage_of(library, held.article, said)
        if _differs(library, held, sight(said, held.viewer), stands, hidden):
            return None
        stood = voices_for(library, held.article, held.viewer, spans)
        ids = [claim_id(held.article, span) for span in spans]
        decided = decisions_of(library, ids)
        spoken = threads.comments_said(library, held.article, hidden, ids)
    follow = _Following(held)
    for at, span, claim in zip(touched, spans, ids, strict=True):
        follow.decide(at, shown_of(decided.get(claim, ()), hidden))
        follow.count(at, sum(one.id == claim and bool(one["text"]) for one in spoken))
        if not follow.restand(at, claim, stood[span]):
            return None
    return follow.review(shown_passes(said, hidden, held.viewer), stands)


def _differs(
    library: Library, held: ReviewSnapshot, seen: Sight, stands: Stage, hidden: Iterable[str]
) -> bool:
    """Whether something is otherwise that concerns every claim."""
    kept = {column.analyst.id for column in held.columns}
    return (
        seen != held.sight
        or seen.blind
        or ArticleStage.SETTLED in (stands.stage, held.stage.stage)
        or not kept.isdisjoint(hidden)
        or not {column.analyst.id for column in held.hidden} <= set(hidden)
        or _matched(library) != held.matched
    )


class _Following:
    """A review that follows what was done to a few claims."""

    def __init__(self, held: ReviewSnapshot) -> None:
        self._held = held
        every = (*held.columns, *held.hidden)
        self._standings = {column.analyst.id: bytearray(column.standings) for column in every}
        self._elsewhere = {column.analyst.id: dict(column.elsewhere) for column in every}
        self._accords = bytearray(held.accords)
        self._decisions = dict(held.decisions)
        self._comments = dict(held.comments)

    def decide(self, at: int, decided: tuple[Decision, ...]) -> None:
        _put(self._decisions, at, decided)

    def count(self, at: int, comments: int) -> None:
        _put(self._comments, at, comments)

    def restand(self, at: int, claim: ClaimId, stood: Mapping[str, Stand]) -> bool:
        """How the claim stands now; False where a column has to come or may have to go."""
        if self._accords[at] == Accord.FURNITURE:
            return True
        held = self._held
        if not stood.keys() <= self._standings.keys():
            return False
        shown = held.sight.shows(claim, held.viewer in stood)
        hidden = {column.analyst.id for column in held.hidden}
        for who, standings in self._standings.items():
            seen = shown or who == held.viewer or who in hidden
            standing, other = stood.get(who, _NOTHING) if seen else _NOTHING
            standings[at] = standing
            _put(self._elsewhere[who], at, other)
            if who not in stood and not any_judged(standings):
                return False
        decided = self._decisions.get(at)
        stale = is_stale(decided[0], stood) if decided else None
        colleagues = stood.keys() - hidden - {held.viewer}
        veiled = bool(colleagues) and not shown
        row = [Column(c.analyst, bytes((self._standings[c.analyst.id][at],))) for c in held.columns]
        self._accords[at] = accord(row, 0, stale=stale, veiled=veiled)
        return True

    def review(self, passed: Mapping[str, Pass], stands: Stage) -> ReviewSnapshot:
        """What came of it."""
        return replace(
            self._held,
            columns=tuple(map(self._column, self._held.columns)),
            hidden=tuple(map(self._column, self._held.hidden)),
            accords=bytes(self._accords),
            decisions=self._decisions,
            comments=self._comments,
            passes=passed,
            stage=stands,
        )

    def _column(self, column: Column) -> Column:
        who = column.analyst.id
        return replace(
            column, standings=bytes(self._standings[who]), elsewhere=self._elsewhere[who]
        )


_NOTHING = Stand(Standing.UNTAGGED)
_T = TypeVar("_T")


def _put(into: dict[int, _T], at: int, value: _T | None) -> None:
    if value:
        into[at] = value
    else:
        into.pop(at, None)


def _matched(library: Library) -> frozenset[str]:
    """The edits that matched texts with each other: there are few, and any may concern this one."""
    rows = library.rows(
        "SELECT edit FROM sayings WHERE article IN (SELECT id FROM articles) AND field = ?",
        (REVISION,),
    )
    return frozenset(row[0] for row in rows)


def _looked(library: Library, found: Judged, seen: Sight) -> set[int]:
    """Where the claims are that the viewer looked at one by one."""
    places = spans_of(library, sorted(seen.claims))
    indices = (index_of(found, span) for of, span, _ in places.values() if of == found.article)
    return {index for index in indices if index is not None}


_ALL, _NONE = 0xFF, 0
_JUDGED = bytes(_ALL if standing else _NONE for standing in range(256))
"""From a standing to a byte of ones, where there is any; furniture is some."""


def _veil(
    columns: Sequence[Column], viewer: str, seen: Sight, looked: set[int], furniture: bytes
) -> tuple[tuple[Column, ...], set[int]]:
    """Takes out of colleagues' columns what the viewer may not see yet; and where that is."""
    if seen.everything:
        return tuple(columns), set()
    mine = next((c.standings for c in columns if c.analyst.id == viewer), bytes(len(furniture)))
    shown = bytearray(bytes(len(furniture)) if seen.blind else mine.translate(_JUDGED))
    for index in looked:
        shown[index] = _ALL
    # All claims at once: a bit of a long number each, or it takes seconds.
    mask = int.from_bytes(shown) | int.from_bytes(furniture.translate(_JUDGED))
    kept, covered = [], 0
    for column in columns:
        if column.analyst.id == viewer:
            kept.append(column)
            continue
        standings = int.from_bytes(column.standings)
        covered |= standings & ~mask
        elsewhere = {at: other for at, other in column.elsewhere.items() if shown[at]}
        visible = (standings & mask).to_bytes(len(furniture))
        kept.append(replace(column, standings=visible, elsewhere=elsewhere))
    return tuple(kept), _where(covered.to_bytes(len(furniture)))


def _where(marks: bytes) -> set[int]:
    return {index for index, mark in enumerate(marks) if mark}
