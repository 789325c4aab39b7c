"""What an item is: where it was found, who published it, when, and how far one trusts it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.domain.evidence import Item
from annotator.ui.evidence.asked import Browse, SetPrimary, Word
from annotator.ui.evidence.fields import WordRow
from annotator.ui.evidence.rows import ChoiceRow, Pair
from annotator.ui.evidence.stances import RELIABILITY, Hand
from annotator.ui.evidence.view import Answers, Piece
from annotator.ui.evidence.wordspart import WordsPart
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.theme import Theme

_DATES = ("published", "accessed")
_DAY = "YYYY-MM-DD"
_HANDS = (
    (Hand.PRIMARY, "primary", "In a position to know"),
    (Hand.SECONDARY, "secondary", "Has it from somebody else"),
)
_WEB = ("http://", "https://")


class ItemPart(WordsPart):
    """One's own to word; of a colleague's item what there is can be read."""

    def __init__(
        self, piece: Piece, theme: Theme, answers: Answers, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, answers, parent)
        self._item, self._own = piece.id, piece.own
        self._opens: dict[str, KeyButton] = {}
        self.hands = ChoiceRow("Kind", _HANDS, self)
        grades = [(grade, grade.value, means) for grade, means in RELIABILITY.items()]
        self.grades = ChoiceRow(
            "Reliability", grades, self, letters=[one.value for one in RELIABILITY]
        )
        self._build()
        self.hands.choices.chosen.connect(self._set_hand)
        self.grades.choices.chosen.connect(self._grade)
        for row in (self.hands, self.grades):
            row.choices.escaped.connect(self.escaped)
            row.choices.setEnabled(self._own)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for row in (self.hands, self.grades):
            row.choices.set_colours(theme.colour("selection"), theme.colour("dot"))

    def show_item(self, item: Item | None) -> None:
        """What is saved of it; a colleague's empty fields are not shown."""
        self.setVisible(item is not None)
        if item is None:
            return
        for field, row in self.rows.items():
            row.show_words(getattr(item, field))
        primary = item.primary
        hand = None if primary is None else Hand.PRIMARY if primary else Hand.SECONDARY
        self.hands.choices.set_value(hand)
        grade = next((one for one in RELIABILITY if one.value == item.reliability), None)
        self.grades.choices.set_value(grade)
        for field, button in self._opens.items():
            button.setVisible(getattr(item, field).startswith(_WEB))
        if not self._own:
            for field, row in self.rows.items():
                row.setVisible(bool(getattr(item, field)))
            self.hands.setVisible(hand is not None)
            self.grades.setVisible(grade is not None)

    def _build(self) -> None:
        self.column.addWidget(self.row("title", "Title"))
        for field, label in (("url", "Address"), ("archive", "Archive")):
            row = self.row(field, label, placeholder="https://" if field == "url" else "")
            self._opens[field] = self._opening(field, row)
            self.column.addWidget(row)
        self.column.addWidget(self.row("publisher", "Publisher"))
        dates = [self.row(name, name.capitalize(), placeholder=_DAY) for name in _DATES]
        self.column.addWidget(Pair(*dates, beside=self._own, parent=self))
        medium = self.row("medium", "Medium", placeholder="map, video …")
        language = self.row("language", "Language", placeholder="en, fa …")
        self.column.addWidget(Pair(medium, language, beside=self._own, parent=self))
        self.column.addWidget(self.hands)
        self.column.addWidget(self.grades)
        self.column.addWidget(self.row("note", "Note", lines=True))
        if not self._own:
            for row in self.rows.values():
                row.set_read_only()

    def _opening(self, field: str, row: WordRow) -> KeyButton:
        """Nothing is contacted by itself: only when somebody asks for it."""
        button = KeyButton("open", "", row, small=True, link=True)
        button.setFixedHeight(18)
        button.setAccessibleName(f"Open the {field} in the browser".replace("url", "address"))
        button.setToolTip("Opens it in your browser, which contacts that site")
        button.clicked.connect(lambda: self.asked.emit(Browse(row.text.strip())))
        button.hide()
        row.row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    def _set_hand(self, hand: object) -> None:
        self.asked.emit(SetPrimary(self._item, None if hand is None else hand is Hand.PRIMARY))

    def _grade(self, grade: object) -> None:
        self.asked.emit(Word(self._item, "reliability", "" if grade is None else str(grade)))
