"""Who the article says a claim comes from: written, worded otherwise, and taken away."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, overload

from annotator.desk.library import OpenLibrary
from annotator.desk.words import kept_line, where
from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.attribution import NOTHING, Attribution, Mode, Quoted, SourceKind
from annotator.domain.edits.act import Act
from annotator.domain.edits.attributing import RemoveAttribution, SetAttribution
from annotator.domain.edits.tagging import SetConfirmed
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.store import reading
from annotator.store.attributing import attribution_by_id
from annotator.store.claiming import spans_of
from annotator.store.recorded import attributions
from annotator.store.write import Applied

if TYPE_CHECKING:
    from annotator.text.attributing import Suggested as Reading

LONGEST = 4_000
"""Code points: in a longer claim, which is no sentence, nobody is looked for."""

SHORTEST = 4
"""Characters of an id that name an attribution."""


@dataclass(frozen=True, slots=True)
class AttributionGiven:
    """What is to be written of an attribution; None: as it is. "" and () empty a field.

    A stretch chosen in the page comes with its span, what was typed without; typed words
    that occur in the claim get the span of where they do first.
    """

    source: Quoted | None = None
    cue: Quoted | None = None
    content: Quoted | None = None
    kind: SourceKind | Literal[""] | None = None
    mode: Mode | Literal[""] | None = None
    via: tuple[str, ...] | None = None
    named_in: ClaimId | Literal[""] | None = None


def attribute(
    library: OpenLibrary,
    snapshot: Snapshot,
    claim: ClaimId,
    given: AttributionGiven,
    *,
    attribution: str | None = None,
    confirmed: bool | None = None,
) -> tuple[str, Applied | None]:
    """Writes an attribution of the claim, a new one or (``attribution``) that one; gives its id.

    ``confirmed``, where given, is written in the same edit. None: it was all so already, also
    where a new one would say exactly what another says. Raises AnnotatorError for a source
    without words, a stretch outside the claim, a claim that names it and is the claim itself.
    """
    article = snapshot.article.id
    held = mine(library, claim)
    if attribution is None:
        was = Attribution(str(uuid.uuid4()), claim, NOTHING)
    else:
        found = next((one for one in held if one.id == attribution), None)
        if found is None:
            raise AnnotatorError("That attribution is not one of yours of this claim.")
        was = found
    wanted = _merged(library, snapshot, was, given)
    if attribution is None:
        same = next((one for one in held if replace(one, id=wanted.id) == wanted), None)
        was = wanted = same or wanted
    confirming = _confirming(library, article, claim, confirmed)
    acts: tuple[Act, ...] = (confirming,) if confirming else ()
    if wanted not in held:
        acts = (SetAttribution(article, wanted, confirming),)
    return wanted.id, library.perform(*acts) if acts else None


@dataclass(frozen=True, slots=True)
class Suggested:
    """An attribution that the rules read in the sentence; its id is empty until it is kept.

    ``name``: the words for the source in the claim that names it ("ISNA" for "the report").
    """

    attribution: Attribution
    name: str = ""


def suggestions(library: OpenLibrary, snapshot: Snapshot, index: int) -> tuple[Suggested, ...]:
    """Whom a claim seems to come from; nothing where that was said already, nor of furniture."""
    claim, span = snapshot.id_at(index), snapshot.span(index)
    aside = snapshot.standing(index) is Standing.FURNITURE or span.end - span.start > LONGEST
    if aside or mine(library, claim):
        return ()
    from annotator.text.attributing import suggested  # its wordbooks take a moment

    article = snapshot.article
    found = suggested(article.text, _Claims(snapshot), index, article.language or None)
    return tuple(_suggested(snapshot, claim, one) for one in found)


def keep_suggestion(
    library: OpenLibrary,
    snapshot: Snapshot,
    index: int,
    suggestion: Suggested,
    *,
    confirmed: bool | None = None,
) -> tuple[str, Applied | None]:
    """Keeps a suggestion as one's own attribution, as ``attribute`` does; gives its id."""
    one = suggestion.attribution
    given = AttributionGiven(
        one.source, one.cue, one.content, one.kind, one.mode, one.via, one.named_in
    )
    return attribute(library, snapshot, snapshot.id_at(index), given, confirmed=confirmed)


def mine(library: OpenLibrary, claim: ClaimId) -> tuple[Attribution, ...]:
    """One's own attributions of a claim, the oldest first."""
    return attributions(library.store, [claim]).get((library.me, claim), ())


def called_by(library: OpenLibrary, claim: ClaimId, begins: str) -> Attribution:
    """The one whose id begins so, at least ``SHORTEST`` characters. Raises AnnotatorError."""
    wanted = begins.strip().lower()
    found = [one for one in mine(library, claim) if one.id.startswith(wanted)]
    if len(wanted) < SHORTEST or not found:
        raise AnnotatorError(
            f"No attribution of yours of this claim has an id that begins with “{begins}”: "
            f"write its first {SHORTEST} characters or more."
        )
    if len(found) > 1:
        raise AnnotatorError(f"“{begins}” begins {len(found)} ids: write more of the one you mean.")
    return found[0]


