"""Whom the articles name, on one page: to look through, to rename, to let several be one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.desk.sources import SourceRow
from annotator.domain.attribution import source_key
from annotator.domain.wording import amount
from annotator.ui.kit.choices import Choices
from annotator.ui.lists.page import ListPage
from annotator.ui.lists.table import RowTable
from annotator.ui.sources.table import SourcesDelegate, new_model
from annotator.ui.theme import Theme

HEADING = "Sources"
_NONE = {
    True: "No source is named in this article yet. A says who a claim comes from.",
    False: "No source is named in the library yet. A says who a claim comes from.",
}
_FILTER = "Filter the sources: words of a name, or a kind"
_NAME = "What they are called together: Enter joins them, Esc leaves them apart."


class Of(StrEnum):
    """Whose sources are listed."""

    ARTICLE = "this article"
    LIBRARY = "the whole library"


class SourcesPage(ListPage):
    """Every button asks; the list is shown anew when something was done."""

    of_wanted = Signal(object)
    """An ``Of``: list these instead."""
    go_wanted = Signal(object)
    """A ``SourceRow`` whose claims alone should be shown on the page."""
    rename_wanted = Signal(object, str)
    """A ``SourceRow``, and its new name."""
    join_wanted = Signal(object, str)
    """Several ``SourceRow``, and the one name they should go by."""
    apart_wanted = Signal(object)
    """A ``SourceRow`` that was joined or renamed, and should not be."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.model = new_model()
        table = RowTable(self.model, SourcesDelegate(theme), HEADING)
        super().__init__(theme, HEADING, table, _FILTER, parent)
        self.of = Choices([(one, one.value) for one in Of], self)
        self.of.set_value(Of.ARTICLE)
        self.go = QPushButton("Go to its claims", self)
        self.go.setProperty("role", "primary")
        self.rename = QPushButton("Rename", self)
        self.rename.setToolTip("F2")
        self.join = QPushButton("Join as one", self)
        self.apart = QPushButton("Let go again", self)
        self._joined: tuple[SourceRow, ...] = ()
        """Those that a name is being asked for."""
        self.between.addWidget(self.of, 1)
        for button in (self.go, self.rename, self.join, self.apart):
            self.foot.addWidget(button)
        self.end_foot()
        self._connect()
        self.set_theme(theme)
        self.follow_rows()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.of.set_colours(theme.colour("selection"), theme.colour("dot"))

    def show_of(self, of: Of, *, article: bool) -> None:
        """Whose sources these are; ``article``: one is open, whose they could be."""
        self.of.set_value(of)
        self.of.setVisible(article)

    def show_sources(self, rows: Sequence[SourceRow]) -> None:
        """Shows these; the row in hand stays the one of its source."""
        ordered = sorted(rows, key=lambda row: (-row.claims, source_key(row.name)))
        self.choose_again(lambda: self.model.show_rows(ordered))

    def enter(self) -> None:
        """Shows the claims of the row in hand."""
        if self.go.isEnabled():
            self._go()

    def is_same(self, row: Any, other: Any) -> bool:
        return source_key(row.name) == source_key(other.name)

    def say(self) -> None:
        total, shown = self.model.total, self.model.rowCount()
        if not total:
            self.put(_NONE[self.of.value is Of.ARTICLE])
            return
        said = [amount(total, "source")]
        if shown != total:
            said.append(f"{shown:,} shown")
        self.put(" · ".join(said))

    def follow_rows(self) -> None:
        rows: list[SourceRow] = self.chosen()
        one = len(rows) == 1
        self.go.setEnabled(one)
        self.rename.setEnabled(one)
        self.join.setEnabled(len(rows) > 1)
        self.join.setText(f"Join {len(rows):,} as one" if len(rows) > 1 else "Join as one")
        self.apart.setEnabled(one and bool(rows[0].written))

    def _connect(self) -> None:
        self.of.chosen.connect(self._choose_of)
        self.of.escaped.connect(self.left)
        self.go.clicked.connect(self._go)
        self.rename.clicked.connect(self._rename)
        self.table.rename_wanted.connect(self._rename)
        self.join.clicked.connect(self._join)
        self.apart.clicked.connect(lambda: self.apart_wanted.emit(self.chosen()[0]))
        self.table.field.written.connect(self._written)
        self.table.field.ended.connect(self._end)

    def _choose_of(self, of: object) -> None:
        """A pill pressed again leaves it at that."""
        if isinstance(of, Of):
            self.of_wanted.emit(of)

    def _go(self) -> None:
        self.go_wanted.emit(self.chosen()[0])

    def _rename(self) -> None:
        if self.rename.isEnabled():
            self._joined = ()
            self.refuse("")
            self.table.write(self.table.rows[0], "The source's name")

    def _join(self) -> None:
        """Asks what they are called, in the line of the one with the most claims."""
        rows: list[SourceRow] = self.chosen()
        most = max(rows, key=lambda row: row.claims)
        self._joined = tuple(rows)
        at = self.model.place_of(lambda row: row is most)
        assert at is not None, "it is chosen, so it is shown"
        self.refuse(_NAME)
        self.table.write(at, _NAME)

    def _written(self, at: int, text: str) -> None:
        joined, self._joined = self._joined, ()
        self.refuse("")
        self.table.setFocus()
        if joined:
            self.join_wanted.emit(joined, text)
        elif at < self.model.rowCount():
            self.rename_wanted.emit(self.model.row(at), text)

    def _end(self) -> None:
        """Nothing is asked any more."""
        self._joined = ()
        if self.trouble == _NAME:
            self.refuse("")
