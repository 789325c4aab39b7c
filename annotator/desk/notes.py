"""Notes, and the drafts that keep what is being typed."""

from __future__ import annotations

from annotator.desk.library import OpenLibrary
from annotator.desk.words import kept_text
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.edits.notes import SetNote
from annotator.store import drafts, holding, reading
from annotator.store.wordedwith import worded_with
from annotator.store.write import Applied, DraftKey

NOTE = "note"


def write_note(
    library: OpenLibrary,
    article: ArticleId,
    claim: ClaimId,
    text: str,
    *,
    audience: Audience | None = None,
) -> Applied | None:
    """Writes the note of a claim, an empty one takes it away; the draft of it is gone.

    Without ``audience`` it keeps the one it has. None: it was so already.
    """
    text = kept_text(text, "The note")
    held = reading.assessment(library.store, library.me, claim)
    audience = audience or held.audience
    key = DraftKey(library.author.id, claim, NOTE)
    if text == held.note and (audience is held.audience or not text):
        drafts.drop_draft(library.store, key, wait=library.wait)
        return None
    was = held.audience if held.note else None
    hides = audience is Audience.ME and was not in (None, Audience.ME)
    again = _worded_with(library, article, claim) if hides else ()
    act = SetNote(article, claim, text, audience, was, again)
    return library.perform(act, drops=(key,))


def _worded_with(library: OpenLibrary, article: ArticleId, claim: ClaimId) -> tuple[SetNote, ...]:
    """Notes that others may read and that came with this one: they are to leave without it."""
    others = worded_with(library.store, claim)
    held = holding.assessments(library.store, library.me, others)
    return tuple(
        SetNote(article, one, of.note, of.audience)
        for one, of in held.items()
        if of.note and of.audience is not Audience.ME
    )
