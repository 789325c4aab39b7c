"""One article as a person reviews it, read in one moment."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.assessment import Assessment, read_fields
from annotator.domain.compare import (
    Accord,
    Column,
    Judged,
    ReviewSnapshot,
    accord,
    accords,
)
from annotator.domain.edits.comments import COMMENT
from annotator.domain.edits.form import PartClass
from annotator.domain.review import (
    ArticleStage,
    Comment,
    Decision,
    PassState,
    Said,
    Sight,
    Stage,
    comments,
    digest,
    passes,
    sight,
    stage,
)
from annotator.domain.tags import Standing
from annotator.store.assess import FIELDS, REGISTERS
from annotator.store.claiming import spans_of
from annotator.store.holding import standings
from annotator.store.judging import judged, sayings
from annotator.store.library import Library
from annotator.store.log import in_chunks
from annotator.store.people import PERSON
from annotator.store.reading import text_of
from annotator.store.saying import DECISIONS, decision_of

_DECISIONS = f"SELECT {DECISIONS} FROM decisions"


def review(library: Library, article: ArticleId, viewer: str) -> ReviewSnapshot:
    """The article as this person reviews it. Columns go by ``Snapshot``'s order of claims."""
    with library.reading():
        found = judged(library, article, viewer)
        said = sayings(library, article)
        seen = sight(said, viewer)
        index = _index(found)
        decided = {} if seen.blind else _decisions(library, article, index)
        looked = {at for claim in seen.claims if (at := _at(library, index, claim)) is not None}
        stands = stage_of(library, article, said)
        counts = {} if seen.blind else _comment_counts(library, said, index)
    columns, veiled = _veil(found.columns, viewer, seen, looked)
    everybody = (*found.columns, *found.hidden)
    stale = {at: is_stale(of[0], everybody, at) for at, of in decided.items()}
    return ReviewSnapshot(
        article,
        viewer,
        columns,
        found.hidden,
        accords(columns, stale, veiled, found.furniture),
        decided,
        counts,
        passes(said),
        stands,
        seen,
        changed_since(library, stands, found, decided),
    )


def renewed(
    library: Library, held: ReviewSnapshot, touched: Sequence[int], spans: Sequence[Span]
) -> ReviewSnapshot | None:
    """The review after these claims were touched; None where all of it has to be read anew."""
    with library.reading():
        said = sayings(library, held.article)
        seen = sight(said, held.viewer)
        stands = stage_of(library, held.article, said)
        settled = ArticleStage.SETTLED in (stands.stage, held.stage.stage)
        if seen != held.sight or settled or _other_judges(library, held, spans):
            return None
        own = {
            column.analyst.id: standings(library, held.article, column.analyst.id, frozenset(spans))
            for column in (*held.columns, *held.hidden)
        }
        ids = [claim_id(held.article, span) for span in spans]
        decided = {} if seen.blind else decisions_of(library, ids)
        counts = {} if seen.blind else _comments_on(said, ids)
    full = [_restood(column, touched, spans, own) for column in held.columns]
    hidden = tuple(_restood(column, touched, spans, own) for column in held.hidden)
    looked = {at for at, claim in zip(touched, ids, strict=True) if claim in seen.claims}
    columns, veiled = _veil(full, held.viewer, seen, looked, touched)
    decisions, comments_ = dict(held.decisions), dict(held.comments)
    for at, claim in zip(touched, ids, strict=True):
        _put(decisions, at, decided.get(claim))
        _put(comments_, at, counts.get(claim))
    everybody = (*full, *hidden)
    found = bytearray(held.accords)
    for at in touched:
        if found[at] != Accord.FURNITURE:
            stale = is_stale(decisions[at][0], everybody, at) if at in decisions else None
            found[at] = accord(columns, at, stale=stale, veiled=at in veiled)
    return replace(
        held,
        columns=columns,
        hidden=hidden,
        accords=bytes(found),
        decisions=decisions,
        comments=comments_,
        passes=passes(said),
        stage=stands,
    )


_T = TypeVar("_T")


def _put(into: dict[int, _T], at: int, value: _T | None) -> None:
    if value:
        into[at] = value
    else:
        into.pop(at, None)


def _restood(
    column: Column,
    touched: Sequence[int],
    spans: Sequence[Span],
    own: Mapping[str, Mapping[Span, tuple[Standing, bool]]],
) -> Column:
    stood = bytearray(column.standings)
    for at, span in zip(touched, spans, strict=True):
        if stood[at] != Standing.FURNITURE:
            stood[at] = own[column.analyst.id][span][0]
    return replace(column, standings=bytes(stood))


