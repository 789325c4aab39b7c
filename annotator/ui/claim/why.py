"""Why there is nothing to check: one line, while the claim is not checkable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.claim.kept import Kept
from annotator.ui.claim.section import Section
from annotator.ui.claim.view import ClaimView
from annotator.ui.kit.heading import Heading
from annotator.ui.kit.quietline import QuietLine
from annotator.ui.linefield import LineField

_KEY = ACTION[ActionId.NOT_CHECKABLE_WHY].keys[0]


class WhyPart(Section):
    """Shown while the claim is not checkable."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QuietLine(("Why is there nothing to check?", "Why?"), (_KEY,), self)
        self.head = Heading("Not checkable because", "", _KEY, self)
        for button in (self._line, self.head.button):
            button.clicked.connect(lambda: self.action_wanted.emit(ActionId.NOT_CHECKABLE_WHY))
        self.field = LineField("Why there is nothing to check", "opinion, question, greeting …")
        self.kept = Kept(self.field.text, self.field.put, self)
        self.kept.came_back.connect(self._came_back)
        self.field.textEdited.connect(lambda _text: self.kept.change())
        self.field.left.connect(self._on_left)
        self.field.entered.connect(self._leave)
        self.field.escaped.connect(self._leave)
        inside = QVBoxLayout()
        inside.setContentsMargins(4, 0, 4, 0)
        inside.addWidget(self.field)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self.head)
        column.addLayout(inside)
        self.hide()

    def open(self) -> None:
        self._fold(typing=True)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.look_wanted.emit(self.field.geometry())

    def show_view(self, view: ClaimView) -> None:
        focused = self.field.hasFocus()
        if self.kept.show(view.claim, view.assessment.why) and focused:
            self.leave_wanted.emit()
        self.setVisible(view.assessment.not_checkable)
        if not self.field.hasFocus():
            self._fold()

    def commit(self) -> None:
        self.kept.commit()

    def _came_back(self) -> None:
        if not self.field.hasFocus():
            self._fold()

    def _on_left(self) -> None:
        self.commit()
        self._fold()

    def _leave(self) -> None:
        self.leave_wanted.emit()
        if self.field.hasFocus():
            self._on_left()

    def _fold(self, *, typing: bool = False) -> None:
        shown = typing or bool(self.field.text().strip())
        self._line.setVisible(not shown)
        self.head.setVisible(shown)
        self.field.setVisible(shown)
        self._column.setContentsMargins(0, 12 if shown else 0, 0, 0)
