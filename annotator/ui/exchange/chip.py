"""The file that was made, to be dragged out into a mail or a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QDrag,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.ring import paint_ring
from annotator.ui.kit.tip import plain_tip
from annotator.ui.theme import Theme

HIGH = 52
_SHEET = 24
_SIDE = 14
_LONGEST = 460


class FileChip(QWidget):
    """Drag it out, or copy it with Ctrl+C: either hands over the file itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._path = Path()
        self._size = ""
        self._from: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def path(self) -> Path:
        return self._path

    def show_file(self, path: Path) -> None:
        self._path = path
        self._size = f"{max(1, round(path.stat().st_size / 1024)):,} kB"
        self.setAccessibleName(f"The file {path.name}, {self._size}: drag it out, or Ctrl+C")
        self.setToolTip(plain_tip(str(path)))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def mime(self) -> QMimeData:
        """The file as other programs take it."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._path))])
        return data

    def sizeHint(self) -> QSize:
        name = self.fontMetrics().horizontalAdvance(self._path.name) + 24
        return QSize(min(_LONGEST, max(240, _SIDE * 2 + _SHEET + 12 + name)), HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HIGH)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = event.position().toPoint() - self._from
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._from = None
            self._drag().exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._from = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setMimeData(self.mime())
        else:
            super().keyPressEvent(event)

    def _drag(self) -> QDrag:
        drag = QDrag(self)
        drag.setMimeData(self.mime())
        drag.setPixmap(self.grab())
        drag.setHotSpot(QPoint(_SIDE, HIGH // 2))
        return drag

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self._theme, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("dot" if self.underMouse() else "line")))
        painter.setBrush(theme.colour("chrome"))
        painter.drawRoundedRect(box, 8, 8)
        self._paint_sheet(painter, QPointF(_SIDE, 10))
        left = _SIDE + _SHEET + 12
        words = QRect(left, 8, self.width() - left - _SIDE, 19)
        painter.setFont(ui_font(bold=True))
        painter.setPen(theme.colour("text"))
        mode = Qt.TextElideMode.ElideMiddle
        name = painter.fontMetrics().elidedText(self._path.name, mode, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(small_font())
        painter.setPen(theme.colour("muted"))
        below = words.translated(0, 18)
        says = painter.fontMetrics().elidedText(
            f"{self._size} · drag it out, or Ctrl+C", Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, says)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.palette(), 8)

    def _paint_sheet(self, painter: QPainter, at: QPointF) -> None:
        """A sheet of paper with three lines, the middle one marked."""
        painter.setPen(QPen(self._theme.colour("muted")))
        painter.setBrush(self._theme.colour("paper"))
        painter.drawRoundedRect(QRectF(at, at + QPointF(_SHEET, 32)), 3, 3)
        painter.setPen(QPen(self._theme.colour("dot"), 2))
        for number, wide in enumerate((14, 10, 12)):
            y = at.y() + 9 + 7 * number
            painter.drawLine(QPointF(at.x() + 5, y), QPointF(at.x() + 5 + wide, y))
