"""Looks for the claim in hand in other articles, when its panel stands and nobody goes on."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from annotator.desk.desk import Desk
from annotator.desk.indexing import is_behind
from annotator.desk.records import record_of
from annotator.desk.twins_elsewhere import Elsewhere, elsewhere
from annotator.domain.article import ClaimId
from annotator.domain.errors import AnnotatorError, BusyError
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.ui.claim.twins import TwinsPart
from annotator.ui.claim.twinview import TwinView
from annotator.ui.hand import Hand
from annotator.ui.viewing_record import changed_pieces

REST = 180
"""Milliseconds after the last move or change: no key waits for it."""
BEHIND = 1_500
"""Milliseconds until another try, while what came in is not in the search yet."""


class HeldTwins(QObject):
    """What it found is shown in the panel, for this claim alone."""

    def __init__(self, desk: Desk, hand: Hand, part: TwinsPart) -> None:
        super().__init__(hand)
        self._desk, self._hand, self._part = desk, hand, part
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.now)
        for moved in (hand.moved, hand.changed, hand.opened):
            moved.connect(lambda: self._timer.start(REST))

    def now(self) -> None:
        """Looks, unless the panel is not seen or the search does not know everything yet."""
        snapshot, index = self._hand.snapshot, self._hand.index
        window = self._part.parentWidget()
        if snapshot is None or index is None or window is None or not window.isVisible():
            return
        claim = snapshot.id_at(index)
        library = self._desk.library
        try:
            if is_behind(library):
                self._part.show_twins(claim, ())
                self._timer.start(BEHIND)
                return
            found = elsewhere(library, snapshot.article.id, claim)
            self._part.show_twins(claim, self._views(snapshot, index, claim, found))
        except BusyError:
            self._timer.start(BEHIND)
        except AnnotatorError:
            # The claim went away meanwhile; the panel shows another one in a moment.
            self._part.show_twins(claim, ())

    def stop(self) -> None:
        """The window is gone."""
        self._timer.stop()

    def _views(
        self, snapshot: Snapshot, index: int, claim: ClaimId, found: tuple[Elsewhere, ...]
    ) -> list[TwinView]:
        if not found or snapshot.standing(index) is Standing.FURNITURE:
            return []
        record = record_of(self._desk.library, snapshot.article.id, claim)
        linked = {one.link.item for one in record.evidence}
        standing = snapshot.standing(index)
        text = " ".join(snapshot.claim(index).text.split())
        return [_view(one, text) for one in found if _adds(one, standing, linked)]


def _adds(one: Elsewhere, standing: Standing, linked: set[str]) -> bool:
    """Whether it says anything that does not stand here already."""
    there = {each.link.item for each in one.record.evidence}
    same = one.assessment.standing in (standing, Standing.UNTAGGED)
    return not same or bool(there - linked) or standing is Standing.UNTAGGED


def _view(one: Elsewhere, here: str) -> TwinView:
    today = datetime.now().astimezone().date()
    words = () if one.same else changed_pieces(here, " ".join(one.text.split()))
    return TwinView(
        one.article, one.claim, one.number, one.in_words(today), one.title, words, one.weighs
    )
