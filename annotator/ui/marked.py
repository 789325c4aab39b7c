"""What the earlier version of an article has of the claim in hand, shown in the panel."""

from __future__ import annotations

from datetime import datetime

from annotator.desk import marked, taking_over
from annotator.desk.desk import Desk
from annotator.desk.marked import Marked
from annotator.desk.revising_marks import MarkKind
from annotator.domain.snapshot import Snapshot
from annotator.ui.atrest import AtRest
from annotator.ui.claim.markview import MarkView
from annotator.ui.claim.panel import ClaimPanel
from annotator.ui.hand import Hand
from annotator.ui.viewing import moment
from annotator.ui.viewing_record import changed_pieces

TAKES = {
    MarkKind.CARRIED: "",
    MarkKind.ASKED: "it is the same claim",
    MarkKind.AGAIN: "take over anyway",
}
"""What can be done about each, in words."""

_PILLS = {MarkKind.ASKED: "the same claim?"}


class HeldMarks(AtRest):
    """One card, where an article is another version of one that is here."""

    def __init__(self, desk: Desk, hand: Hand, panel: ClaimPanel) -> None:
        super().__init__(hand, panel)
        self._desk, self._panel = desk, panel

    def look(self, snapshot: Snapshot, index: int) -> None:
        claim = snapshot.claim(index)
        found = marked.marked(self._desk.library, snapshot.article.id, claim.id, claim.text)
        shown = [] if found is None else [_view(found, claim.text)]
        self._panel.marks.show_offers(claim.id, shown)


def _view(found: Marked, here: str) -> MarkView:
    mark = found.mark
    when = moment(found.imported_at, datetime.now().astimezone().date())
    before, now = " ".join(found.text.split()), " ".join(here.split())
    return MarkView(
        _PILLS.get(mark.kind, mark.kind.value),
        f"You: {taking_over.in_words(mark.assessment, mark.record)}",
        f"version of {when}",
        mark.earlier,
        mark.claim,
        mark.span,
        () if before == now else changed_pieces(before, now),
        found.weighs,
        TAKES[mark.kind],
    )
