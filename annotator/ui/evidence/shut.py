"""Something as high as it needs, up to a limit; beyond it, it scrolls in itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.kit.steady import steady_scroll

_GROWS = (QEvent.Type.LayoutRequest, QEvent.Type.Resize)


class ShutIn(QScrollArea):
    """Put widgets into ``column``; say by ``set_room`` how high it may be."""

    def __init__(self, edges: tuple[int, int, int, int], parent: QWidget | None = None) -> None:
        """``edges`` are its margins in pixels; the scroll bar stands in the right one."""
        super().__init__(parent)
        self._room = 400
        self._inside: QWidget | None = None
        self.column = QVBoxLayout()
        self._inside = steady_scroll(self, self.column, edges)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_room(self, height: int) -> None:
        self._room = max(120, height)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A scroll area looks at the events of what is in it by itself.
        done = super().eventFilter(watched, event)
        if watched is self._inside and event.type() in _GROWS:
            self._fit()
        return done

    def _fit(self) -> None:
        wide = self.viewport().width()
        wanted = self.column.totalSizeHint().height()
        if self.column.hasHeightForWidth():
            wanted = self.column.totalHeightForWidth(wide)
        if self._inside is not None:
            self._inside.setMinimumHeight(wanted)
        high = min(wanted, self._room)
        if high != self.height():
            self.setFixedHeight(high)
