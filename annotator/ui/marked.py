"""What the earlier version of an article has of the claim in hand, shown in the panel."""

from __future__ import annotations

from annotator.desk.desk import Desk
from annotator.desk.tied import is_tied
from annotator.domain.snapshot import Snapshot
from annotator.ui.atrest import AtRest
from annotator.ui.claim.panel import ClaimPanel
from annotator.ui.hand import Hand


class HeldMarks(AtRest):
    """One card, where an article is another version of one that is here."""

    def __init__(self, desk: Desk, hand: Hand, panel: ClaimPanel) -> None:
        super().__init__(hand, panel)
        self._desk, self._panel = desk, panel

    def look(self, snapshot: Snapshot, index: int) -> None:
        claim, article, library = snapshot.claim(index), snapshot.article.id, self._desk.library
        shown = None
        if is_tied(library, article):
            from annotator.ui.markviewing import mark_view  # it compares texts

            shown = mark_view(library, article, claim)
        self._panel.marks.show_offers(claim.id, () if shown is None else (shown,))
