"""Judging claims: the first use cases, and the ones the others copy.

Each takes the library and the claims it means, leaves out those for which it is
so already, and saves one edit; None says that there was nothing to save.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotator.desk.library import OpenLibrary
from annotator.desk.words import kept_text
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import EMPTY, Assessment
from annotator.domain.edits.act import Act
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.tagging import Clear, SetConfirmed, SetNotCheckable, SetTag
from annotator.domain.tags import Standing, Tag
from annotator.store.holding import assessments
from annotator.store.write import Applied


def tag(
    library: OpenLibrary,
    article: ArticleId,
    claims: Sequence[ClaimId],
    tag: Tag,
    *,
    note: str | None = None,
) -> Applied | None:
    """Tags the claims."""
    chosen, notes = _chosen(library, article, claims, note, lambda held: held.tag is tag)
    return _perform(library, chosen, SetTag(article, chosen, tag, notes))


def mark_not_checkable(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId], *, note: str | None = None
) -> Applied | None:
    """Says that there is nothing to check."""
    chosen, notes = _chosen(library, article, claims, note, lambda held: held.not_checkable)
    return _perform(library, chosen, SetNotCheckable(article, chosen, notes=notes))


def confirm(
    library: OpenLibrary,
    article: ArticleId,
    claims: Sequence[ClaimId],
    *,
    confirmed: bool = True,
    note: str | None = None,
) -> Applied | None:
    """Confirms that the named source says so, or takes that back."""
    chosen, notes = _chosen(
        library, article, claims, note, lambda held: held.confirmed is confirmed
    )
    return _perform(library, chosen, SetConfirmed(article, chosen, confirmed, notes))


def toggle_confirmed(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId]
) -> Applied | None:
    """Confirms the claims; where all are confirmed already, takes that back."""
    held = assessments(library.store, library.me, claims)
    every = all(claim in held and held[claim].confirmed for claim in claims)
    return confirm(library, article, claims, confirmed=not every)


def any_tagged(library: OpenLibrary, claims: Sequence[ClaimId]) -> bool:
    """Whether a tag, or not checkable, stands on one of them: it is shown before a confirmation."""
    held = assessments(library.store, library.me, claims).values()
    return any(one.standing not in (Standing.UNTAGGED, Standing.ON_SOURCE) for one in held)


def clear(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId], *, note: str | None = None
) -> Applied | None:
    """Empties tag, not checkable and confirmation."""
    chosen, notes = _chosen(
        library,
        article,
        claims,
        note,
        lambda held: held.standing is Standing.UNTAGGED and not held.confirmed,
    )
    return _perform(library, chosen, Clear(article, chosen, notes))


def _chosen(
    library: OpenLibrary,
    article: ArticleId,
    claims: Sequence[ClaimId],
    note: str | None,
    so_already: Callable[[Assessment], bool],
) -> tuple[tuple[ClaimId, ...], tuple[SetNote, ...]]:
    """The claims for which it is not so yet or whose note would change, and those notes.

    A note keeps the audience it has.
    """
    found = assessments(library.store, library.me, claims)
    text = None if note is None else kept_text(note, "The note")
    chosen: list[ClaimId] = []
    notes: list[SetNote] = []
    for claim in dict.fromkeys(claims):
        held = found.get(claim, EMPTY)
        noted = text is not None and text != held.note
        if noted or not so_already(held):
            chosen.append(claim)
        if noted and text is not None:
            notes.append(SetNote(article, claim, text, held.audience))
    return tuple(chosen), tuple(notes)


def _perform(library: OpenLibrary, chosen: tuple[ClaimId, ...], act: Act) -> Applied | None:
    return library.perform(act) if chosen else None
