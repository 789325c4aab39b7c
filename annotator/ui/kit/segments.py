"""One of two or three, side by side in one rounded box: all of them are seen at once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from annotator.ui.fonts import ui_font
from annotator.ui.kit.ring import paint_ring

HIGH = 30
_SIDE = 10
_RADIUS = 6


class Segment(QRadioButton):
    """One of them. Arrows go from one to the next, as Qt has it for what excludes each other."""

    def __init__(self, words: str, place: int, count: int, parent: QWidget) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._first, self._last = not place, place == count - 1
        self.setAccessibleName(words)
        # A click leaves the keys to the page.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        # As wide as it is when chosen: nothing moves when that changes.
        wide = QFontMetricsF(ui_font(bold=True)).horizontalAdvance(self.accessibleName())
        return QSize(round(wide) + 2 * _SIDE, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _SIDE + 20, HIGH)

    def hitButton(self, pos: object) -> bool:
        """All of it can be pressed, not the words alone."""
        return self.rect().contains(pos)  # type: ignore[call-overload,no-any-return]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, palette, on = QPalette.ColorRole, self.palette(), self.isChecked()
        shape = self._shape()
        painter.fillPath(shape, palette.color(roles.Base) if on else palette.color(roles.Window))
        painter.setPen(
            QPen(palette.color(roles.PlaceholderText if self.underMouse() else roles.Mid))
        )
        painter.drawPath(shape)
        group = QPalette.ColorGroup
        state = group.Active if self.isEnabled() else group.Disabled
        font = ui_font(bold=on)
        painter.setFont(font)
        painter.setPen(palette.color(state, roles.WindowText))
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(
            self.accessibleName(), Qt.TextElideMode.ElideRight, self.width() - 2 * _SIDE + 8
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), palette, _RADIUS - 1)

    def _shape(self) -> QPainterPath:
        """Rounded where it is at an end of the box."""
        # One line between two of them, not two: the left one's.
        box = QRectF(self.rect()).adjusted(0.5 if self._first else -0.5, 0.5, -0.5, -0.5)
        whole = QPainterPath()
        whole.addRoundedRect(box, _RADIUS, _RADIUS)
        for square, left in ((not self._first, True), (not self._last, False)):
            if square:
                half = QRectF(box)
                if left:
                    half.setRight(box.center().x())
                else:
                    half.setLeft(box.center().x())
                end = QPainterPath()
                end.addRect(half)
                whole = whole.united(end)
        return whole.simplified()


class Segments(QWidget):
    """Shows what is so; a press asks for another one, and whoever hears of it shows it."""

    chosen = Signal(object)
    """The value of the one that was pressed."""

    def __init__(
        self, options: Sequence[tuple[Hashable, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values = [value for value, _ in options]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = []
        for place, (_, words) in enumerate(options):
            button = Segment(words, place, len(options), self)
            button.setAccessibleDescription(name)
            button.toggled.connect(lambda on, at=place: self._toggled(at, on=on))
            row.addWidget(button, 1)
            self.buttons.append(button)
        self.set_value(self._values[0])

    @property
    def value(self) -> Hashable:
        """What is chosen."""
        at = next((at for at, button in enumerate(self.buttons) if button.isChecked()), 0)
        return self._values[at]

    def set_value(self, value: Hashable) -> None:
        """Shows this one; nobody is asked for it."""
        for button, own in zip(self.buttons, self._values, strict=True):
            blocked = button.blockSignals(True)
            button.setChecked(own == value)
            button.blockSignals(blocked)
            button.setFocusPolicy(
                Qt.FocusPolicy.TabFocus if own == value else Qt.FocusPolicy.NoFocus
            )
            button.update()

    def _toggled(self, at: int, *, on: bool) -> None:
        if on:
            self.set_value(self._values[at])
            self.chosen.emit(self._values[at])
