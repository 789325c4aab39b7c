"""What analysts held of claims that a cut took away here: nobody's judgement is dropped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.tags import ROW
from annotator.ui.kit.disc import Disc
from annotator.ui.kit.labels import Caption
from annotator.ui.kit.said import Said
from annotator.ui.review.view import BeforeView
from annotator.ui.theme import Theme

_LINE = 17
_MOST = 8 * _LINE


class OldRow(QWidget):
    """One analyst's judgement of one claim that is gone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._disc = Disc("", "", self)
        self.said = Said(theme, self)
        self.said.set_limits(_LINE, _MOST)
        words = QVBoxLayout()
        words.setContentsMargins(0, 2, 0, 0)
        words.addWidget(self.said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def set_theme(self, theme: Theme) -> None:
        self.said.set_theme(theme)

    def show_old(self, old: BeforeView) -> None:
        self._disc.set_person(old.who.initial, old.who.name)
        row = ROW[old.standing]
        words = f"{row.glyph} {row.label.lower()}: “{old.quotation}”"
        self.said.show_words(f"{words}\n{old.note}" if old.note else words)
        self.said.setAccessibleName(f"{old.who.name}, before the cut")


class BeforeTheCut(QWidget):
    """A line for each; hidden where there was no cut."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[OldRow] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(7)
        self._box.addWidget(Caption("Before the cut", self))
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab visits, in order."""
        return [row.said for row in self._rows]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self._rows:
            row.set_theme(theme)

    def show_before(self, before: Sequence[BeforeView]) -> None:
        while len(self._rows) < len(before):
            row = OldRow(self._theme, self)
            self._box.addWidget(row)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            if place < len(before):
                row.show_old(before[place])
            row.setVisible(place < len(before))
        self.setVisible(bool(before))
