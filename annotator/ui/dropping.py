"""Files and text dropped anywhere on the window become articles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from annotator.ui.fonts import ui_font

EDGE = 12


class Dropping(QObject):
    """Shows a hint over the window while something is dragged over it, and takes what is dropped."""

    def __init__(self, window: QWidget, take: Callable[[QMimeData], None]) -> None:
        super().__init__(window)
        self._window = window
        self._take = take
        self.hint = QLabel("Drop to open as an article", window)
        self.hint.setObjectName("dropHint")
        self.hint.setFont(ui_font(17, bold=True))
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hint.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.hint.hide()
            event.acceptProposedAction()
            self._take(event.mimeData())
            return True
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if _fits(event.mimeData()):
                event.acceptProposedAction()
                self._show()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hint.hide()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        if self.hint.isHidden():
            self.hint.setGeometry(self._window.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE))
            self.hint.raise_()
            self.hint.show()


def _fits(data: QMimeData) -> bool:
    return data.hasText() or any(url.isLocalFile() for url in data.urls())
