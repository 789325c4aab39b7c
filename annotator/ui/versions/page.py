"""The versions of an article in the place of its page, and two of them sentence by sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.ui.exchange.bring_lines import Ruled
from annotator.ui.exchange.paper import Paper
from annotator.ui.importing.differencelist import DifferenceBox
from annotator.ui.kit.emptied import emptied
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Elided, Muted
from annotator.ui.kit.pill import Pill
from annotator.ui.kit.tabbing import tab_through
from annotator.ui.theme import Theme
from annotator.ui.versions.view import VersionLine, VersionsView


class VersionRow(Ruled):
    """One version: which it is, and what can be done with it."""

    open_wanted = Signal(object)
    compare_wanted = Signal(object)

    def __init__(self, line: VersionLine, parent: QWidget) -> None:
        super().__init__(parent)
        says = Muted(line.says, self)
        says.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 4, 5)
        row.setSpacing(8)
        row.addWidget(Elided(line.title, self), 1)
        row.addWidget(says)
        if line.is_this or line.beside:
            row.addWidget(Pill("on the page" if line.is_this else "compared with it", self))
        self.compare = KeyButton("compare", "", self, small=True, link=True)
        self.open = KeyButton("open", "", self, small=True, link=True)
        for button, signal in (
            (self.compare, self.compare_wanted),
            (self.open, self.open_wanted),
        ):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(line.article))
            button.setAccessibleName(f"{button.text()} {line.title}, {line.says}")
            row.addWidget(button)
        self.compare.setVisible(not line.is_this and not line.beside)
        self.open.setVisible(not line.is_this)


class VersionsPage(Paper):
    """Shows a ``VersionsView``; Esc goes back to the article."""

    open_wanted = Signal(object)
    """The id of a version that should lie on the page."""
    compare_wanted = Signal(object)
    """The id of a version that should be compared with the one on the page."""
    confirm_wanted = Signal(object)
    """Pairs of claims, of the earlier and the later text, that are the same."""
    carry_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Versions of this article", parent)
        self.rows: list[VersionRow] = []
        self.box: DifferenceBox | None = None
        holder, between = QWidget(self), QWidget(self)
        self._rows, self._between = QVBoxLayout(holder), QVBoxLayout(between)
        for box in (self._rows, self._between):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        self._says = Muted("", self)
        self.section("Versions", holder)
        self._part = self.section("What differs", self._says, between)
        self.column.addStretch(1)
        self.confirm = self._button("They are the same", "primary")
        self.confirm.clicked.connect(self._confirm)
        self.carry = self._button("", "")
        self.carry.clicked.connect(self.carry_wanted)
        self.close_button = self._button("Close", "")
        self.close_button.clicked.connect(self.left)
        self.foot.addStretch(1)

    def show_working(self, head: str) -> None:
        """The versions are being compared."""
        self.heading.setText(head)
        self.summary.setText("Comparing…")
        self._part.hide()
        for button in (self.confirm, self.carry):
            button.hide()

    def show_view(self, view: VersionsView) -> None:
        """What was found."""
        self.heading.setText(view.head)
        self.summary.setText("" if view.differences else "There is no other version of it here.")
        self.summary.setVisible(not view.differences)
        self._fill(view)
        self.carry.setText(view.carries)
        self.carry.setVisible(bool(view.carries))
        self._follow()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if self.box is not None:
            self.box.set_theme(theme)

    def enter(self) -> None:
        if self.confirm.isVisibleTo(self):
            self._confirm()

    def _fill(self, view: VersionsView) -> None:
        emptied(self._rows)
        emptied(self._between)
        self.rows = [VersionRow(line, self) for line in view.lines]
        for row in self.rows:
            row.open_wanted.connect(self.open_wanted)
            row.compare_wanted.connect(self.compare_wanted)
            self._rows.addWidget(row)
        self._says.setText(view.says)
        self._part.setVisible(view.differences is not None)
        self.box = None
        if view.differences is not None:
            self.box = DifferenceBox(view.differences, self.theme, self, asks=view.asks)
            self.box.ticked.connect(self._follow)
            self._between.addSpacing(8)
            self._between.addWidget(self.box)
        self._order()

    def _order(self) -> None:
        """Tab goes from the top to the bottom, however late a part was made."""
        rows = [button for row in self.rows for button in (row.compare, row.open)]
        box = () if self.box is None else self.box.stops
        tab_through([*rows, *box, self.confirm, self.carry, self.close_button])

    def _follow(self) -> None:
        self.confirm.setVisible(self.box is not None and bool(self.box.model.pairs))

    def _confirm(self) -> None:
        if self.box is not None and self.box.model.pairs:
            self.confirm_wanted.emit(self.box.model.pairs)

    def _button(self, words: str, role: str) -> QPushButton:
        button = QPushButton(words, self)
        if role:
            button.setProperty("role", role)
        self.foot.addWidget(button)
        return button
