"""What an analyst says of claims beside their tag, as acts: what stands so already is left out.

Each gives the acts that make it so, none where it is so already; ``assessing.py`` saves them,
one by one, and the command line several in one transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.naming import claims_in_words
from annotator.desk.words import kept_day, kept_line, kept_lines
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import (
    CONFIDENCES,
    EMPTY,
    Assessment,
    Because,
    ClaimType,
    Flag,
    Relation,
    Wording,
)
from annotator.domain.edits.act import Act
from annotator.domain.edits.assessing import (
    SetConfidence,
    SetFacts,
    SetFlag,
    SetRelation,
    SetType,
    SetWording,
)
from annotator.domain.edits.tagging import SetTag
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Tag
from annotator.store import reading
from annotator.store.claiming import spans_of
from annotator.store.holding import assessments
from annotator.store.recorded import links
from annotator.store.seeing import seen_by

Acts = tuple[Act, ...]

SHORTEST = 4
"""Characters of an id that name evidence."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A claim that is spoken of: which article, which claim, and where it lies."""

    article: ArticleId
    claim: ClaimId
    span: Span


def confidence(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId], sure: int
) -> Acts:
    """How sure one is of the claims: 1 to 3, or 0 to take that back."""
    if sure not in (0, *CONFIDENCES):
        raise AnnotatorError(f"How sure is said from 1 to {CONFIDENCES[-1]}, and not {sure}.")
    held = held_of(library, claims)
    chosen = tuple(claim for claim, of in held.items() if of.confidence != sure)
    return (SetConfidence(article, chosen, sure),) if chosen else ()


def claim_type(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId], kind: ClaimType | None
) -> Acts:
    """What type of claim they are; None takes that back."""
    held = held_of(library, claims)
    chosen = tuple(claim for claim, of in held.items() if of.type is not kind)
    return (SetType(article, chosen, kind),) if chosen else ()


def flag(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId], flag: Flag | None
) -> Acts:
    """Flags the claims; None takes the flag away."""
    if flag is not None:
        day = kept_day(flag.day, "The flag's day") if flag.day.strip() else ""
        flag = Flag(flag.kind, kept_line(flag.text, "The flag"), day)
    held = held_of(library, claims)
    chosen = tuple(claim for claim, of in held.items() if of.flag != flag)
    return (SetFlag(article, chosen, flag),) if chosen else ()


def wording(
    library: OpenLibrary,
    article: ArticleId,
    claim: ClaimId,
    text: str,
    taken: bool | None = None,
) -> Acts:
    """Proposes what the claim should say; an empty text takes that back.

    So does the sentence as it is: it proposes nothing. The same proposal keeps whether it was
    taken, where ``taken`` does not say so.
    """
    stretch = stretch_of(library, article, claim)
    said = kept_lines(text, "The wording")
    now = reading.text_of(library.store, article, stretch.span)
    held = held_of(library, [claim])[claim].wording
    if not said or said.split() == now.split():
        wanted = None
    elif held is not None and held.text == said and taken is None:
        wanted = held
    else:
        wanted = Wording(said, taken)
    return () if wanted == held else (SetWording(article, claim, wanted),)


def taken(library: OpenLibrary, article: ArticleId, claim: ClaimId, taken: bool | None) -> Acts:
    """Whether the author took the wording that is proposed; None: not known."""
    held = held_of(library, [claim])[claim].wording
    if held is None:
        raise AnnotatorError("No wording is proposed for it: propose one first.")
    wanted = Wording(held.text, taken)
    return () if wanted == held else (SetWording(article, claim, wanted),)


def facts(
    library: OpenLibrary,
    article: ArticleId,
    claim: ClaimId,
    ticked: Mapping[Span, bool | None],
) -> Acts:
    """Says which stretches of the claim are right (True) or wrong; None takes that back."""
    within = stretch_of(library, article, claim).span
    for span in ticked:
        if not within.start <= span[0] < span[1] <= within.end:
            raise AnnotatorError(
                f"{span[0]} to {span[1]} is no stretch of the claim: "
                f"it runs from {within.start} to {within.end}."
            )
    held = dict(held_of(library, [claim])[claim].facts)
    changed = {Span(*span): right for span, right in ticked.items() if held.get(span) is not right}
    return (SetFacts(article, claim, changed),) if changed else ()


