"""Settling: what the claim should be, as whom, or nothing yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.tags import ROW, TAGS, Standing
from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION, ACTIONS
from annotator.ui.kit.flow import Flow
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.kit.tip import plain_tip
from annotator.ui.review.settlebuttons import ChoiceButton
from annotator.ui.review.view import ClaimReviewView, VoiceView
from annotator.ui.theme import Theme
from annotator.ui.views import View

BESIDE = 4
"""So many analysts have buttons in one line that say "Accept"; more have short ones."""
ACROSS = 5
"""Short buttons in one line."""
KEYS = 9
"""So many analysts have a key."""
_GAP = 8
RING = 4
"""Quiet buttons keep so much for the ring of the focus: the rest stands in by as much."""
PARTY = "You held one of these tags"
NONE, NONE_SHORT = "none: leave it open", "none"
_QUIET_ROOM = 370
"""So wide the quiet buttons stand in one line with all their words."""


class Settle(QWidget):
    """The buttons of a decision. It shows what is decided and asks for another."""

    settle = Signal(object)
    """A ``Standing``."""
    accept = Signal(int)
    """A column of the review."""
    leave_open = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._voices: tuple[VoiceView, ...] = ()
        self._party = Muted("", self, small=True)
        self._party.setWordWrap(False)
        self._tags = {row.standing: self._tag(row.standing) for row in TAGS}
        self._accepts: list[ChoiceButton] = []
        self._grid = QGridLayout()
        self._across = 0
        self._quiet = {
            standing: self._quiet_button(standing)
            for standing in (Standing.ON_SOURCE, Standing.NOT_CHECKABLE)
        }
        self._none = KeyButton(NONE, ACTION[ActionId.LEAVE_OPEN].keys[0], self)
        self._none.setToolTip("Take your decision back")
        self._none.clicked.connect(self.leave_open)
        self._build()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab visits, in order."""
        return [*self._tags.values(), *self._accepts, *self._quiet.values(), self._none]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in (*self._tags.values(), *self._accepts):
            button.set_theme(theme)

    def show_claim(self, view: ClaimReviewView | None) -> None:
        self._party.setText(PARTY if view is not None and view.party and not view.veil else "")
        chosen = None if view is None else view.chosen
        for standing, button in (*self._tags.items(), *self._quiet.items()):
            button.setChecked(standing is chosen)
        self._none.setVisible(view is not None)
        self._show_accepts(() if view is None else view.voices)
        self.setEnabled(view is not None and view.open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._none.setText(NONE if self.width() >= _QUIET_ROOM else NONE_SHORT)
        self._none.updateGeometry()
        self._stack()

    def _show_accepts(self, voices: Sequence[VoiceView]) -> None:
        self._voices = tuple(voices)
        while len(self._accepts) < len(voices):
            self._accepts.append(self._accept())
        self._place(len(voices) if len(voices) <= BESIDE else ACROSS)
        word = "Accept" if len(voices) <= BESIDE else "as"
        for place, button in enumerate(self._accepts):
            button.setVisible(place < len(voices))
        for voice, button in zip(voices, self._accepts, strict=False):
            key = str(voice.column + 1) if voice.column < KEYS else ""
            whose = "you" if voice.who.me else voice.who.name
            judged = ROW[voice.standing].label.lower()
            button.set_words(f"{word} {voice.who.initial}", key)
            button.setAccessibleName(f"Accept {whose}: {judged}")
            button.setToolTip(plain_tip(f"Settle it as {whose} judged it: {judged}"))
        self._stack()

    def _accept(self) -> ChoiceButton:
        place = len(self._accepts)
        button = ChoiceButton("", "", self._theme, self)
        button.clicked.connect(lambda: self.accept.emit(self._voices[place].column))
        return button

    def _place(self, across: int) -> None:
        """Puts the buttons into so many columns, all as wide."""
        if across == self._across and self._grid.count() == len(self._accepts):
            return
        for column in range(max(across, self._across)):
            self._grid.setColumnStretch(column, int(column < across))
        self._across = across
        for place, button in enumerate(self._accepts):
            self._grid.addWidget(button, *divmod(place, across or 1))

    def _stack(self) -> None:
        """All in one line look alike: where one has no room for its key, none has it beside."""
        room = self.width() - 2 * RING
        for line in self._lines():
            wanted = sum(button.width_in_line() for button in line) + _GAP * (len(line) - 1)
            for button in line:
                button.set_stacked(wanted > room)

    def _lines(self) -> list[list[ChoiceButton]]:
        shown = self._accepts[: len(self._voices)]
        across = self._across or 1
        accepts = [shown[at : at + across] for at in range(0, len(shown), across)]
        return [list(self._tags.values()), *accepts]

    def _tag(self, standing: Standing) -> ChoiceButton:
        row = ROW[standing]
        button = ChoiceButton(row.label, _key(standing), self._theme, self, standing=standing)
        button.setAccessibleName(f"Settle: {row.label.lower()}")
        button.setToolTip(row.meaning)
        button.clicked.connect(lambda: self.settle.emit(standing))
        return button

    def _quiet_button(self, standing: Standing) -> KeyButton:
        row = ROW[standing]
        glyph = row.glyph if standing is Standing.ON_SOURCE else ""
        button = KeyButton(row.label.lower(), _key(standing), self, glyph=glyph)
        button.setCheckable(True)
        button.setAccessibleName(f"Settle: {row.label.lower()}")
        button.setToolTip(row.meaning)
        button.clicked.connect(lambda: self.settle.emit(standing))
        return button

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Caption("Settle", self), 1)
        head.addWidget(self._party)
        tags = QHBoxLayout()
        tags.setSpacing(_GAP)
        for tag in self._tags.values():
            tags.addWidget(tag, tag.width_in_line())
        self._grid.setSpacing(_GAP)
        inner = QVBoxLayout()
        inner.setContentsMargins(RING, 0, RING, 0)
        inner.setSpacing(_GAP)
        for part in (head, tags, self._grid):
            inner.addLayout(part)
        quiet = Flow(across=8, down=0)
        for button in (*self._quiet.values(), self._none):
            quiet.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP - 2)
        column.addLayout(inner)
        column.addLayout(quiet)


def _key(standing: Standing) -> str:
    """The key that settles so in Review."""
    rows = (row for row in ACTIONS if row.standing is standing and row.view is View.REVIEW)
    return next(row.keys[0] for row in rows)
