"""What somebody wrote, to be read and copied: plain text, never markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.growing import GrowingText
from annotator.ui.theme import Theme

SHOWN = 4_000
"""Code points: of a longer text the beginning is shown until somebody goes into it."""


class Said(GrowingText):
    """Words on whatever lies behind, as high as they need; a long text scrolls in itself.

    ``tail`` are a few small muted words behind them, such as when it was written.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, pixels: float = 13, pitch: int = 17
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = self._tail = ""
        self._muted = self._all = False
        self.setReadOnly(True)
        self.setFont(ui_font(pixels))
        self.set_pitch(pitch)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # Tab goes from card to card; who selects words has clicked them.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setStyleSheet("QTextEdit { background: transparent; }")
        self.document().documentLayout().documentSizeChanged.connect(self._reach)

    @property
    def words(self) -> str:
        """What it says, without the tail."""
        return self._words

    def lay_out(self, width: int) -> None:
        """Breaks its lines for a width it will get, so that its height is known at once."""
        self.document().setTextWidth(width)
        if self.overflows():
            self.document().setTextWidth(width - self.verticalScrollBar().sizeHint().width())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._write()

    def show_words(self, words: str, tail: str = "", *, muted: bool = False) -> None:
        """``muted``: the words are ours, about something that is not there."""
        if (words, tail, muted) == (self._words, self._tail, self._muted):
            return
        self._words, self._tail, self._muted, self._all = words, tail, muted, False
        self._write()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever goes into a long text reads all of it."""
        if not self._all and len(self._words) > SHOWN:
            self._all = True
            self._write()
        super().focusInEvent(event)

    def _write(self) -> None:
        words, more = self._words, len(self._words) - SHOWN
        if more > 0 and not self._all:
            words = f"{words[:SHOWN]} … ({more:,} more characters: click here to read on)"
        self.clear()
        cursor = QTextCursor(self.document())
        plain = QTextCharFormat()
        plain.setForeground(self._theme.colour("muted" if self._muted else "text"))
        plain.setFont(self.font())
        cursor.insertText(words, plain)
        if self._tail:
            small = QTextCharFormat()
            small.setFont(small_font())
            small.setForeground(self._theme.colour("muted"))
            # It stays with the last word, and its own words together.
            cursor.insertText("  " + self._tail.replace(" ", "\N{NO-BREAK SPACE}"), small)
        self._space()
        self._fit()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _reach(self) -> None:
        """What can be read only by scrolling must be reached by Tab too."""
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if self.overflows() else policy.ClickFocus)
