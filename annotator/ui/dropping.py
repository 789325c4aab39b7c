"""What is dragged over the window: a hint says what dropping it there would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from annotator.ui.fonts import ui_font

EDGE = 12


@dataclass(frozen=True, slots=True)
class Target:
    """A place to drop on: where it is in the window, what to do with it, and in words.

    ``words`` are asked once, when it comes there: they may have to look into files.
    """

    name: str
    box: QRect
    words: Callable[[QMimeData], str]
    take: Callable[[QMimeData], None]


Targets = Callable[[QMimeData, QPoint], Target | None]
"""Where this would go if it were dropped there; None: nowhere."""


class Dropping(QObject):
    """Shows the hint over the place, and takes what is dropped.

    The window hands its own drag events on: a filter would see every other event too,
    and each key would pay for that.
    """

    def __init__(self, window: QWidget, targets: Targets) -> None:
        super().__init__(window)
        self._targets = targets
        self._over: str | None = None
        self.hint = QLabel(window)
        self.hint.setObjectName("dropHint")
        self.hint.setFont(ui_font(17, bold=True))
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hint.hide()
        window.setAcceptDrops(True)

    def over(self, event: QDragMoveEvent) -> None:
        """Something is dragged into the window, or about in it."""
        target = self._targets(event.mimeData(), event.position().toPoint())
        if target is None:
            self.leave()
            event.ignore()
            return
        event.acceptProposedAction()
        if target.name != self._over:
            self._over = target.name
            self.hint.setText(target.words(event.mimeData()))
            self.hint.setGeometry(target.box.adjusted(EDGE, EDGE, -EDGE, -EDGE))
            self.hint.raise_()
            self.hint.show()

    def leave(self) -> None:
        self._over = None
        self.hint.hide()

    def drop(self, event: QDropEvent) -> None:
        self.leave()
        target = self._targets(event.mimeData(), event.position().toPoint())
        if target is not None:
            event.acceptProposedAction()
            target.take(event.mimeData())
