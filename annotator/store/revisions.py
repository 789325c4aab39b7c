"""Versions of an article, which claims of them go together, and what somebody holds of those.

Everything is read from what stands, and nothing of colleagues' work: a view of versions may be
shown to whoever checks blind.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from annotator.domain.article import ArticleId, ClaimId, Passage, Span
from annotator.domain.canonical import Json
from annotator.domain.edits.revisions import REVISION, Carry
from annotator.domain.enclosed import OFFERED
from annotator.store.library import Library
from annotator.store.log import in_chunks
from annotator.store.marks import ALIVE
from annotator.store.people import IDS
from annotator.store.placements import Placements
from annotator.store.touched import DECIDING
from annotator.store.twins import COUNTS

_ALIVE = ALIVE.format(edit="edits.id")
_FROM_LOG = "FROM writes JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit"


class Went(NamedTuple):
    """A claim of an earlier version that a claim is, may be, or became (``how``)."""

    claim: ClaimId
    article: ArticleId
    other: ClaimId
    how: str


def went(library: Library, article: ArticleId, claims: Collection[ClaimId]) -> list[Went]:
    """How these claims of the article go together with claims of earlier versions."""
    sql = "SELECT claim, earlier, other, how FROM pairs WHERE article = ? AND claim IN ({})"
    return _went(in_chunks(library, sql, sorted(claims), (article,)))


def all_went(library: Library, article: ArticleId) -> list[Went]:
    """The same of every claim of the article."""
    sql = "SELECT claim, earlier, other, how FROM pairs WHERE article = ?"
    return _went(library.rows(sql, (article,)))


def answered(
    library: Library, article: ArticleId, others: Collection[ClaimId]
) -> frozenset[ClaimId]:
    """Those of these earlier claims of which it is said already what they are in this article."""
    sql = f"SELECT other FROM pairs WHERE article = ? AND {COUNTS} AND other IN ({{}})"
    return frozenset(ClaimId(row[0]) for row in in_chunks(library, sql, sorted(others), (article,)))


def _went(rows: list[tuple[str, str, str, str]]) -> list[Went]:
    return [
        Went(ClaimId(claim), ArticleId(article), ClaimId(other), how)
        for claim, article, other, how in rows
    ]


_FAMILY = (
    "SELECT article, json_extract(value, '$.of') FROM sayings "
    "WHERE field = ? AND article IN (SELECT article FROM records WHERE imported_by <> '')"
)


def links(library: Library) -> set[tuple[ArticleId, ArticleId]]:
    """The articles here that are versions of others here, with those: (later, earlier)."""
    said = library.rows(_FAMILY, (REVISION,))
    here = {row[0] for row in library.rows("SELECT article FROM records WHERE imported_by <> ''")}
    return {
        (ArticleId(later), ArticleId(earlier))
        for later, earlier in said
        if earlier in here and earlier != later
    }


_LISTED = (
    "SELECT records.article, title, imported_at, address FROM records "
    "LEFT JOIN removed ON removed.article = records.article AND removed.analyst = ? "
    "WHERE imported_by <> '' {} ORDER BY imported_at, records.article"
)


class Listed(NamedTuple):
    """An article of somebody's list. ``imported_at``: microseconds since 1970, UTC."""

    article: ArticleId
    title: str
    imported_at: int
    address: str


def listed(
    library: Library, person: str, only: Collection[ArticleId] | None = None
) -> list[Listed]:
    """The articles of a person's list, or every one of ``only``, in the order they came in."""
    if only is None:
        rows = library.rows(_LISTED.format("AND removed.article IS NULL"), (person,))
    else:
        condition = _LISTED.format("AND records.article IN ({})")
        rows = sorted(
            in_chunks(library, condition, sorted(only), (person,)), key=lambda row: (row[2], row[0])
        )
    return [Listed(ArticleId(row[0]), *row[1:]) for row in rows]


_OFFERED = (
    f"SELECT writes.id, value {_FROM_LOG} WHERE writes.id IN ({{}}) AND form = 'all' "
    f"AND about = 'article' AND field = '{OFFERED}' AND {_ALIVE}"
)


def offered(library: Library, articles: Collection[ArticleId]) -> list[tuple[ArticleId, str]]:
    """What files say of these articles, as it is written: JSON of ``enclosed.Offered`` rows."""
    rows = in_chunks(library, _OFFERED, sorted(articles))
    return [(ArticleId(row[0]), row[1]) for row in rows]


def cutting(
    library: Library, article: ArticleId
) -> tuple[list[Span], list[Span], tuple[Passage, ...]]:
    """The claims an article was first cut into, those it has now, and its passages as they came."""
    rows = library.rows(
        'SELECT start, "end", first, live FROM claims WHERE article = ? AND (first = 1 OR live = 1) '
        'ORDER BY start, "end" DESC',
        (article,),
    )
    first = [Span(start, end) for start, end, is_first, _ in rows if is_first]
    live = [Span(start, end) for start, end, _, is_live in rows if is_live]
    return first, live, Placements(library).base_passages(article)


def first_spans(library: Library, article: ArticleId) -> list[Span]:
    """The claims an article was first cut into and that are no furniture, in reading order."""
    rows = library.rows(
        'SELECT start, "end" FROM claims WHERE article = ? AND first = 1 AND furniture = 0 '
        'ORDER BY start, "end" DESC',
        (article,),
    )
    return [Span(start, end) for start, end in rows]


