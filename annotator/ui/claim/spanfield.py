"""A field for words of the article: typed, or chosen by selecting them in the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from annotator.domain.attribution import NOTHING, Quoted
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.linefield import LineField

LABEL = 58
"""So wide are the labels before the fields, in pixels."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PickField(LineField):
    """Ctrl+Enter asks for a selection in the page."""

    picked = Signal()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _picks(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _picks(event):
            self.picked.emit()
        else:
            super().keyPressEvent(event)


class SpanField(QWidget):
    """Label, field, and the way to the page."""

    changed = Signal()
    pick_wanted = Signal()

    def __init__(self, label: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = label.lower()
        self._placeholder = placeholder
        self._given = NOTHING
        self.field = PickField(label, placeholder, self)
        self.field.textEdited.connect(self._on_text)
        self.field.picked.connect(self.pick_wanted)
        self._pick = KeyButton("select", "", self, small=True, dotted=True)
        self._pick.setAccessibleName(f"Select the {self.word} in the page")
        self._pick.setToolTip(f"Select the {self.word} in the page: Ctrl+Enter")
        # Tab goes from field to field; Ctrl+Enter is the key.
        self._pick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pick.clicked.connect(self.pick_wanted)
        row = labelled(label, self)
        row.addWidget(self.field, 1)
        row.addWidget(self._pick)

    @property
    def quoted(self) -> Quoted:
        """What stands there, and where in the article it was chosen, if it was."""
        text = " ".join(self.field.text().split())
        if text == self._given.text:
            return self._given
        return Quoted(text) if text else NOTHING

    def show_picking(self, picking: bool) -> None:
        """Whether its words are being selected in the page."""
        shown = "select the words in the page …" if picking else self._placeholder
        self.field.setPlaceholderText(shown)

    def put(self, given: Quoted) -> None:
        self._given = given
        self.field.put(given.text)

    def _on_text(self, _text: str) -> None:
        self.changed.emit()


def labelled(label: str, parent: QWidget, *, beside: int = 0) -> QHBoxLayout:
    """The line of a form: its label, and room for what goes behind it.

    ``beside`` is the height of the first of several lines that may stand behind it.
    """
    before = QLabel(label, parent)
    before.setTextFormat(Qt.TextFormat.PlainText)
    before.setForegroundRole(before.palette().ColorRole.PlaceholderText)
    before.setFixedWidth(LABEL)
    row = QHBoxLayout(parent)
    row.setContentsMargins(4, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(before)
    if beside:
        before.setFixedHeight(beside)
        row.setAlignment(before, Qt.AlignmentFlag.AlignTop)
    return row


def _picks(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier
