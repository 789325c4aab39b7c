"""The line above the page: what was refused, and what to do; or a question, with its button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from annotator.ui.fonts import ui_font


class Notice(QFrame):
    """Hidden while there is nothing to say."""

    dismissed = Signal()
    agreed = Signal()
    """The question's button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._sign = sign = QLabel("!", self)
        sign.setFont(ui_font(bold=True))
        sign.setObjectName("noticeSign")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._agree = QPushButton(self)
        self._agree.clicked.connect(self.agreed)
        self._close = QPushButton("Dismiss", self)
        self._close.setProperty("role", "link")
        self._close.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._agree)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text() if not self.isHidden() else ""

    def show_text(self, text: str) -> None:
        """Shows a sentence and has it read out; an empty one hides the line."""
        self._show(text, "")

    def show_question(self, text: str, button: str) -> None:
        """Asks, and gives the keys to the button that agrees; Esc does not."""
        self._show(text, button)
        self._agree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, text: str, button: str) -> None:
        self._words.setText(text)
        self.setAccessibleName(text)
        self._sign.setText("?" if button else "!")
        self._sign.setAccessibleName("Question" if button else "Not done")
        self._agree.setText(button)
        self._agree.setVisible(bool(button))
        self._close.setText("Leave it" if button else "Dismiss")
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)
