"""What reminders are made of, for one analyst: which claims may need one, and what is around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import EMPTY, Assessment, Because
from annotator.domain.attribution import Attribution
from annotator.domain.contradictions import contradictions
from annotator.domain.evidence import Groups, Item
from annotator.domain.record import NO_RECORD, Record
from annotator.domain.tags import Standing
from annotator.store.assess import HELD, assessment_of
from annotator.store.holding import assessments
from annotator.store.library import Library
from annotator.store.log import in_chunks
from annotator.store.recorded import attributions, items, records_of

EVERYWHERE = (-1, 1 << 62)
"""From where to where claims begin: all of them."""

_CANDIDATES = (
    'SELECT start, "end", claim FROM assessments WHERE article = ?1 AND analyst = ?2 '
    f"AND start BETWEEN ?3 AND ?4 AND (standing = {int(Standing.VERIFIED)} OR confirmed = 1 "
    f"OR (standing = {int(Standing.DISPUTED)} AND because <> '{Because.OUT_OF_CONTEXT}') "
    "OR (more <> '{}' AND instr(more, '\"facts\"')) "
    f"OR (standing = {int(Standing.UNATTRIBUTED)} AND EXISTS (SELECT 1 FROM attributions AS said "
    "WHERE said.claim = assessments.claim AND said.analyst = ?2))) "
    'UNION SELECT start, "end", id FROM claims WHERE article = ?1 AND live = 1 '
    "AND start BETWEEN ?3 AND ?4 AND EXISTS (SELECT 1 FROM links "
    "WHERE links.claim = claims.id AND links.analyst = ?2)"
)
_FLAGGED = "SELECT start, \"end\" FROM assessments WHERE article = ? AND analyst = ? AND flag <> ''"
_HELD = (
    f"SELECT held.claim, judged, {HELD} "
    "FROM claims JOIN assessments AS held "
    'ON held.article = claims.article AND held.start = claims.start AND held."end" = claims."end" '
    "AND held.claim = claims.id WHERE held.analyst = ? AND claims.id IN ({})"
)
_RELATING = (
    # Few claims are in that index; the condition must be its own, word for word.
    f"SELECT claim, {HELD} FROM assessments INDEXED BY assessments_against "
    "WHERE article = ? AND analyst = ? "
    "AND (instr(more, '\"contradicts\"') OR because = 'conflicting')"
)
_OUTRUN = (
    "SELECT DISTINCT held.claim FROM claims JOIN assessments AS held "
    'ON held.article = claims.article AND held.start = claims.start AND held."end" = claims."end" '
    "AND held.claim = claims.id JOIN links ON links.claim = held.claim "
    "AND links.analyst = held.analyst LEFT JOIN items ON items.id = links.item "
    "WHERE held.analyst = ? AND held.judged < max(links.at, coalesce(items.at, 0)) "
    "AND claims.id IN ({})"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What an analyst holds and recorded of a claim, and when it was judged (0: it was not)."""

    held: Assessment
    record: Record
    judged: int


def candidates(
    library: Library, article: ArticleId, analyst: str, between: tuple[int, int] = EVERYWHERE
) -> list[tuple[Span, ClaimId]]:
    """The claims, live or not, that may need a reminder, and where; both bounds are starts."""
    rows = library.rows(_CANDIDATES, (article, analyst, *between))
    return [(Span(start, end), ClaimId(claim)) for start, end, claim in rows]


def flagged(library: Library, article: ArticleId, analyst: str) -> list[Span]:
    """Where the claims lie, live or not, that the analyst flagged."""
    return [Span(*row) for row in library.rows(_FLAGGED, (article, analyst))]


def kept(library: Library, analyst: str, claims: Sequence[ClaimId]) -> dict[ClaimId, Kept]:
    """What the analyst holds and recorded of these claims."""
    records = {
        claim: record
        for (whose, claim), record in records_of(library, claims, analyst).items()
        if whose == analyst
    }
    found = {claim: Kept(EMPTY, record, 0) for claim, record in records.items()}
    for claim, judged, *row in in_chunks(library, _HELD, list(claims), (analyst,)):
        record = records.get(claim, NO_RECORD)
        found[ClaimId(claim)] = Kept(assessment_of(tuple(row)), record, judged)
    return found


def contradicted(
    library: Library, article: ArticleId, analyst: str
) -> dict[ClaimId, tuple[ClaimId, ...]]:
    """Claim of the article → the claims that contradict it, as the analyst has it."""
    rows = library.rows(_RELATING, (article, analyst))
    held = {ClaimId(row[0]): assessment_of(row[1:]) for row in rows}
    others = {other for one in held.values() for _, other in one.relations} - held.keys()
    return contradictions(assessments(library, analyst, sorted(others)) | held)


def naming(
    library: Library, analyst: str, said: Iterable[Attribution]
) -> dict[ClaimId, Attribution]:
    """The analyst's first attributions of the claims that name a source for these, and so on."""
    found: dict[ClaimId, Attribution] = {}
    asked: set[ClaimId] = set()
    wanted = {one.named_in for one in said if one.named_in}
    while wanted:
        asked |= wanted
        held = attributions(library, sorted(wanted))
        found |= {claim: of[0] for (who, claim), of in held.items() if who == analyst}
        wanted = {one.named_in for one in found.values() if one.named_in} - asked
    return found


def copies(library: Library, held: Iterable[Item], viewer: str) -> Groups:
    """Which of these items copy each other, also by way of others."""
    known = {item.id: item for item in held}
    while wanted := {item.copy_of for item in known.values() if item.copy_of} - known.keys():
        found = {item.id: item for item in items(library, wanted, viewer).all()}
        if not found:
            break
        known |= found
    return Groups.of(known.values())


def outrun(library: Library, analyst: str, claims: Sequence[ClaimId]) -> frozenset[ClaimId]:
    """Those of these claims whose evidence was last written after the analyst judged them."""
    rows = in_chunks(library, _OUTRUN, list(claims), (analyst,))
    return frozenset(ClaimId(row[0]) for row in rows)
