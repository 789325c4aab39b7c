"""Another version of an article is here: what differs, and what should become of the new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.domain.tags import NOT_JUDGED, ROW
from annotator.domain.wording import amount
from annotator.ui.fonts import serif_font, small_font, ui_font
from annotator.ui.importing.differencelist import DifferenceBox
from annotator.ui.importing.view import Ask, Side
from annotator.ui.kit.barred import Barred
from annotator.ui.kit.card import Card
from annotator.ui.kit.flow import Flow
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Muted, breakable
from annotator.ui.kit.styled import Look, Piece, Styled
from annotator.ui.theme import Theme

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = 470
"""Below so many pixels the two versions stand one under the other."""


class AskCard(Barred):
    """Enter keeps both."""

    keep_wanted = Signal(object)
    """Both stay, as versions; the pairs of claims that were confirmed as the same."""
    leave_wanted = Signal()
    open_wanted = Signal(object)
    """The id of the earlier article."""
    grown = Signal()
    """It is higher now."""

    def __init__(self, ask: Ask, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.ask = ask
        self.setAccessibleName(f"{ask.head} {ask.says}")
        self.differences: DifferenceBox | None = None
        self.says = self._words()
        self.follow(ask)
        self.box.addWidget(self.says)
        self._rows = [self._pair(*pair) for pair in ask.pairs]
        if ask.more:
            differ = "differs" if ask.more == 1 else "differ"
            self.box.addWidget(Muted(f"{amount(ask.more, 'more claim')} {differ}", self))
        self._buttons()
        self.foot = self._words(*ask.foot)
        self.box.addWidget(self.foot)

    def follow(self, ask: Ask) -> None:
        """The same question; others wait behind it by now, or no longer do."""
        self.ask = ask
        more = f"{amount(ask.behind, 'more question')} after this"
        behind = f"\N{EM SPACE}{more.replace(' ', NO_BREAK)}" if ask.behind else ""
        head = Piece(f"{breakable(ask.head)} ", Look.BOLD)
        self.says.set_pieces((head, Piece(ask.says), Piece(behind, Look.MUTED)))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in its order."""
        buttons = (self.keep_button, self.leave_button, self.all_button, self.open_button)
        return buttons if self.differences is None else (*buttons, *self.differences.stops)

    def keep(self) -> None:
        """Both, with what was confirmed."""
        pairs = frozenset() if self.differences is None else self.differences.model.pairs
        self.keep_wanted.emit(pairs)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for words in self.findChildren(Styled):
            words.set_theme(theme)
        if self.differences is not None:
            self.differences.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if event.size().width() > NARROW else ways.TopToBottom
        for row in self._rows:
            row.setDirection(way)

    def _words(self, *pieces: Piece) -> Styled:
        words = Styled(ui_font(), 19, self._theme, self)
        words.set_pieces(pieces)
        return words

    def _pair(self, here: Side, there: Side) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for side in (here, there):
            row.addWidget(SideCard(side, self._theme, self), 1)
        self.box.addLayout(row)
        return row

    def _buttons(self) -> None:
        row = QWidget(self)
        flow = Flow(row, across=8, down=6)
        self.keep_button = QPushButton("Keep both, as versions  ↵", row)
        self.keep_button.setProperty("role", "primary")
        self.keep_button.clicked.connect(self.keep)
        self.leave_button = QPushButton("Leave the new one out", row)
        self.leave_button.clicked.connect(self.leave_wanted)
        self.all_button = QPushButton("Show all differences", row)
        self.all_button.setCheckable(True)
        self.all_button.toggled.connect(self._show_all)
        self.open_button = KeyButton("open the earlier one", parent=row, link=True)
        self.open_button.setAccessibleName(f"Open the earlier one: {self.ask.earlier_title}")
        self.open_button.clicked.connect(lambda: self.open_wanted.emit(self.ask.earlier))
        for button in (self.keep_button, self.leave_button, self.all_button, self.open_button):
            flow.addWidget(button)
        self.box.addWidget(row)

    def _show_all(self, shown: bool) -> None:
        if self.differences is None:
            self.differences = DifferenceBox(self.ask.differences, self._theme, self)
            self.box.addWidget(self.differences)
        self.differences.setVisible(shown)
        self.all_button.setText("Hide the differences" if shown else "Show all differences")
        if shown:
            self.differences.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grown.emit()


class SideCard(Card):
    """A claim as one of the versions has it, with its tag or what becomes of it."""

    def __init__(self, side: Side, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        head = Styled(small_font(), 18, theme, self)
        pieces = [Piece(side.where, Look.MUTED)]
        if side.standing not in NOT_JUDGED:
            row = ROW[side.standing]
            pieces += [
                Piece("\N{EN SPACE}"),
                Piece(f"{row.glyph} {row.label.lower()}", Look.BOLD, f"{row.role}-ink"),
            ]
        if side.pill:
            pieces += [Piece("\N{EN SPACE}"), Piece(side.pill, Look.PILL)]
        head.set_pieces(pieces)
        words = Styled(serif_font(15), 22, theme, self)
        words.set_pieces(side.pieces)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 12, 10)
        column.setSpacing(3)
        column.addWidget(head)
        column.addWidget(words)
        column.addStretch(1)
