"""The JSON of `pass`: an article's passes and stage, and what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.cli.output import Json
from annotator.reporting.times import iso

if TYPE_CHECKING:
    from annotator.desk.progress import PassRow, Progress
    from annotator.desk.waiting import QueueRow
    from annotator.domain.article import ArticleId


def progress_json(article: ArticleId, found: Progress) -> Json:
    """How far one article has come, and everybody's pass of it."""
    stands = found.stage
    return {
        "article": article,
        "stage": stands.stage.value,
        "analyst": found.by if stands.analyst else None,
        "analyst_id": stands.analyst or None,
        "at": iso(stands.at) if stands.analyst else None,
        "reason": stands.reason or None,
        "changed_since": found.changed_since,
        "passes": [_pass_json(row) for row in found.passes],
    }


def _pass_json(row: PassRow) -> Json:
    return {
        "analyst": row.analyst.name,
        "analyst_id": row.analyst.id,
        "state": row.of.state.value,
        "submitted": iso(row.of.submitted) if row.of.submission else None,
        "answered": iso(row.of.answered) if row.of.answered_by else None,
        "answered_by": row.answered_by if row.of.answered_by else None,
        "reason": row.of.reason or None,
        "judged": row.judged,
        "changed": row.changed,
    }


def queue_json(row: QueueRow) -> Json:
    """One article in the queue."""
    return {
        "article": row.article,
        "title": row.title,
        "stage": row.stage.stage.value,
        "open": row.open,
        "returned": row.returned,
        "settled": row.settled,
        "pass": {
            "state": row.mine.state.value,
            "answered_by": row.mine_answered_by if row.mine.answered_by else None,
            "reason": row.mine.reason or None,
        },
        "to_answer": [{"analyst": one.name, "analyst_id": one.id} for one in row.to_answer],
        "sent_back": [
            {"analyst": one.name, "analyst_id": one.id, "reason": why or None}
            for one, why in row.sent_back
        ],
    }
