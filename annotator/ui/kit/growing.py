"""A text field that is as high as its text, up to a limit, and scrolls beyond it."""

from __future__ import annotations

import math
import unicodedata

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

# What a QTextDocument holds instead of a line end: a new paragraph, a line
# broken by Shift+Enter, and the two marks of a frame.
_LINE_ENDS = dict.fromkeys(map(ord, "\u2029\u2028\ufdd0\ufdd1"), "\n")


class GrowingText(QTextEdit):
    """Plain text without a frame; each paragraph goes the way its own first letter goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most, self._pitch = 0, 10_000, 0
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        # The style sheet gives fields an edge; this one stands in a card that has one.
        self.setProperty("bare", True)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def set_limits(self, least: int, most: int) -> None:
        """How high it may be, in pixels."""
        self._least, self._most = least, most
        self._fit()

    def set_pitch(self, pitch: int) -> None:
        """The distance of two lines, in pixels."""
        self._pitch = pitch
        self._space()

    def set_plain(self, text: str) -> None:
        """Shows a text from its beginning; nothing is left to undo."""
        self.setPlainText(text)
        self._space()
        self._fit()

    def plain(self) -> str:
        """The text with LF line ends and every other character as it is.

        ``toPlainText`` would make ordinary blanks of no-break ones.
        """
        return self.document().toRawText().translate(_LINE_ENDS)

    def overflows(self) -> bool:
        """Whether some of it can be seen only by scrolling."""
        return self._wanted() > self._most

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _space(self) -> None:
        form = QTextBlockFormat()
        if self._pitch:
            form.setLineHeight(self._pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)
        # That was no typing.
        self.document().clearUndoRedoStacks()

    def _wanted(self) -> int:
        margins = self.viewportMargins()
        edges = margins.top() + margins.bottom()
        return math.ceil(self.document().size().height()) + edges

    def _fit(self) -> None:
        height = max(self._least, min(self._most, self._wanted()))
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAsNeeded if self.overflows() else bar.ScrollBarAlwaysOff
        )
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)


def right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction goes right to left, as Qt decides it."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False
