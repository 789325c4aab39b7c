"""The middle part: the sentence, pairs, where two differ, measures, and what was left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.agreement.heatmap import HeatMap
from annotator.ui.agreement.lines import LeftOutLine, WarningBox
from annotator.ui.agreement.matrix import Matrix
from annotator.ui.agreement.measures import MeasureTable
from annotator.ui.agreement.part import Part
from annotator.ui.agreement.view import AgreementView, LeftOutRow, Warned
from annotator.ui.fonts import serif_font, ui_font
from annotator.ui.kit.emptied import emptied
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.kit.tall import Tall
from annotator.ui.theme import Theme

MEASURE = 726
_LEAST_SIDE = 16
_BESIDE = 570
"""From so many pixels on matrix and heat map stand side by side, if the analysts are few."""
_FEW = 4
_LARGE = 480
"""Below, the headline is smaller."""
_BETWEEN = 32


class Middle(Part):
    """What was measured, in words first."""

    pair_wanted = Signal(int, int)
    cell_walked = Signal(int, int)
    cell_entered = Signal(int, int)
    left_out_wanted = Signal(int)
    csv_wanted = Signal()
    chooser_wanted = Signal()
    """What is compared should come into sight, or go."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreementPaper")
        self.setAccessibleName("Agreement")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._theme = theme
        self.headline = _words(serif_font(27, bold=True), self)
        self.meaning = _words(serif_font(16), self)
        self.counted = Muted("", self)
        self.matrix = Matrix(theme, self)
        self.matrix.chosen.connect(self._pair)
        self.matrix.entered.connect(self._pair)
        self._under = Muted("", self)
        self.heat = HeatMap(theme, self)
        self.heat.chosen.connect(self.cell_walked)
        self.heat.walked.connect(self.cell_walked)
        self.heat.entered.connect(self.cell_entered)
        self._heat_caption = Caption("", self)
        self._three = Muted("A claim that has all three tags lies in three cells.", self)
        self.table = MeasureTable(theme, self)
        self._warnings, self._left_out = QVBoxLayout(), QVBoxLayout()
        self._left_out_caption = Caption("What was left out, and why", self)
        self._chooser = KeyButton("choose what is compared", "", self, link=True)
        self._chooser.clicked.connect(self.chooser_wanted)
        self._measured = Muted("", self)
        self._csv = KeyButton("Save as CSV…", "", self, link=True)
        self._csv.clicked.connect(self.csv_wanted)
        self._head, self._few = "", True
        self._lay_out()

    def show_view(self, view: AgreementView) -> None:
        head, *rest = view.words
        self._head = head
        self.counted.setText(view.counted)
        self.meaning.setText(" ".join(rest))
        self.meaning.setVisible(bool(rest))
        self.counted.show()
        self._body.show()
        self._few = len(view.who) <= _FEW
        self.matrix.show_view(view)
        together = f" {view.together}" if view.together else ""
        self._under.setText(f"Upper right: claims agreed on. Lower left: kappa.{together}")
        self._heat_caption.setText(_where(view))
        self.heat.show_view(view)
        self._three.setVisible(view.many)
        self.table.show_view(view)
        self._show_warnings(view.warned)
        self._show_left_out(view.left_out)
        self._measured.setText(f"Measured from {view.measured}." if view.measured else "")
        self._arrange()

    def show_measuring(self) -> None:
        """Says that it is being measured, and shows nothing else."""
        self._head = "Measuring…"
        for words in (self.meaning, self.counted, self._body):
            words.hide()
        self._arrange()

    def show_chooser(self, *, shown: bool) -> None:
        """Whether there is a way to what is compared: it has no place beside this."""
        self._chooser.setVisible(shown)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.matrix, self.heat, self.table):
            part.set_theme(theme)
        for box in self.findChildren(WarningBox):
            box.set_theme(theme)
        for line in self.findChildren(LeftOutLine):
            line.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _pair(self, row: int, column: int) -> None:
        self.pair_wanted.emit(min(row, column), max(row, column))

    def _arrange(self) -> None:
        """Side by side where there is room, else one below the other."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        width = self.width() - bar
        side = max(_LEAST_SIDE, (width - MEASURE) // 2)
        self._column.setContentsMargins(side, 20, side, 14)
        large = width >= _LARGE
        self.headline.setFont(serif_font(27 if large else 20, bold=True))
        self.headline.setText(self._broken(width - 2 * side))
        beside = self._few and width - 2 * side >= _BESIDE
        ways = QBoxLayout.Direction
        self._grids.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._grids.setSpacing(_BETWEEN if beside else 22)
        self._grids.setStretch(0, 272 if beside else 0)
        self._grids.setStretch(1, 422 if beside else 0)

    def _broken(self, width: int) -> str:
        """The headline, broken where its sentence has a pause if the first half has a line to itself."""
        first, pause, rest = self._head.partition("; ")
        wide = QFontMetricsF(self.headline.font()).horizontalAdvance(first + ";")
        return f"{first};\n{rest}" if pause and wide <= width else self._head

    def _show_warnings(self, warned: tuple[Warned, ...]) -> None:
        emptied(self._warnings)
        for one in warned:
            self._warnings.addWidget(WarningBox(one, self._theme, self))

    def _show_left_out(self, rows: tuple[LeftOutRow, ...]) -> None:
        emptied(self._left_out)
        self._left_out_caption.setVisible(bool(rows))
        for place, row in enumerate(rows):
            line = LeftOutLine(row, self._theme, self)
            line.show_button.clicked.connect(
                lambda _=False, place=place: self.left_out_wanted.emit(place)
            )
            self._left_out.addWidget(line)

    def _lay_out(self) -> None:
        inside = Tall(self)
        column = self._column = QVBoxLayout(inside)
        column.setSpacing(0)
        chooser = QHBoxLayout()
        chooser.setContentsMargins(-4, 0, 0, 0)
        chooser.addWidget(self._chooser)
        chooser.addStretch(1)
        column.addLayout(chooser)
        column.addWidget(self.headline)
        column.addSpacing(10)
        column.addWidget(self.meaning)
        column.addSpacing(4)
        column.addWidget(self.counted)
        self._body = self._figures(inside)
        column.addWidget(self._body)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        clear_scroll(self._scroll, inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _figures(self, inside: QWidget) -> QWidget:
        """Everything below the sentences."""
        body = QWidget(inside)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(0)
        self._grids = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._grids.addLayout(self._pairs_side(body))
        self._grids.addLayout(self._heat_side(body))
        column.addLayout(self._grids)
        column.addSpacing(18)
        column.addWidget(Caption("Measures", body))
        column.addWidget(self.table)
        column.addSpacing(12)
        self._warnings.setSpacing(8)
        self._left_out.setSpacing(0)
        column.addLayout(self._warnings)
        column.addSpacing(14)
        column.addWidget(self._left_out_caption)
        column.addSpacing(4)
        column.addLayout(self._left_out)
        column.addSpacing(10)
        column.addLayout(self._foot())
        return body

    def _pairs_side(self, inside: QWidget) -> QVBoxLayout:
        for notes in (self._under, self._three):
            notes.setFont(ui_font(12))
        pairs = QVBoxLayout()
        pairs.setSpacing(0)
        pairs.addWidget(Caption("Every pair", inside))
        pairs.addWidget(self.matrix)
        pairs.addSpacing(8)
        pairs.addWidget(self._under)
        pairs.addStretch(1)
        return pairs

    def _heat_side(self, inside: QWidget) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self._heat_caption, 1)
        hint = Muted("a cell shows its claims; darker: more", inside, small=True)
        hint.setWordWrap(False)
        hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(hint, 2)
        heat = QVBoxLayout()
        heat.setSpacing(0)
        heat.addLayout(head)
        heat.addWidget(self.heat)
        heat.addWidget(self._three)
        heat.addStretch(1)
        return heat

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self._measured, 1)
        foot.addWidget(self._csv, 0, Qt.AlignmentFlag.AlignTop)
        return foot


def _words(font: QFont, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setFont(font)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def _where(view: AgreementView) -> str:
    compared = view.who if view.chosen is None else [view.who[place] for place in view.chosen]
    return "Where you differ" if any(who.you for who in compared) else "Where they differ"
