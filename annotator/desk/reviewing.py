"""Reviewing an article: who says what of a claim, and settling it.

Functions that settle take the review as it was shown: a decision says what it was
decided over, so that a judgement which changes afterwards makes it ask again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.people import names
from annotator.desk.words import kept_text
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Analyst, Assessment, Audience
from annotator.domain.compare import Accord, ReviewSnapshot
from annotator.domain.decision import Decision
from annotator.domain.edits.reviewing import Decide, Ruling
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Change, Snapshot, indices
from annotator.domain.tags import NOT_JUDGED, Standing
from annotator.domain.threads import Comment
from annotator.store import reading, reviewing, threads, voices
from annotator.store.write import Applied


@dataclass(frozen=True, slots=True)
class Voice:
    """What one analyst says of a claim. ``column`` is the place in the review's columns.

    ``other_text`` is the quotation where it was said of a claim of another text, and
    empty where it was said of this one. ``note_withheld``: a note was written, and did
    not come along.
    """

    column: int
    analyst: Analyst
    initial: str
    me: bool
    standing: Standing
    assessment: Assessment
    other_text: str = ""
    note_withheld: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What an analyst held of a claim that was cut since, with other borders."""

    analyst: Analyst
    span: Span
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class ClaimReview:
    """One claim as its review shows it: who said what, what was decided, and the comments.

    ``veiled``: colleagues judged it, and the viewer may not see that yet. ``party``: the
    viewer held the tag that stands, or one of those that differ: a reminder, no block.
    """

    claim: ClaimId
    index: int
    accord: Accord
    voices: tuple[Voice, ...]
    silent: tuple[Analyst, ...]
    """Those who judged other claims of the article and not this one."""
    decisions: tuple[Decision, ...]
    stale: bool
    comments: tuple[Comment, ...]
    before: tuple[Before, ...]
    names: Mapping[str, str]
    """Person → name, of everybody who is mentioned in it."""
    veiled: bool
    party: bool


def review(library: OpenLibrary, article: ArticleId) -> ReviewSnapshot:
    """The article as the acting person reviews it now."""
    return reviewing.review(library.store, article, library.me)


def followed(
    library: OpenLibrary, held: ReviewSnapshot, change: Change, snapshot: Snapshot
) -> ReviewSnapshot:
    """The review after a change; ``snapshot`` has followed it already.

    A change of another article counts where claims of the two were matched; one of the
    library itself ("") says that somebody goes by another name, or is hidden or shown.
    """
    if change.article not in (held.article, ""):
        related = change.article in voices.tied_texts(library.store, held.article)
        return review(library, held.article) if related else held
    if not change.article or change.layout or change.about or len(held) != len(snapshot):
        return review(library, held.article)
    touched = indices(snapshot, change.touched)
    renewed = reviewing.renewed(library.store, held, touched, [snapshot.span(i) for i in touched])
    return review(library, held.article) if renewed is None else renewed


def claim_review(
    library: OpenLibrary, snapshot: Snapshot, held: ReviewSnapshot, index: int
) -> ClaimReview:
    """One claim in full. Nothing of colleagues while it is veiled."""
    claim = snapshot.id_at(index)
    voices = tuple(_voices(library, snapshot, held, index))
    spoken = {voice.analyst.id for voice in voices}
    veiled = held.accord(index) is Accord.VEILED
    said = threads.threads(library.store, held.article, library.me, claim)
    decisions = held.decisions.get(index, ())
    return ClaimReview(
        claim,
        index,
        held.accord(index),
        voices,
        tuple(c.analyst for c in held.columns if c.analyst.id not in spoken and not veiled),
        decisions,
        held.accord(index) is Accord.RETURNED,
        () if veiled else said,
        () if veiled else tuple(_before(library, held, snapshot.span(index))),
        names(library),
        veiled,
        library.me in spoken and held.accord(index) not in (Accord.AGREED, Accord.ONE),
    )


def settle(
    library: OpenLibrary,
    snapshot: Snapshot,
    held: ReviewSnapshot,
    chosen: Iterable[int],
    outcome: Standing,
    reason: str = "",
) -> Applied | None:
    """Decides these claims; None where it is so already, with the same reason and over the same.

    Raises AnnotatorError where colleagues' tags of one of them may not be seen yet.
    """
    made = rulings(library, snapshot, held, chosen, outcome, reason)
    return library.perform(Decide(held.article, made)) if made else None


def rulings(
    library: OpenLibrary,
    snapshot: Snapshot,
    held: ReviewSnapshot,
    chosen: Iterable[int],
    outcome: Standing,
    reason: str = "",
) -> tuple[Ruling, ...]:
    """What ``settle`` would decide; those for which it is so already are left out."""
    reason = kept_text(reason, "The reason")
    refuse_blind(held)
    made = (_ruling(library, snapshot, held, index, outcome, reason) for index in chosen)
    return tuple(ruling for ruling in made if ruling is not None)


