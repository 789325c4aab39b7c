"""What a report says of a review: decisions, threads, passes, and how it all went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from annotator.domain.article import ClaimId
from annotator.domain.edits.revisions import WAITING
from annotator.domain.report import Report, ReportClaim, Ruled
from annotator.domain.review import ArticleStage, Drawn, Pass, PassState, Revision
from annotator.domain.threads import Comment
from annotator.reporting import alike, times, words
from annotator.reporting.alike import FigureView
from annotator.reporting.labels import Labels
from annotator.reporting.words import Look, Terms

DRAWN_SHOWN = 40
"""So many drawn claims are linked; a draw of more says how many there are."""


class Moment(NamedTuple):
    """A moment in words, its day alone, and as machines read it; false where there is none."""

    words: str
    day: str
    stamp: str

    def __bool__(self) -> bool:
        return bool(self.words)


NO_MOMENT = Moment("", "", "")


def moment(at: int, terms: Terms) -> Moment:
    """Of microseconds since 1970, UTC; 0 is none, as in a copy without history."""
    if not at:
        return NO_MOMENT
    language = terms.language
    return Moment(times.shown(at, language), times.shown_date(at, language), times.seconds(at))


class RulingView(NamedTuple):
    """One reviewer's decision. ``direction`` is the reason's, rtl or ltr.

    ``says``: "Settled as disputed by A, who held one of these tags; overrules B".
    """

    who: str
    look: Look
    when: Moment
    reason: str
    direction: str
    overruled: tuple[str, ...]
    party: bool
    stale: bool
    says: str


class SpeechView(NamedTuple):
    """One comment of a thread; ``who`` is empty where it is not here, ``text`` where it is gone."""

    who: str
    when: Moment
    text: str
    direction: str
    answer: bool


class PassView(NamedTuple):
    """How far one analyst's pass has come: the word, what it means, and why it was given back."""

    who: str
    state: str
    when: Moment | None
    by: str
    answered: Moment | None
    reason: str
    stands: PassState


Threads = Mapping[ClaimId, tuple[SpeechView, ...]]


def ruling(ruled: Ruled, terms: Terms) -> RulingView:
    """A decision, in words."""
    decision, look = ruled.decision, terms.look[ruled.outcome]
    overruled = tuple(one.name for one in ruled.overruled if one.name)
    return RulingView(
        ruled.reviewer.name,
        look,
        moment(decision.decided, terms),
        decision.reason,
        words.direction(decision.reason),
        overruled,
        ruled.party,
        ruled.stale,
        _settled(ruled, look, overruled, terms.t),
    )


def _settled(ruled: Ruled, look: Look, overruled: tuple[str, ...], t: Labels) -> str:
    who = ruled.reviewer.name
    if not who:
        said = t("Settled as {tag}", tag=look.word)
    elif ruled.party:
        label = "Settled as {tag} by {who}, who held one of these tags"
        said = t(label, tag=look.word, who=who)
    else:
        said = t("Settled as {tag} by {who}", tag=look.word, who=who)
    if not overruled:
        return said
    return f"{said}; {t('overrules {people}', people=t.listed(overruled))}"


def threads(report: Report, named: Callable[[str], str], terms: Terms) -> Threads:
    """Claim → what was said about it, each thread together."""
    found: dict[ClaimId, tuple[SpeechView, ...]] = {}
    for comment in report.comments:
        found[comment.claim] = (*found.get(comment.claim, ()), _speech(comment, named, terms))
    return found


def _speech(comment: Comment, named: Callable[[str], str], terms: Terms) -> SpeechView:
    return SpeechView(
        named(comment.analyst) if comment.analyst else "",
        moment(comment.written, terms),
        comment.text,
        words.direction(comment.text),
        comment.answers is not None,
    )


class StageView(NamedTuple):
    """How far the article has come; ``changes`` since it was settled.

    ``says``: "Settled by A, 6 Jan 2024 · unchanged since", "In review, not settled yet".
    """

    word: str
    who: str
    when: Moment | None
    reason: str
    changes: int
    says: str


@dataclass(frozen=True, slots=True)
class DrawView:
    """A random sample for a second check; of a large one the first claims."""

    who: str
    when: Moment
    count: int
    seed: str
    claims: list[words.Ref]


class RevisionView(NamedTuple):
    """Who matched the text with an earlier one; ``counted`` says how many claims, and how."""

    who: str
    when: Moment
    earlier: str
    counted: str


class ReviewView(NamedTuple):
    """How it was reviewed: passes, blind checks, draws, other copies of the text, agreement."""

    passes: list[PassView]
    blind: list[str]
    draws: list[DrawView]
    revisions: list[RevisionView]
    agreement: tuple[str, ...]
    figures: tuple[FigureView, ...]


