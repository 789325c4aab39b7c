"""What is typed in a claim's fields: drafts while it is typed, one edit when it is done.

A draft's text is what its field holds: the words of a wording or a reason, the flag and the
attribution as JSON. Notes have a module of their own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

from annotator.desk import assessment_acts, attributing, notes
from annotator.desk.attributing import AttributionGiven
from annotator.desk.library import OpenLibrary
from annotator.desk.words import kept_line
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import read_flag
from annotator.domain.attribution import RECORD, read_attribution
from annotator.domain.canonical import Json, text_or_empty
from annotator.domain.edits.act import Act
from annotator.domain.edits.tagging import SetNotCheckable
from annotator.domain.errors import AnnotatorError, BusyError
from annotator.domain.evidence import NEVER
from annotator.domain.snapshot import Snapshot
from annotator.store import drafts, reading
from annotator.store.drafts import Draft
from annotator.store.write import Applied, DraftKey

WORDING, FLAG, WHY, ATTRIBUTION = "wording", "flag", "why", "attribution"
"""The fields of these drafts."""


class Unsettled(NamedTuple):
    """What was typed in a field of a claim, and could not be written as it is."""

    article: ArticleId
    claim: ClaimId
    field: str
    text: str


def write(
    library: OpenLibrary,
    article: ArticleId,
    claim: ClaimId,
    field: str,
    text: str,
    snapshot: Snapshot | None = None,
) -> Applied | None:
    """Writes what was typed in a field; its draft is gone. None: it was so already.

    ``snapshot`` is the article's, where somebody has it in hand. Raises AnnotatorError for
    what cannot be written so; the draft stays.
    """
    if field == notes.NOTE:
        return notes.write_note(library, article, claim, text)
    key = DraftKey(library.author.id, claim, field)
    if field == ATTRIBUTION:
        applied = _attribute(library, article, claim, text, snapshot)
        drafts.drop_draft(library.store, key, wait=library.wait)
        return applied
    acts = _ACTS[field](library, article, claim, text)
    if not acts:
        drafts.drop_draft(library.store, key, wait=library.wait)
        return None
    return library.perform(*acts, drops=(key,))


def keep(library: OpenLibrary, article: ArticleId, claim: ClaimId, field: str, text: str) -> None:
    """Keeps what is being typed, so that a crash loses no more than the last second."""
    key = DraftKey(library.author.id, claim, field)
    drafts.save_draft(library.store, key, article, text, wait=library.wait)


def settle(library: OpenLibrary) -> int:
    """Turns what a crash left half typed into edits; says how many there were.

    What cannot be written as it is stays a draft (``unsettled``). Raises BusyError.
    """
    left = _known(library)
    for draft in left:
        try:
            write(library, draft.article, ClaimId(draft.claim), draft.field, draft.text)
        except BusyError:
            raise
        except AnnotatorError:
            continue
    return len(left)


def unsettled(library: OpenLibrary) -> tuple[Unsettled, ...]:
    """What could not be made an edit, the oldest first: it goes into its fields again."""
    return tuple(
        Unsettled(one.article, ClaimId(one.claim), one.field, one.text) for one in _known(library)
    )


def _known(library: OpenLibrary) -> list[Draft]:
    known = {notes.NOTE, ATTRIBUTION, *_ACTS}
    return [one for one in drafts.drafts(library.store, library.author.id) if one.field in known]


def _wording(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, text: str
) -> tuple[Act, ...]:
    return assessment_acts.wording(library, article, claim, text)


def write_flag(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId], text: str
) -> Applied | None:
    """Flags several claims with what was typed for one of them, in one edit."""
    acts = assessment_acts.flag(library, article, claims, read_flag(_read(text)))
    return library.perform(*acts) if acts else None


def _flag(library: OpenLibrary, article: ArticleId, claim: ClaimId, text: str) -> tuple[Act, ...]:
    return assessment_acts.flag(library, article, [claim], read_flag(_read(text)))


def _why(library: OpenLibrary, article: ArticleId, claim: ClaimId, text: str) -> tuple[Act, ...]:
    """Only of what is not checkable any more; whose tags had been shown before stays so."""
    held = reading.assessment(library.store, library.me, claim)
    why = kept_line(text, "The reason")
    if not held.not_checkable or held.why == why:
        return ()
    return (SetNotCheckable(article, (claim,), why, seen=held.seen),)


_ACTS: dict[str, Callable[[OpenLibrary, ArticleId, ClaimId, str], tuple[Act, ...]]] = {
    WORDING: _wording,
    FLAG: _flag,
    WHY: _why,
}


def _attribute(
    library: OpenLibrary,
    article: ArticleId,
    claim: ClaimId,
    text: str,
    snapshot: Snapshot | None,
) -> Applied | None:
    """``named_in`` is the number of the claim that names the source, as it was typed."""
    fields = _read(text)
    record = fields | {"claim": claim} if isinstance(fields, dict) else None
    typed = read_attribution("", {RECORD: (NEVER, record)})
    if typed is None or not (
        typed.source.text or typed.cue.text or typed.content.text or typed.via
    ):
        return None
    if not typed.source.text:
        raise AnnotatorError("Nobody is named yet: say who says it.")
    if snapshot is None:
        snapshot = reading.snapshot(library.store, article, library.me)
    given = AttributionGiven(
        typed.source,
        typed.cue,
        typed.content,
        typed.kind or "",
        typed.mode or "",
        typed.via,
        claim_of_number(snapshot, typed.named_in) if typed.named_in else "",
    )
    which = text_or_empty(fields.get("id")) or None
    return attributing.attribute(library, snapshot, claim, given, attribution=which)[1]


def claim_of_number(snapshot: Snapshot, typed: str) -> ClaimId:
    """The claim that is meant by a number, or T. Raises AnnotatorError where there is none."""
    typed = typed.strip()
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else None
    index = snapshot.index_of_number(
        0 if typed.upper() == "T" else -1 if number is None else number
    )
    if index is None:
        title = ", and T is the title" if snapshot.has_title_claim else ""
        wanted = f"There is no claim {typed[:40]} here" if typed else "Type a number"
        raise AnnotatorError(f"{wanted}: claims run from 1 to {snapshot.last_number:,}{title}.")
    return snapshot.id_at(index)


def _read(text: str) -> Json:
    """What a draft's JSON says; None where it is none."""
    try:
        value: Json = json.loads(text)
    except ValueError:
        return None
    return value