def unattribute(library: OpenLibrary, article: ArticleId, attribution: str) -> Applied:
    """Takes one of one's own attributions away. Raises AnnotatorError where there is none."""
    found = attribution_by_id(library.store, library.me, attribution)
    places = spans_of(library.store, [found.claim] if found else [])
    if found is None or places[found.claim][0] != article:
        raise AnnotatorError("That attribution is not there any more, or not yours.")
    return library.perform(RemoveAttribution(article, attribution))


class _Claims(Sequence[Span]):
    """Where the claims of an article lie; none is made before it is asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def __len__(self) -> int:
        return len(self._snapshot)

    @overload
    def __getitem__(self, at: int) -> Span: ...

    @overload
    def __getitem__(self, at: slice) -> list[Span]: ...

    def __getitem__(self, at: int | slice) -> Span | list[Span]:
        if isinstance(at, slice):
            return [self._snapshot.span(index) for index in range(*at.indices(len(self)))]
        return self._snapshot.span(at)


def _suggested(snapshot: Snapshot, claim: ClaimId, one: Reading) -> Suggested:
    text = snapshot.article.text

    def quoted(span: Span | None) -> Quoted:
        return Quoted(_words(text, span), span) if span else NOTHING

    named_in = claim_id(snapshot.article.id, one.named_in) if one.named_in else None
    return Suggested(
        Attribution(
            "",
            claim,
            quoted(one.source),
            quoted(one.cue),
            quoted(one.content),
            one.kind,
            one.mode,
            tuple(_words(text, span) for span in one.via),
            named_in,
        ),
        _words(text, one.name) if one.name else "",
    )


def _words(text: str, span: Span) -> str:
    """The words of a stretch on one line, without control characters."""
    return " ".join("".join(filter(_visible, text[slice(*span)])).split())


def _confirming(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, confirmed: bool | None
) -> SetConfirmed | None:
    if confirmed is None:
        return None
    held = reading.assessment(library.store, library.me, claim)
    return None if held.confirmed is confirmed else SetConfirmed(article, (claim,), confirmed)


def _merged(
    library: OpenLibrary, snapshot: Snapshot, was: Attribution, given: AttributionGiven
) -> Attribution:
    """The attribution with what is given; each field checked."""
    place = spans_of(library.store, [was.claim]).get(was.claim)
    if place is None or place[0] != snapshot.article.id:
        raise AnnotatorError(f"There is no claim {was.claim} in this article.")
    text, span = snapshot.article.text, place[1]
    wanted = replace(
        was,
        source=_quoted(text, span, given.source, was.source, "The source"),
        cue=_quoted(text, span, given.cue, was.cue, "The cue"),
        content=_quoted(text, span, given.content, was.content, "The content"),
        kind=was.kind if given.kind is None else given.kind or None,
        mode=was.mode if given.mode is None else given.mode or None,
        via=was.via if given.via is None else _via(given.via),
        named_in=was.named_in if given.named_in is None else given.named_in or None,
    )
    if not wanted.source.text:
        raise AnnotatorError("An attribution needs a source: say who the article names.")
    if given.named_in:
        _refuse_named_in(library, snapshot.article.id, was.claim, given.named_in)
    return wanted


def _quoted(text: str, claim: Span, given: Quoted | None, was: Quoted, what: str) -> Quoted:
    """The words, and where they stand in the claim, if they do."""
    if given is None:
        return was
    if given.span is not None:
        start, end = given.span
        if not claim.start <= start < end <= claim.end:
            raise AnnotatorError(
                f"{what} lies outside the claim: choose a stretch "
                f"between {claim.start} and {claim.end}."
            )
        stretch = kept_line(_words(text, given.span), what)
        if not given.text or given.text.split() == stretch.split():
            return Quoted(stretch, Span(start, end)) if stretch else NOTHING
    said = kept_line(given.text, what)
    return Quoted(said, where(text, claim, said)) if said else NOTHING


def _visible(char: str) -> bool:
    """Not a control character, which an imported text may hold; blanks are left to be joined."""
    return char.isspace() or unicodedata.category(char) != "Cc"


def _via(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, (kept_line(one, "Whom it is according to") for one in given)))


def _refuse_named_in(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, named_in: ClaimId
) -> None:
    if named_in == claim:
        raise AnnotatorError(
            "The source is named in another claim or in none: a claim cannot point to itself."
        )
    place = spans_of(library.store, [named_in]).get(named_in)
    if place is None or place[0] != article:
        raise AnnotatorError(f"There is no claim {named_in} in this article that could name it.")
