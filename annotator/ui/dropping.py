"""Files and text dropped anywhere on the window become articles, or bring a colleague's tags in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from annotator.desk.sorting import sorted_out
from annotator.ui.fonts import ui_font

EDGE = 12


class Dropping(QObject):
    """Shows a hint over the window while something is dragged over it, and takes what is dropped.

    The window hands its own drag events on: a filter would see every other event too,
    and each key would pay for that.
    """

    def __init__(self, window: QWidget, take: Callable[[QMimeData], None]) -> None:
        super().__init__(window)
        self._window = window
        self._take = take
        self.hint = QLabel(window)
        self.hint.setObjectName("dropHint")
        self.hint.setFont(ui_font(17, bold=True))
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hint.hide()
        window.setAcceptDrops(True)

    def over(self, event: QDragMoveEvent) -> None:
        """Something is dragged into the window, or about in it."""
        if _fits(event.mimeData()):
            event.acceptProposedAction()
            self._show(event.mimeData())
        else:
            event.ignore()

    def leave(self) -> None:
        self.hint.hide()

    def drop(self, event: QDropEvent) -> None:
        self.hint.hide()
        event.acceptProposedAction()
        self._take(event.mimeData())

    def _show(self, data: QMimeData) -> None:
        if self.hint.isHidden():
            self.hint.setText(_hint(data))
            self.hint.setGeometry(self._window.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE))
            self.hint.raise_()
            self.hint.show()


def _hint(data: QMimeData) -> str:
    """What dropping it would do; said once, when it comes into the window."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    tags, others = sorted_out(files)
    if not tags:
        return "Drop to open as an article"
    return "Drop to bring in a colleague’s tags" if not others else "Drop to open and bring in"


def _fits(data: QMimeData) -> bool:
    return data.hasText() or any(url.isLocalFile() for url in data.urls())
