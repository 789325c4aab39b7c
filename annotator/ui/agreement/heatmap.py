"""Where two differ: how their tags meet, in greys, each cell opening its claims."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.domain.tags import TAGS, StandingRow
from annotator.domain.wording import amount
from annotator.ui.agreement.grid import GAP, Grid, Place
from annotator.ui.agreement.view import AgreementView, Heat
from annotator.ui.fonts import ui_font
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.theme import Theme

HIGH = 48
HEAD = 30
FOOT = 30
LABEL = 98
TOTAL = 36
_WIDEST = 96
_PALE = 0.05
_LEAST, _MOST = 0.08, 0.27
"""How dark a cell beside the diagonal is, from a few claims to the most there are."""
_PIXELS = 12.0


class HeatMap(Grid):
    """Rows are the first analyst's tags, columns the second's; arrows move."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._heat = Heat(())
        self._corner = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_view(self, view: AgreementView) -> None:
        self._heat = heat = view.heat
        self._corner = "" if view.chosen is None else _corner(view, *view.chosen)
        self.setAccessibleName("Where they differ" if view.many else "Where the two differ")
        across = range(len(heat.counts))
        self.put_cells([(x, y) for x in across for y in across if not heat.both_ways or x <= y])
        most = max((n for (x, y), n in self._each() if x != y), default=0)
        for place, count in self._each():
            cell = self.cells[place]
            cell.show_words(f"{count:,}", shorter=_short(count), spoken=spoken(view, place))
            differs = place[0] != place[1]
            shade = _LEAST + (_MOST - _LEAST) * count / most if differs and most else _PALE
            cell.set_shade(shade if count else 0, loud=differs and count > 0)
        self.updateGeometry()
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        count = len(TAGS)
        return QSize(
            LABEL + count * _WIDEST + TOTAL,
            HEAD + count * (HIGH + GAP) + (0 if self._heat.both_ways else FOOT),
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(LABEL + len(TAGS) * 44 + TOTAL, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        flags = Qt.AlignmentFlag
        painter.setFont(ui_font(11))
        painter.setPen(self.theme.colour("muted"))
        corner = QRect(0, 0, LABEL - 4, HEAD)
        cut = painter.fontMetrics().elidedText(
            self._corner, Qt.TextElideMode.ElideRight, corner.width()
        )
        painter.drawText(corner, flags.AlignVCenter | flags.AlignLeft, cut)
        for place, row in enumerate(TAGS):
            side = self._box(place, 0)
            _paint_tag(painter, row, QRect(0, side.top(), LABEL - 4, HIGH), self.theme, left=True)
            head = self._box(0, place)
            _paint_tag(painter, row, QRect(head.left(), 0, head.width(), HEAD), self.theme)
        if not self._heat.both_ways:
            self._paint_totals(painter)

    def _paint_totals(self, painter: QPainter) -> None:
        heat, middle = self._heat, Qt.AlignmentFlag.AlignCenter
        painter.setFont(ui_font(_PIXELS))
        painter.setPen(self.theme.colour("muted"))
        below = HEAD + len(TAGS) * (HIGH + GAP)
        right = self._box(0, len(TAGS) - 1).right() + 1
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(0, below, LABEL, FOOT), start, "in all")
        for place, (row, column) in enumerate(zip(heat.rows, heat.columns, strict=True)):
            box = self._box(place, place)
            painter.drawText(QRect(right, box.top(), TOTAL, HIGH), middle, f"{row:,}")
            painter.drawText(QRect(box.left(), below, box.width(), FOOT), middle, f"{column:,}")
        painter.drawText(QRect(right, below, TOTAL, FOOT), middle, f"{heat.total:,}")

    def _each(self) -> list[tuple[Place, int]]:
        return [(place, self._heat.counts[place[0]][place[1]]) for place in sorted(self.cells)]

    def _place(self) -> None:
        for (row, column), cell in self.cells.items():
            cell.setGeometry(self._box(row, column))

    def _box(self, row: int, column: int) -> QRect:
        count = len(TAGS)
        room = self.width() - LABEL - TOTAL - (count - 1) * GAP
        wide = min(_WIDEST - GAP, room // count)
        left, top = LABEL + column * (wide + GAP), HEAD + row * (HIGH + GAP)
        return QRect(left, top, wide, HIGH)


def spoken(view: AgreementView, place: Place) -> str:
    """A cell in words: "You unattributed, B disputed: 2 claims"."""
    row, column = (TAGS[each].label.lower() for each in place)
    claims = amount(view.heat.counts[place[0]][place[1]], "claim")
    if view.chosen is None:
        return f"All {row}: {claims}" if row == column else f"Some {row}, some {column}: {claims}"
    first, second = (view.called(each) for each in view.chosen)
    if row == column:
        return f"{first} and {second} {row}: {claims}"
    return f"{first} {row}, {second} {column}: {claims}"


def _corner(view: AgreementView, first: int, second: int) -> str:
    """Whose tags stand in the rows, and whose in the columns."""
    rows, columns = (
        "you" if view.who[each].you else view.who[each].initial for each in (first, second)
    )
    return f"{rows} ↓  {columns} →"


def _short(count: int) -> tuple[str, ...]:
    return (str(count), f"{count / 1000:.0f}k")


def _paint_tag(
    painter: QPainter, row: StandingRow, box: QRect, theme: Theme, *, left: bool = False
) -> None:
    """Glyph and name in the tag's ink; where there is no room, the glyph alone."""
    name, pixels = row.label.lower(), _PIXELS
    if _tag_width(row, name, pixels) > box.width():
        pixels -= 1
    if _tag_width(row, name, pixels) > box.width():
        name = ""
    font = ui_font(pixels, bold=True)
    measure, wide = QFontMetricsF(font), _tag_width(row, name, pixels)
    x = box.left() if left else box.left() + (box.width() - wide) / 2
    baseline = round(box.top() + (box.height() + measure.capHeight()) / 2)
    painter.save()
    ink = theme.ink(row.standing)
    drawn = paint_glyph(painter, row.glyph, QPointF(x, baseline), ink, pixels)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QPointF(x + drawn + 4, baseline), name)
    painter.restore()


def _tag_width(row: StandingRow, name: str, pixels: float) -> float:
    words = QFontMetricsF(ui_font(pixels, bold=True)).horizontalAdvance(name)
    return glyph_width(row.glyph, pixels) + (4 + words if name else 0)
