"""What an earlier version has of a claim, as its card shows it; loaded where there is an earlier version."""

from __future__ import annotations

from datetime import datetime

from annotator.desk import taking_over
from annotator.desk.library import OpenLibrary
from annotator.desk.marked import marked
from annotator.desk.revising_marks import MarkKind
from annotator.domain.article import ArticleId
from annotator.domain.snapshot import Claim
from annotator.ui.claim.markview import MarkView
from annotator.ui.viewing import moment
from annotator.ui.viewing_record import changed_pieces

_TAKES = {MarkKind.ASKED: "it is the same claim", MarkKind.AGAIN: "take over anyway"}
"""What can be done about each, in words."""
_PILLS = {MarkKind.ASKED: "the same claim?"}


def mark_view(library: OpenLibrary, article: ArticleId, claim: Claim) -> MarkView | None:
    """The card of one claim; None where there is nothing to say."""
    found = marked(library, article, claim.id, claim.text)
    if found is None:
        return None
    mark = found.mark
    when = moment(found.imported_at, datetime.now().astimezone().date())
    before, now = " ".join(found.text.split()), " ".join(claim.text.split())
    return MarkView(
        _PILLS.get(mark.kind, mark.kind.value),
        f"You: {taking_over.in_words(mark.assessment, mark.record)}",
        f"version of {when}",
        mark.earlier,
        mark.claim,
        mark.span,
        () if before == now else changed_pieces(before, now),
        found.weighs,
        _TAKES.get(mark.kind, ""),
        mark.kind is MarkKind.ASKED,
    )
