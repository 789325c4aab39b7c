"""Looks for the claim in hand in other articles, off the window's thread, when nobody goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from annotator.desk.desk import Desk
from annotator.desk.indexing import is_behind
from annotator.desk.library import OpenLibrary
from annotator.desk.records import record_of
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.tags import Standing
from annotator.ui.claim.twins import TwinsPart
from annotator.ui.claim.twinview import TwinView
from annotator.ui.hand import Hand
from annotator.ui.lists.reading import Read, Reading
from annotator.ui.viewing_record import changed_pieces

if TYPE_CHECKING:
    from annotator.desk.twins_elsewhere import Elsewhere

REST = 180
"""Milliseconds after the last move or change: no key waits for it."""
_TWO = 2
BEHIND = 1_500
"""Milliseconds until another try, while what came in is not in the search yet."""


class HeldTwins(QObject):
    """What it found is shown in the panel, for this claim alone."""

    def __init__(
        self, desk: Desk, hand: Hand, part: TwinsPart, articles: Callable[[], int]
    ) -> None:
        """``articles`` counts those of the list: with one alone there is no elsewhere."""
        super().__init__(hand)
        self._hand, self._part, self._articles = hand, part, articles
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.now)
        self._reading = Reading(desk.library, self)
        self._reading.portion.connect(self._found)
        # Another program holds the library, or the claim went away: it is only an offer.
        self._reading.failed.connect(lambda _error: None)
        for moved in (hand.moved, hand.changed, hand.opened):
            moved.connect(lambda: self._timer.start(REST))

    def now(self) -> None:
        """Looks, unless nobody sees the panel."""
        if self._articles() < _TWO:
            return
        snapshot, index = self._hand.snapshot, self._hand.index
        panel = self._part.parentWidget()
        if snapshot is None or index is None or panel is None or not panel.isVisible():
            return
        if snapshot.standing(index) is not Standing.FURNITURE:
            self._reading.read(_looked_for(snapshot.article.id, snapshot.id_at(index)))

    def stop(self) -> None:
        """The window is gone."""
        self._timer.stop()
        self._reading.stop()

    def _found(self, found: object, _first: bool) -> None:
        """Of the claim that was in hand when it was looked for."""
        assert isinstance(found, Found)
        snapshot, index = self._hand.snapshot, self._hand.index
        if snapshot is None or index is None or snapshot.id_at(index) != found.claim:
            return
        if found.twins is None:
            self._timer.start(BEHIND)
        standing = snapshot.standing(index)
        text = " ".join(snapshot.claim(index).text.split())
        shown = [
            _view(one, text) for one in found.twins or () if _adds(one, standing, found.linked)
        ]
        self._part.show_offers(found.claim, shown)


class Found(NamedTuple):
    """Of a claim; ``twins`` None: the search does not know everything yet.

    ``linked``: the evidence that serves the claim already.
    """

    claim: ClaimId
    twins: tuple[Elsewhere, ...] | None
    linked: frozenset[str]


def _looked_for(article: ArticleId, claim: ClaimId) -> Read:
    def read(library: OpenLibrary) -> list[Found]:
        from annotator.desk.revising_marks import mark_of  # they compare texts
        from annotator.desk.twins_elsewhere import elsewhere

        if is_behind(library):
            return [Found(claim, None, frozenset())]
        record = record_of(library, claim)
        linked = frozenset(one.link.item for one in record.evidence)
        mark = mark_of(library, article, claim)
        found = elsewhere(library, article, claim)
        # What the earlier version has of it stands in the card of its mark already.
        twins = tuple(one for one in found if mark is None or one.claim != mark.claim)
        return [Found(claim, twins, linked)]

    return read


def _adds(one: Elsewhere, standing: Standing, linked: frozenset[str]) -> bool:
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
