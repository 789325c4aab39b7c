"""The head of a section: its caption, and at the right what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Caption
from annotator.ui.kit.tabbing import tab_before


class Heading(QWidget):
    """Attribution … edit A: the button asks for what its key does."""

    def __init__(self, caption: str, word: str, keys: str, parent: QWidget | None = None) -> None:
        """``word`` stands before the key, or is empty; screen readers hear it with the caption."""
        super().__init__(parent)
        self.caption = Caption(caption, self)
        self.button = KeyButton(word, keys, self, small=True)
        self.button.setAccessibleName(f"{caption}: {word}" if word else caption)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(4, 0, 0, 0)
        self.row.setSpacing(4)
        self.row.addWidget(self.caption)
        self.row.addStretch(1)
        self.row.addWidget(self.button)

    def add_after(self, widget: QWidget) -> None:
        """Puts something small before the button."""
        self.row.insertWidget(self.row.count() - 1, widget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            tab_before(widget, self.button)
