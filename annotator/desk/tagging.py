"""Judging claims: the first use cases, and the ones the others copy.

Each takes the library and the claims it means, leaves out those for which it is
so already, and saves one edit; None says that there was nothing to save.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.words import kept_line, kept_text
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import EMPTY, Assessment
from annotator.domain.edits.act import Act
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.tagging import Clear, SetConfirmed, SetNotCheckable, SetTag
from annotator.domain.tags import Standing, Tag
from annotator.store.holding import assessments
from annotator.store.reminding import outrun
from annotator.store.seeing import seen_by
from annotator.store.write import Applied


def tag(
    library: OpenLibrary,
    article: ArticleId,
    claims: Sequence[ClaimId],
    tag: Tag,
    *,
    note: str | None = None,
    looked: bool = False,
) -> Applied | None:
    """Tags the claims; those that stand so already only where their evidence is later than the tag.

    Why they are disputed stays. ``looked``: in a window, so that colleagues' tags may have been shown before; the tag
    then says whose (EDITS.md, section 6: *sight*).
    """
    chosen = _chosen(library, article, claims, note, lambda held: held.tag is tag, again=True)
    seen = _seen(library, article, chosen, looked)
    again = {claim: chosen.held[claim] for claim in chosen.claims if claim in chosen.held}
    act = SetTag(
        article,
        chosen.claims,
        tag,
        chosen.notes,
        seen,
        reasons={of: (held.because, held.against) for of, held in again.items() if held.tag is tag},
    )
    return _perform(library, chosen, act)


def mark_not_checkable(
    library: OpenLibrary,
    article: ArticleId,
    claims: Sequence[ClaimId],
    *,
    why: str | None = None,
    note: str | None = None,
    looked: bool = False,
) -> Applied | None:
    """Says that there is nothing to check, and ``why``; an empty one takes that back.

    Without it the reason that is there stays. ``looked`` as in ``tag``.
    """
    said = None if why is None else kept_line(why, "The reason")
    chosen = _chosen(
        library,
        article,
        claims,
        note,
        lambda held: held.not_checkable and said in (None, held.why),
    )
    seen = _seen(library, article, chosen, looked)
    act = SetNotCheckable(article, chosen.claims, said or "", chosen.notes, seen)
    return _perform(library, chosen, act)


def confirm(
    library: OpenLibrary,
    article: ArticleId,
    claims: Sequence[ClaimId],
    *,
    confirmed: bool = True,
    note: str | None = None,
) -> Applied | None:
    """Confirms that the named source says so, or takes that back."""
    chosen = _chosen(library, article, claims, note, lambda held: held.confirmed is confirmed)
    return _perform(library, chosen, SetConfirmed(article, chosen.claims, confirmed, chosen.notes))


def toggle_confirmed(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId]
) -> Applied | None:
    """Confirms the claims; where all are confirmed already, takes that back."""
    return confirm(library, article, claims, confirmed=not all_confirmed(library, claims))


def all_confirmed(library: OpenLibrary, claims: Sequence[ClaimId]) -> bool:
    """Whether it was said of each of the claims that the named source says so."""
    held = assessments(library.store, library.me, claims)
    return all(claim in held and held[claim].confirmed for claim in claims)


def any_tagged(library: OpenLibrary, claims: Sequence[ClaimId]) -> bool:
    """Whether a tag, or not checkable, stands on one of them: it is shown before a confirmation."""
    held = assessments(library.store, library.me, claims).values()
    return any(one.standing not in (Standing.UNTAGGED, Standing.ON_SOURCE) for one in held)


def clear(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId], *, note: str | None = None
) -> Applied | None:
    """Empties tag, not checkable and confirmation."""
    chosen = _chosen(
        library,
        article,
        claims,
        note,
        lambda held: held.standing is Standing.UNTAGGED and not held.confirmed,
    )
    return _perform(library, chosen, Clear(article, chosen.claims, chosen.notes))


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The claims for which it is not so yet, what is held of all, and notes to write to them.

    Where only the note changes the judgement is not written again: that would take its reason
    away, and say that it was made now.
    """

    me: str
    held: Mapping[ClaimId, Assessment]
    claims: tuple[ClaimId, ...]
    notes: tuple[SetNote, ...]


def _chosen(
    library: OpenLibrary,
    article: ArticleId,
    claims: Sequence[ClaimId],
    note: str | None,
    so_already: Callable[[Assessment], bool],
    *,
    again: bool = False,
) -> _Chosen:
    """The claims for which it is not so yet, and the notes that would change.

    A note keeps the audience it has. ``again``: those too whose evidence was written since.
    """
    me = library.me
    found = assessments(library.store, me, claims)
    since = _outrun(library, found, so_already) if again else frozenset()
    text = None if note is None else kept_text(note, "The note")
    chosen: list[ClaimId] = []
    notes: list[SetNote] = []
    for claim in dict.fromkeys(claims):
        held = found.get(claim, EMPTY)
        if claim in since or not so_already(held):
            chosen.append(claim)
        if text is not None and text != held.note:
            notes.append(SetNote(article, claim, text, held.audience))
    return _Chosen(me, found, tuple(chosen), tuple(notes))


def _outrun(
    library: OpenLibrary,
    held: Mapping[ClaimId, Assessment],
    so_already: Callable[[Assessment], bool],
) -> frozenset[ClaimId]:
    """Those that stand so already and whose evidence is later: tagging again says they still do."""
    stand = [claim for claim, one in held.items() if so_already(one)]
    return outrun(library.store, library.me, stand) if stand else frozenset()


def _seen(
    library: OpenLibrary, article: ArticleId, chosen: _Chosen, looked: bool
) -> Mapping[ClaimId, tuple[str, ...]]:
    if not looked or not chosen.claims:
        return {}
    return seen_by(library.store, article, chosen.me, chosen.claims, chosen.held)


def _perform(library: OpenLibrary, chosen: _Chosen, act: Act) -> Applied | None:
    return library.perform(act) if chosen.claims or chosen.notes else None
