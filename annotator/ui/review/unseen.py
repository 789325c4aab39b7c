"""Instead of cards: why colleagues' tags are not shown yet, and the way to look all the same."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.ui.kit.labels import Muted

LOGGED = "The log will say that you looked before you judged."


class Unseen(QWidget):
    """One quiet sentence, and Show."""

    reveal = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = Muted("", self)
        self.show_button = QPushButton("Show", self)
        self.show_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_button.setToolTip(LOGGED)
        self.show_button.setAccessibleName("Show colleagues' tags")
        self.show_button.setAccessibleDescription(LOGGED)
        self.show_button.clicked.connect(self.reveal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._why, 1)
        row.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_why(self, why: str) -> None:
        self._why.setText(why)
        self.setVisible(bool(why))
