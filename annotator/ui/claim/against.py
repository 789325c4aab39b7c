"""Names what contradicts a claim: a claim by its number, or evidence by a few of its letters."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.claim.offered import Offered
from annotator.ui.claim.recordview import Against
from annotator.ui.linefield import LineField


class AgainstField(QWidget):
    """A field, and below it what it may mean; Enter takes the first, or the one Down went to."""

    chosen = Signal(str)
    """An id; empty: nothing is named any more."""
    numbered = Signal(str)
    """What was typed, where it names a claim."""
    finished = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._against: tuple[Against, ...] = ()
        self._is_named = False
        self.field = LineField("What contradicts it", "claim number, or a word of the evidence")
        self.field.textEdited.connect(lambda _text: self._offer())
        self.field.entered.connect(self._take)
        self.field.escaped.connect(self._leave)
        self.field.left.connect(self._close)
        self._offered = Offered("Contradicted by", self)
        self._offered.chosen.connect(lambda place: self._give(self._fitting()[place].id))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 4, 2)
        column.setSpacing(5)
        column.addWidget(self.field)
        column.addWidget(self._offered)
        self.hide()

    def show_against(self, against: tuple[Against, ...], is_named: bool) -> None:
        """What may be named, the likeliest first; ``is_named``: something is."""
        if (against, is_named) != (self._against, self._is_named):
            self._against, self._is_named = against, is_named
            self._offer()

    def open(self) -> None:
        self.field.put("")
        self._offer()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the field does not want: the arrows up and down."""
        event.setAccepted(self._offered.step(event))

    def _fitting(self) -> list[Against]:
        typed = self.field.text().casefold().split()
        return [one for one in self._against if all(word in one.name.casefold() for word in typed)]

    def _offer(self) -> None:
        """Enter on nothing takes the first, but where something is named takes that away."""
        unnames = self._is_named and not self.field.text().strip()
        self._offered.show_names([one.name for one in self._fitting()], -1 if unnames else 0)

    def _take(self) -> None:
        typed, fitting, at = self.field.text().strip(), self._fitting(), self._offered.at
        numbered = typed.isdecimal() or typed.upper() == "T" or (typed and not fitting)
        if numbered:
            self._leave()
            self.numbered.emit(typed)
        elif at >= 0:
            self._give(fitting[at].id)
        elif self._is_named:
            self._give("")
        else:
            self._leave()

    def _give(self, wanted: str) -> None:
        self._leave()
        self.chosen.emit(wanted)

    def _leave(self) -> None:
        self.leave_wanted.emit()
        self._close()

    def _close(self) -> None:
        self.hide()
        self.finished.emit()
