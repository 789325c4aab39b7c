"""Something laid over the whole window: what is behind it is dimmed and rests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from annotator.ui.theme import Theme

RADIUS = 10
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Sheet(QFrame):
    """The paper on a veil: rounded, with a soft shadow's edge."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)


class Veil(QWidget):
    """Dims its parent and keeps the keys; Esc or a click beside the sheet gives them back.

    A subclass fills ``sheet``, places it in ``place`` and names what Tab visits.
    """

    closed = Signal()

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over)
        self.theme = theme
        self.sheet = Sheet(self)
        self._before: QWidget | None = None
        self.setPalette(theme.palette())
        self._over = over
        over.installEventFilter(self)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setPalette(theme.palette())
        self.update()

    def open(self) -> None:
        """Lays it over the window and takes the keys."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._cover()
        self.show()
        self.raise_()
        self.first().setFocus(Qt.FocusReason.PopupFocusReason)

    def shut(self) -> None:
        """Takes it away; the keys go back to where they were."""
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def first(self) -> QWidget:
        """What has the keys when it opens."""
        return self.stops()[0]

    def stops(self) -> list[QWidget]:
        """What Tab visits, in order."""
        raise NotImplementedError

    def place(self) -> None:
        """Puts the sheet where it belongs in a veil of this size."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize and not self.isHidden():
            self._cover()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # The window's actions rest: nothing happens on a page nobody sees. Quitting stays.
            quits = event.key() == Qt.Key.Key_Q and event.modifiers() == _CONTROL
            event.setAccepted(not quits)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops, now = self.stops(), QApplication.focusWidget()
        at = stops.index(now) if now in stops else -1
        following = stops[(at + (1 if forward else -1)) % len(stops)]
        reasons = Qt.FocusReason
        following.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.shut()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 130 if self.theme.dark else 60))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 9))
        for spread in range(1, 7):
            box = QRectF(self.sheet.geometry()).adjusted(-spread, -spread, spread, spread)
            painter.drawRoundedRect(box.translated(0, 3), RADIUS + spread, RADIUS + spread)

    def _cover(self) -> None:
        self.setGeometry(self._over.rect())
        self.place()
