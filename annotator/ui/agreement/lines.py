"""Two kinds of line under the measures: where kappa misleads, and what was left out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from annotator.domain.wording import amount
from annotator.ui.agreement.view import LeftOutRow, Warned
from annotator.ui.fonts import ui_font
from annotator.ui.kit.barred import Barred
from annotator.ui.kit.glyph import paint_glyph
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.styled import Look, Piece, Styled
from annotator.ui.theme import Theme

_COUNT_ROOM = 90
_SOURCES = ("on its source", "on their source")


class WarningBox(Barred):
    """Two numbers part, and why."""

    def __init__(self, warned: Warned, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._words = Styled(ui_font(), 20, theme, self)
        self._words.set_pieces([Piece(f"{warned.head} ", Look.BOLD), Piece(warned.rest)])
        self.box.setContentsMargins(18, 9, 14, 10)
        self.box.addWidget(self._words)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._words.set_theme(theme)


class LeftOutLine(QWidget):
    """How many claims, why, and a way to see them."""

    def __init__(self, row: LeftOutRow, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quoted = row.why.startswith(_SOURCES)
        claims = amount(row.units, "claim")
        count = QLabel(claims, self)
        why = QLabel(row.why, self)
        why.setTextFormat(Qt.TextFormat.PlainText)
        why.setWordWrap(True)
        why.setContentsMargins(14 if self._quoted else 0, 0, 0, 0)
        self._why = why
        self.show_button = KeyButton("show", "", self, link=True)
        self.show_button.setAccessibleName(f"Show the {claims} {row.why}")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 1, 0, 2)
        line.setSpacing(8)
        count.setMinimumWidth(_COUNT_ROOM - 8)
        line.addWidget(count)
        line.addWidget(why, 1)
        line.addWidget(self.show_button)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 29)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(0, 0, self.width(), 0)
        if self._quoted:
            place = self._why.geometry()
            capital = QFontMetricsF(ui_font()).capHeight()
            baseline = round(place.top() + (min(place.height(), 26) + capital) / 2)
            at = QPointF(place.left(), baseline)
            paint_glyph(painter, "❝", at, self._theme.colour("text"))
