"""A page with a list: how many there are, words to filter by, the table, and what to do with a row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.fonts import serif_font
from annotator.ui.kit.labels import Muted
from annotator.ui.linefield import LineField
from annotator.ui.lists.model import ListModel
from annotator.ui.lists.table import RowTable
from annotator.ui.overpage import OverPage
from annotator.ui.theme import Theme

_SOON = 120
"""Milliseconds after a key until the list follows."""
READING = "Reading…"
_MANY = 1100
"""From so many pixels on the page has margins as wide as the other pages have."""


class ListPage(OverPage):
    """Whoever is one says what stands between filter and table, and what can be done."""

    alone = True

    def __init__(
        self,
        theme: Theme,
        heading: str,
        table: RowTable,
        placeholder: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, heading, parent)
        self.table = table
        self._heading = QLabel(heading, self)
        self._heading.setFont(serif_font(27, bold=True))
        self._says = Muted(READING, self)
        self._trouble = QLabel(self)
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self.filter = LineField(placeholder.partition(":")[0], placeholder, self)
        self.between = QHBoxLayout()
        self.foot = QHBoxLayout()
        self.shut = QPushButton("Close", self)
        self._typing = QTimer(self, interval=_SOON, singleShot=True)
        self._typing.timeout.connect(self.follow_filter)
        self._lay_out()
        self.filter.textChanged.connect(lambda _text: self._typing.start())
        self.filter.entered.connect(self._to_table)
        self.filter.escaped.connect(self.left)
        table.entered_row.connect(self.enter)
        table.typed.connect(self._type_on)
        table.selectionModel().selectionChanged.connect(lambda *_: self.follow_rows())
        self.shut.clicked.connect(self.left)

    @property
    def says(self) -> str:
        """What stands under the heading."""
        return self._says.text()

    @property
    def trouble(self) -> str:
        """What was refused, and why; empty: nothing."""
        return self._trouble.text()

    def refuse(self, sentence: str) -> None:
        """Says in place why something was not done; empty: nothing was refused."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def show_reading(self) -> None:
        """It takes a moment, and nothing is there to be shown meanwhile."""
        self._says.setText(READING)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.table.set_theme(theme)

    def take_keys(self) -> None:
        self.table.reach()
        (self.table if self.list_model().rowCount() else self.filter).setFocus()

    def list_model(self) -> ListModel[Any]:
        """What the table shows."""
        found = self.table.model()
        assert isinstance(found, ListModel)
        return found

    def chosen(self) -> list[Any]:
        """The rows in hand."""
        model = self.list_model()
        return [model.row(at) for at in self.table.rows if at < model.rowCount()]

    def follow_filter(self) -> None:
        """What is shown is what the filter lets through."""
        self._typing.stop()
        self.choose_again(self.narrow)

    def narrow(self) -> None:
        """Tells the list what to let through."""
        self.list_model().filter(self.filter.text())

    def choose_again(self, change: Any) -> None:
        """Does what changes the list; the row in hand stays in hand where it is still shown."""
        had = self.chosen()[:1]
        change()
        at = self.list_model().place_of(lambda row: self.is_same(row, had[0])) if had else None
        if at is not None:
            self.table.selectRow(at)
        else:
            self.table.reach()
        self.say()
        self.follow_rows()

    def is_same(self, row: Any, other: Any) -> bool:
        """Whether a row of the list read anew is that one."""
        return bool(row == other)

    def say(self) -> None:
        """Says how many there are."""

    def follow_rows(self) -> None:
        """What can be done depends on the rows that are chosen."""

    def put(self, text: str) -> None:
        """What stands under the heading."""
        self._says.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = 32 if self.width() > _MANY else 16
        self._column.setContentsMargins(side, 26, side, 12)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addSpacing(4)
        column.addWidget(self._says)
        column.addSpacing(14)
        column.addWidget(self.filter)
        column.addSpacing(8)
        self.between.setSpacing(16)
        column.addLayout(self.between)
        column.addSpacing(8)
        column.addWidget(self.table, 1)
        column.addSpacing(8)
        column.addWidget(self._trouble)
        self.foot.setSpacing(8)
        column.addSpacing(8)
        column.addLayout(self.foot)
        self.setFocusProxy(self.filter)

    def end_foot(self) -> None:
        """The button that closes the page stands at the right of all others."""
        self.foot.addStretch(1)
        self.foot.addWidget(self.shut)
        # Made first, it would come before them with Tab.
        for before, after in zip(self._buttons(), self._buttons()[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _buttons(self) -> list[QWidget]:
        items = [self.foot.itemAt(at) for at in range(self.foot.count())]
        found = [item.widget() for item in items if item is not None]
        return [widget for widget in found if widget is not None]

    def _type_on(self, text: str) -> None:
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.insert(text)

    def _to_table(self) -> None:
        self.follow_filter()
        self.take_keys()
