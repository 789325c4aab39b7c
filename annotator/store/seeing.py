"""What had been shown to an analyst of colleagues' tags when judging a claim: ``seen``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.canonical import Json
from annotator.store.claiming import spans_of
from annotator.store.judging import hidden_by, sight_of
from annotator.store.library import Library
from annotator.store.log import in_chunks
from annotator.store.people import PERSON
from annotator.store.voices import any_colleague, voices

# How far what somebody wrote of a claim had come in, and when it was taken back.
_WRITTEN = (
    f"SELECT writes.id, {PERSON.format(id='edits.analyst')}, value, writes.part, "
    "coalesce((SELECT max(mark.seq) FROM edits AS mark WHERE mark.undoes = edits.id), 0) "
    "FROM writes JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
    "WHERE writes.id IN ({}) AND form = 'own' AND about = 'claim' "
    "AND field IN ('judgement', 'confirmed')"
)


def seen_by(
    library: Library, article: ArticleId, viewer: str, claims: Sequence[ClaimId]
) -> dict[ClaimId, tuple[str, ...]]:
    """Claim → the colleagues whose tag of it the window had shown to this person before, by id.

    A tag shows once the viewer has submitted, or looked, or has judged the claim; what was
    shown once counts for good, also after the viewer's own tag was taken back. Colleagues
    whom the viewer hid are not shown. Claims of which nothing was seen are left out.
    """
    if not any_colleague(library, article, viewer):
        return {}
    with library.reading():
        sight = sight_of(library, article, viewer)
        hidden = hidden_by(library, viewer)
        places = spans_of(library, claims)
        stood = voices(library, article, [span for _, span, _ in places.values()])
        past = _past(library, viewer, claims)
    found = {}
    for claim, (_, span, _) in places.items():
        held = stood[span]
        colleagues = held.keys() - {viewer} - hidden
        if not sight.shows(claim, viewer in held):
            before = past.get(claim, _NO_PAST)
            colleagues = set() if sight.blind else colleagues & before.met
        seen = colleagues | past.get(claim, _NO_PAST).seen
        if seen:
            found[claim] = tuple(sorted(seen))
    return found


@dataclass(frozen=True, slots=True)
class _Past:
    """What the log tells of one claim.

    ``seen``: whom the viewer's judgements name. ``met``: who had judged it while the viewer
    had, so that both stood side by side.
    """

    seen: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()


_NO_PAST = _Past()


def _past(library: Library, viewer: str, claims: Sequence[ClaimId]) -> dict[ClaimId, _Past]:
    """What the log tells of these claims; it is asked for all that anybody ever judged of them."""
    rows: dict[ClaimId, list[_Written]] = {}
    for claim, *written in in_chunks(library, _WRITTEN, claims):
        rows.setdefault(ClaimId(claim), []).append(_Written(*written))
    return {claim: _told(viewer, written) for claim, written in rows.items()}


@dataclass(frozen=True, slots=True)
class _Written:
    """One judgement in the log; ``came`` and ``went`` are places in the order of arrival."""

    who: str
    value: str
    came: int
    went: int


def _told(viewer: str, written: Sequence[_Written]) -> _Past:
    mine = [one for one in written if one.who == viewer]
    if not any(one.value != "null" for one in mine):
        return _NO_PAST
    until = max(max(one.came, one.went) for one in mine)
    seen = {who for one in mine for who in _named(json.loads(one.value))}
    met = {one.who for one in written if one.came < until}
    return _Past(frozenset(seen - {viewer}), frozenset(met - {viewer}))


def _named(value: Json) -> list[str]:
    seen = value.get("seen") if isinstance(value, dict) else None
    return [who for who in seen if isinstance(who, str)] if isinstance(seen, list) else []
