"""The sample of the article in hand, read when something asks for it and kept until it may differ.

Tagging pays nothing for it: a tag changes no sample.
"""

from __future__ import annotations

from array import array

from PySide6.QtCore import QObject, Signal

from annotator.desk import drawing
from annotator.desk.desk import Desk
from annotator.domain.snapshot import Change, Snapshot, indices
from annotator.domain.tags import Standing
from annotator.ui.only import WereDrawn


class HeldDraw(QObject):
    """The last draw from the article in hand, true to what is saved."""

    renewed = Signal()
    """It may be another one now, or none."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read: str | None = None
        """The article of which ``_kept`` is true."""
        self._kept: drawing.Kept | None = None
        self._only: WereDrawn | None = None
        self._places: tuple[int, ...] = ()
        self._places_in: array[int] | None = None
        """The layout, by its starts, in which the drawn claims are at ``_places``."""
        self._leave = desk.subscribe(self._on_change)

    @property
    def kept(self) -> drawing.Kept | None:
        """The sample, or None where nothing was drawn. Raises BusyError."""
        snapshot = self._desk.snapshot
        if snapshot is None:
            return None
        if self._read != snapshot.article.id:
            kept = self._kept = drawing.kept(self._desk.library, snapshot.article.id)
            self._only = None if kept is None else WereDrawn.of(kept.spans)
            self._read, self._places_in = snapshot.article.id, None
        return self._kept

    @property
    def only(self) -> WereDrawn | None:
        """The filter that lets its claims through, or None. Raises BusyError."""
        return None if self.kept is None else self._only

    def counts(self, snapshot: Snapshot) -> tuple[int, int]:
        """How many of the drawn claims are done, and how many there are."""
        standings = snapshot.standings
        places = self._live(snapshot)
        return sum(standings[at] != Standing.UNTAGGED for at in places), len(places)

    def close(self) -> None:
        """The window is gone."""
        self._leave()

    def _live(self, snapshot: Snapshot) -> tuple[int, ...]:
        kept = self.kept
        if kept is None:
            return ()
        if self._places_in is not snapshot.starts:
            found, aside = indices(snapshot, kept.spans), Standing.FURNITURE
            self._places = tuple(at for at in found if snapshot.standings[at] != aside)
            self._places_in = snapshot.starts
        return self._places

    def _on_change(self, change: Change) -> None:
        snapshot = self._desk.snapshot
        here = snapshot is not None and change.article in ("", snapshot.article.id)
        if here and (change.review or change.layout or change.about):
            self._read = None
            self.renewed.emit()
