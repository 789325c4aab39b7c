"""The statistics, a row for all tags and one for each tag "or not"; no thresholds, no adjectives."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from annotator.domain.tags import ROW
from annotator.ui.agreement.columns import ONE_LINE, TABLE, Columns, columns
from annotator.ui.agreement.printed import ALL_HEADS, PAIR_HEADS, Printed, broken, label_of, printed
from annotator.ui.agreement.strip import WIDE, paint_interval
from annotator.ui.agreement.view import AgreementView, MeasureRow
from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.glyph import paint_glyph
from annotator.ui.kit.ring import paint_ring
from annotator.ui.theme import Theme

HIGH = 30
HIGHER = 42
"""Of a row whose interval stands under its kappa."""
_LINE = 19
_GLYPH_ROOM = 15
_WHY_LINE, _WHY_EDGE = 16, 10
_END = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_START = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class MeasureTable(QWidget):
    """The head and its rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head = Head(theme, self)
        self.rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)

    def show_view(self, view: AgreementView) -> None:
        heads = ALL_HEADS if view.many else PAIR_HEADS
        self._head.show_heads(heads)
        while len(self.rows) > len(view.rows):
            gone = self.rows.pop()
            gone.hide()
            gone.deleteLater()
        for place, measured in enumerate(view.rows):
            if place == len(self.rows):
                self.rows.append(Row(self._theme, self))
                self._column.addWidget(self.rows[-1])
            self.rows[place].show_row(measured, heads)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._head.set_theme(theme)
        for row in self.rows:
            row.set_theme(theme)


class Line(QWidget):
    """As high as its width wants, with a fine line below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 8)

    def _paint_line(self, painter: QPainter) -> None:
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class Head(Line):
    """What the columns hold."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._heads: dict[str, str] = {}

    def show_heads(self, heads: dict[str, str]) -> None:
        self._heads = heads
        self.update()

    def heightForWidth(self, width: int) -> int:
        if width < TABLE:
            return 8
        return HIGHER if width < ONE_LINE else HIGH

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_line(painter)
        if self.width() < TABLE:
            return
        where = columns(self.width())
        painter.setFont(ui_font(12))
        painter.setPen(self._theme.colour("muted"))
        low = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
        box = self.rect().adjusted(0, 0, 0, -6)
        for name, right in where.rights.items():
            words = self._heads.get(name, "")
            if where.two_lines:
                # One word a line; the interval's "95 %" is said by the interval itself.
                words = words.partition(",")[0].replace(" ", "\n")
            painter.drawText(QRect(right - 150, box.top(), 150, box.height()), low, words)
        scale = QRect(where.strip, box.top(), WIDE, box.height())
        painter.drawText(scale, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(scale, low, "1")


class Row(Line):
    """One line of numbers; Tab comes to it, so that a screen reader can say it whole."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._row: MeasureRow | None = None
        self._printed = Printed({}, "", {})
        self._heads: dict[str, str] = {}
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_row(self, row: MeasureRow, heads: dict[str, str]) -> None:
        self._row, self._heads = row, heads
        self._printed = printed(row)
        self.setAccessibleName(self._printed.spoken(label_of(row)))
        self.setToolTip(self._printed.why)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        if width < TABLE:
            return 9 + _LINE * (1 + len(list(self._printed.lines(self._heads, width))))
        lines = len(self._why(columns(width))[1])
        high = HIGHER if width < ONE_LINE and self._printed.interval else HIGH
        return max(high, _WHY_EDGE + _WHY_LINE * lines)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_line(painter)
        if self._row is not None:
            if self.width() < TABLE:
                self._paint_label(painter, self._row, _LINE + 7)
                self._paint_lines(painter, self._row)
            else:
                self._paint_label(painter, self._row, HIGH - 1)
                self._paint_columns(painter, self._row, columns(self.width()))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.palette(), 4)

    def _paint_label(self, painter: QPainter, row: MeasureRow, high: int) -> None:
        left, font = 0, ui_font(13, bold=row.standing is None)
        baseline = round((high + QFontMetricsF(font).capHeight()) / 2)
        ink = self._theme.colour("text")
        if row.standing is not None:
            ink = self._theme.ink(row.standing)
            paint_glyph(painter, ROW[row.standing].glyph, QPointF(0, baseline), ink)
            left = _GLYPH_ROOM
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(left, baseline), label_of(row))

    def _paint_columns(self, painter: QPainter, row: MeasureRow, where: Columns) -> None:
        """All tags together are bold, of a single tag nothing is."""
        for name, text in self._printed.values.items():
            right = where.rights[name]
            if name == "kappa" and self._printed.interval:
                right = self._paint_interval_words(painter, where)
            painter.setFont(ui_font(13, bold=row.standing is None))
            painter.setPen(self._theme.colour("text"))
            painter.drawText(QRect(right - 130, 0, 130, HIGH - 1), _END, text)
        self._paint_strip(painter, row, QPointF(where.strip, (HIGH - 1) / 2))
        if self._printed.undefined:
            self._paint_undefined(painter, where)

    def _paint_interval_words(self, painter: QPainter, where: Columns) -> int:
        """In muted words behind kappa, or under it; gives where kappa itself ends."""
        right, interval = where.rights["kappa"], self._printed.interval
        painter.setPen(self._theme.colour("muted"))
        if where.two_lines:
            painter.setFont(small_font())
            painter.drawText(QRect(right - 130, HIGH - 8, 130, 16), _END, interval)
            return right
        painter.setFont(ui_font())
        painter.drawText(QRect(right - 130, 0, 130, HIGH - 1), _END, interval)
        return right - painter.fontMetrics().horizontalAdvance(interval) - 5

    def _paint_strip(self, painter: QPainter, row: MeasureRow, at: QPointF) -> None:
        if row.kappa is not None:
            paint_interval(painter, at, row.kappa, row.low, row.high, self._theme)

    def _paint_undefined(self, painter: QPainter, where: Columns) -> None:
        """The reasons in the place of the numbers, over as many columns as miss one."""
        box, lines = self._why(where)
        painter.setFont(ui_font(12))
        painter.setPen(self._theme.colour("muted"))
        for place, line in enumerate(lines):
            painter.drawText(box.translated(0, place * _WHY_LINE), _END, line)

    def _why(self, where: Columns) -> tuple[QRect, list[str]]:
        """The place of the first line of the reasons, and the lines."""
        missing, rights = list(self._printed.undefined), where.rights
        if not missing:
            return QRect(), []
        begins = {"kappa": rights["percent"] + 14, "alpha": where.strip + WIDE + 4}
        begins["ac1"] = rights["alpha"] + 4
        ends = {"kappa": where.strip + WIDE, "alpha": rights["alpha"], "ac1": rights["ac1"]}
        left, right = begins[missing[0]], ends[missing[-1]]
        lines = list(broken(self._printed.why, right - left, ui_font(12)))
        top = (HIGH - 1 - _WHY_LINE) // 2 if len(lines) == 1 else _WHY_EDGE // 2
        return QRect(left, top, right - left, _WHY_LINE), lines

    def _paint_lines(self, painter: QPainter, row: MeasureRow) -> None:
        top = _LINE + 4
        painter.setFont(ui_font(12))
        painter.setPen(self._theme.colour("text"))
        for line in self._lines():
            painter.drawText(QRect(0, top, self.width(), _LINE), _START, line)
            top += _LINE
        self._paint_strip(painter, row, QPointF(self.width() - WIDE, (_LINE + 7) / 2))

    def _lines(self) -> Iterator[str]:
        return self._printed.lines(self._heads, self.width())
