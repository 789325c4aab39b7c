"""The sample article as analysts have left it: the worked examples of the exporters' tests."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.domain.article import ClaimId, PassageKind, Span
from annotator.domain.assessment import Audience
from annotator.domain.edits.blind import AskBlind, Draw
from annotator.domain.edits.comments import Comment, EditComment
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.layout import AddClaim, MarkBoilerplate, SplitClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.reviewing import Approve, Decide, Return, Ruling, Settle, Submit
from annotator.domain.edits.revisions import AddRevision, Match
from annotator.domain.edits.tagging import SetConfirmed, SetNotCheckable, SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.report import ReportClaim
from annotator.domain.review import digest
from annotator.domain.tags import Standing, Tag
from unit.exporters.reports import ANNA, BEN, CHLOE, Bench, sample


def untagged() -> Bench:
    return sample()


def by_one() -> Bench:
    """Every standing, notes of every audience, and one tag taken back."""
    made = sample()
    article = made.article
    claims = [made.claim(number) for number in range(48)]

    def of(*numbers: int) -> tuple[ClaimId, ...]:
        return tuple(claims[number] for number in numbers)

    made.does(
        ANNA,
        SetTag(article, of(0, 1, 5, 12), Tag.DISPUTED),
        SetTag(article, of(2, 14, 38, 40, 46), Tag.VERIFIED),
        SetTag(article, of(3, 6, 9, 13, 17), Tag.UNATTRIBUTED),
        SetConfirmed(article, of(4, 5, 7, 8, 10), True),
        SetNotCheckable(article, of(20), "An appeal."),
        SetNote(article, claims[1], "The ministry gave 95 on the day, 84 a day later."),
        SetNote(article, claims[5], "A survey map has 1,300 ft (396 m) from the tomb."),
        SetNote(article, claims[6], "Another count gives 188 injured.", Audience.PUBLIC),
        SetNote(article, claims[44], "Ask the desk for the cable."),
        SetNote(article, claims[45], "SECRET: rings at night.", Audience.ME),
        SetTag(article, of(30), Tag.VERIFIED),
    )
    made.does(ANNA, Undo(made.edits[-1].header.id))
    return made


def by_two() -> Bench:
    """As ``by_one``, and Ben, who differs, overlaps, splits a judged claim and sets text aside."""
    made = by_one()
    article = made.article
    made.does(BEN, SetName(BEN, "Ben"))
    for numbers, tag in (((0, 1, 12), "disputed"), ((2,), "verified"), ((6, 25), "disputed")):
        made.does(BEN, SetTag(article, tuple(map(made.claim, numbers)), Tag(tag)))
    made.does(BEN, SetNote(article, made.claim(25), "Fars and Tasnim differ."))
    made.does(ANNA, SetTag(article, (made.claim(25),), Tag.UNATTRIBUTED))
    start, _ = made.span(34)
    made.does(BEN, AddClaim(article, Span(start + 24, start + 59)))
    made.does(BEN, SetTag(article, (made.claim(35),), Tag.UNATTRIBUTED))
    judged = made.span(39)
    made.does(
        BEN,
        SplitClaim(
            article,
            made.claim(39),
            (Span(judged.start, judged.start + 37), Span(judged.start + 38, judged.end)),
        ),
        MarkBoilerplate(article, made.span(42), PassageKind.BOILERPLATE),
    )
    return made


def reviewed() -> Bench:
    """Three analysts over the whole sample, settled by Anna and Ben, and changed since.

    Open are 25, 31 and 35; 5 and 12 came back, on 14 the reviewers differ, 9 has a thread.
    """
    made = sample()
    article = made.article
    every = tuple(made.claim(number) for number in range(49))
    made.does(BEN, SetName(BEN, "Ben"), AskBlind(article), Draw(3, "7", {article: every[9:12]}))
    made.does(CHLOE, SetName(CHLOE, "Chloé"))
    _judge(made, ANNA, every)
    _judge(made, BEN, every, {6: "disputed", 5: "on-source", 25: "unattributed", 35: "verified"})
    differing = {3: "not-checkable", 12: "verified", 25: "unattributed", 31: "unattributed"}
    _judge(made, CHLOE, every, differing)
    made.does(ANNA, SetNote(article, every[1], "The ministry gave 95 on the day, 84 a day later."))
    made.does(BEN, SetNote(article, every[14], "Only his own office says so."))
    for analyst in (ANNA, BEN, CHLOE):
        made.does(analyst, Submit(article))
    made.does(ANNA, Approve(article, made.edits[-2].header.id))
    made.does(BEN, Return(article, made.edits[-2].header.id, "T and 12 want a second look."))
    made.does(BEN, Comment(article, every[9], "Is this the same official as in 7?"))
    asked = made.edits[-1].header.id
    made.does(ANNA, Comment(article, every[9], "Yes: four current and former ones.", asked))
    made.does(CHLOE, Comment(article, every[9], "I read it so too.", asked))
    made.does(CHLOE, EditComment(article, made.edits[-1].header.id, ""))
    made.does(CHLOE, Comment(article, every[9], "گفته‌ی همان مقام است.", made.edits[-2].header.id))
    _decide(made, ANNA, every[5], Standing.DISPUTED, "The article does not say from where.")
    _decide(made, ANNA, every[6], Standing.UNATTRIBUTED, "Nobody is named for the 210.")
    _decide(made, ANNA, every[3], Standing.UNATTRIBUTED)
    _decide(
        made, BEN, every[12], Standing.DISPUTED, "A biography has a village of Kerman province."
    )
    _decide(
        made, ANNA, every[14], Standing.UNATTRIBUTED, "The register is no source for influence."
    )
    _decide(made, BEN, every[14], Standing.VERIFIED)
    _decide(made, BEN, every[2], Standing.VERIFIED)
    made.does(BEN, AddRevision(article, article, (Match(every[1], every[1], "exact"),)))
    made.does(ANNA, Settle(article, _digests(made)))
    made.does(CHLOE, SetTag(article, (every[5],), Tag.UNATTRIBUTED))
    made.does(BEN, SetTag(article, (every[12],), Tag.UNATTRIBUTED))
    return made


_TAGS = {
    "verified": (2, 14, 18, 20, 27, 34, 36, 38, 40),
    "disputed": (0, 1, 5, 12, 47),
    "unattributed": (3, 6, 9, 11, 13, 17, 22, 28, 41, 44),
    "not-checkable": (30,),
}


def _judge(
    made: Bench,
    analyst: AnalystId,
    every: tuple[ClaimId, ...],
    otherwise: Mapping[int, str] | None = None,
) -> None:
    """Tags as everybody has them, but for those given; all others are on their source."""
    held = {number: tag for tag, numbers in _TAGS.items() for number in numbers} | {
        25: "disputed",
        31: "on-source",
        35: "unattributed",
    }
    held |= otherwise or {}
    for word in ("verified", "disputed", "unattributed", "not-checkable", "on-source"):
        claims = tuple(
            claim for number, claim in enumerate(every) if held.get(number, "on-source") == word
        )
        if word == "on-source":
            made.does(analyst, SetConfirmed(made.article, claims, True))
        elif word == "not-checkable":
            made.does(analyst, SetNotCheckable(made.article, claims))
        else:
            made.does(analyst, SetTag(made.article, claims, Tag(word)))


def _held(claim: ReportClaim) -> dict[str, Standing]:
    return {one.analyst.id: one.assessment.standing for one in claim.held}


def _decide(
    made: Bench, reviewer: AnalystId, claim: ClaimId, outcome: Standing, reason: str = ""
) -> None:
    over = next(_held(one) for one in made.report().claims if one.id == claim)
    made.does(reviewer, Decide(made.article, (Ruling(claim, outcome, reason, dict(over)),)))


def _digests(made: Bench) -> dict[str, str]:
    digests = {}
    for claim in made.report().claims:
        decided = claim.decision.decision.outcome if claim.decision else None
        digests[str(claim.id)] = digest(_held(claim), decided)
    return {claim: text for claim, text in digests.items() if text}
