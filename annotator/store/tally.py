"""What a merge makes different: claims that are new, changed, the same, and in conflict.

Counted are what a person holds and recorded of a claim. It is *new* where the library held nothing of it,
*changed* where it held something else, *the same* where it held just that. A claim is in
*conflict* where people hold different outcomes of it, because of something that came in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import is_field
from annotator.domain.edits.form import Edit, Part
from annotator.domain.edits.kinds import known
from annotator.domain.edits.writes import Own
from annotator.domain.record import Record
from annotator.domain.tags import Standing
from annotator.store import log, people
from annotator.store.claiming import spans_of
from annotator.store.library import Library, Row
from annotator.store.tally_record import Touched, claims_touched, records, speaks_of_records

DAY = 24 * 60 * 60 * 1_000_000
"""Microseconds."""


class Witness:
    """Looks at every edit of the files while they are read, also at those that are here already."""

    def __init__(self) -> None:
        self.edits: dict[str, tuple[ClaimId, ...]] = {}
        """Edit → the claims of which it writes what its analyst holds."""
        self.undone: set[str] = set()
        self.recorded: dict[str, Touched] = {}
        """Edit → what it writes of evidence and attribution."""

    def see(self, header: Row) -> None:
        """A row of ``log.HEADER``."""
        self.edits.setdefault(header[0], ())
        if isinstance(header[6], str):
            self.undone.add(header[6])

    def see_part(self, header: Row, part: Part) -> None:
        """One part, the row of its header beside it."""
        if known(header[4], header[5]):
            claims = _claims(part)
            if claims:
                self.edits[part.edit] = (*self.edits.get(part.edit, ()), *claims)
            if speaks_of_records(part):
                self.recorded.setdefault(part.edit, Touched()).see(part)


def _claims(part: Part) -> list[ClaimId]:
    return [
        ClaimId(write.id)
        for write in part.writes
        if isinstance(write, Own) and write.about == "claim" and is_field(write.field)
    ]


@dataclass(slots=True)
class Counts:
    """How many of each, in one article or in all."""

    new: int = 0
    changed: int = 0
    same: int = 0
    conflicting: int = 0

    def __iadd__(self, other: Counts) -> Counts:
        self.new += other.new
        self.changed += other.changed
        self.same += other.same
        self.conflicting += other.conflicting
        return self


@dataclass(frozen=True, slots=True)
class Clock:
    """Whose clock was more than a day ahead, in how many edits, and what it said at most (µs)."""

    analyst: str
    edits: int
    latest: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted: by article, how many claims each person judges, and wrong clocks."""

    counts: Mapping[ArticleId, Counts] = field(default_factory=dict)
    judged: Mapping[str, int] = field(default_factory=dict)
    clocks: tuple[Clock, ...] = ()


def tally(witness: Witness, before: Library, after: Library, now: int) -> Tally:
    """Counts, from the library before and after. ``now`` is microseconds since 1970."""
    who = people.persons(after)
    writers: dict[str, str] = {}
    ahead: Counter[str] = Counter()
    latest: dict[str, int] = {}
    rows = log.in_chunks(
        after, "SELECT id, analyst, clock FROM edits WHERE id IN ({})", list(witness.edits)
    )
    for edit, analyst, clock in rows:
        person = who.of(analyst)
        writers[edit] = person
        if clock > now + DAY:
            ahead[person] += 1
            latest[person] = max(clock, latest.get(person, clock))
    held: dict[str, set[ClaimId]] = {person: set() for person in writers.values()}
    recorded: dict[str, Touched] = {}
    for edit, claims in witness.edits.items():
        if edit in writers:
            held[writers[edit]].update(claims)
            if edit in witness.recorded:
                recorded.setdefault(writers[edit], Touched()).add(witness.recorded[edit])
    for target in _in_pieces(after, sorted(witness.undone)):
        person = who.of(target.header.analyst)
        for part in target.parts:
            held.setdefault(person, set()).update(_claims(part))
            recorded.setdefault(person, Touched()).see(part)
    counter = _Counter(before, after)
    for person, touched in sorted(held.items()):
        counter.count(person, touched, recorded.get(person, Touched()))
    counter.find_conflicts()
    clocks = tuple(Clock(who, count, latest[who]) for who, count in sorted(ahead.items()))
    return Tally(counter.counts, counter.judged, clocks)