def _other_judges(library: Library, held: ReviewSnapshot, spans: Sequence[Span]) -> bool:
    """Whether somebody judged one of these who has no column, or claims come from other texts."""
    matched = "SELECT 1 FROM pairs WHERE article = ?1 UNION SELECT 1 FROM pairs WHERE earlier = ?1"
    if library.rows(matched, (held.article,)):
        return True
    known = {column.analyst.id for column in (*held.columns, *held.hidden)}
    claims = [claim_id(held.article, span) for span in spans]
    rows = in_chunks(
        library,
        "SELECT DISTINCT held.analyst FROM claims JOIN assessments AS held "
        "ON held.article = claims.article AND held.start = claims.start "
        'AND held."end" = claims."end" AND held.claim = claims.id '
        "WHERE held.standing <> 0 AND claims.id IN ({})",
        claims,
    )
    return not {row[0] for row in rows} <= known


def _comments_on(said: Iterable[Said], claims: Sequence[ClaimId]) -> dict[ClaimId, int]:
    found = dict.fromkeys(claims, 0)
    for one in said:
        if one.field == COMMENT and one.id in found and one["text"]:
            found[ClaimId(one.id)] += 1
    return found


def is_stale(decision: Decision, everybody: Iterable[Column], index: int) -> bool:
    """Whether anybody judges the claim, or one matched with it, otherwise than when it was decided."""
    here: dict[str, Standing] = {}
    elsewhere: dict[str, dict[str, Standing]] = {}
    for column in everybody:
        standing = column.standing(index)
        if standing in (Standing.UNTAGGED, Standing.FURNITURE):
            continue
        if index in column.elsewhere:
            other = elsewhere.setdefault(column.elsewhere[index], {})
            other[column.analyst.id] = standing
        else:
            here[column.analyst.id] = standing
    left_out = {who for who, standing in decision.over.items() if standing is None}
    there = {
        claim: {who: standing for who, standing in held.items() if who not in left_out}
        for claim, held in elsewhere.items()
    }
    there = {claim: held for claim, held in there.items() if held}
    then = {claim: dict(held) for claim, held in decision.elsewhere.items() if held}
    return decision.stale(here) or there != then


def threads(library: Library, article: ArticleId, viewer: str) -> tuple[Comment, ...]:
    """The comments of an article, each thread together; none while the viewer's pass is blind."""
    said = sayings(library, article)
    return () if sight(said, viewer).blind else comments(said)


def stage_of(library: Library, article: ArticleId, said: Iterable[Said] | None = None) -> Stage:
    """How far the review of an article has come."""
    said = sayings(library, article) if said is None else said
    submitted = any(one.field == PassState.SUBMITTED for one in said)
    rows = library.rows(
        "SELECT state, claims, reason, analyst, clock FROM stages WHERE article = ?", (article,)
    )
    if not rows:
        return stage(None, "", "", 0, submitted)
    word, claims, reason, analyst, clock = rows[0]
    value = {"state": word, "claims": json.loads(claims)}
    return stage(value, reason, analyst, clock, submitted)


def digests(
    library: Library, found: Judged, decided: Mapping[int, Sequence[Decision]]
) -> dict[str, str]:
    """Claim → how it stands, for every claim of which anybody holds or decided something.

    Whoever looks: colleagues the viewer hid count, for the state is the article's.
    """
    everybody = (*found.columns, *found.hidden)
    ids = dict(_ids(library, found.article))
    digested = {}
    for index, span in enumerate(map(Span, found.starts, found.ends)):
        held = {
            column.analyst.id: column.standing(index)
            for column in everybody
            if index not in column.elsewhere
            and column.standings[index] not in (Standing.UNTAGGED, Standing.FURNITURE)
        }
        outcome = decided[index][0].outcome if index in decided else None
        text = digest(held, outcome)
        if text:
            digested[ids[span]] = text
    return digested


def changed_since(
    library: Library, stands: Stage, found: Judged, decided: Mapping[int, Sequence[Decision]]
) -> int:
    """How many claims stand otherwise than when the article was settled."""
    if stands.stage is not ArticleStage.SETTLED:
        return 0
    return stands.changed_since(digests(library, found, decided))


def settle_digests(library: Library, article: ArticleId, viewer: str) -> dict[str, str]:
    """What ``Settle`` writes: how each claim stands now."""
    with library.reading():
        found = judged(library, article, viewer)
        return digests(library, found, _decisions(library, article, _index(found)))


def quotation(library: Library, claim: ClaimId) -> str:
    """The words of a claim, of whichever text; empty where nobody here knows it."""
    place = spans_of(library, [claim]).get(claim)
    return "" if place is None else text_of(library, place[0], place[1])


