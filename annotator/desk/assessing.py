"""What an analyst says of claims beside their tag: how sure, of what type, what to do, and why.

As in ``tagging.py``, what is so already is left out, and None says that nothing was saved.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.desk import assessment_acts
from annotator.desk.assessment_acts import Stretch
from annotator.desk.library import OpenLibrary
from annotator.desk.words import where
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Because, ClaimType, Flag, Relation
from annotator.domain.edits.act import Act
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.domain.wording import first_words
from annotator.store import reading
from annotator.store.write import Applied
from annotator.text.facts import Fact, FactKind, facts

LONGEST = 4_000
"""Code points: of a longer claim no facts are looked for."""


def set_confidence(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId], confidence: int
) -> Applied | None:
    """How sure one is of the claims, 1 to 3; 0 takes that back."""
    return save(library, *assessment_acts.confidence(library, article, claims, confidence))


def set_type(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId], kind: ClaimType | None
) -> Applied | None:
    """What type of claim they are; None takes that back."""
    return save(library, *assessment_acts.claim_type(library, article, claims, kind))


def set_flag(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId], flag: Flag | None
) -> Applied | None:
    """Flags the claims; None takes the flag away. Raises AnnotatorError for a day that is none."""
    return save(library, *assessment_acts.flag(library, article, claims, flag))


def set_wording(
    library: OpenLibrary,
    article: ArticleId,
    claim: ClaimId,
    text: str,
    taken: bool | None = None,
) -> Applied | None:
    """Proposes what the claim should say; an empty text, or the sentence itself, takes that back."""
    return save(library, *assessment_acts.wording(library, article, claim, text, taken))


def set_taken(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, taken: bool | None
) -> Applied | None:
    """Whether the author took the proposed wording; None: not known."""
    return save(library, *assessment_acts.taken(library, article, claim, taken))


def tick(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, span: Span, right: bool | None
) -> Applied | None:
    """Says that a stretch of the claim is right, or wrong (False); None takes that back."""
    return save(library, *assessment_acts.facts(library, article, claim, {span: right}))


def relate(
    library: OpenLibrary,
    article: ArticleId,
    claim: ClaimId,
    other: ClaimId,
    relation: Relation | None,
) -> Applied | None:
    """Says how the claim is related to another one; None takes that back."""
    return save(library, *assessment_acts.relation(library, article, claim, other, relation))


def dispute_because(
    library: OpenLibrary,
    article: ArticleId,
    claims: Sequence[ClaimId],
    because: Because | None,
    against: str | None = None,
    looked: bool = False,
) -> Applied | None:
    """Says why claims are disputed; ``against``: the id of the evidence or claim that says so.

    None keeps what is named there, "" names nothing. Raises AnnotatorError where a claim
    is not disputed, or that is neither evidence that serves it nor another claim.
    """
    return save(
        library,
        *assessment_acts.because(library, article, claims, because, against, looked=looked),
    )


def facts_of(
    library: OpenLibrary, snapshot: Snapshot, index: int
) -> tuple[tuple[Fact, bool | None], ...]:
    """The facts that the rules find in a claim, in order, each with what is held of it.

    What was ticked and is found by no rule of this version is among them. Of furniture none,
    and of a claim longer than ``LONGEST`` code points, which is no sentence.
    """
    article, span = snapshot.article, snapshot.span(index)
    if snapshot.standing(index) is Standing.FURNITURE or span.end - span.start > LONGEST:
        return ()
    found = {fact.span: fact for fact in facts(article.text, span, article.language or None)}
    held = dict(reading.assessment(library.store, library.me, snapshot.id_at(index)).facts)
    for start, end in held.keys() - found.keys():
        number = any(map(str.isdigit, article.text[start:end]))
        kind = FactKind.NUMBER if number else FactKind.NAME
        found[Span(start, end)] = Fact(Span(start, end), kind)
    return tuple((found[at], held.get(at)) for at in sorted(found))


def fact_at(library: OpenLibrary, of: Stretch, typed: str) -> Span:
    """Where the fact with these words is in a claim: one that the rules find, else the words.

    Raises AnnotatorError where the claim has no such words.
    """
    article = reading.article(library.store, of.article)
    wanted = typed.casefold().split()
    short = of.span.end - of.span.start <= LONGEST
    for fact in facts(article.text, of.span, article.language or None) if short else ():
        if article.text[slice(*fact.span)].casefold().split() == wanted:
            return fact.span
    found = where(article.text, of.span, typed)
    if found is None:
        raise AnnotatorError(f"“{first_words(typed)}” does not stand in the claim.")
    return found


def words_of(library: OpenLibrary, of: Stretch) -> str:
    """The words of a claim."""
    return reading.text_of(library.store, of.article, of.span)


def save(library: OpenLibrary, *acts: Act) -> Applied | None:
    """Saves these acts in one transaction; None where there are none."""
    return library.perform(*acts) if acts else None
