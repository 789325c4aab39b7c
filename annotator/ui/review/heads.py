"""The heads over the marks: one for each analyst, who is in the comparison or left out of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.ui.kit.ring import paint_ring
from annotator.ui.kit.tip import plain_tip
from annotator.ui.page.rows import HIGH
from annotator.ui.review.marks import WIDE, paint_words
from annotator.ui.theme import Theme


class Head(QAbstractButton):
    """The letters of one analyst, or "+2" of the rest. A click asks; what is checked is shown."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setFixedSize(WIDE, HIGH)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_person(self, letters: str, name: str, *, compared: bool, narrowed: bool) -> None:
        """One analyst; ``narrowed``: somebody is left out, so those who are not stand out."""
        self.setText(letters)
        self.setChecked(compared)
        self.setProperty("strong", compared and narrowed)
        does = "leave out of the comparison" if compared else "compare again"
        said = "compared" if compared else "left out"
        self.setAccessibleName(f"{name}, {said}")
        self.setAccessibleDescription(does)
        self.setToolTip(plain_tip(f"{name}: click to {does}"))
        self.update()

    def show_rest(self, letters: str, names: str) -> None:
        """Those who have no column of their own; a click lists everybody."""
        self.setText(letters)
        self.setChecked(True)
        self.setProperty("strong", False)
        self.setAccessibleName(f"More analysts: {names}")
        self.setAccessibleDescription("choose whom to compare")
        self.setToolTip(plain_tip(f"{names}: click to choose whom to compare"))
        self.update()

    def nextCheckState(self) -> None:
        """A click asks; what is checked is what is shown."""

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        strong = bool(self.property("strong"))
        loud = strong or self.underMouse()
        token = ("text" if loud else "muted") if self.isChecked() else "dot"
        painter.setPen(self._theme.colour(token))
        paint_words(painter, box, self.text(), "")
        if strong:
            painter.fillRect(QRectF(6, HIGH - 3, WIDE - 12, 2), self._theme.colour("text"))
        elif not self.isChecked():
            middle = box.center().y()
            painter.drawLine(7, round(middle), WIDE - 7, round(middle))
        if self.hasFocus():
            paint_ring(painter, box, self.palette(), 4)
