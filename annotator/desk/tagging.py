"""Judging claims: the first use cases, and the ones the others copy.

Each takes the library and the claims it means, leaves out those for which it is
so already, and saves one edit; None says that there was nothing to save.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Assessment
from annotator.domain.edits.act import Act
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
    chosen = _not_yet(library, claims, note, lambda held: held.tag is tag)
    return _perform(library, chosen, SetTag(article, chosen, tag, note))


def mark_not_checkable(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId], *, note: str | None = None
) -> Applied | None:
    """Says that there is nothing to check."""
    chosen = _not_yet(library, claims, note, lambda held: held.not_checkable)
    return _perform(library, chosen, SetNotCheckable(article, chosen, note=note))


def confirm(
    library: OpenLibrary,
    article: ArticleId,
    claims: Sequence[ClaimId],
    *,
    confirmed: bool = True,
    note: str | None = None,
) -> Applied | None:
    """Confirms that the named source says so, or takes that back."""
    chosen = _not_yet(library, claims, note, lambda held: held.confirmed is confirmed)
    return _perform(library, chosen, SetConfirmed(article, chosen, confirmed, note))


def toggle_confirmed(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId]
) -> Applied | None:
    """Confirms the claims; where all are confirmed already, takes that back."""
    held = assessments(library.store, library.author.id, claims)
    every = all(claim in held and held[claim].confirmed for claim in claims)
    return confirm(library, article, claims, confirmed=not every)


def clear(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId], *, note: str | None = None
) -> Applied | None:
    """Empties tag, not checkable and confirmation."""
    chosen = _not_yet(
        library,
        claims,
        note,
        lambda held: held.standing is Standing.UNTAGGED and not held.confirmed,
    )
    return _perform(library, chosen, Clear(article, chosen, note))


def _not_yet(
    library: OpenLibrary,
    claims: Sequence[ClaimId],
    note: str | None,
    so_already: Callable[[Assessment], bool],
) -> tuple[ClaimId, ...]:
    """The claims for which it is not so yet, or whose note would change."""
    held = assessments(library.store, library.author.id, claims)
    return tuple(
        claim
        for claim in dict.fromkeys(claims)
        if not so_already(found := held.get(claim, Assessment()))
        or (note is not None and note != found.note)
    )


def _perform(library: OpenLibrary, chosen: tuple[ClaimId, ...], act: Act) -> Applied | None:
    return library.perform(act) if chosen else None
