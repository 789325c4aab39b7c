"""Who judges a few claims of an article, and what one analyst says of one: no columns are read.

What was judged of a claim of another text that was matched with one of these counts
where its analyst did not judge this one (EDITS.md, section 6).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.assessment import Analyst, Assessment, is_field, read_fields
from annotator.domain.edits.form import PartClass
from annotator.domain.tags import Standing
from annotator.store.assess import REGISTERS
from annotator.store.claiming import spans_of
from annotator.store.library import Library
from annotator.store.log import in_chunks
from annotator.store.marks import ALIVE
from annotator.store.people import PERSON
from annotator.store.reading import text_of
from annotator.store.twins import COUNTS


class Stand(NamedTuple):
    """How a claim stands for somebody; ``other``: the claim of another text that was judged."""

    standing: Standing
    other: ClaimId | None = None


FEW = 400
"""Claims that are looked up in one query: SQLite of any age takes 999 values."""

# One step of the index for each analyst, however many claims each of them judged.
_WHO = (
    "WITH RECURSIVE judges(analyst) AS ("
    "SELECT min(analyst) FROM assessments WHERE article = ?1 UNION ALL SELECT "
    "(SELECT min(held.analyst) FROM assessments AS held "
    "WHERE held.article = ?1 AND held.analyst > judges.analyst) "
    "FROM judges WHERE analyst IS NOT NULL) "
)
_JUDGES = _WHO + "SELECT analyst FROM judges WHERE analyst IS NOT NULL"
_AT = (
    _WHO + 'SELECT held.analyst, held.start, held."end", standing, changed FROM judges '
    "CROSS JOIN (VALUES {}) AS wanted CROSS JOIN assessments AS held "
    "WHERE judges.analyst IS NOT NULL AND held.article = ?1 AND held.analyst = judges.analyst "
    'AND held.start = wanted.column1 AND held."end" = wanted.column2 AND standing <> 0'
)
_COUNTED = (
    "SELECT analyst, count(*) FROM assessments WHERE article = ?1 AND standing <> 0 "
    "GROUP BY analyst"
)
_ASIDE = (
    _WHO + "SELECT held.analyst, count(*) FROM claims CROSS JOIN judges "
    "CROSS JOIN assessments AS held WHERE claims.article = ?1 AND (live = 0 OR furniture = 1) "
    "AND judges.analyst IS NOT NULL AND held.article = ?1 AND held.analyst = judges.analyst "
    'AND held.start = claims.start AND held."end" = claims."end" AND held.claim = claims.id '
    "AND standing <> 0 GROUP BY held.analyst"
)
_PAIRED = (
    f"SELECT claim, earlier, other FROM pairs WHERE article = ? AND {COUNTS} AND claim IN ({{}})",
    f"SELECT other, article, claim FROM pairs WHERE earlier = ? AND {COUNTS} AND other IN ({{}})",
)
_OTHER_TEXTS = (
    f"SELECT earlier FROM pairs WHERE article = ?1 AND {COUNTS} "
    f"UNION SELECT article FROM pairs WHERE earlier = ?1 AND {COUNTS}"
)
_TIED_TEXTS = "SELECT earlier FROM pairs WHERE article = ?1 UNION SELECT article FROM pairs WHERE earlier = ?1"
_ANY_PAIR = (
    f"SELECT 1 FROM pairs WHERE article = ?1 AND {COUNTS} "
    f"UNION ALL SELECT 1 FROM pairs WHERE earlier = ?1 AND {COUNTS} LIMIT 1"
)
_ANY_COLLEAGUE = (
    "SELECT EXISTS (SELECT 1 FROM assessments WHERE article = ?1 AND analyst < ?2) "
    "OR EXISTS (SELECT 1 FROM assessments WHERE article = ?1 AND analyst > ?2), "
    f"EXISTS ({_ANY_PAIR})"
)


def other_texts(library: Library, article: ArticleId) -> set[ArticleId]:
    """The articles of which claims were matched with claims of this one."""
    return {ArticleId(row[0]) for row in library.rows(_OTHER_TEXTS, (article,))}


def tied_texts(library: Library, article: ArticleId) -> set[ArticleId]:
    """The articles of which anything was said of claims of this one, the same or only alike."""
    return {ArticleId(row[0]) for row in library.rows(_TIED_TEXTS, (article,))}


def judges(library: Library, article: ArticleId) -> set[str]:
    """Who holds anything of claims of this article, or of a text that was matched with it."""
    articles = {article, *other_texts(library, article)}
    return {row[0] for of in articles for row in library.rows(_JUDGES, (of,))}


def judged_counts(library: Library, article: ArticleId) -> dict[str, int]:
    """Analyst → how many claims of the article that analyst judged, page furniture left out.

    All, less the retired and the furniture, which are few and have an index of their own.
    """
    counts: dict[str, int] = dict(library.rows(_COUNTED, (article,)))
    for analyst, count in library.rows(_ASIDE, (article,)):
        counts[analyst] -= count
    return {analyst: count for analyst, count in counts.items() if count}


def around(library: Library, article: ArticleId, viewer: str) -> tuple[bool, bool]:
    """Whether anybody but the viewer holds something here, and whether another text was matched.

    A first, quick question: where neither is so, there is nothing of colleagues.
    """
    colleague, paired = library.rows(_ANY_COLLEAGUE, (article, viewer))[0]
    return bool(colleague), bool(paired)


def any_pair(library: Library, article: ArticleId) -> bool:
    """Whether claims of this article were matched with claims of another."""
    return bool(library.rows(_ANY_PAIR, (article,)))


def voices(
    library: Library,
    article: ArticleId,
    spans: Sequence[Span],
    *,
    paired: bool | None = None,
    shut: Collection[ArticleId] = (),
    viewer: str = "",
) -> dict[Span, dict[str, Stand]]:
    """Who judges these claims: claim → analyst → how it stands; each of them is in it.

    ``paired``: whether claims were matched with another text's, where the caller knows it.
    Of texts that are ``shut`` only the viewer's own judgements are taken.
    """
    found: dict[Span, dict[str, Stand]] = {span: {} for span in spans}
    for analyst, span, standing, _ in _standing_at(library, article, spans):
        found[span][analyst] = Stand(standing)
    if not (any_pair(library, article) if paired is None else paired):
        return found
    ids = {claim_id(article, span): span for span in spans}
    for mine, other, there, analyst, standing in _elsewhere(library, article, list(ids)):
        if there in shut and analyst != viewer:
            continue
        found[ids[mine]].setdefault(analyst, Stand(standing, other))
    return found


def _standing_at(
    library: Library, article: ArticleId, spans: Sequence[Span]
) -> Iterator[tuple[str, Span, Standing, int]]:
    """(analyst, claim, standing, when it was changed) of everybody who judges one of these."""
    for first in range(0, len(spans), FEW):
        chunk = spans[first : first + FEW]
        wanted = ", ".join(["(?, ?)"] * len(chunk))
        places = [at for span in chunk for at in span]
        for analyst, start, end, standing, changed in library.rows(
            _AT.format(wanted), (article, *places)
        ):
            yield analyst, Span(start, end), Standing(standing), changed


def _elsewhere(
    library: Library, article: ArticleId, claims: Sequence[ClaimId]
) -> list[tuple[ClaimId, ClaimId, ArticleId, str, Standing]]:
    """(claim, claim of another text, that text, analyst, standing); the last changed first."""
    pairs: dict[ArticleId, list[tuple[ClaimId, ClaimId]]] = {}
    for sql in _PAIRED:
        for mine, there, other in in_chunks(library, sql, claims, (article,)):
            pairs.setdefault(ArticleId(there), []).append((ClaimId(other), ClaimId(mine)))
    found: list[tuple[int, ClaimId, ClaimId, ArticleId, str, Standing]] = []
    for there, matched in pairs.items():
        places = spans_of(library, sorted({other for other, _ in matched}))
        spans = {other: span for other, (of, span, _) in places.items() if of == there}
        held: dict[Span, list[tuple[str, Standing, int]]] = {span: [] for span in spans.values()}
        for analyst, span, standing, changed in _standing_at(library, there, list(held)):
            held[span].append((analyst, standing, changed))
        for other, mine in matched:
            for analyst, standing, changed in held[spans[other]] if other in spans else ():
                found.append((changed, other, mine, there, analyst, standing))
    found.sort(key=lambda one: one[:2], reverse=True)
    return [(mine, other, there, who, held) for _, other, mine, there, who, held in found]


def quotation(library: Library, claim: ClaimId) -> str:
    """The words of a claim, of whichever text; empty where nobody here knows it."""
    place = spans_of(library, [claim]).get(claim)
    return "" if place is None else text_of(library, place[0], place[1])


def note_withheld(library: Library, analyst: str, claim: ClaimId) -> bool:
    """Whether a note came with this analyst's judging of the claim, in a part that is not here."""
    rows = library.rows(
        "SELECT DISTINCT edits.id, seals, parts.article FROM writes "
        "JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
        "WHERE writes.id = ? AND form = 'own' AND about = 'claim' "
        f"AND {PERSON.format(id='edits.analyst')} = ? AND {ALIVE.format(edit='edits.id')} "
        "AND field IN ('judgement', 'confirmed', 'note', 'note.me')",
        (claim, analyst),
    )
    notes = PartClass.NOTES.value
    for edit, seals, article in rows:
        sealed = {(seal["class"], seal["article"]) for seal in json.loads(seals)}
        if (notes, article) in sealed and not library.rows(
            "SELECT 1 FROM parts WHERE edit = ? AND class = ? AND article IS ?",
            (edit, notes, article),
        ):
            return True
    return False


