"""What a report shows of what people hold of one article's claims: nothing that is for themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import EMPTY, Assessment, Audience, is_field, read_fields
from annotator.domain.record import NO_RECORD, Record
from annotator.domain.report import Held
from annotator.store.assess import HELD, REGISTERS, assessment_of
from annotator.store.library import Library
from annotator.store.people import PERSON, Names
from annotator.store.recorded import NOBODY, Whose, records_of

_HELD = (
    f"SELECT claim, analyst, judged, changed, {HELD} "
    "FROM assessments WHERE article = ? {} ORDER BY claim, analyst"
)
_PRIVATELY = (
    f"SELECT DISTINCT claims.id, {PERSON.format(id='edits.analyst')} FROM claims "
    "CROSS JOIN writes ON writes.id = claims.id AND form = 'own' AND about = 'claim' "
    "AND field = 'note.me' CROSS JOIN parts ON parts.seq = writes.part "
    "CROSS JOIN edits ON edits.id = parts.edit WHERE claims.article = ?"
)
_RECORDED = (
    "SELECT claims.id FROM claims WHERE article = ?1 AND EXISTS "
    "(SELECT 1 FROM links WHERE links.claim = claims.id) UNION "
    "SELECT claims.id FROM claims WHERE article = ?1 AND EXISTS "
    "(SELECT 1 FROM attributions WHERE attributions.claim = claims.id)"
)


def held_of(
    library: Library, article: ArticleId, only: str | None = None
) -> dict[ClaimId, tuple[Held, ...]]:
    """Claim of the article → what is held and recorded of it, by analyst; nothing that is private.

    ``only``: by one person alone. Who merely recorded something holds an empty assessment that
    was never changed. Inside of a transaction.
    """
    records = _records(library, article, only)
    names = Names(library)
    found: dict[ClaimId, list[Held]] = {}
    for (analyst, claim), (assessment, judged, changed) in _assessed(library, article, only):
        record = records.pop((analyst, claim), NO_RECORD)
        if not (assessment.empty and record.empty):
            when = (0, 0) if assessment.empty else (judged, changed)
            one = Held(names.analyst(analyst), assessment, when[1], record, when[0])
            found.setdefault(claim, []).append(one)
    for (analyst, claim), record in records.items():
        found.setdefault(claim, []).append(Held(names.analyst(analyst), EMPTY, 0, record))
    return {
        claim: tuple(sorted(held, key=lambda one: one.analyst.id)) for claim, held in found.items()
    }


def _records(library: Library, article: ArticleId, only: str | None) -> dict[Whose, Record]:
    claims = [ClaimId(row[0]) for row in library.rows(_RECORDED, (article,))]
    found = records_of(library, claims, NOBODY)
    return {whose: record for whose, record in found.items() if only in (None, whose[0])}


def _assessed(
    library: Library, article: ArticleId, only: str | None
) -> Iterator[tuple[Whose, tuple[Assessment, int, int]]]:
    """What is held, when it was judged, and when it was changed."""
    condition, values = ("", ()) if only is None else ("AND analyst = ?", (only,))
    privately = set(library.rows(_PRIVATELY, (article,)))
    for claim, analyst, judged, changed, *rest in library.rows(
        _HELD.format(condition), (article, *values)
    ):
        found = assessment_of(tuple(rest)), judged, changed
        if found[0].audience is Audience.ME or (claim, analyst) in privately:
            found = _without_private(library, claim, analyst)
        yield (analyst, ClaimId(claim)), found


def _without_private(library: Library, claim: ClaimId, analyst: str) -> tuple[Assessment, int, int]:
    """What the analyst holds as if the private notes were not here."""
    fields, changed = {}, 0
    for _, name, value, at, edit, clock in library.rows(REGISTERS.format("?"), (claim, analyst)):
        if is_field(name) and name != "note.me":
            fields[name] = ((at, edit), json.loads(value))
            changed = clock
    judged = fields["judgement"][0][0] if "judgement" in fields else 0
    return read_fields(fields), judged, changed
