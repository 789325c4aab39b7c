"""What stands in the place of the find field while nothing is looked for: the way to the search."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.kit.keycap import KeyCap

WIDE = 260
_SIDE = 9


class Everything(QPushButton):
    """Looks like a field, and opens one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Search everything", parent)
        keys = ACTION[ActionId.SEARCH].keys[0]
        self.setProperty("role", "field")
        self.setAccessibleName("Search everything")
        self.setToolTip(f"Articles, claims, notes, evidence, sources, commands ({keys})")
        self._caps = KeyCap(keys, self)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, 28)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._caps.adjustSize()
        left = self.width() - self._caps.width() - _SIDE
        self._caps.move(left, (self.height() - self._caps.height()) // 2)
        words = self.fontMetrics().horizontalAdvance(self.text())
        self._caps.setVisible(left > words + 3 * _SIDE)
