"""What scrolls: exactly as high as its words need in the width there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Tall(QWidget):
    """The inside of a scroll area.

    Left to themselves, labels that break their lines ask for the height they would need
    if they were narrow, and the area scrolls where there is nothing more to see.
    """

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and self.width() > 0:
            wide = layout.hasHeightForWidth()
            size = layout.totalSizeHint().height()
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()) if wide else size)
