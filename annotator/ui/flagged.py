"""Which claims of the article in hand are flagged: the page marks them in its margin.

Read whole when an article is opened; a change asks of the claims it touched alone, so that a
tag costs the same in an article of any size.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from annotator.desk import flagging
from annotator.desk.desk import Desk
from annotator.domain.errors import BusyError
from annotator.domain.snapshot import Change, indices
from annotator.ui.page.view import PageView

AGAIN = 300
"""Milliseconds until another try, while another program keeps the library from being read."""
FEW = 200
"""So many claims are asked of by themselves; of more the article is read anew."""


class HeldFlags(QObject):
    """Keeps the page's flags true to what is saved."""

    def __init__(self, desk: Desk, page: PageView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._page = desk, page
        self._flags: frozenset[int] = frozenset()
        self._again = QTimer(self, interval=AGAIN, singleShot=True)
        self._again.timeout.connect(self.read)
        self._leave = desk.subscribe(self._on_change)

    def read(self) -> None:
        """Reads all of them: another article is in hand, or other borders."""
        snapshot = self._desk.snapshot
        try:
            found = flagging.flagged(self._desk.library, snapshot) if snapshot else frozenset()
        except BusyError:
            self._again.start()
            return
        self._show(found)

    def close(self) -> None:
        """The window is gone."""
        self._again.stop()
        self._leave()

    def _on_change(self, change: Change) -> None:
        snapshot = self._desk.snapshot
        if snapshot is None or change.article != snapshot.article.id:
            return
        if change.layout or change.about or len(change.touched) > FEW:
            # The hand was told before: the page is laid out anew by now.
            self.read()
            return
        touched = indices(snapshot, change.touched)
        try:
            found = flagging.flagged_among(self._desk.library, snapshot, touched)
        except BusyError:
            self._again.start()
            return
        self._show(self._flags.difference(touched) | found)

    def _show(self, flags: frozenset[int]) -> None:
        self._flags = flags
        self._page.set_flags(flags)
