"""The agreement page: how alike people tag, in words, in numbers, and claim by claim."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.domain.tags import TAGS, StandingRow
from annotator.ui.agreement.cellpart import CellPart
from annotator.ui.agreement.middle import Middle
from annotator.ui.agreement.side import Side
from annotator.ui.agreement.view import AgreementView
from annotator.ui.kit.styled import Look, Piece
from annotator.ui.theme import Theme

LEFT, LEFT_LEAST, WIDE = 262, 200, 1100
RIGHT, RIGHT_LEAST, FULL = 371, 322, 1440
"""How wide the sides are, and from how wide a window on they are as wide as drawn."""
NARROW = 900


class AgreementPage(QWidget):
    """Shows an ``AgreementView``; every signal asks, and ``show_view`` answers.

    ``left``, ``middle`` and ``right`` can be put into three places of a window; until
    then they stand side by side here. Where that is too narrow, what is compared comes
    and goes in the place of the claims.
    """

    pair_wanted = Signal(str, str)
    """The keys of two analysts to compare."""
    all_wanted = Signal()
    """All of them together."""
    scope_wanted = Signal(str)
    """The key of a ``ScopeRow``."""
    counting_wanted = Signal(str)
    """A ``Counting``."""
    cell_wanted = Signal(int, int)
    """A cell of the heat map is in hand: row and column, in the order of ``TAGS``."""
    claim_wanted = Signal(object, object)
    """The article of a claim and its ``Span`` there: to be opened in Review."""
    back_wanted = Signal()
    csv_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: AgreementView | None = None
        self._cell: tuple[int, int] | None = None
        self._wants_keys = False
        """It has come into sight, and there was nothing yet that takes them."""
        self._choosing = False
        self.left = Side(theme, self)
        self.middle = Middle(theme, self)
        self.right = CellPart(theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.middle, 1)
        row.addWidget(self.right)
        self._connect()

    @property
    def view(self) -> AgreementView | None:
        return self._view

    @property
    def cell(self) -> tuple[int, int] | None:
        """The cell whose claims are shown, or None: those of a line that was left out."""
        return self._cell

    def show_view(self, view: AgreementView) -> None:
        """Shows it; the cell in hand stays where it still has claims."""
        self._view = view
        self.left.show_view(view)
        self.middle.show_view(view)
        self.right.show_trust(view.trust)
        self._take(_first_cell(view, view.cell or self._cell))
        self._give_keys()

    def set_theme(self, theme: Theme) -> None:
        for part in (self.left, self.middle, self.right):
            part.set_theme(theme)

    def show_measuring(self) -> None:
        """It takes a moment: nothing old is shown as if it were of this."""
        self._view, self._cell = None, None
        self.middle.show_measuring()

    def take_keys(self) -> None:
        """Gives the keys to the heat map: arrows go from cell to cell, Enter opens a claim."""
        self._wants_keys = False
        self.middle.heat.focus_current()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wants_keys = True
        # Whoever shows it has yet to say where the keys go; here they are wanted.
        QTimer.singleShot(0, self, self._give_keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _give_keys(self) -> None:
        if self._wants_keys and self._view is not None and self.isVisible():
            self.take_keys()

    def _share(self) -> None:
        """Shares the width out as the window does for its own three parts."""
        if self.left.parentWidget() is not self:
            return
        width = self.width()
        narrow = width < NARROW
        self.middle.show_chooser(shown=narrow)
        self.left.setVisible(not narrow or self._choosing)
        self.right.setVisible(not narrow or not self._choosing)
        self.left.setFixedWidth(max(LEFT_LEAST, min(LEFT, LEFT * width // WIDE)))
        self.right.setFixedWidth(max(RIGHT_LEAST, min(RIGHT, RIGHT * width // FULL)))

    def _choose(self) -> None:
        """In a narrow window what is compared comes in the place of the claims, and goes."""
        self._choosing = not self._choosing
        self._share()
        if self._choosing:
            self.left.pairs.focus_chosen()
        else:
            self.take_keys()

    def _connect(self) -> None:
        for part in (self.left, self.middle, self.right):
            part.back_wanted.connect(self.back_wanted)
        self.left.pair_wanted.connect(self._pair)
        self.left.all_wanted.connect(self.all_wanted)
        self.left.scope_wanted.connect(self.scope_wanted)
        self.left.counting_wanted.connect(self.counting_wanted)
        self.middle.pair_wanted.connect(self._pair)
        self.middle.cell_walked.connect(self._walked)
        self.middle.cell_entered.connect(self._entered)
        self.middle.left_out_wanted.connect(self._show_left_out)
        self.middle.csv_wanted.connect(self.csv_wanted)
        self.middle.chooser_wanted.connect(self._choose)
        self.right.claim_wanted.connect(self.claim_wanted)
        self.right.next_wanted.connect(self._next_cell)

    def _pair(self, first: int, second: int) -> None:
        if self._view is not None:
            who = self._view.who
            self.pair_wanted.emit(who[first].key, who[second].key)

    def _walked(self, row: int, column: int) -> None:
        self._take((row, column))
        self.cell_wanted.emit(row, column)

    def _entered(self, row: int, column: int) -> None:
        if self._cell != (row, column):
            self._walked(row, column)
        self.right.open_current()

    def _next_cell(self) -> None:
        heat = self.middle.heat
        heat.walk(self._cell or heat.current or (0, 0), (0, 1))

    def _take(self, cell: tuple[int, int] | None) -> None:
        """Puts a cell's claims to the right."""
        view, self._cell = self._view, cell
        if view is None:
            return
        self.middle.heat.set_current(cell)
        current = self.middle.heat.current
        if current is not None:
            self.setFocusProxy(self.middle.heat.cells[current])
        if cell is None:
            self.right.show_places(view, (), [_muted("Nothing to compare")])
            return
        places = view.claims.in_cell(*cell)
        self.right.show_places(view, places, _head(view, cell), "No claim lies in this cell.")

    def _show_left_out(self, group: int) -> None:
        view = self._view
        if view is None:
            return
        self._cell = None
        self.middle.heat.set_current(None)
        words = view.left_out[group].why
        self.right.show_places(view, view.claims.left_out(group), [_muted(f"Left out: {words}")])


