"""The page of an import: what is read, what is not and why, and what asks for an answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.exchange.paper import Paper
from annotator.ui.exchange.progress import Line as Bar
from annotator.ui.importing.addressfield import AddressField
from annotator.ui.importing.card import AskCard
from annotator.ui.importing.lines import LineRow
from annotator.ui.importing.side import ImportSide
from annotator.ui.importing.view import Ask, ImportView, Line, Offer
from annotator.ui.kit.labels import Muted
from annotator.ui.theme import Theme

_DOES = QAbstractSlider.SliderAction
_SCROLLS = {
    Qt.Key.Key_Down: _DOES.SliderSingleStepAdd,
    Qt.Key.Key_Up: _DOES.SliderSingleStepSub,
    Qt.Key.Key_PageDown: _DOES.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _DOES.SliderPageStepSub,
    Qt.Key.Key_Home: _DOES.SliderToMinimum,
    Qt.Key.Key_End: _DOES.SliderToMaximum,
}
LAID_OUT = 60
"""Milliseconds after which what was just made has its height."""


class ImportPage(Paper):
    """Shows an ``ImportView``; Enter answers the question there is, Esc goes back to the article."""

    cancel_wanted = Signal()
    fetch_wanted = Signal(object)
    """The keys of lines that are addresses, to be contacted."""
    addresses_wanted = Signal(object)
    """Web addresses that were typed, to be contacted."""
    offer_wanted = Signal(int, object)
    """A line's key, and the ``Offer`` that was taken."""
    encoding_wanted = Signal(int, str)
    keep_wanted = Signal(int, object)
    """A line's key, and the pairs of claims that were confirmed: both stay, as versions."""
    leave_wanted = Signal(int)
    earlier_wanted = Signal(object)
    """The id of the article that was here before."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Import", parent)
        self.rows: dict[int, LineRow] = {}
        self.card: AskCard | None = None
        self.beside = self._side = ImportSide()
        self.summary.hide()
        self.says = Muted("", self)
        self.address = AddressField(self)
        self.bar = Bar(theme, self)
        self.folded = Muted("", self)
        self._listed: tuple[int, ...] = ()
        self._shown: tuple[int, ...] = ()
        """The keys of the lines, from the top to the bottom."""
        self._ordered: list[QWidget] = []
        self._lines = QVBoxLayout()
        self._lay_out()
        self.address.fetch_wanted.connect(self.addresses_wanted)
        self.address.escaped.connect(self._leave_address)

    def show_view(self, view: ImportView) -> None:
        """The list as it stands now."""
        self.heading.setText(view.head)
        self.setAccessibleName(view.head)
        self.says.setText(view.says)
        self.bar.setVisible(view.busy)
        self.bar.show_share(view.share)
        self.cancel.setVisible(view.busy)
        self.fetch_all.setVisible(view.listed > 1)
        self.fetch_all.setText(f"Fetch all {view.listed:,}")
        self._show_lines(view.lines)
        self.rule.setVisible(bool(view.lines))
        self.folded.setText(view.folded)
        self.folded.setVisible(bool(view.folded))
        self._show_ask(view.ask)
        stops = self._stops()
        if stops != self._ordered:
            self._order(stops)
        self._side.show_totals(view.totals)

    def ask_address(self) -> None:
        """Asks for a web address."""
        self.address.show()
        self.address.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.address.field.selectAll()
        QTimer.singleShot(LAID_OUT, self.address, self._show_address)

    def choose_file(self, key: int) -> QFileDialog:
        """Lets the reader choose another file for a line; whoever asks listens to the dialog."""
        dialog = QFileDialog(self, f"Instead of {self.rows[key].line.name}")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        return dialog

    def take_keys(self) -> None:
        """The question's button has the keys where there is one, else the page itself."""
        if self.address.field.hasFocus():
            return  # whoever types an address goes on
        if self.card is not None:
            card = self.card
            card.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
            # What was just made is laid out a moment later.
            QTimer.singleShot(LAID_OUT, card, lambda: self._show_card(card))
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Presses the button that has the keys; else keeps both. It never contacts an address."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and self.isAncestorOf(focus):
            focus.click()
        elif self.card is not None:
            self.card.keep()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.bar.set_theme(theme)
        for row in self.rows.values():
            row.set_theme(theme)
        if self.card is not None:
            self.card.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, wanted = self._scroll.verticalScrollBar(), _SCROLLS.get(Qt.Key(event.key()))
        if wanted is not None:
            bar.triggerAction(wanted)
        else:
            super().keyPressEvent(event)

    def _leave_address(self) -> None:
        """One Esc leaves the field; where nothing else is on the page, the page."""
        self.address.hide()
        if self.rows:
            self.take_keys()
        else:
            self.left.emit()

    def _show_lines(self, lines: tuple[Line, ...]) -> None:
        wanted = {line.key for line in lines}
        for key in [key for key in self.rows if key not in wanted]:
            self._drop(key)
        for place, line in enumerate(lines):
            row = self.rows.get(line.key)
            if row is None or not row.fits(line):
                held = row is not None and row.isAncestorOf(QApplication.focusWidget() or self)
                if row is not None:
                    self._drop(line.key)
                self.rows[line.key] = self._row(line)
                self._lines.insertWidget(place, self.rows[line.key])
                if held:
                    self.setFocus()
            else:
                row.follow(line)
        self._shown = tuple(line.key for line in lines)
        self._listed = tuple(line.key for line in lines if Offer.FETCH in line.offers)

    def _stops(self) -> list[QWidget]:
        rows = [self.rows[key].stops for key in self._shown]
        card = self.card.stops if self.card is not None else ()
        return [*(stop for row in rows for stop in row), *card, self.close_button]

    def _order(self, stops: list[QWidget]) -> None:
        """Tab goes from the top to the bottom, however late a line came."""
        last: QWidget = self.cancel
        for stop in stops:
            self.setTabOrder(last, stop)
            last = stop
        self._ordered = stops

    def _row(self, line: Line) -> LineRow:
        row = LineRow(line, self.theme, self)
        row.wanted.connect(self.offer_wanted)
        row.encoding_wanted.connect(self.encoding_wanted)
        return row

    def _drop(self, key: int) -> None:
        row = self.rows.pop(key)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _show_ask(self, ask: Ask | None) -> None:
        if ask is not None and self.card is not None and self.card.ask.key == ask.key:
            self.card.follow(ask)
            return
        held = self.card is not None and self.card.isAncestorOf(QApplication.focusWidget() or self)
        if self.card is not None:
            self._asks.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        if ask is None:
            if held:
                self.setFocus()
            return
        card = self.card = AskCard(ask, self.theme, self)
        card.keep_wanted.connect(lambda pairs: self.keep_wanted.emit(ask.key, pairs))
        card.leave_wanted.connect(lambda: self.leave_wanted.emit(ask.key))
        card.open_wanted.connect(self.earlier_wanted)
        card.grown.connect(lambda: self._grown(card))
        self._asks.addWidget(card)
        if held or self.hasFocus():
            self.take_keys()

    def _show_card(self, card: AskCard) -> None:
        """All of it; where it is higher than the page, what has the keys."""
        if card.keep_button.hasFocus():
            self.show_whole(card)
            self.show_whole(card.keep_button)

    def _show_address(self) -> None:
        if self.address.field.hasFocus():
            self.show_whole(self.address)

    def _grown(self, card: AskCard) -> None:
        """All of its differences are shown, or no longer."""
        self._order(self._stops())
        QTimer.singleShot(LAID_OUT, card, lambda: self.show_whole(card))

    def _lay_out(self) -> None:
        self.cancel = QPushButton("Cancel the rest", self)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.fetch_all = QPushButton("Fetch all", self)
        self.fetch_all.clicked.connect(lambda: self.fetch_wanted.emit(self._listed))
        counts = QHBoxLayout()
        counts.addWidget(self.says, 1)
        counts.addWidget(self.fetch_all)
        counts.addWidget(self.cancel)
        self.column.addLayout(counts)
        self.column.addWidget(self.address)
        self.column.addSpacing(10)
        self.column.addWidget(self.bar)
        self.column.addSpacing(12)
        self._lines.setSpacing(0)
        self.rule = Rule(self)
        self.column.addWidget(self.rule)
        self.column.addLayout(self._lines)
        self.column.addWidget(self.folded)
        self.column.addSpacing(16)
        self._asks = QVBoxLayout()
        self.column.addLayout(self._asks)
        self.column.addStretch(1)
        self.close_button = QPushButton("Close", self)
        self.close_button.setAccessibleDescription("Esc")
        self.close_button.clicked.connect(self.left)
        self.foot.addWidget(self.close_button)
        self.foot.addStretch(1)
        self.address.hide()
        self.folded.hide()


class Rule(QWidget):
    """The fine line over the first row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
