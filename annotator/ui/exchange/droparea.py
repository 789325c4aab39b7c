"""Where files are dropped to be brought in; a click or Enter lets one choose them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.exchange.paper import plain
from annotator.ui.fonts import ui_font
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.ring import paint_ring

_HEAD = "Drop a file here, or choose one"
_BELOW = "what a colleague sent (.annotations), a whole library, or another program’s file"


class DropArea(QAbstractButton):
    """Dashed, as that of an empty library is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(_HEAD)
        self.setAccessibleName(f"{_HEAD}: {_BELOW}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        head, below = plain(_HEAD, self), Muted(_BELOW, self)
        head.setFont(ui_font(15, bold=True))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(20, 26, 20, 26)
        self._box.setSpacing(3)
        for words in (head, below):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._box.addWidget(words)

    def sizeHint(self) -> QSize:
        return self._box.totalSizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._box.totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, palette = QPalette.ColorRole, self.palette()
        ink = roles.WindowText if self.underMouse() else roles.PlaceholderText
        pen = QPen(palette.color(ink), 1, Qt.PenStyle.DashLine)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), palette, 8)
