"""What a screen reader reads of the page.

Qt for Python cannot give a widget of one's own a text interface: the program dies when
a reader asks (PAGE.md). So while a reader is active a plain text field, one pixel large,
stands in for the page: it takes the focus, holds the claims around the one in hand said
in words, a line a claim, and its cursor stands on that line. All keys go to the page.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from annotator.domain.compare import ReviewSnapshot
from annotator.domain.snapshot import Snapshot
from annotator.ui.page import speech

_KEYS = (
    QEvent.Type.ShortcutOverride,
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.ContextMenu,
)


class Twin(QPlainTextEdit):
    """The stand-in; ``focus_moved`` is told whether the keyboard's focus is here."""

    def __init__(self, viewport: QWidget, focus_moved: Callable[[bool], None]) -> None:
        # A child of the scroll area itself would not be listed to a reader.
        super().__init__(viewport)
        self._focus_moved = focus_moved
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedSize(1, 1)
        self.setCursorWidth(0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        for side in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            side(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        # Letters begin outside the one pixel that shows.
        self.document().setDocumentMargin(50)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys go on to the page: left unaccepted here, they reach the parents."""
        if watched is self and event.type() in _KEYS:
            event.ignore()
            return True
        if watched is self and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._focus_moved(event.type() is QEvent.Type.FocusIn)
        return False

    def say(
        self,
        snapshot: Snapshot | None,
        index: int | None,
        around: range,
        review: ReviewSnapshot | None = None,
    ) -> None:
        """Holds the claims ``around``, and puts the cursor on the one in hand."""
        self.setAccessibleName(speech.page_name(snapshot, index, review))
        if snapshot is None or index is None:
            self.setPlainText("")
            return
        lines = [speech.sentence(snapshot, i, review) for i in around]
        text = "\n".join(lines)
        if text != self.toPlainText():
            self.setPlainText(text)
        cursor = QTextCursor(self.document().findBlockByNumber(index - around.start))
        self.setTextCursor(cursor)
        if self.hasFocus():
            words = speech.sentence(snapshot, index, review)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def is_wanted() -> bool:
    """Whether anything listens: a screen reader, or a test of one."""
    return QAccessible.isActive()
