"""The proposed wording: what the sentence should say instead, with what is new in it marked."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.claim.kept import Kept
from annotator.ui.claim.note import NoteField
from annotator.ui.claim.section import Section
from annotator.ui.claim.view import ClaimView
from annotator.ui.fonts import serif_font
from annotator.ui.kit.card import Card
from annotator.ui.kit.heading import Heading
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.quietline import QuietLine
from annotator.ui.kit.styled import Styled
from annotator.ui.note_undo import NoteUndo
from annotator.ui.theme import Theme

_KEY = ACTION[ActionId.WORDING].keys[0]
_PIXELS, _PITCH = 15, 22
LONGEST = 20_000
"""Code points: a longer claim is no sentence that anybody would word anew."""
_UNDER = 3
_TAKEN = {None: "taken?", True: "taken", False: "not taken"}
_NEXT = {None: True, True: False, False: None}
"""What a click on the one makes of it."""


class _Shown(Styled):
    """The wording with what is dropped and what is new; a click goes on typing."""

    pressed = Signal()

    def heightForWidth(self, width: int) -> int:
        """The line under what is new lies below the last line."""
        return super().heightForWidth(width) + _UNDER

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(0, _UNDER)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()


class WordingPart(Section):
    """One quiet line until it is used; then a card."""

    taken_wanted = Signal(object)
    """Whether the author took it: True, False, or None for not known."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self._line = QuietLine(("Proposed wording",), (_KEY,), self)
        self.head = Heading("Proposed wording", "", _KEY, self)
        self.head.add_after(_for_the_author(self.head))
        self.head.button.setAccessibleName("Proposed wording: word it otherwise")
        for button in (self._line, self.head.button):
            button.clicked.connect(lambda: self.action_wanted.emit(ActionId.WORDING))
        self._card = Card(self)
        self.field = NoteField(self._card)
        self.field.setFont(serif_font(_PIXELS))
        self.field.set_pitch(_PITCH)
        self.field.set_limits(_PITCH, 100_000)
        self.field.setAccessibleName("Proposed wording")
        self._shown = _Shown(serif_font(_PIXELS), _PITCH, theme, self._card)
        self._shown.pressed.connect(self.open)
        self._shown.setCursor(Qt.CursorShape.IBeamCursor)
        self._card.ring_with(self.field)
        self._is_taken: bool | None = None
        self._taken = KeyButton(_TAKEN[None], "", self.head, small=True, dotted=True)
        self._taken.setToolTip("Whether the author took it: a click says yes, no, not known")
        self._taken.clicked.connect(lambda: self.taken_wanted.emit(_NEXT[self._is_taken]))
        self.head.add_after(self._taken)
        self.kept = Kept(self._value, self._set, self)
        self._undo = NoteUndo(self.field, ACTION[ActionId.UNDO].keys, ACTION[ActionId.REDO].keys)
        self.field.textChanged.connect(self._on_text)
        self.field.cursorPositionChanged.connect(self._look)
        self.field.left.connect(self._on_left)
        self.field.escaped.connect(self._leave)
        self._build()
        self._fold()

    def set_theme(self, theme: Theme) -> None:
        self._shown.set_theme(theme)

    def open(self) -> None:
        """Opens the field with the sentence as it is, or as it was worded before."""
        if not self.field.plain().strip():
            self._set(self._sentence)
        self._fold(typing=True)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    def show_view(self, view: ClaimView) -> None:
        self._sentence = view.claim.text
        wording = view.assessment.wording
        focused = self.field.hasFocus()
        if self.kept.show(view.claim, wording.text if wording else "") and focused:
            # Keys must not go on into another claim's wording.
            self.leave_wanted.emit()
        self._shown.set_pieces(view.record.wording)
        self._show_taken(wording.taken if wording else None)
        if not self.field.hasFocus():
            self._fold()

    def commit(self) -> None:
        self.kept.commit()

    def _value(self) -> str:
        text = self.field.plain()
        return "" if text.split() == self._sentence.split() else text

    def _set(self, text: str) -> None:
        if self.field.plain() != text:
            self.field.blockSignals(True)
            self.field.set_plain(text)
            self.field.blockSignals(False)
        self._undo.forget()

    def _on_text(self) -> None:
        self.kept.change()

    def _came_back(self) -> None:
        if not self.field.hasFocus():
            self._fold()

    def _on_left(self) -> None:
        self._undo.forget()
        self.commit()
        self._fold()

    def _leave(self) -> None:
        self.leave_wanted.emit()
        if self.field.hasFocus():
            self._on_left()

    def _look(self) -> None:
        if self.field.hasFocus():
            at = self.field.viewport().mapTo(self, self.field.cursorRect().topLeft())
            self.look_wanted.emit(QRect(at, self.field.cursorRect().size()))

    def _fold(self, *, typing: bool = False) -> None:
        """A quiet line, the field, or the wording with its marks."""
        there = bool(self.kept.saved) or self.kept.unsaved
        if not typing and not there:
            self._set("")
        self._line.setVisible(not (typing or there))
        marked = bool(self._shown.text) and not typing and not self.kept.unsaved
        self.head.setVisible(typing or there)
        self._card.setVisible(typing or there)
        self.field.setVisible(not marked)
        self._shown.setVisible(marked)
        self._taken.setVisible(marked)
        self._column.setContentsMargins(0, 14 if typing or there else 0, 0, 0)

    def _show_taken(self, taken: bool | None) -> None:
        self._is_taken = taken
        self._taken.setText(_TAKEN[taken])
        self._taken.setAccessibleName(f"Proposed wording, by the author: {_TAKEN[taken]}")
        self._taken.updateGeometry()

    def _build(self) -> None:
        self.kept.came_back.connect(self._came_back)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(12, 7, 12, 8)
        inside.addWidget(self.field)
        inside.addWidget(self._shown)
        sheet = QVBoxLayout()
        sheet.setContentsMargins(4, 0, 4, 0)
        sheet.addWidget(self._card)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self.head)
        column.addLayout(sheet)


def _for_the_author(parent: QWidget) -> Muted:
    label = Muted("for the author", parent, small=True)
    label.setWordWrap(False)
    return label
