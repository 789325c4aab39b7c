"""The list of differences on the screen, with what ticks many at once."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionViewItem, QVBoxLayout, QWidget

from annotator.domain.wording import amount
from annotator.ui.exchange.ticks import TickList
from annotator.ui.exchange.worded import WordedDelegate
from annotator.ui.importing.differences import DifferenceModel
from annotator.ui.importing.view import Differences, Kind
from annotator.ui.kit.card import Card
from annotator.ui.kit.flow import Flow
from annotator.ui.kit.labels import Muted
from annotator.ui.theme import Theme

MOST = 420
"""Pixels that the list takes before it scrolls by itself."""
_ALL = {
    Kind.ASKED: "in other surroundings",
    Kind.PROPOSED: "worded otherwise",
}


class DifferenceList(TickList):
    """As high as its lines, up to a limit; Space or a click ticks a line that asks."""

    def __init__(self, model: DifferenceModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(model, "Every claim of the two versions", parent)
        self._differences = model
        self._delegate = WordedDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        model.modelReset.connect(self._again)
        self._again()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _again(self) -> None:
        if self._differences.rowCount():
            self.setCurrentIndex(self._differences.index(0))
        self._fit()

    def _turn(self, index: QModelIndex) -> None:
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            super()._turn(index)

    def _fit(self) -> None:
        """The bar is there or not before anything is laid out: its width changes the heights."""
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, self.width(), 0)
        high = 0
        for row in range(self._differences.rowCount()):
            high += self._delegate.sizeHint(option, self._differences.index(row)).height()
            if high > MOST:
                break
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if high > MOST else policy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(min(high, MOST))
        self.scheduleDelayedItemsLayout()


class DifferenceBox(QWidget):
    """The list on paper; over it what narrows it, under it what confirms many at once."""

    ticked = Signal()
    """Others are confirmed now: ``pairs``."""

    def __init__(
        self, found: Differences, theme: Theme, parent: QWidget, *, asks: bool = True
    ) -> None:
        super().__init__(parent)
        self.model = DifferenceModel(found, asks=asks)
        self.list = DifferenceList(self.model, theme, self)
        self._asking = self.model.asking
        self._says = Muted("", self)
        self._says.setVisible(bool(self._asking))
        self.only = QPushButton("Only what differs", self)
        self.only.setCheckable(True)
        self.only.toggled.connect(lambda only: self.model.show_same(same=not only))
        row = QWidget(self)
        self._flow = Flow(row, across=8, down=6)
        self._flow.addWidget(self.only)
        self.confirm: dict[Kind, QPushButton] = {}
        self._add_buttons(found, row)
        paper = Card(self)
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(4, 2, 4, 2)
        inside.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (row, paper, self._says):
            column.addWidget(part)
        self.model.ticked.connect(self._follow)
        self._follow()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in its order."""
        return (self.only, *self.confirm.values(), self.none, self.list)

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)

    def _add_buttons(self, found: Differences, row: QWidget) -> None:
        self.none = QPushButton("Confirm none", row)
        self.none.setVisible(bool(self._asking))
        if not self._asking:
            return
        for kind, words in _ALL.items():
            count = sum(found.kind(at) is kind for at in range(len(found)))
            if count:
                said = f"Confirm the {amount(count, 'claim')} {words}"
                self._add(self.confirm.setdefault(kind, QPushButton(said, row)), kind)
        self._add(self.none, None)

    def _add(self, button: QPushButton, kind: Kind | None) -> None:
        button.clicked.connect(lambda: self.model.tick_all(kind))
        self._flow.addWidget(button)

    def _follow(self) -> None:
        chosen = len(self.model.pairs)
        self._says.setText(
            f"{chosen:,} of {self._asking:,} confirmed as the same claim. What is not confirmed "
            "stands in the new version untagged, with what you held of it beside it."
        )
        self.ticked.emit()
