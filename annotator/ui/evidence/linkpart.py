"""How an item serves the claim in hand: stance, quotation, where it stands, how credible it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.domain.evidence import Stance
from annotator.ui.evidence.asked import SetStance, Word
from annotator.ui.evidence.rows import ChoiceRow
from annotator.ui.evidence.stances import CREDIBILITY, STANCE, STANCES
from annotator.ui.evidence.view import Answers, Piece
from annotator.ui.evidence.wordspart import WordsPart
from annotator.ui.theme import Theme


class LinkPart(WordsPart):
    """One's own to say, whoever entered the item."""

    FIELDS = ("quote", "locator", "credibility")

    def __init__(
        self, piece: Piece, theme: Theme, answers: Answers, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, answers, parent)
        self._item = piece.id
        options = [(row.stance, f"{row.glyph} {row.label}", row.label) for row in STANCES]
        self.stances = ChoiceRow(
            "Stance", options, self, letters=[row.key for row in STANCES], label=""
        )
        grades = [(number, str(number), means) for number, means in CREDIBILITY.items()]
        self.grades = ChoiceRow("Credibility", grades, self)
        self.stances.choices.chosen.connect(self._set_stance)
        self.grades.choices.chosen.connect(self._grade)
        for row in (self.stances, self.grades):
            row.choices.escaped.connect(self.escaped)
        self.column.addWidget(self.stances)
        self.column.addWidget(
            self.row("quote", "Quotation", lines=True, placeholder="Word for word")
        )
        self.column.addWidget(
            self.row("locator", "Where", placeholder="page, paragraph, time code")
        )
        self.column.addWidget(self.grades)
        if piece.who:
            self._read_only()
        self._colour(piece.linked.link.stance)

    def take_keys(self) -> None:
        """To the quotation: what is most often missing."""
        self.rows["quote"].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._colour(self.stances.choices.value)

    def show_link(self, piece: Piece) -> None:
        link = piece.linked.link
        self.stances.choices.set_value(link.stance)
        self.grades.choices.set_value(int(link.credibility) if link.credibility else None)
        self.rows["quote"].show_words(link.quote)
        self.rows["locator"].show_words(link.locator)
        self._colour(link.stance)
        if piece.who:
            self.rows["quote"].setVisible(bool(link.quote))
            self.rows["locator"].setVisible(bool(link.locator))
            self.grades.setVisible(bool(link.credibility))

    def _set_stance(self, stance: object) -> None:
        if isinstance(stance, Stance):
            self.asked.emit(SetStance(self._item, stance))

    def _grade(self, number: object) -> None:
        self.asked.emit(Word(self._item, "credibility", "" if number is None else str(number)))

    def _colour(self, stance: object) -> None:
        """The chosen pill wears what the stance is: the fill of a tag, or none."""
        theme = self._theme
        plain = (theme.colour("selection"), theme.colour("dot"))
        self.grades.choices.set_colours(*plain)
        row = STANCE[stance] if isinstance(stance, Stance) else None
        if row is not None and row.standing is not None:
            fill = theme.fill(row.standing) or theme.colour("selection")
            plain = (fill, theme.ink(row.standing))
        self.stances.choices.set_colours(*plain)

    def _read_only(self) -> None:
        for row in self.rows.values():
            row.set_read_only()
        for choice in (self.stances, self.grades):
            choice.choices.setEnabled(False)