def accept(
    library: OpenLibrary,
    snapshot: Snapshot,
    held: ReviewSnapshot,
    index: int,
    column: int,
    reason: str = "",
) -> Applied | None:
    """Decides a claim as the analyst of this column judged it. Raises AnnotatorError where there is none."""
    if not 0 <= column < len(held.columns):
        raise AnnotatorError(f"There is no analyst {column + 1} here.")
    _refuse_veiled(held, index)
    standing = held.columns[column].standing(index)
    if standing in NOT_JUDGED:
        name = held.columns[column].analyst.name
        raise AnnotatorError(f"{name} has not judged this claim, so there is nothing to accept.")
    return settle(library, snapshot, held, [index], standing, reason)


def leave_open(
    library: OpenLibrary, snapshot: Snapshot, held: ReviewSnapshot, index: int
) -> Applied | None:
    """Takes one's own decision back; None where one decided nothing."""
    if held.own_decision(index) is None:
        return None
    return library.perform(Decide(held.article, (Ruling(snapshot.id_at(index), None),)))


def accept_unanimous(
    library: OpenLibrary, snapshot: Snapshot, held: ReviewSnapshot, reason: str = ""
) -> Applied | None:
    """Decides every claim that two or more judged alike, and nobody decided, as they judged it."""
    made = unanimous_rulings(library, snapshot, held, reason)
    return library.perform(Decide(held.article, made)) if made else None


def unanimous_rulings(
    library: OpenLibrary, snapshot: Snapshot, held: ReviewSnapshot, reason: str = ""
) -> tuple[Ruling, ...]:
    """What ``accept_unanimous`` would decide."""
    refuse_blind(held)
    return tuple(
        ruling
        for index in held.unanimous()
        for ruling in rulings(library, snapshot, held, [index], held.held(index)[0][1], reason)
    )


def refuse_blind(held: ReviewSnapshot) -> None:
    """Raises AnnotatorError while nothing of colleagues is shown to the reviewer."""
    if held.sight.blind:
        raise AnnotatorError(
            "You check this article blind, and what colleagues say is not shown to you yet: "
            "submit your pass before you settle anything."
        )


def _refuse_veiled(held: ReviewSnapshot, index: int) -> None:
    if held.accord(index) is Accord.VEILED:
        raise AnnotatorError(
            "Colleagues judged this claim, and you have not looked: "
            "tag it yourself, or show their tags, before you settle it."
        )


def _ruling(
    library: OpenLibrary,
    snapshot: Snapshot,
    held: ReviewSnapshot,
    index: int,
    outcome: Standing,
    reason: str,
) -> Ruling | None:
    _refuse_veiled(held, index)
    over: dict[str, Standing | None] = {}
    elsewhere: dict[str, dict[str, Standing]] = {}
    for column, standing in held.held(index):
        if index in column.elsewhere:
            elsewhere.setdefault(column.elsewhere[index], {})[column.analyst.id] = standing
        else:
            over[column.analyst.id] = standing
    for column in held.hidden:
        if column.standing(index) not in NOT_JUDGED:
            over[column.analyst.id] = None
    stands = held.decision(index)
    so_already = (
        stands is not None
        and stands.reviewer == library.me
        and held.accord(index) is Accord.SETTLED
        and (stands.outcome, stands.reason) == (outcome, reason)
    )
    if so_already:
        return None
    return Ruling(snapshot.id_at(index), outcome, reason, over, elsewhere)


def _voices(
    library: OpenLibrary, snapshot: Snapshot, held: ReviewSnapshot, index: int
) -> Iterable[Voice]:
    for place, column in enumerate(held.columns):
        standing = column.standing(index)
        if standing in NOT_JUDGED:
            continue
        other = column.elsewhere.get(index)
        claim = other or snapshot.id_at(index)
        me = column.analyst.id == library.me
        yield Voice(
            place,
            column.analyst,
            held.initials[place],
            me,
            standing,
            assessment_shown(library, column.analyst.id, claim),
            voices.quotation(library.store, other) if other else "",
            not me and voices.note_withheld(library.store, column.analyst.id, claim),
        )


def assessment_shown(library: OpenLibrary, analyst: str, claim: ClaimId) -> Assessment:
    """What an analyst holds of a claim, a colleague's private note left out."""
    found = reading.assessment(library.store, analyst, claim)
    if analyst != library.me and found.audience is Audience.ME:
        return voices.without_private(library.store, analyst, claim)
    return found


def _before(library: OpenLibrary, held: ReviewSnapshot, span: Span) -> Iterable[Before]:
    hidden = {column.analyst.id for column in held.hidden}
    for analyst, old, claim in voices.retired_at(library.store, held.article, span):
        if analyst.id in hidden or (held.sight.blind and analyst.id != library.me):
            continue
        yield Before(analyst, old, assessment_shown(library, analyst.id, claim))
