"""What happened to the article, by whom and when: the newest first, to look through and to go from."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.desk.story import Portion, StoryLine
from annotator.domain.assessment import Analyst
from annotator.domain.wording import amount
from annotator.ui.kit.choices import Choices
from annotator.ui.lists.page import ListPage
from annotator.ui.lists.table import RowDelegate, RowTable
from annotator.ui.story.table import new_model, people
from annotator.ui.theme import Theme

HEADING = "History of this article"
_FILTER = "Filter the history: words of what was done, of a claim, of a name"
_EVERYBODY = 0
_BLIND = "Checked blind: what colleagues hold shows once you submit."


class StoryPage(ListPage):
    """It changes nothing: Enter goes to the claim."""

    go_wanted = Signal(object)
    """A ``StoryLine``: to the claims that it was about."""
    who: Choices | None = None
    """Whose edits are shown; made when it is known who did any."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.model = new_model()
        table = RowTable(self.model, RowDelegate(theme), HEADING)
        super().__init__(theme, HEADING, table, _FILTER, parent)
        self.go = QPushButton("Go to the claim", self)
        self.go.setProperty("role", "primary")
        self.foot.addWidget(self.go)
        self.end_foot()
        self._people: tuple[Analyst, ...] = ()
        self._me = ""
        self._veiled, self._blind, self._reading = 0, False, False
        self.go.clicked.connect(self._go)
        self.set_theme(theme)
        self.follow_rows()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._colour()

    def show_reading(self) -> None:
        super().show_reading()
        self._reading = True

    def show_portion(self, portion: Portion, *, first: bool) -> None:
        """Shows some edits, those before them first; ``first``: in the place of all others."""
        lines = list(portion.lines)
        if first:
            self._veiled, self._blind, self._reading = 0, portion.blind, True
        self._veiled += portion.veiled
        self._me = next((line.analyst.id for line in lines if line.mine), self._me)
        self._name(people(lines, () if first else self._people))
        change = self.model.show_rows if first else self.model.add_rows
        self.choose_again(lambda: change(lines))

    def show_whole(self) -> None:
        """All of it is there."""
        self._reading = False
        self.say()

    def enter(self) -> None:
        """Goes to the claim of the row in hand."""
        if self.go.isEnabled():
            self._go()

    def narrow(self) -> None:
        at = self._chosen()
        analyst = None if at == _EVERYBODY else self._people[at - 1].id
        lets = None if analyst is None else (lambda line: line.analyst.id == analyst)
        self.model.filter(self.filter.text(), lets)

    def is_same(self, row: Any, other: Any) -> bool:
        return bool(row.id == other.id)

    def say(self) -> None:
        total, shown = self.model.total, self.model.rowCount()
        said = [amount(total, "edit") + (" so far" if self._reading else "")]
        if shown != total:
            said.append(f"{shown:,} shown")
        if self._blind:
            said.append(_BLIND)
        elif self._veiled:
            said.append(
                f"{self._veiled:,} of colleagues show once you have judged or looked at the claim"
            )
        self.put(" · ".join(said))

    def follow_rows(self) -> None:
        rows: list[StoryLine] = self.chosen()
        self.go.setEnabled(len(rows) == 1 and bool(rows[0].spans))

    def _chosen(self) -> int:
        value = None if self.who is None else self.who.value
        return value if isinstance(value, int) else _EVERYBODY

    def _name(self, found: tuple[Analyst, ...]) -> None:
        """A pill for each who did any of it, where there are several."""
        if found == self._people:
            return
        at = self._chosen()
        had = None if at == _EVERYBODY else self._people[at - 1]
        self._people = found
        if self.who is not None:
            self.between.removeWidget(self.who)
            self.who.hide()
            self.who.deleteLater()
        names = ["you" if one.id == self._me else one.name for one in found]
        options = [(_EVERYBODY, "everybody"), *enumerate(names, 1)]
        self.who = Choices(options, self)
        self.who.set_value(found.index(had) + 1 if had in found else _EVERYBODY)
        self.who.chosen.connect(self._choose)
        self.who.escaped.connect(self.left)
        self.who.setVisible(len(found) > 1)
        self.between.addWidget(self.who, 1)
        QWidget.setTabOrder(self.filter, self.who.pills[0])
        self._colour()

    def _choose(self, value: object) -> None:
        """A pill pressed again lets everybody through."""
        if self.who is not None:
            self.who.set_value(value if isinstance(value, int) else _EVERYBODY)
            self.follow_filter()

    def _colour(self) -> None:
        if self.who is not None:
            self.who.set_colours(self.theme.colour("selection"), self.theme.colour("dot"))

    def _go(self) -> None:
        self.go_wanted.emit(self.chosen()[0])