def _in_pieces(library: Library, ids: Sequence[str]) -> Iterator[Edit]:
    for start in range(0, len(ids), log.CHUNK):
        yield from log.edits(library, ids[start : start + log.CHUNK])


_COLUMNS = "tag, not_checkable, confirmed, note, audience, why, because, confidence, more"
_HELD = (
    f"SELECT held.claim, held.article, standing, {_COLUMNS} FROM claims "
    "JOIN assessments AS held ON held.article = claims.article AND held.start = claims.start "
    'AND held."end" = claims."end" AND held.claim = claims.id '
    "WHERE held.analyst = ? AND claims.id IN ({})"
)
_NOWHERE = (
    f"SELECT claim, article, standing, {_COLUMNS} FROM assessments "
    "WHERE article = '' AND analyst = ? AND start = 0 AND \"end\" = 0 AND claim IN ({})"
)
_CONFLICTS = (
    "SELECT held.claim FROM assessments AS held JOIN claims ON claims.id = held.claim "
    "WHERE held.article = ? AND standing <> 0 AND live = 1 AND furniture = 0 "
    "GROUP BY held.claim HAVING count(DISTINCT standing) > 1"
)


@dataclass(frozen=True, slots=True)
class _Held:
    """What a person holds of a claim, and recorded of it where that was touched."""

    row: Row | None
    record: Record | None

    def __bool__(self) -> bool:
        return self.row is not None or self.record is not None

    @property
    def says(self) -> tuple[object, ...]:
        return (self.row and self.row[2:], self.record)


class _Counter:
    """Compares what persons hold of claims, one person after the other."""

    def __init__(self, before: Library, after: Library) -> None:
        self._before, self._after = before, after
        self._then = people.persons(before)
        self._ids: dict[str, set[str]] = {}
        for analyst, person in people.persons(after).joined.items():
            self._ids.setdefault(person, {person}).add(analyst)
        self.counts: dict[ArticleId, Counts] = {}
        self.judged: dict[str, int] = {}
        self._moved: dict[ArticleId, set[str]] = {}
        """Article → claims whose outcome somebody holds anew or otherwise."""

    def count(self, person: str, claims: set[ClaimId], recorded: Touched) -> None:
        """What this person held and recorded of these claims, and does."""
        earlier = sorted({self._then.of(one) for one in self._ids.get(person, {person})})
        noted = claims_touched(self._after, person, recorded) if recorded else set()
        for one in earlier:
            noted |= claims_touched(self._before, one, recorded) if recorded else set()
        wanted = sorted(claims | noted)
        then: dict[str, Row] = {}
        before: dict[ClaimId, Record] = {}
        for one in earlier:
            then |= _held(self._before, one, wanted)
            before |= records(self._before, one, noted)
        now, after = _held(self._after, person, wanted), records(self._after, person, noted)
        self.judged[person] = sum(
            now[claim][2] != Standing.UNTAGGED for claim in claims if claim in now
        )
        places = spans_of(self._after, sorted(noted)) if noted else {}
        for claim in wanted:
            held = (
                _Held(then.get(claim), before.get(claim)),
                _Held(now.get(claim), after.get(claim)),
            )
            self._compare(claim, places[claim][0] if claim in places else ArticleId(""), *held)

    def _compare(self, claim: ClaimId, place: ArticleId, then: _Held, now: _Held) -> None:
        row = now.row or then.row
        if not (then or now):
            return
        article = place if row is None else ArticleId(row[1])
        counts = self.counts.setdefault(article, Counts())
        if not then:
            counts.new += 1
        elif now and then.says == now.says:
            counts.same += 1
        else:
            counts.changed += 1
        if now.row is not None and (then.row is None or then.row[2] != now.row[2]):
            self._moved.setdefault(article, set()).add(claim)

    def find_conflicts(self) -> None:
        """Where what came in is not what somebody else holds."""
        for article, claims in self._moved.items():
            rows = self._after.rows(_CONFLICTS, (article,))
            self.counts[article].conflicting = len(claims & {row[0] for row in rows})


def _held(library: Library, person: str, claims: Sequence[ClaimId]) -> dict[str, Row]:
    rows = log.in_chunks(library, _HELD, claims, (person,))
    if library.rows("SELECT 1 FROM assessments WHERE article = '' LIMIT 1"):
        rows += log.in_chunks(library, _NOWHERE, claims, (person,))
    return {row[0]: row for row in rows}
