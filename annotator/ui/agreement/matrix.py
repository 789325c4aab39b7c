"""Every two analysts: at the upper right how often they agree, at the lower left kappa."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.review.words import number
from annotator.ui.agreement.grid import GAP, Grid, Place
from annotator.ui.agreement.view import AgreementView, PairCell, Who
from annotator.ui.fonts import ui_font
from annotator.ui.kit.disc import SIZE, paint_disc
from annotator.ui.theme import Theme

HIGH = 48
HEAD = 30
LABEL = 38
_WIDEST = 76
_SHADE = 0.05


class Matrix(Grid):
    """A click or Enter compares those two."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._who: tuple[Who, ...] = ()
        self.setAccessibleName("Every pair")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_view(self, view: AgreementView) -> None:
        self._who = view.who
        many = range(len(view.who))
        self.put_cells([(row, column) for row in many for column in many if row != column])
        for place, cell in self.cells.items():
            first, second = min(place), max(place)
            pair = view.pairs[first, second]
            names = " and ".join(view.called(each) for each in (first, second))
            if place == (first, second):
                _show_agreed(self, place, pair, names)
            else:
                shown = "–" if pair.kappa is None else number(pair.kappa)
                spoken = f"{names}: kappa {shown}" if pair.kappa is not None else pair.why
                cell.show_words(shown, "kappa", shorter=_short(shown), spoken=spoken)
            cell.set_shade(_SHADE, loud=True)
        self.set_current(view.chosen)
        self.updateGeometry()
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        count = len(self._who)
        return QSize(LABEL + count * _WIDEST - GAP, HEAD + count * (HIGH + GAP) - GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(LABEL + len(self._who) * (20 + GAP), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = Qt.AlignmentFlag.AlignCenter
        for place, who in enumerate(self._who):
            box = self._box(place, place)
            painter.setFont(ui_font(12, bold=True))
            painter.setPen(self.theme.colour("text"))
            painter.drawText(QRect(box.left(), 0, box.width(), HEAD), middle, who.initial)
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(box, middle, "–")
            disc = QRectF(5, box.center().y() - SIZE // 2, SIZE, SIZE)
            paint_disc(painter, disc, who.initial, self.palette())

    def _place(self) -> None:
        for (row, column), cell in self.cells.items():
            cell.setGeometry(self._box(row, column))

    def _box(self, row: int, column: int) -> QRect:
        count = max(1, len(self._who))
        wide = min(_WIDEST - GAP, (self.width() - LABEL - (count - 1) * GAP) // count)
        left, top = LABEL + column * (wide + GAP), HEAD + row * (HIGH + GAP)
        return QRect(left, top, wide, HIGH)


def _show_agreed(grid: Matrix, place: Place, pair: PairCell, names: str) -> None:
    percent = pair.percent
    cell = grid.cells[place]
    if percent is None:
        cell.show_words("–", "none", spoken=f"{names}: no claim that both tagged")
        return
    of, share = f"{pair.agreed:,} of {pair.units:,}", f"{percent:.0f}"
    cell.show_words(
        of,
        f"{share} %",
        shorter=(f"{share} %", share),
        spoken=f"{names} agree on {of} claims, {share} %",
    )


def _short(kappa: str) -> tuple[str, ...]:
    """Without the nought before the point it is as clear where room is scarce."""
    return kappa, kappa.replace("0.", ".", 1)
