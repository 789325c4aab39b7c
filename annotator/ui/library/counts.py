"""How many claims stand how; a click shows only those."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import STANDINGS, TAGS, StandingRow
from annotator.ui.fonts import ui_font
from annotator.ui.kit.glyph import paint_glyph
from annotator.ui.only import Only, Stands, WereDrawn
from annotator.ui.theme import Theme

HEIGHT = 29
GLYPH = 9
NAME = 27
RIGHT = 10
BETWEEN = 8
ABOVE_DRAWN = 6
DIE, PIP = 9, 1.25
"""The die before the drawn ones: how wide its five pips stand, and a pip's radius."""
DRAWN = "Drawn for a second check"


class FilterRow(QAbstractButton):
    """One line: a name and how many claims; it is down while the page shows only those."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._name = ""
        self._count = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_words(self, name: str, count: str, spoken: str) -> None:
        """``spoken`` is the count as a screen reader says it."""
        self._name, self._count = name, count
        self.setText(f"{name}: {count}")
        self.setAccessibleName(f"{name}, {spoken}: show only these")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        painter.setPen(self._ink())
        self._paint_glyph(painter)
        painter.setFont(ui_font(bold=True))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(QRect(0, 0, self.width() - RIGHT, HEIGHT), right, self._count)
        room = self.width() - NAME - RIGHT - painter.fontMetrics().horizontalAdvance(self._count)
        painter.setFont(ui_font(bold=self._loud()))
        cut = painter.fontMetrics().elidedText(
            self._name, Qt.TextElideMode.ElideRight, room - BETWEEN
        )
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(NAME, 0, room, HEIGHT), side, cut)

    def _ink(self) -> QColor:
        return self.theme.colour("text")

    def _loud(self) -> bool:
        return False

    def _paint_glyph(self, painter: QPainter) -> None:
        """What stands before the name."""

    def _filled(self) -> tuple[QColor, QColor]:
        """The box of the one that is down: its fill and its line."""
        return self.theme.colour("selection"), self.theme.colour("muted")

    def _paint_box(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            fill, line = self._filled()
            painter.setBrush(fill)
            painter.setPen(QPen(line))
            painter.drawRoundedRect(box, 6, 6)
        elif self.underMouse():
            painter.setBrush(self.theme.colour("selection"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class CountRow(FilterRow):
    """Claims that stand alike: glyph, name, count."""

    def __init__(self, row: StandingRow, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.row = row
        self.setToolTip(f"{row.meaning} Click: show only these.")
        self.set_count(0)

    def set_count(self, count: int) -> None:
        self.show_words(self.row.label, f"{count:,}", f"{count:,} claims")

    def _ink(self) -> QColor:
        if self.isChecked() or not self._loud():
            return self.theme.colour("text")
        return self.theme.ink(self.row.standing)

    def _loud(self) -> bool:
        return self.row in TAGS

    def _paint_glyph(self, painter: QPainter) -> None:
        painter.setFont(ui_font(bold=self._loud()))
        words = painter.fontMetrics()
        baseline = (HEIGHT + words.ascent() - words.descent()) / 2
        paint_glyph(painter, self.row.glyph, QPointF(GLYPH, baseline), self._ink())

    def _filled(self) -> tuple[QColor, QColor]:
        standing = self.row.standing
        fill = self.theme.fill(standing) or self.theme.colour("selection")
        return fill, self.theme.ink(standing)


class DrawnRow(FilterRow):
    """Claims of the sample that was drawn last: how many of them are done."""

    def show_sample(self, done: int, total: int) -> None:
        self.setToolTip(
            "Drawn at random, to be checked a second time without looking at what others say. "
            "Click: show only these."
        )
        self.show_words(DRAWN, f"{done:,}/{total:,}", f"{done:,} of {total:,} done")

    def _paint_glyph(self, painter: QPainter) -> None:
        """Dice: five pips in a square."""
        middle = QPointF(GLYPH + DIE / 2, HEIGHT / 2)
        painter.setBrush(self._ink())
        painter.setPen(Qt.PenStyle.NoPen)
        for across, down in ((0, 0), (-1, -1), (-1, 1), (1, -1), (1, 1)):
            painter.drawEllipse(middle + QPointF(across, down) * (DIE / 3), PIP, PIP)
        painter.setPen(self._ink())


class Counts(QWidget):
    """The counts of the article on the page, one line for each way a claim can stand.

    Under them, where claims were drawn for a second check, how far one is with those.
    """

    clicked = Signal(object)
    """The filter (``Only``) that was asked for, or None: show all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample: WereDrawn | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = {row.standing: CountRow(row, theme, self) for row in STANDINGS}
        for standing, row in self.rows.items():
            column.addWidget(row)
            only = Stands(standing)
            row.clicked.connect(lambda checked, only=only: self._clicked(only, checked))
        self.drawn = DrawnRow(theme, self)
        self.drawn.clicked.connect(lambda checked: self._clicked(self._sample, checked))
        self.drawn.hide()
        column.addSpacing(ABOVE_DRAWN)
        column.addWidget(self.drawn)

    def show_counts(self, snapshot: Snapshot) -> None:
        for standing, row in self.rows.items():
            row.set_count(snapshot.count(standing))

    def show_drawn(self, sample: WereDrawn | None, done: int, total: int) -> None:
        """The sample of the article, if one was drawn: how many of its claims are done."""
        self._sample = sample
        if sample is not None:
            self.drawn.show_sample(done, total)
        self.drawn.setVisible(sample is not None)

    def set_active(self, only: Only | None) -> None:
        """Which claims alone the page shows; one at a time."""
        for standing, row in self.rows.items():
            row.setChecked(only == Stands(standing))
        self.drawn.setChecked(isinstance(only, WereDrawn))

    def set_theme(self, theme: Theme) -> None:
        for row in (*self.rows.values(), self.drawn):
            row.theme = theme
            row.update()

    def _clicked(self, only: Only | None, checked: bool) -> None:
        self.clicked.emit(only if checked else None)