def _first_cell(view: AgreementView, wanted: tuple[int, int] | None) -> tuple[int, int] | None:
    """The cell to begin with: the one that was in hand, else where they differ most."""
    counts = {
        (x, y): count for x, row in enumerate(view.heat.counts) for y, count in enumerate(row)
    }
    if view.heat.both_ways and wanted is not None:
        wanted = min(wanted), max(wanted)
    if wanted is not None and counts.get(wanted):
        return wanted
    beside = {
        cell: count
        for cell, count in counts.items()
        if cell[0] != cell[1] and not (view.heat.both_ways and cell[0] > cell[1])
    }
    most = max(beside, key=lambda cell: beside[cell], default=None)
    if most is not None and beside[most]:
        return most
    return next((cell for cell, count in counts.items() if count), None)


def _head(view: AgreementView, cell: tuple[int, int]) -> list[Piece]:
    """Who holds what: "You ? unattributed, B ✕ disputed"."""
    row, column = (TAGS[place] for place in cell)
    if view.chosen is None:
        if row is column:
            return [_muted("All "), _inked(row)]
        return [_muted("Some "), _inked(row), _muted("  some "), _inked(column)]
    first, second = (view.called(place) for place in view.chosen)
    return [_muted(f"{first} "), _inked(row), _muted(f"  {second} "), _inked(column)]


def _muted(words: str) -> Piece:
    return Piece(words, Look.MUTED)


def _inked(row: StandingRow) -> Piece:
    return Piece(f"{row.glyph}\N{NO-BREAK SPACE}{row.label.lower()}", ink=f"{row.role}-ink")