def without_private(library: Library, analyst: str, claim: ClaimId) -> Assessment:
    """What an analyst holds of a claim as if no private note were here."""
    fields = {
        row[1]: ((row[3], row[4]), json.loads(row[2]))
        for row in library.rows(REGISTERS.format("?"), (claim, analyst))
        if is_field(row[1]) and row[1] != "note.me"
    }
    return read_fields(fields)


def retired_at(
    library: Library, article: ArticleId, span: Span
) -> tuple[tuple[Analyst, Span, ClaimId], ...]:
    """Who holds something of claims with other borders that lay here: by place, then by name."""
    rows = library.rows(
        'SELECT held.analyst, coalesce(name, substr(held.analyst, 1, 8)), claims.start, claims."end", '
        "claims.id FROM claims CROSS JOIN assessments AS held "
        "LEFT JOIN names ON names.analyst = held.analyst "
        "WHERE claims.article = ?1 AND live = 0 AND (live = 0 OR furniture = 1) "
        'AND claims.start < ?3 AND claims."end" > ?2 '
        "AND held.article = ?1 AND held.start = claims.start "
        'AND held."end" = claims."end" AND held.claim = claims.id '
        'ORDER BY claims.start, claims."end" DESC, 2',
        (article, *span),
    )
    return tuple(
        (Analyst(who, name), Span(start, end), ClaimId(claim))
        for who, name, start, end, claim in rows
    )
