"""What was decided of a claim, by whom and why, and whether it asks again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.tags import ROW, Standing
from annotator.ui.kit.disc import Disc
from annotator.ui.kit.labels import Caption, Elided, Muted
from annotator.ui.kit.reminder import Reminder
from annotator.ui.kit.said import Said
from annotator.ui.kit.standing import StandingName
from annotator.ui.review.view import DecisionView
from annotator.ui.theme import Theme

_LINE = 17
_MOST = 12 * _LINE


class DecisionRow(QWidget):
    """One reviewer's decision; one's own reason stands in its field, not here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._disc = Disc("", "", self)
        self._name = Elided("", self)
        self._outcome: StandingName | None = None
        self._shown: Standing | None = None
        self._when = Muted("", self, small=True)
        self._when.setWordWrap(False)
        self.reason = Said(theme, self)
        self.reason.set_limits(_LINE, _MOST)
        self._whom = Muted("", self, small=True)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self._name, 1)
        self._head.addWidget(self._when)
        words = QVBoxLayout()
        words.setContentsMargins(0, 1, 0, 0)
        words.setSpacing(3)
        words.addLayout(self._head)
        words.addWidget(self.reason)
        words.addWidget(self._whom)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.reason.set_theme(theme)
        if self._outcome is not None:
            self._outcome.set_theme(theme)

    def show_decision(self, decision: DecisionView) -> None:
        who = decision.who
        self._disc.set_person(who.initial, who.name)
        self._name.set_text(f"{who.name}:")
        self._name.setMaximumWidth(self._name.fontMetrics().horizontalAdvance(f"{who.name}:") + 2)
        self._put_outcome(decision)
        self._when.setText(decision.when)
        self.reason.show_words(decision.reason)
        self.reason.setVisible(bool(decision.reason) and not who.me)
        self.reason.setAccessibleName(f"Reason of {who.name}")
        whom = _whom(decision)
        self._whom.setText(whom)
        self._whom.setVisible(bool(whom))
        self.setAccessibleName(spoken(decision))

    def _put_outcome(self, decision: DecisionView) -> None:
        if self._outcome is not None and self._shown is decision.standing:
            return
        self._shown = decision.standing
        if self._outcome is not None:
            self._outcome.hide()
            self._outcome.deleteLater()
        self._outcome = StandingName(ROW[decision.standing], self._theme, self)
        self._head.insertWidget(1, self._outcome)


class Decided(QWidget):
    """The decision that stands, what others decided otherwise, and what changed since."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[DecisionRow] = []
        self._stale = Reminder("", self)
        self._others = Muted("Decided otherwise, or before:", self, small=True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(7)
        self._box.addWidget(Caption("Decided", self))
        self._box.addWidget(self._stale)
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab visits, in order."""
        return [row.reason for row in self._rows]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self._rows:
            row.set_theme(theme)

    def show_decisions(self, decisions: Sequence[DecisionView], stale: str) -> None:
        while len(self._rows) < len(decisions):
            row = DecisionRow(self._theme, self)
            self._box.addWidget(row)
            if not self._rows:
                self._box.addWidget(self._others)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            if place < len(decisions):
                row.show_decision(decisions[place])
            row.setVisible(place < len(decisions))
        self._others.setVisible(len(decisions) > 1)
        self._stale.set_text(stale)
        self.setVisible(bool(decisions))


def spoken(decision: DecisionView) -> str:
    """What a screen reader says of a decision."""
    parts = [f"{decision.who.name} decided: {ROW[decision.standing].label.lower()}"]
    parts += filter(None, (decision.when, decision.reason, _whom(decision)))
    return ". ".join(parts)


def _whom(decision: DecisionView) -> str:
    overruled = f"overruled {decision.overruled}" if decision.overruled else ""
    # Of oneself it stands where one settles.
    held = "held one of the tags" if decision.party and not decision.who.me else ""
    return " · ".join(filter(None, (overruled, held)))
