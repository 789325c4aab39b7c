"""What buttons that we paint ourselves have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QAbstractButton


class AskingButton(QAbstractButton):
    """A button whose click only asks: what is checked is what is saved. Painted anew under the mouse."""

    def nextCheckState(self) -> None:
        """A click asks; whoever saves it checks the button."""

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()
