"""The facts of a claim in one line, to be ticked: numbers, dates, names, quotations."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.claim.recordview import FactView
from annotator.ui.claim.section import Section
from annotator.ui.claim.view import ClaimView
from annotator.ui.kit.chip import LOW, Chip
from annotator.ui.kit.flow import Flow
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Caption
from annotator.ui.kit.tabbing import tab_before

_KEY = ACTION[ActionId.TICK].keys[0]
_GLYPH = {None: "·", True: "✓", False: "✕"}
_SAID = {None: "open", True: "right", False: "wrong"}
FOLDED = 10
"""So many are shown of a claim that has more, until all are asked for."""


class FactChip(Chip):
    """One fact. A click marks it wrong, or takes that back; Shift and a click tick it."""

    pointed = Signal(object)
    """The fact it is about, while the mouse or the keys are on it; then None."""
    said = Signal(object, object)
    """The fact, and whether it is right: True, False or None."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fact: FactView | None = None
        self._ticks = False
        self.clicked.connect(self._on_click)

    def show_fact(self, fact: FactView) -> None:
        self._fact = fact
        right = fact.right
        self.set_words(fact.text, _GLYPH[right], is_open=right is None, struck=right is False)
        self.setAccessibleName(f"{fact.text}: {_SAID[right]}")
        self.setAccessibleDescription(f"{_KEY} ticks it, a click marks it wrong")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that ticks the next one ticks this one while it has the keys."""
        if event.text() == _KEY and self._fact is not None:
            self.said.emit(self._fact, None if self._fact.right else True)
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(self._fact)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit(self._fact)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed.emit(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._ticks = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseReleaseEvent(event)
        self._ticks = False

    def _on_click(self) -> None:
        if self._fact is not None:
            marks = None if self._fact.right is False else False
            self.said.emit(self._fact, True if self._ticks else marks)


class FactsPart(Section):
    """Hidden where the rules found none."""

    pointed = Signal(object)
    """The ``Span`` to be marked in the claim's sentence, or None."""
    said = Signal(object, object)
    """A ``Span``, and whether what stands there is right: True, False or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[FactView, ...] = ()
        self._claim = ""
        self._all = False
        self._chips: list[FactChip] = []
        self._caption = Caption("Facts", self)
        self._caption.setFixedHeight(LOW)
        self._line = QWidget(self)
        self._flow = Flow(self._line, across=6, down=4)
        self._more = KeyButton("", "", self._line, small=True, dotted=True)
        self._more.clicked.connect(self._unfold)
        self._next = KeyButton("", _KEY, self, small=True)
        self._next.setAccessibleName("Tick the next fact")
        self._next.setToolTip("Tick the next open fact; a click on a fact marks it wrong")
        self._next.clicked.connect(lambda: self.action_wanted.emit(ActionId.TICK))
        # Its box is as high as a fact, and what is round it stands out.
        self._next.setFixedHeight(LOW)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 13, 0, 5)
        row.setSpacing(11)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._caption, 0, top)
        row.addWidget(self._line, 1)
        row.addWidget(self._next, 0, top)
        self.hide()

    @property
    def facts(self) -> tuple[FactView, ...]:
        return self._facts

    def show_view(self, view: ClaimView) -> None:
        if view.claim.id != self._claim:
            self._claim, self._all = view.claim.id, False
        if view.record.facts != self._facts:
            self._facts = view.record.facts
        self._show()

    def point_at(self, fact: FactView | None) -> None:
        self.pointed.emit(None if fact is None else fact.span)

    def _unfold(self) -> None:
        self._all = True
        self._show()

    def _show(self) -> None:
        folded = len(self._facts) > FOLDED + 1 and not self._all
        shown = self._facts[:FOLDED] if folded else self._facts
        while len(self._chips) < len(shown):
            self._chips.append(self._chip())
        for place, chip in enumerate(self._chips):
            if place < len(shown):
                chip.show_fact(shown[place])
            chip.setVisible(place < len(shown))
        hidden = len(self._facts) - len(shown)
        self._more.setText(f"and {hidden} more")
        self._more.setAccessibleName(f"Show {hidden} more facts")
        self._more.setVisible(bool(hidden))
        self._more.updateGeometry()
        self.setVisible(bool(self._facts))

    def _chip(self) -> FactChip:
        chip = FactChip(self._line)
        chip.pointed.connect(self.point_at)
        chip.said.connect(lambda fact, right: self.said.emit(fact.span, right))
        self._flow.removeWidget(self._more)
        self._flow.addWidget(chip)
        self._flow.addWidget(self._more)
        tab_before(chip, self._more)
        return chip