def standing(report: Report, named: Callable[[str], str], terms: Terms) -> StageView | None:
    """How far the article has come: None where nobody began a review. ``word`` stays English."""
    stage = report.stage
    if stage.stage is ArticleStage.OPEN or report.veiled:
        return None
    who = named(stage.analyst) if stage.analyst else ""
    when = moment(stage.at, terms) if stage.analyst else NO_MOMENT
    return StageView(
        stage.stage.value,
        who,
        when or None,
        stage.reason,
        report.changes,
        _stage_says(report, who, when, terms.t),
    )


STAGE = {
    ArticleStage.SETTLED: ("Settled by {who}, {day}", "Settled by {who}", "Settled"),
    ArticleStage.REOPENED: (
        "Opened again by {who}, {day}",
        "Opened again by {who}",
        "Opened again",
    ),
}
"""With who and when, with who alone, and with neither: labels."""


def _stage_says(report: Report, who: str, when: Moment, t: Labels) -> str:
    stage = report.stage.stage
    if stage not in STAGE:
        return t("In review, not settled yet")
    whole, by, bare = STAGE[stage]
    said = t(whole, who=who, day=when.day) if who and when else t(by, who=who) if who else t(bare)
    if stage is ArticleStage.REOPENED:
        reason = report.stage.reason
        return t("{label}: {text}", label=said, text=reason) if reason else said
    if not report.changes:
        return f"{said} · {t('unchanged since')}"
    return f"{said} · {t.count(report.changes, '{n} change since', '{n} changes since')}"


def decided_by(claims: Iterable[ReportClaim]) -> list[str]:
    """Who decided how many claims, the most first: "Anna (6)"."""
    decided = (claim.decision for claim in claims)
    return words.how_many(one.reviewer.name for one in decided if one is not None)


def went(report: Report, named: Callable[[str], str], terms: Terms) -> ReviewView | None:
    """How it all went; None where there is nothing to tell."""
    numbers = {claim.id: claim.number for claim in report.counted}
    found = ReviewView(
        list(_passes(report, named, terms)),
        [named(who) for who in report.blind],
        [_drawn(drawn, numbers, named, terms) for drawn in report.draws],
        [_revision(revision, named, terms) for revision in report.revisions],
        tuple(alike.sentence(one, terms.t) for one in report.agreement),
        tuple(alike.figures(one, terms.t) for one in report.figures),
    )
    return found if any(found) else None


def _drawn(
    drawn: Drawn,
    numbers: Mapping[ClaimId, int | None],
    named: Callable[[str], str],
    terms: Terms,
) -> DrawView:
    shown = (numbers.get(claim) for claim in drawn.claims[:DRAWN_SHOWN])
    return DrawView(
        named(drawn.analyst),
        moment(drawn.at, terms),
        len(drawn.claims),
        drawn.seed,
        [terms.ref(number) for number in shown if number is not None],
    )


def _passes(report: Report, named: Callable[[str], str], terms: Terms) -> Iterator[PassView]:
    """Those who submitted, and once anybody did those too who have not, by name."""
    if not report.passes:
        return
    judged = {one.analyst.id for claim in report.claims for one in claim.held}
    for who in sorted({*report.passes, *judged}, key=lambda one: (named(one).casefold(), one)):
        yield _pass(named(who), report.passes.get(who, Pass()), named, terms)


def _pass(who: str, one: Pass, named: Callable[[str], str], terms: Terms) -> PassView:
    draft = one.state is PassState.DRAFT
    return PassView(
        who,
        terms.t(one.state.value),
        None if draft else moment(one.submitted, terms),
        named(one.answered_by) if one.answered_by else "",
        moment(one.answered, terms) if one.answered_by else None,
        one.reason,
        one.state,
    )


HOW = {
    "exact": ("{n} exact", "{n} exact"),
    "moved": ("{n} moved", "{n} moved"),
    "changed": ("{n} changed", "{n} changed"),
    "again": ("{n} to check again", "{n} to check again"),
    "asked": ("{n} to confirm", "{n} to confirm"),
}
"""How many claims are one of the other copy, or may be: labels, of one and of many."""


def _revision(revision: Revision, named: Callable[[str], str], terms: Terms) -> RevisionView:
    hows = ["asked" if match.how in WAITING else match.how for match in revision.matches]
    counted = [terms.t.count(hows.count(how), *HOW[how]) for how in HOW if how in hows]
    when = moment(revision.at, terms)
    return RevisionView(named(revision.analyst), when, revision.earlier[:8], ", ".join(counted))
