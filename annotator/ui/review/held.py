"""The review of the article in hand, held while the Review view is open.

Tagging pays nothing for it: in Annotate it is let go, and read again when the view is
opened.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.desk import reviewing
from annotator.desk.desk import Desk
from annotator.domain.compare import ReviewSnapshot
from annotator.domain.errors import BusyError
from annotator.domain.snapshot import Change, indices

AGAIN = 300
"""Milliseconds until another try, while another program keeps the library from being read."""
LEAST = 2
"""So many analysts stay: one alone agrees with nobody."""


class HeldReview(QObject):
    """What the reviewer sees of the article in hand: true to what is saved, or None.

    ``whole`` is of everybody, and decisions are made over it; ``shown`` is of those who
    are compared, which is everybody until somebody is left out.
    """

    renewed = Signal()
    """Another article's review, or none, or of other analysts."""
    followed = Signal(object)
    """The review followed a change: ``tuple[int, ...]``, the claims that stand otherwise."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._open = False
        self.whole: ReviewSnapshot | None = None
        self.shown: ReviewSnapshot | None = None
        self._left_out: frozenset[str] = frozenset()
        self._again = QTimer(self, interval=AGAIN, singleShot=True)
        self._again.timeout.connect(self.again)
        self._leave = desk.subscribe(self._on_change)

    @property
    def compared(self) -> tuple[int, ...]:
        """Which of the whole review's columns are compared."""
        columns = () if self.whole is None else self.whole.columns
        return tuple(i for i, each in enumerate(columns) if each.analyst.id not in self._left_out)

    @property
    def narrowed(self) -> bool:
        """Whether anybody is left out."""
        return self.whole is not None and len(self.compared) < len(self.whole.columns)

    def open(self) -> None:
        """Begins to hold the review of what is in hand."""
        self._open = True
        self.again()

    def let_go(self) -> None:
        """Holds nothing any more."""
        self._open = False
        self._again.stop()
        self._take(None)

    def again(self) -> None:
        """Another article is in hand, or none; everybody is compared again."""
        self._left_out = frozenset()
        snapshot = self._desk.snapshot
        if not self._open or snapshot is None:
            self._take(None)
            return
        try:
            self._take(reviewing.review(self._desk.library, snapshot.article.id))
        except BusyError:
            # Held by another program for a moment: nothing old is shown meanwhile.
            self._take(None)
            self._again.start()

    def toggle(self, column: int) -> bool:
        """Takes an analyst out of the comparison, or in again; False where too few would be left."""
        if self.whole is None or not 0 <= column < len(self.whole.columns):
            return False
        analyst = self.whole.columns[column].analyst.id
        left_out = self._left_out ^ {analyst}
        here = [each for each in self.whole.columns if each.analyst.id not in left_out]
        if len(here) < LEAST:
            return False
        self._left_out = left_out
        self._narrow()
        self.renewed.emit()
        return True

    def compare(self, columns: Iterable[int]) -> None:
        """Compares these columns of the whole review only; fewer than two: all."""
        whole, chosen = self.whole, set(columns)
        if whole is None:
            return
        few = len(chosen) < LEAST
        left_out = (each.analyst.id for i, each in enumerate(whole.columns) if i not in chosen)
        self._left_out = frozenset() if few else frozenset(left_out)
        self._narrow()
        self.renewed.emit()

    def close(self) -> None:
        """The window is gone."""
        self._again.stop()
        self._leave()

    def _on_change(self, change: Change) -> None:
        snapshot, held = self._desk.snapshot, self.whole
        if snapshot is None or held is None:
            return
        try:
            fresh = reviewing.followed(self._desk.library, held, change, snapshot)
        except BusyError:
            self._again.start()
            return
        if fresh is held:
            return
        if change.article != held.article:
            # Somebody is hidden or goes by another name, or the claims of two texts were matched.
            self._take(fresh)
            return
        touched = tuple(indices(snapshot, change.touched))
        people = [each.analyst for each in fresh.columns] != [each.analyst for each in held.columns]
        if change.layout or change.about or people or fresh.sight != held.sight:
            self._take(fresh)
            return
        self.whole = fresh
        self._narrow()
        self.followed.emit(touched)

    def _take(self, review: ReviewSnapshot | None) -> None:
        if review is None and self.whole is None:
            return
        self.whole = review
        self._narrow()
        self.renewed.emit()

    def _narrow(self) -> None:
        whole = self.whole
        self.shown = whole.among(self.compared) if whole is not None and self.narrowed else whole
