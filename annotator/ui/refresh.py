"""Brings everything beside the page up to what is saved, a moment after the page.

A key is painted on the page first; the panels follow as soon as the window has
nothing better to do, once for however many changes there were.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer

from annotator.desk import showing
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.errors import BusyError
from annotator.domain.snapshot import Snapshot
from annotator.ui.bottombar import BottomBar
from annotator.ui.claim.panel import ClaimPanel
from annotator.ui.drawn import HeldDraw
from annotator.ui.hand import Hand
from annotator.ui.library.panel import LibraryPanel
from annotator.ui.viewing import claim_view

AFTER = 12
"""Milliseconds: the frame that a key caused is painted by then."""
HURRY = 0.15
"""Seconds: who goes from claim to claim faster than that passes by."""
REST = 130
"""Milliseconds after which whoever passed by has come to rest."""
AGAIN = 300
"""Milliseconds until another try, while another program keeps the library from being read."""


class Refresh(QObject):
    """Updates the panels and the bottom bar of one window."""

    def __init__(
        self,
        library: OpenLibrary,
        hand: Hand,
        draws: HeldDraw,
        panel: ClaimPanel,
        shelf: LibraryPanel,
        bottom: BottomBar,
    ) -> None:
        super().__init__(hand)
        self._library, self._hand, self._draws = library, hand, draws
        self._panel, self._shelf, self._bottom = panel, shelf, bottom
        self._counts = True
        self._closed = False
        self._moved_at = 0.0
        self._passing = False
        """Whether claims go by so fast that what takes longer is not worked out."""
        self._others: set[str] = set()
        shelf.show_library(library_name(library), str(library.path))
        self._timer = QTimer(self, interval=AFTER, singleShot=True)
        self._timer.timeout.connect(self._try)
        hand.moved.connect(self._moved)
        hand.changed.connect(self._recount)
        hand.opened.connect(self._recount)
        hand.listed.connect(self._listed)

    def now(self) -> None:
        """Shows what is so at this moment."""
        self._passing = False
        self._show()

    def _show(self) -> None:
        self._timer.stop()
        snapshot, index = self._hand.snapshot, self._hand.index
        view = None
        if snapshot is not None and index is not None:
            kept, passing = self._draws.kept, self._passing
            view = claim_view(self._library, snapshot, index, kept, passing=passing)
        self._panel.show_claim(view)
        if self._list_others():
            self._counts = True
        if self._counts:
            self._counts = False
            self._shelf.show_article(snapshot)
            self._show_drawn(snapshot)
            self._bottom.show_article(snapshot)
        self._bottom.show_saved(self._library.saved_at, library_name(self._library))

    def _show_drawn(self, snapshot: Snapshot | None) -> None:
        only = None if snapshot is None else self._draws.only
        done, total = (0, 0) if snapshot is None else self._draws.counts(snapshot)
        self._shelf.counts.show_drawn(only, done, total)

    def whole_list(self) -> None:
        """The list of articles is another one."""
        self._others.clear()
        self._counts = True
        self._shelf.show_articles(showing.articles(self._library))
        self.now()

    def stop(self) -> None:
        """The window is gone."""
        self._timer.stop()
        self._closed = True

    def _try(self) -> None:
        # The moment after a move is still the hurry; the one after REST is not.
        self._passing &= time.monotonic() - self._moved_at < REST / 2000
        try:
            self._show()
        except BusyError:
            self._timer.start(AGAIN)
            return
        if self._passing:
            self._timer.start(REST)

    def _list_others(self) -> bool:
        """Articles that are not on the page and were changed; says whether the list is another."""
        model = self._shelf.model
        for article in tuple(self._others):
            row = showing.article(self._library, ArticleId(article))
            gone = row is None and model.row_of(ArticleId(article)) is None
            there = gone or model.put(ArticleId(article), row) or self._shelf.add_article(row)
            if not there:
                self._shelf.show_articles(showing.articles(self._library))
                self._others.clear()
                return True
            self._others.discard(article)
        return False

    def _moved(self) -> None:
        """Another claim is in hand; while a key is held, one after the other."""
        now = time.monotonic()
        self._passing, self._moved_at = now - self._moved_at < HURRY, now
        self._soon()

    def _soon(self) -> None:
        waits = self._timer.isActive() and self._timer.remainingTime() <= AFTER
        if not self._closed and not waits:
            self._timer.start(AFTER)

    def _recount(self) -> None:
        self._counts = True
        self._soon()

    def _listed(self, article: str) -> None:
        self._others.add(article)
        self._soon()


def library_name(library: OpenLibrary) -> str:
    """How the bottom bar calls it: the user's own library by no name but "Local library"."""
    name = library.path.stem
    return "Local library" if name == "annotator" else f"Library “{name}”"
