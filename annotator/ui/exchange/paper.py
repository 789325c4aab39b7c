"""A page in the place of the article: a heading, then sections, as wide as one can read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.fonts import serif_font, ui_font
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.kit.tall import Tall
from annotator.ui.overpage import OverPage
from annotator.ui.theme import Theme

MEASURE = 660
_LEAST_SIDE = 16
_LARGE = 440


class Paper(OverPage):
    """``column`` scrolls; ``foot`` holds the buttons, which are always seen."""

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, heading, parent)
        self.heading = plain(heading, self)
        self.summary = Muted("", self)
        inside = Tall(self)
        self.column = QVBoxLayout(inside)
        self.column.setSpacing(0)
        self.column.addWidget(self.heading)
        self.column.addSpacing(8)
        self.column.addWidget(self.summary)
        self._scroll = QScrollArea(self)
        clear_scroll(self._scroll, inside)
        self._foot = QFrame(self)
        self.foot = QHBoxLayout(self._foot)
        self.foot.setSpacing(8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._foot)

    def section(self, caption: str, *widgets: QWidget, above: int = 22) -> QWidget:
        """A part of the page under a caption of its own; it can be hidden as a whole."""
        part = QWidget(self)
        box = QVBoxLayout(part)
        box.setContentsMargins(0, above, 0, 0)
        box.setSpacing(0)
        box.addWidget(Caption(caption, part))
        box.addSpacing(6)
        for widget in widgets:
            box.addWidget(widget)
        self.column.addWidget(part)
        return part

    def show_whole(self, widget: QWidget) -> None:
        """Scrolls so far that it is seen."""
        self._scroll.ensureWidgetVisible(widget, 0, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width() - self._scroll.verticalScrollBar().sizeHint().width()
        side = max(_LEAST_SIDE, (width - MEASURE) // 2)
        above = 36 if width > _LARGE else 18
        self.column.setContentsMargins(side, above, side, 24)
        self.foot.setContentsMargins(side, 10, side, 12)
        self.heading.setFont(serif_font(27 if width > _LARGE else 20, bold=True))


def plain(text: str, parent: QWidget, *, bold: bool = False) -> QLabel:
    """Words that break where they must and are never read as markup."""
    label = QLabel(text, parent)
    label.setFont(ui_font(bold=bold))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label