def relation(
    library: OpenLibrary,
    article: ArticleId,
    claim: ClaimId,
    other: ClaimId,
    relation: Relation | None,
) -> Acts:
    """Says how the claim is related to another one; None takes that back."""
    if other == claim:
        raise AnnotatorError("A claim is not related to itself: name another one.")
    held = {of: how for how, of in held_of(library, [claim])[claim].relations}
    if relation is not None and not spans_of(library.store, [other]):
        raise AnnotatorError(f"No claim {other} is known here: name one of this article.")
    if held.get(other) is relation:
        return ()
    return (SetRelation(article, claim, other, relation),)


def because(
    library: OpenLibrary,
    article: ArticleId,
    claims: Sequence[ClaimId],
    because: Because | None,
    against: str | None = None,
    *,
    looked: bool = False,
) -> Acts:
    """Says why the claims are disputed, and by which evidence or which claim.

    ``against`` is an item's or a claim's id, "" names nothing; None keeps what is named, but
    goes with a reason that is taken back. ``looked`` as in ``tagging.tag``; without, what
    had been shown before the tag stays so.
    """
    held = held_of(library, claims)
    others = [claim for claim, of in held.items() if of.tag is not Tag.DISPUTED]
    if others:
        raise _not_disputed(library, article, others)
    if against:
        for claim in held:
            refuse_stranger(library, claim, against)
    wanted = {
        claim: against if against is not None else of.against if because else ""
        for claim, of in held.items()
    }
    chosen = [
        claim for claim, of in held.items() if (of.because, of.against) != (because, wanted[claim])
    ]
    if not chosen:
        return ()
    seen = _seen(library, article, chosen, held, looked)
    reasons = {claim: (because, wanted[claim]) for claim in chosen}
    return (SetTag(article, tuple(chosen), Tag.DISPUTED, seen=seen, reasons=reasons),)


def refuse_stranger(library: OpenLibrary, claim: ClaimId, against: str) -> None:
    """Raises AnnotatorError unless that is evidence that serves the claim, or another claim."""
    if against == claim:
        raise AnnotatorError("A claim does not speak against itself: name another one.")
    serving = links(library.store, [claim], library.me).get((library.me, claim), ())
    if all(link.item != against for link in serving) and not spans_of(
        library.store, [ClaimId(against)]
    ):
        raise AnnotatorError(
            "What speaks against it is named by a claim, or by evidence that serves the claim: "
            f"{against} is neither."
        )


def serving(library: OpenLibrary, claim: ClaimId, begins: str) -> tuple[str, ...]:
    """The evidence that serves the claim and whose id begins so, at least ``SHORTEST`` characters."""
    if len(begins) < SHORTEST:
        return ()
    linked = links(library.store, [claim], library.me).get((library.me, claim), ())
    return tuple(link.item for link in linked if link.item.startswith(begins.lower()))


def held_of(library: OpenLibrary, claims: Sequence[ClaimId]) -> dict[ClaimId, Assessment]:
    """What the acting analyst holds of each of these claims, in their order and each once."""
    found = assessments(library.store, library.me, claims)
    return {claim: found.get(claim, EMPTY) for claim in claims}


def stretch_of(library: OpenLibrary, article: ArticleId, claim: ClaimId) -> Stretch:
    """Where a claim of the article lies, live or not. Raises AnnotatorError for an unknown one."""
    place = spans_of(library.store, [claim]).get(claim)
    if place is None or place[0] != article:
        raise AnnotatorError(f"There is no claim {claim} in this article.")
    return Stretch(article, claim, place[1])


def _seen(
    library: OpenLibrary,
    article: ArticleId,
    claims: Sequence[ClaimId],
    held: Mapping[ClaimId, Assessment],
    looked: bool,
) -> Mapping[ClaimId, tuple[str, ...]]:
    if looked:
        return seen_by(library.store, article, library.me, claims, held)
    return {claim: held[claim].seen for claim in claims}


def _not_disputed(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId]
) -> AnnotatorError:
    spans = [span for _, span, _ in spans_of(library.store, claims).values()]
    words = claims_in_words(library, article, spans) or "it"
    verb, them = ("is", "it") if len(claims) == 1 else ("are", "them")
    return AnnotatorError(
        f"A reason belongs to what is disputed, and {words} {verb} not: tag {them} disputed first."
    )
