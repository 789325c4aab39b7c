"""The quiet bar over the page: colleagues' tags stay hidden yet, and what ends that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from annotator.domain.compare import Accord, ReviewSnapshot
from annotator.ui.kit.labels import Muted
from annotator.ui.review.unseen import LOGGED


class HiddenBar(QFrame):
    """One sentence and two buttons; hidden where nothing is hidden."""

    reveal = Signal()
    """Show colleagues' tags of the whole article before one's own: the log will say so."""
    submit = Signal()
    """Hand one's own pass in: then they show as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hiddenBar")
        self._words = Muted("", self)
        self._show_them = self._button("Show them", LOGGED)
        self._show_them.clicked.connect(self.reveal)
        self._submit = self._button("Submit my pass", "Your tags are handed in as they stand now.")
        self._submit.clicked.connect(self.submit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._show_them)
        row.addWidget(self._submit)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty where it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_review(self, review: ReviewSnapshot | None, asked_by: str) -> None:
        """Says what is hidden; ``asked_by`` names who asked for a blind check, or is empty."""
        text = "" if review is None else hidden_words(review, asked_by)
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "link")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        return button


def hidden_words(review: ReviewSnapshot, asked_by: str) -> str:
    """Such as "Colleagues' tags of 30 claims stay hidden until you tag them or submit your pass."."""
    if review.sight.blind:
        who = f"{asked_by} asked for a blind check" if asked_by else "This is checked blind"
        return f"{who}: colleagues' tags stay hidden until you submit your pass."
    count = review.count(Accord.VEILED)
    if not count:
        return ""
    claims, them = ("1 claim", "it") if count == 1 else (f"{count:,} claims", "them")
    return f"Colleagues' tags of {claims} stay hidden until you tag {them} or submit your pass."
