"""Remembers the article and the place in it, at most a second after they changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from annotator.desk import places
from annotator.desk.library import OpenLibrary
from annotator.desk.places import Place
from annotator.domain.article import ArticleId
from annotator.ui.hand import Hand
from annotator.ui.page.view import PageView

SOON = 900
"""Milliseconds from the first change; moving on does not put it off."""


class PlaceKeeper(QObject):
    """Keeps the place of one window's article."""

    def __init__(
        self, library: OpenLibrary, hand: Hand, page: PageView, *, keeps: bool = True
    ) -> None:
        super().__init__(hand)
        self._library, self._hand, self._page = library, hand, page
        self._keeps = keeps
        self._closed = False
        self._timer = QTimer(self, interval=SOON, singleShot=True)
        self._timer.timeout.connect(self.keep)
        hand.moved.connect(self._soon)
        page.verticalScrollBar().valueChanged.connect(self._soon)

    def go_back(self, article: ArticleId) -> None:
        """Shows the article as it was left."""
        place = places.place(self._library, article)
        snapshot = self._hand.snapshot
        if place is None or snapshot is None:
            return
        here = snapshot.covering(place.start)
        exact = [index for index in here if snapshot.starts[index] == place.start]
        if here:
            self._page.set_current((exact or here)[0], reveal=False)
        self._page.scroll_to_offset(place.top, top=True)
        self._hand.moved.emit()

    def keep(self) -> None:
        """Keeps the place now; one that cannot be kept is tried again."""
        self._timer.stop()
        snapshot, index = self._hand.snapshot, self._hand.index
        if snapshot is None or not self._keeps:
            return
        start = 0 if index is None else snapshot.starts[index]
        at = Place(start, self._page.first_visible_offset())
        if not places.keep(self._library, snapshot.article.id, at):
            self._soon()

    def stop(self) -> None:
        """The window is gone."""
        self._timer.stop()
        self._closed = True

    def _soon(self) -> None:
        if not self._closed and not self._timer.isActive():
            self._timer.start()
