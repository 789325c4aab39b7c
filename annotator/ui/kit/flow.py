"""A layout that goes on in the next line where a line is full, as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets in their own width, side by side; hidden ones take no room."""

    def __init__(
        self, parent: QWidget | None = None, *, across: int = 4, down: int = 2, right: bool = False
    ) -> None:
        """``across`` and ``down`` are pixels between neighbours; ``right``: lines end at the right."""
        super().__init__(parent)
        self._across, self._down, self._right = across, down, right
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def set_across(self, across: int) -> None:
        """Other gaps between neighbours."""
        self._across = across
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """In one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self._across * max(0, len(sizes) - 1)
        high = max((size.height() for size in sizes), default=0)
        return self._grown(QSize(sum(size.width() for size in sizes) + gaps, high))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        wide = max((size.width() for size in sizes), default=0)
        return self._grown(QSize(wide, max((size.height() for size in sizes), default=0)))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _grown(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        room = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not lines or wide + self._across > room:
                lines.append([])
                room = width + self._across
            lines[-1].append(item)
            room -= wide + self._across
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Puts everything in its place, or only finds how high that would be."""
        inside = rect.marginsRemoved(self.contentsMargins())
        top = inside.top()
        for line in self._lines(inside.width()):
            sizes = [item.sizeHint().boundedTo(QSize(inside.width(), 10_000)) for item in line]
            high = max(size.height() for size in sizes)
            wide = sum(size.width() for size in sizes) + self._across * (len(line) - 1)
            left = inside.left() + (max(0, inside.width() - wide) if self._right else 0)
            for item, size in zip(line, sizes, strict=True):
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
                left += size.width() + self._across
            top += high + self._down
        margins = self.contentsMargins()
        filled = top - self._down if top > inside.top() else top
        return filled - inside.top() + margins.top() + margins.bottom()
