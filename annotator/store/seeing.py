"""What had been shown to an analyst of colleagues' tags when judging a claim: ``seen``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import EMPTY, Assessment
from annotator.domain.canonical import Json
from annotator.domain.edits.blind import BLIND
from annotator.domain.edits.writes import Own
from annotator.domain.tags import Standing
from annotator.store import log
from annotator.store.claiming import spans_of
from annotator.store.judging import judged_by_all, sight_of
from annotator.store.library import Library
from annotator.store.people import IDS, PERSON
from annotator.store.relating import hidden_by
from annotator.store.voices import FEW, around, voices

# What everybody wrote of a claim, when it had come in here, and when it was taken back last.
_WRITTEN = (
    f"SELECT writes.id, {PERSON.format(id='edits.analyst')}, value, writes.part, "
    "coalesce((SELECT max(mark.seq) FROM edits AS mark WHERE mark.undoes = edits.id), 0) "
    "FROM writes JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
    "WHERE writes.id IN ({}) AND form = 'own' AND about = 'claim' "
    "AND field IN ('judgement', 'confirmed')"
)
_CLEARING = (
    "SELECT coalesce(edits.undoes, edits.id) FROM edits CROSS JOIN parts "
    "ON parts.edit = coalesce(edits.undoes, edits.id) "
    f"WHERE edits.kind IN ('Clear', 'Restore', 'Undo') AND edits.analyst IN ({IDS}) AND parts.article = ?"
)


def seen_by(
    library: Library,
    article: ArticleId,
    viewer: str,
    claims: Sequence[ClaimId],
    held: Mapping[ClaimId, Assessment],
) -> dict[ClaimId, tuple[str, ...]]:
    """Claim → the colleagues whose tag of it the window had shown to this person before, by id.

    A tag shows once the viewer has submitted, or looked, or has judged the claim (``held``
    is what the viewer holds of them); what was shown counts for good, also after one's own tag
    was taken back. Whom the viewer hid is not shown. Claims of which nothing was seen are left out.
    """
    colleague, paired = around(library, article, viewer)
    if not colleague and not paired:
        return {}
    with library.reading():
        sight = sight_of(library, article, viewer)
        every = sight.everything or paired
        asked = [
            claim
            for claim in claims
            if every or claim in sight.claims or _judged(held.get(claim, EMPTY))
        ]
        who = _who(library, article, asked, paired)
        shown = {
            claim: judges for claim, judges in who.items() if sight.shows(claim, viewer in judges)
        }
        rest = [] if sight.blind else [claim for claim in claims if claim not in shown]
        shown |= _met(library, article, viewer, rest, paired)
        hidden = hidden_by(library, viewer) if shown else _NOBODY
    found = {}
    for claim in claims:
        seen = shown.get(claim, _NOBODY) - hidden - {viewer} | set(held.get(claim, EMPTY).seen)
        if seen:
            found[claim] = tuple(sorted(seen))
    return found


_NOBODY: frozenset[str] = frozenset()


def _judged(held: Assessment) -> bool:
    return held.standing is not Standing.UNTAGGED


def _who(
    library: Library, article: ArticleId, claims: Sequence[ClaimId], paired: bool
) -> dict[ClaimId, frozenset[str]]:
    """Who judges these claims now, the viewer too; of many all columns are read at once."""
    if not claims:
        return {}
    places = {claim: span for claim, (_, span, _) in spans_of(library, claims).items()}
    if len(places) <= FEW:
        stood = voices(library, article, list(places.values()), paired=paired)
        return {claim: frozenset(stood[span]) for claim, span in places.items()}
    of = _columns(library, article)
    return {claim: of.get(span, _NOBODY) for claim, span in places.items()}


def _columns(library: Library, article: ArticleId) -> dict[Span, frozenset[str]]:
    found = judged_by_all(library, article)
    analysts = [column.analyst.id for column in found.columns]
    known: dict[tuple[int, ...], frozenset[str]] = {}
    of = {}
    rows = zip(*(column.standings for column in found.columns), strict=True)
    for start, end, row in zip(found.starts, found.ends, rows, strict=True):
        if row not in known:
            pairs = zip(analysts, row, strict=True)
            known[row] = frozenset(who for who, standing in pairs if standing)
        of[Span(start, end)] = known[row]
    return of


def _met(
    library: Library, article: ArticleId, viewer: str, claims: Sequence[ClaimId], paired: bool
) -> dict[ClaimId, frozenset[str]]:
    """Of claims the viewer judges no more: who had judged them by then, and does so still.

    What an analyst's own judgement named as seen is in it too.
    """
    if len(claims) > FEW:  # only those need be looked up that the viewer can ever have left
        left = _left(library, article, viewer)
        claims = [claim for claim in claims if claim in left]
    written: dict[ClaimId, list[tuple[str, str, int, int]]] = {}
    for claim, who, value, came, went in log.in_chunks(library, _WRITTEN, claims):
        written.setdefault(ClaimId(claim), []).append((who, value, came, went))
    met = {}
    for claim, rows in written.items():
        mine = [(value, came, went) for who, value, came, went in rows if who == viewer]
        if any(value != "null" for value, _, _ in mine):
            until = max(max(came, went) for _, came, went in mine)
            here = {who for who, _, came, _ in rows if came < until}
            met[claim] = (here, {who for value, _, _ in mine for who in _named(value)})
    now = _who(library, article, list(met), paired)
    return {claim: (now.get(claim, _NOBODY) & here) | named for claim, (here, named) in met.items()}


def _left(library: Library, article: ArticleId, viewer: str) -> set[ClaimId]:
    """The claims of which the viewer ever cleared a judgement, or took one back."""
    rows = library.rows(_CLEARING, (viewer, viewer, article))
    return {
        ClaimId(write.id)
        for edit in log.edits(library, {row[0] for row in rows})
        for part in edit.parts
        for write in part.writes
        if isinstance(write, Own) and write.about == "claim"
    }


def _named(value: str) -> Iterable[str]:
    judgement: Json = json.loads(value)
    seen = judgement.get("seen") if isinstance(judgement, dict) else None
    return [who for who in seen if isinstance(who, str)] if isinstance(seen, list) else []


def judged_by(library: Library, viewer: str) -> dict[str, tuple[int, int]]:
    """Person → how many claims that person judged and in how many articles, as the viewer may know.

    Of an article that the viewer checks blind it is not told.
    """
    asked = library.rows("SELECT DISTINCT article FROM sayings WHERE field = ?", (BLIND,))
    shut = {row[0] for row in asked if sight_of(library, ArticleId(row[0]), viewer).blind}
    found: dict[str, tuple[int, int]] = {}
    for analyst, article, count in library.rows(_JUDGED_BY):
        if article not in shut:
            claims, articles = found.get(analyst, (0, 0))
            found[analyst] = (claims + count, articles + 1)
    return found


_JUDGED_BY = (
    "SELECT analyst, article, count(*) FROM assessments "
    "WHERE standing <> 0 AND article <> '' GROUP BY analyst, article"
)