def note_withheld(library: Library, analyst: str, claim: ClaimId) -> bool:
    """Whether this analyst's judging of the claim came with a part of class notes that is not here."""
    rows = library.rows(
        "SELECT DISTINCT seals, edits.id FROM writes JOIN parts ON parts.seq = writes.part "
        "JOIN edits ON edits.id = parts.edit WHERE writes.id = ? AND form = 'own' "
        f"AND about = 'claim' AND {PERSON.format(id='edits.analyst')} = ?",
        (claim, analyst),
    )
    for seals, edit in rows:
        sealed = {seal["class"] for seal in json.loads(seals)}
        if PartClass.NOTES in sealed and not library.rows(
            "SELECT 1 FROM parts WHERE edit = ? AND class = ?", (edit, PartClass.NOTES.value)
        ):
            return True
    return False


def without_private(library: Library, analyst: str, claim: ClaimId) -> Assessment:
    """What an analyst holds of a claim as if no private note were here."""
    fields = {
        row[1]: ((row[3], row[4]), json.loads(row[2]))
        for row in library.rows(REGISTERS.format("?"), (claim, analyst))
        if row[1] in FIELDS and row[1] != "note.me"
    }
    return read_fields(fields)


def decisions_of(
    library: Library, claims: Sequence[ClaimId]
) -> dict[ClaimId, tuple[Decision, ...]]:
    """What was decided of these claims, the decision that stands first."""
    rows = in_chunks(library, f"{_DECISIONS} WHERE claim IN ({{}})", list(claims))
    found: dict[ClaimId, list[Decision]] = {}
    for claim, decision in map(decision_of, rows):
        found.setdefault(claim, []).append(decision)
    return {
        claim: tuple(sorted(of, key=lambda one: one.order, reverse=True))
        for claim, of in found.items()
    }


def _decisions(
    library: Library, article: ArticleId, index: Mapping[Span, int]
) -> dict[int, tuple[Decision, ...]]:
    claims = [
        ClaimId(row[0])
        for row in library.rows(
            "SELECT DISTINCT claim FROM decisions JOIN claims ON claims.id = decisions.claim "
            "WHERE claims.article = ? AND live = 1",
            (article,),
        )
    ]
    places = spans_of(library, claims)
    return {
        index[places[claim][1]]: of
        for claim, of in decisions_of(library, claims).items()
        if places[claim][1] in index
    }


def _comment_counts(
    library: Library, said: Iterable[Said], index: Mapping[Span, int]
) -> dict[int, int]:
    found: dict[int, int] = {}
    written = [one for one in said if one.field == COMMENT and one["text"]]
    places = spans_of(library, sorted({ClaimId(one.id) for one in written}))
    for one in written:
        place = places.get(ClaimId(one.id))
        at = index.get(place[1]) if place is not None else None
        if at is not None:
            found[at] = found.get(at, 0) + 1
    return found


def _veil(
    columns: Sequence[Column],
    viewer: str,
    seen: Sight,
    looked: set[int],
    among: Iterable[int] | None = None,
) -> tuple[tuple[Column, ...], set[int]]:
    """Takes out of colleagues' columns what the viewer may not see yet; and where that is.

    ``among``: only these claims are looked at; without it all are.
    """
    if seen.everything:
        return tuple(columns), set()
    mine = next((c.standings for c in columns if c.analyst.id == viewer), b"")
    shown, veiled = [], set()
    for column in columns:
        if column.analyst.id == viewer:
            shown.append(column)
            continue
        standings = bytearray(column.standings)
        for index in range(len(standings)) if among is None else among:
            standing = standings[index]
            if standing in (Standing.UNTAGGED, Standing.FURNITURE) or index in looked:
                continue
            if not seen.blind and mine and mine[index] != Standing.UNTAGGED:
                continue
            standings[index] = Standing.UNTAGGED
            veiled.add(index)
        kept = {at: other for at, other in column.elsewhere.items() if at not in veiled}
        shown.append(replace(column, standings=bytes(standings), elsewhere=kept))
    return tuple(shown), veiled


def _index(found: Judged) -> dict[Span, int]:
    spans = map(Span, found.starts, found.ends)
    return {span: index for index, span in enumerate(spans)}


def _at(library: Library, index: Mapping[Span, int], claim: ClaimId) -> int | None:
    place = spans_of(library, [claim]).get(claim)
    return index.get(place[1]) if place is not None else None


def _ids(library: Library, article: ArticleId) -> Iterable[tuple[Span, str]]:
    rows = library.rows(
        'SELECT start, "end", id FROM claims WHERE article = ? AND live = 1', (article,)
    )
    return ((Span(start, end), claim) for start, end, claim in rows)
