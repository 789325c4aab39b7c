"""Why the claim is disputed: one of four reasons, and what contradicts it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.assessment import Because
from annotator.domain.tags import Standing, Tag
from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.claim.against import AgainstField
from annotator.ui.claim.section import Section
from annotator.ui.claim.view import ClaimView
from annotator.ui.kit.choices import Choices
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.keycap import KeyCap
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.kit.valuerow import ValueRow
from annotator.ui.theme import Theme

_BY = ACTION[ActionId.AGAINST].keys[0]
REASONS = (
    (Because.CONTRADICTED, "contradicted"),
    (Because.CONFLICTING, "conflicting"),
    (Because.OUTDATED, "outdated"),
    (Because.OUT_OF_CONTEXT, "out of context"),
)
WORDS = dict(REASONS)


class BecausePart(Section):
    """Shown while the claim is disputed."""

    reason_wanted = Signal(object)
    """A ``Because``, or None to take it back."""
    against_wanted = Signal(str)
    """The id of the evidence or the claim that contradicts it; empty: nothing is named."""
    numbered = Signal(str)
    """A claim's number, as typed, that contradicts it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ClaimView | None = None
        self.choices = Choices(REASONS, self)
        self.choices.chosen.connect(self.reason_wanted)
        self.choices.escaped.connect(self.leave_wanted)
        self._named = ValueRow("By", self)
        self._other = KeyButton("change", _BY, self, small=True)
        self._other.setAccessibleName("By another evidence or claim")
        self._named.add(self._other)
        self._ask = KeyButton("by which evidence or claim?", _BY, self, wide=True)
        self._field = AgainstField(self)
        self._build()
        for button in (self._ask, self._other):
            button.clicked.connect(lambda: self.action_wanted.emit(ActionId.AGAINST))
        self._field.chosen.connect(self.against_wanted)
        self._field.numbered.connect(self.numbered)
        self._field.finished.connect(self._fold)
        self._field.leave_wanted.connect(self.leave_wanted)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        fill = theme.fill(Standing.DISPUTED)
        assert fill is not None, "a tag has one"
        self.choices.set_colours(fill, theme.ink(Standing.DISPUTED))

    def show_view(self, view: ClaimView) -> None:
        other = self._view is None or self._view.claim.id != view.claim.id
        self._view = view
        held = view.assessment
        self.choices.set_value(held.because)
        named = view.record.named
        self._named.show_value("By", named.name if named else "")
        self._field.show_against(view.record.against, named is not None)
        if other or held.because is not Because.CONTRADICTED:
            self._field.hide()
        self._fold()
        self.setVisible(held.tag is Tag.DISPUTED)

    def ask_against(self) -> None:
        """Opens the field that names what contradicts the claim."""
        self._named.hide()
        self._ask.hide()
        self._field.open()
        self.look_wanted.emit(self._field.geometry())

    def _fold(self) -> None:
        """One line about what contradicts it, unless that is being chosen."""
        held = None if self._view is None else self._view.assessment
        wanted = held is not None and held.because is Because.CONTRADICTED
        named = self._view is not None and self._view.record.named is not None
        free = not self._field.isVisibleTo(self)
        self._named.setVisible(wanted and named and free)
        self._ask.setVisible(wanted and not named and free)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 4, 0)
        head.setSpacing(4)
        head.addWidget(Caption("Disputed because", self))
        head.addStretch(1)
        to = Muted("to", self, small=True)
        to.setWordWrap(False)
        for widget in (KeyCap("1", self), to, KeyCap("4", self)):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        inside = QVBoxLayout()
        inside.setContentsMargins(4, 0, 4, 0)
        inside.addWidget(self.choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        column.addLayout(inside)
        for part in (self._ask, self._named, self._field):
            column.addWidget(part)
