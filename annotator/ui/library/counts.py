"""How many claims stand how; a click shows only those."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import STANDINGS, TAGS, Standing, StandingRow
from annotator.ui.fonts import ui_font
from annotator.ui.kit.glyph import paint_glyph
from annotator.ui.theme import Theme

HEIGHT = 29
GLYPH = 9
NAME = 27
RIGHT = 10


class CountRow(QAbstractButton):
    """One line: glyph, name, count. It is down while the page shows only such claims."""

    def __init__(self, row: StandingRow, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.theme = theme
        self._count = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(f"{row.meaning} Click: show only these.")
        self.set_count(0)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setText(f"{self.row.label}: {count:,}")
        self.setAccessibleName(f"{self.row.label}, {count:,} claims: show only these")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        tag = self.row in TAGS
        painter.setPen(self._ink())
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(ui_font(bold=tag))
        words = painter.fontMetrics()
        baseline = (HEIGHT + words.ascent() - words.descent()) / 2
        paint_glyph(painter, self.row.glyph, QPointF(GLYPH, baseline), self._ink())
        painter.drawText(QRect(NAME, 0, self.width() - NAME, HEIGHT), side, self.row.label)
        painter.setFont(ui_font(bold=True))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(QRect(0, 0, self.width() - RIGHT, HEIGHT), right, f"{self._count:,}")

    def _ink(self) -> QColor:
        if self.isChecked() or self.row not in TAGS:
            return self.theme.colour("text")
        return self.theme.ink(self.row.standing)

    def _paint_box(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setBrush(self.theme.fill(self.row.standing) or self.theme.colour("selection"))
            painter.setPen(QPen(self.theme.ink(self.row.standing)))
            painter.drawRoundedRect(box, 6, 6)
        elif self.underMouse():
            painter.setBrush(self.theme.colour("selection"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class Counts(QWidget):
    """The counts of the article on the page, one line for each way a claim can stand."""

    clicked = Signal(object)
    """A ``Standing`` to show alone, or None: show all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = {row.standing: CountRow(row, theme, self) for row in STANDINGS}
        for standing, row in self.rows.items():
            column.addWidget(row)
            row.clicked.connect(
                lambda checked, standing=standing: self.clicked.emit(standing if checked else None)
            )

    def show_counts(self, snapshot: Snapshot) -> None:
        for standing, row in self.rows.items():
            row.set_count(snapshot.count(standing))

    def set_active(self, standing: Standing | None) -> None:
        """Which claims alone the page shows; one at a time."""
        for each, row in self.rows.items():
            row.setChecked(each is standing)

    def set_theme(self, theme: Theme) -> None:
        for row in self.rows.values():
            row.theme = theme
            row.update()
