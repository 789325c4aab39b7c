"""A small sheet beside the page for settings and the export: open it, or let it lie."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.fonts import ui_font

RADIUS = 10
WIDTH = 400
EDGE = 10
BELOW_BAR = 46


class Popover(QFrame):
    """Lies over the window at the upper right; nothing behind it stops working."""

    left = Signal()
    """It was closed: the keys go back to the page."""

    def __init__(self, over: QWidget, title: str, content: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.content = content
        self.setAccessibleName(title)
        self.setAutoFillBackground(False)
        head = QLabel(title, self)
        head.setFont(ui_font(15, bold=True))
        close = QPushButton("Close", self)
        close.setProperty("role", "link")
        close.setAccessibleName(f"Close {title.lower()}")
        close.clicked.connect(self.shut)
        top = QHBoxLayout()
        top.addWidget(head, 1)
        top.addWidget(close)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(content)
        over.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        self.show()
        self.raise_()
        self._place()
        first = self.content.nextInFocusChain()
        (self.content.focusProxy() or first or self.content).setFocus(
            Qt.FocusReason.PopupFocusReason
        )

    def shut(self) -> None:
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self._place()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.palette().color(self.palette().ColorRole.Base))
        painter.setPen(QPen(self.palette().color(self.palette().ColorRole.PlaceholderText)))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _place(self) -> None:
        over, column = self._over, self._column
        width = min(WIDTH, over.width() - 2 * EDGE)
        self.setFixedWidth(width)
        high = max(column.totalHeightForWidth(width), column.totalSizeHint().height())
        self.resize(width, min(high, over.height() - BELOW_BAR - EDGE))
        self.move(over.width() - width - EDGE, BELOW_BAR)
