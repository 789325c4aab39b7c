"""Brings what stands round the page in Review up to what is saved, a moment after the page."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from annotator.desk import people, records, reviewing, sight
from annotator.desk.library import OpenLibrary
from annotator.desk.naming import first_words
from annotator.domain.article import ClaimId
from annotator.domain.compare import ReviewSnapshot
from annotator.domain.errors import BusyError
from annotator.domain.snapshot import Snapshot
from annotator.domain.wording import listed
from annotator.ui.hand import Hand
from annotator.ui.refresh import AFTER, AGAIN
from annotator.ui.review.around import Around, AroundReader
from annotator.ui.review.held import HeldReview
from annotator.ui.review.queueing import bar_view, queue_view
from annotator.ui.review.queueview import Filter, QueueView
from annotator.ui.review.side import ReviewSide
from annotator.ui.review.viewing import claim_review_view

_NOTE = 60
"""Code points of a note that a tool tip shows."""


class ReviewRefresh(QObject):
    """Updates page, margin, panel, queue and bar of one window's review."""

    def __init__(
        self, library: OpenLibrary, hand: Hand, held: HeldReview, side: ReviewSide
    ) -> None:
        super().__init__(held)
        self._library, self._hand, self._held, self._side = library, hand, held, side
        self.filter = Filter.DISAGREEMENT
        self.around = AroundReader(library, self)
        self._found: Around | None = None
        self.queue: QueueView | None = None
        """What the queue shows."""
        self.claim: ClaimId | None = None
        """The claim that the panel shows."""
        self._stale = True
        """Whether the queue has to be made anew, and not only the claim's panel."""
        self._timer = QTimer(self, interval=AFTER, singleShot=True)
        self._timer.timeout.connect(self._try)
        side.margin.note = self._note
        held.renewed.connect(self._renewed)
        held.followed.connect(self._followed)
        hand.moved.connect(self._moved)
        # Evidence and attributions change nobody's tag, and stand on the cards all the same.
        hand.changed.connect(self._moved)
        self.around.found.connect(self._take)

    def now(self) -> None:
        """Shows what is so at this moment."""
        self._timer.stop()
        snapshot, review, shown = self._hand.snapshot, self._held.whole, self._held.shown
        if snapshot is None or review is None or shown is None:
            self._empty()
            return
        self._show_claim(snapshot, review)
        self._show_queue(snapshot, shown)
        self._stale = False

    def catch_up(self) -> None:
        """The panel shows the claim in hand: what is typed there is about it."""
        claim = self._hand.claim
        if claim is None or claim.id != self.claim:
            self.now()

    def choose(self, wanted: Filter) -> None:
        """Lists claims of another kind in the queue."""
        self.filter, self._stale = wanted, True
        self.now()

    def close(self) -> None:
        """The window is gone."""
        self._timer.stop()
        self.around.close()

    def _renewed(self) -> None:
        """Another review: the page and the margin show it at once, the rest a moment later."""
        held = self._held
        self._hand.show_review(held.shown)
        self._side.margin.show_review(held.whole, held.shown, held.compared)
        self._side.hidden.show_review(held.whole, self._asked_by())
        if held.whole is None:
            self.around.let_go()
            self._found = None
        elif self._found is None or self._found.article != held.whole.article:
            self._found = None
            self.around.open(held.whole.article)
        self._stale = True
        self._timer.start(AFTER)

    def _followed(self, touched: tuple[int, ...]) -> None:
        whole, shown = self._held.whole, self._held.shown
        if whole is None or shown is None:
            return
        self._hand.restand_review(shown, touched)
        self._side.margin.restand(whole, shown)
        self._side.hidden.show_review(whole, self._asked_by())
        self._stale = True
        self._timer.start(AFTER)

    def _moved(self) -> None:
        if self._held.whole is not None:
            self._side.margin.update()
            self._timer.start(AFTER)

    def _try(self) -> None:
        try:
            self.now()
        except BusyError:
            self._timer.start(AGAIN)

    def _empty(self) -> None:
        self.queue, self.claim = None, None
        self._side.panel.show_claim(None)
        self._side.queue.show_queue(None)
        self._side.bar.show_bar(None)

    def _show_claim(self, snapshot: Snapshot, review: ReviewSnapshot) -> None:
        index = self._hand.index
        self.claim = None if index is None else snapshot.id_at(index)
        if index is None:
            self._side.panel.show_claim(None)
            return
        found = reviewing.claim_review(self._library, snapshot, review, index)
        said = records.records_for_review(self._library, found.claim)
        heard = [voice.analyst.id for voice in found.voices]
        around = records.around_for_review(self._library, review.article, said, heard)
        view = claim_review_view(snapshot, review, found, records=said, around=around)
        self._side.panel.show_claim(view)

    def _show_queue(self, snapshot: Snapshot, review: ReviewSnapshot) -> None:
        found = self._found
        self.queue = queue_view(
            snapshot,
            review,
            people.names(self._library),
            current=self._hand.index,
            chosen=self.filter,
            others=() if found is None else found.others,
        )
        self._side.queue.show_queue(self.queue)
        if self._stale:
            self._side.bar.show_bar(bar_view(review, "" if found is None else found.sentence))

    def _take(self, found: Around) -> None:
        if found != self._found:
            self._found, self._stale = found, True
            self._timer.start(AFTER)

    def _asked_by(self) -> str:
        review = self._held.whole
        if review is None or not review.sight.blind:
            return ""
        return listed(sight.who_asked(self._library, review.article))

    def _note(self, index: int, column: int) -> str:
        """The first words of what somebody noted of a claim, for a tool tip."""
        snapshot, review = self._hand.snapshot, self._held.whole
        if snapshot is None or review is None:
            return ""
        voices = reviewing.claim_review(self._library, snapshot, review, index).voices
        note = next((voice.assessment.note for voice in voices if voice.column == column), "")
        return first_words(note[: 4 * _NOTE], _NOTE)
