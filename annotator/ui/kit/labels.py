"""Words on chrome: section captions, muted lines, and text cut to its place."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.tip import plain_tip

_LONG = re.compile(r"\S{30}(?=\S)")
"""Code points after which a word may be broken: nobody writes such a one but as an address."""


def breakable(text: str) -> str:
    """The text with places where a very long word may go on in the next line."""
    return _LONG.sub("\\g<0>\N{ZERO WIDTH SPACE}", text)


class Caption(QLabel):
    """The heading of a section: 11 px, bold capitals, a little spaced, muted.

    The capitals are the font's: a screen reader gets the words as they were given.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        font = small_font(bold=True)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self.setFont(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class Muted(QLabel):
    """A quiet line that breaks where it must."""

    def __init__(self, text: str, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(breakable(text), parent)
        self.setFont(small_font() if small else ui_font())
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        super().setText(breakable(text))


class Elided(QLabel):
    """One line that ends in "…" where it does not fit; then the tool tip has all of it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    @property
    def whole(self) -> str:
        """What it says, uncut."""
        return self._whole

    def set_text(self, text: str) -> None:
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else plain_tip(self._whole))