_OF_ARTICLE = (
    "SELECT claim FROM assessments WHERE article = ?1 AND analyst = ?2 UNION "
    "SELECT claims.id FROM claims CROSS JOIN links ON links.claim = claims.id "
    "WHERE claims.article = ?1 AND links.analyst = ?2 UNION "
    "SELECT claims.id FROM claims CROSS JOIN attributions ON attributions.claim = claims.id "
    "WHERE claims.article = ?1 AND attributions.analyst = ?2 AND there = 1"
)
_ASSESSED = (
    "SELECT claims.id FROM claims JOIN assessments AS held ON held.article = claims.article "
    'AND held.start = claims.start AND held."end" = claims."end" AND held.claim = claims.id '
    "WHERE held.analyst = ? AND claims.id IN ({})"
)
_LINKED = "SELECT claim FROM links WHERE analyst = ? AND claim IN ({})"
_ATTRIBUTED = "SELECT claim FROM attributions WHERE analyst = ? AND there = 1 AND claim IN ({})"
_OF_IT = "SELECT id FROM claims WHERE article = ? AND id IN ({})"
FEW = 1_000
"""So many claims are looked up one by one; of more, all of their article's are read."""


def holding(
    library: Library, article: ArticleId, claims: Collection[ClaimId], person: str
) -> set[ClaimId]:
    """Those of these claims of an article of which a person holds or recorded anything."""
    if len(claims) > FEW:
        rows = library.rows(_OF_ARTICLE, (article, person))
        return {ClaimId(row[0]) for row in rows}.intersection(claims)
    # Whoever said that they are its claims may have been wrong.
    here = in_chunks(library, _OF_IT, sorted(claims), (article,))
    wanted = sorted(row[0] for row in here)
    found = (
        in_chunks(library, sql, wanted, (person,)) for sql in (_ASSESSED, _LINKED, _ATTRIBUTED)
    )
    return {ClaimId(row[0]) for rows in found for row in rows}


_JUDGED = (
    f"SELECT writes.id, at, edits.id, edits.kind, field IN ('judgement', 'confirmed') {_FROM_LOG} "
    "WHERE form = 'own' AND about = 'claim' "
    f"AND (edits.kind = '{Carry.kind}' OR field IN ('judgement', 'confirmed')) "
    f"AND edits.analyst IN ({IDS}) AND {_ALIVE} AND writes.id IN ({{}})"
)
_SOURCES_CARRIED = (
    "SELECT claim, edits.at, edits.id, edits.kind, 0 FROM attributions "
    "CROSS JOIN writes ON writes.id = attributions.id AND form = 'own' AND about = 'attribution' "
    "CROSS JOIN parts ON parts.seq = writes.part CROSS JOIN edits ON edits.id = parts.edit "
    f"WHERE edits.kind = '{Carry.kind}' AND edits.analyst IN ({IDS}) AND {_ALIVE} "
    "AND attributions.claim IN ({})"
)
"""An attribution may be all that was carried to a claim."""


def _said(
    library: Library, claims: Collection[ClaimId], person: str
) -> list[tuple[str, int, str, str, int]]:
    wanted, who = sorted(claims), (person, person)
    return [
        row for sql in (_JUDGED, _SOURCES_CARRIED) for row in in_chunks(library, sql, wanted, who)
    ]


def written(library: Library, claims: Collection[ClaimId], person: str) -> set[ClaimId]:
    """Those of these claims that a person judged, or carried something to, and did not take back.

    What was emptied since counts: it was looked at.
    """
    return {ClaimId(row[0]) for row in _said(library, claims, person)}


def carried(library: Library, claims: Collection[ClaimId], person: str) -> set[ClaimId]:
    """Those of these claims to which a person carried something, and did not judge them since."""
    last: dict[str, bool] = {}
    for claim, _, _, kind, judges in sorted(_said(library, claims, person), key=lambda r: r[1:3]):
        last[claim] = kind == Carry.kind or (last.get(claim, False) and not judges)
    return {ClaimId(claim) for claim, stands in last.items() if stands}


_CARRYING = (
    "SELECT DISTINCT at, clock FROM parts JOIN edits ON edits.id = parts.edit "
    f"WHERE parts.article = ? AND kind = '{Carry.kind}' AND {_ALIVE}"
)


def carryings(library: Library, article: ArticleId) -> list[tuple[int, int]]:
    """When something was carried to the article's claims: (place in the order, clock)."""
    return [(row[0], row[1]) for row in library.rows(_CARRYING, (article,))]


_REGISTERS = (
    f"SELECT writes.id, field, value {_FROM_LOG} WHERE form = 'own' AND about = 'claim' "
    f"AND edits.analyst IN ({IDS}) AND {_ALIVE} AND writes.id IN ({{}}) "
    "ORDER BY at, edits.id, parts.class"
)


def registers(
    library: Library, claims: Collection[ClaimId], person: str
) -> dict[ClaimId, dict[str, Json]]:
    """What a person's registers of these claims hold; decisions are left out."""
    found: dict[ClaimId, dict[str, Json]] = {}
    read: dict[str, Json] = {}
    rows = in_chunks(library, _REGISTERS, sorted(claims), (person, person))
    for claim, name, value in rows:
        if name not in DECIDING:
            if value not in read:  # of thousands of claims most say the same
                read[value] = json.loads(value)
            found.setdefault(ClaimId(claim), {})[name] = read[value]
    return found


_NOW = "SELECT claim FROM assessments WHERE article = ? AND analyst = ? AND standing <> 0"


def judged_now(library: Library, article: ArticleId, person: str) -> set[ClaimId]:
    """The claims of the article that a person judges."""
    return {ClaimId(row[0]) for row in library.rows(_NOW, (article, person))}


def claim_ids(library: Library, article: ArticleId) -> dict[Span, ClaimId]:
    """The claims of an article as they are now, by where they lie."""
    rows = library.rows(
        'SELECT start, "end", id FROM claims WHERE article = ? AND live = 1', (article,)
    )
    return {Span(start, end): ClaimId(claim) for start, end, claim in rows}
