"""What the report's template reads of a review: decisions, threads, passes, and how it all went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from annotator.domain.article import ClaimId
from annotator.domain.report import AgreementLine, Report, ReportClaim, Ruled
from annotator.domain.review import ArticleStage, Drawn, Pass, PassState, Revision
from annotator.domain.threads import Comment
from annotator.reporting import times, words
from annotator.reporting.words import LOOK, Look

DRAWN_SHOWN = 40
"""So many drawn claims are linked; a draw of more says how many there are."""


class Moment(NamedTuple):
    """A moment in words, its day alone, and as machines read it."""

    words: str
    day: str
    stamp: str


def moment(at: int) -> Moment:
    """Of microseconds since 1970, UTC."""
    return Moment(times.shown(at), times.shown_date(at), times.seconds(at))


class RulingView(NamedTuple):
    """One reviewer's decision. ``direction`` is the reason's, rtl or ltr."""

    who: str
    look: Look
    when: Moment
    reason: str
    direction: str
    overruled: tuple[str, ...]
    party: bool
    stale: bool


class SpeechView(NamedTuple):
    """One comment of a thread; ``who`` is empty where it is not here, ``text`` where it is gone."""

    who: str
    when: Moment
    text: str
    direction: str
    answer: bool


class PassView(NamedTuple):
    """How far one analyst's pass has come, in words, and why it was given back."""

    who: str
    state: str
    when: Moment | None
    by: str
    answered: Moment | None
    reason: str


Threads = Mapping[ClaimId, tuple[SpeechView, ...]]


def ruling(ruled: Ruled) -> RulingView:
    decision = ruled.decision
    return RulingView(
        ruled.reviewer.name,
        LOOK[ruled.outcome],
        moment(decision.decided),
        decision.reason,
        words.direction(decision.reason),
        tuple(one.name for one in ruled.overruled),
        ruled.party,
        ruled.stale,
    )


def threads(report: Report, named: Callable[[str], str]) -> Threads:
    """Claim → what was said about it, each thread together."""
    found: dict[ClaimId, tuple[SpeechView, ...]] = {}
    for comment in report.comments:
        found[comment.claim] = (*found.get(comment.claim, ()), _speech(comment, named))
    return found


def _speech(comment: Comment, named: Callable[[str], str]) -> SpeechView:
    return SpeechView(
        named(comment.analyst) if comment.analyst else "",
        moment(comment.written),
        comment.text,
        words.direction(comment.text),
        comment.answers is not None,
    )


class StageView(NamedTuple):
    """How far the article has come; ``changes`` since it was settled."""

    word: str
    who: str
    when: Moment | None
    reason: str
    changes: int


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
    figures: tuple[AgreementLine, ...]


def standing(report: Report, named: Callable[[str], str]) -> StageView | None:
    """How far the article has come: None where nobody began a review."""
    stage = report.stage
    if stage.stage is ArticleStage.OPEN or report.veiled:
        return None
    return StageView(
        stage.stage.value,
        named(stage.analyst) if stage.analyst else "",
        moment(stage.at) if stage.analyst else None,
        stage.reason,
        report.changes,
    )


def decided_by(claims: Iterable[ReportClaim]) -> list[str]:
    """Who decided how many claims, the most first: "Anna (6)"."""
    counted: dict[str, int] = {}
    for claim in claims:
        if claim.decision is not None:
            name = claim.decision.reviewer.name
            counted[name] = counted.get(name, 0) + 1
    ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0].casefold()))
    return [f"{name} ({count})" for name, count in ordered]


def went(report: Report, named: Callable[[str], str]) -> ReviewView | None:
    """How it all went; None where there is nothing to tell."""
    numbers = {claim.id: claim.number for claim in report.counted}
    found = ReviewView(
        list(_passes(report, named)),
        [named(who) for who in report.blind],
        [_drawn(drawn, numbers, named) for drawn in report.draws],
        [_revision(revision, named) for revision in report.revisions],
        report.agreement,
        report.figures,
    )
    return found if any(found) else None


def _drawn(
    drawn: Drawn, numbers: Mapping[ClaimId, int | None], named: Callable[[str], str]
) -> DrawView:
    shown = (numbers.get(claim) for claim in drawn.claims[:DRAWN_SHOWN])
    return DrawView(
        named(drawn.analyst),
        moment(drawn.at),
        len(drawn.claims),
        drawn.seed,
        [words.ref(number) for number in shown if number is not None],
    )


def _passes(report: Report, named: Callable[[str], str]) -> Iterator[PassView]:
    """Those who submitted, and once anybody did those too who have not, by name."""
    if not report.passes:
        return
    judged = {one.analyst.id for claim in report.claims for one in claim.held}
    for who in sorted({*report.passes, *judged}, key=lambda one: (named(one).casefold(), one)):
        yield _pass(named(who), report.passes.get(who, Pass()), named)


def _pass(who: str, one: Pass, named: Callable[[str], str]) -> PassView:
    draft = one.state is PassState.DRAFT
    return PassView(
        who,
        one.state.value,
        None if draft else moment(one.submitted),
        named(one.answered_by) if one.answered_by else "",
        moment(one.answered) if one.answered_by else None,
        one.reason,
    )


def _revision(revision: Revision, named: Callable[[str], str]) -> RevisionView:
    hows = [match.how for match in revision.matches]
    counted = [f"{hows.count(how)} {how}" for how in ("exact", "moved", "changed") if how in hows]
    return RevisionView(
        named(revision.analyst), moment(revision.at), revision.earlier[:8], ", ".join(counted)
    )
