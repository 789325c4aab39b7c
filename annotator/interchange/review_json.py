"""What canonical JSON says of a review: comments, decisions, passes, state and revisions.

What is empty is left out, as everywhere in it; the schema beside ``article_json`` describes it.
"""

from __future__ import annotations

from annotator.domain.article import ClaimId
from annotator.domain.canonical import Json
from annotator.domain.edits.reviewing import LEFT_OUT
from annotator.domain.report import Report, Ruled
from annotator.domain.review import ArticleStage
from annotator.domain.tags import ROW
from annotator.domain.threads import Comment
from annotator.reporting import times


def comments(report: Report) -> list[Json]:
    """Each thread together: a comment, then what answers it."""
    return [_comment(comment) for comment in report.comments]


def _comment(comment: Comment) -> Json:
    """A placeholder for one that is not here has neither analyst nor time."""
    known = bool(comment.analyst or comment.text)
    return {"id": comment.id, "claim": comment.claim, "gone": comment.gone} | _held(
        {
            "analyst": comment.analyst,
            "text": comment.text,
            "answers": comment.answers,
            "written": _time(comment.written) if known else None,
        }
    )


def decisions(report: Report) -> list[Json]:
    """In the order of the claims; of one claim the last first: that one stands."""
    return [
        _decision(claim.id, one, stands=one is claim.decision)
        for claim in report.claims
        for one in claim.decisions
    ]


def _decision(claim: ClaimId, ruled: Ruled, *, stands: bool) -> Json:
    decision = ruled.decision
    return {
        "claim": claim,
        "outcome": ruled.outcome.value,
        "stands": stands,
        "stale": ruled.stale,
        "over": {
            who: LEFT_OUT if standing is None else ROW[standing].word
            for who, standing in decision.over.items()
        },
    } | _held(
        {
            "analyst": decision.reviewer,
            "decided": _time(decision.decided),
            "reason": decision.reason,
            "overruled": list(decision.overruled()),
            "elsewhere": {
                other: {who: ROW[standing].word for who, standing in held.items()}
                for other, held in decision.elsewhere.items()
            },
        }
    )


def passes(report: Report) -> list[Json]:
    """By analyst; who never submitted is in draft, and not here."""
    return [
        {
            "analyst": analyst,
            "state": one.state.value,
        }
        | _held(
            {
                "submission": one.submission,
                "submitted": _time(one.submitted),
                "answered_by": one.answered_by,
                "answered": _time(one.answered) if one.answered_by else None,
                "reason": one.reason,
            }
        )
        for analyst, one in sorted(report.passes.items())
    ]


def state(report: Report) -> Json:
    """How far the review has come, who asked for a blind check, and what was drawn for one."""
    stage = report.stage
    settled = stage.stage is ArticleStage.SETTLED
    return {"stage": stage.stage.value} | _held(
        {
            "analyst": stage.analyst,
            "at": _time(stage.at) if stage.analyst else None,
            "reason": stage.reason,
            "changes": report.changes if settled else None,
            "blind": list(report.blind),
            "draws": [
                {"n": drawn.n, "seed": drawn.seed, "claims": list(drawn.claims)}
                | _held({"analyst": drawn.analyst, "at": _time(drawn.at)})
                for drawn in report.draws
            ],
        }
    )


def revisions(report: Report) -> list[Json]:
    """Who said that this text is another copy of an earlier one, in the order of saying so."""
    return [
        {
            "of": revision.earlier,
            "pairs": [
                {"claim": match.claim, "other": match.other, "how": match.how}
                for match in revision.matches
            ],
        }
        | _held({"analyst": revision.analyst, "at": _time(revision.at)})
        for revision in report.revisions
    ]


def _time(moment: int) -> str | None:
    """None where a public copy keeps it back."""
    return times.iso(moment) if moment else None


def _held(fields: dict[str, Json]) -> dict[str, Json]:
    """Those that are not empty; 0 is a number and stays."""
    return {name: value for name, value in fields.items() if value or value == 0}
