"""One of a few words: pills side by side, chosen by a click or by their number."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from annotator.ui.fonts import ui_font
from annotator.ui.keys import key_name
from annotator.ui.kit.asking import AskingButton
from annotator.ui.kit.flow import Flow
from annotator.ui.kit.ring import paint_ring
from annotator.ui.kit.stays import leaves

HIGH = 26
_SIDE = 9
_PIXELS = 12
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_CLOSED_STEPS = _STEPS | {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Choice(AskingButton):
    """One pill; filled when it is the one."""

    def __init__(self, text: str, parent: QWidget, high: int) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self._high = high
        self._pixels, self._side = _PIXELS, _SIDE
        self._fill = self._edge = QColor()
        # A click must not take the focus from the page: its keys go on working.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_close(self, close: bool) -> None:
        """Whether it is set a little smaller."""
        self._pixels, self._side = (_PIXELS - 1, _SIDE - 3) if close else (_PIXELS, _SIDE)
        self.updateGeometry()
        self.update()

    def set_colours(self, fill: QColor, edge: QColor) -> None:
        """How it is filled and framed when it is chosen."""
        self._fill, self._edge = fill, edge
        self.update()

    def sizeHint(self) -> QSize:
        # As wide as it is when chosen: nothing moves when that changes.
        words = QFontMetricsF(ui_font(self._pixels, bold=True)).horizontalAdvance(self.text())
        return QSize(round(words) + 2 * self._side, self._high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, palette = self.isChecked(), self.palette()
        fill, edge = self._colours()
        painter.setBrush(fill)
        painter.setPen(QPen(edge))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self._high / 2, self._high / 2)
        font = ui_font(self._pixels, bold=on)
        baseline = round((self._high + QFontMetricsF(font).capHeight()) / 2)
        wide = QFontMetricsF(font).horizontalAdvance(self.text())
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(QPointF((self.width() - wide) / 2, baseline), self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), palette, self._high / 2 - 1)

    def _colours(self) -> tuple[QColor, QColor]:
        """Fill and edge; without colours of its own the chosen one is a little darker."""
        roles, palette = QPalette.ColorRole, self.palette()
        muted, line = palette.color(roles.PlaceholderText), palette.color(roles.Mid)
        if self.isChecked():
            return (self._fill, self._edge) if self._fill.isValid() else (line, muted)
        return palette.color(roles.Base), muted if self.underMouse() else line


class Choices(QWidget):
    """Pills in a line, or in several where it is full.

    It shows what is so and never changes it by itself. While one of them has the keys, a
    number chooses, the arrows go on; ``letters`` choose too, and ``closed`` keeps every
    other bare key from meaning anything: then somebody is in the middle of an entry.
    """

    chosen = Signal(object)
    """The option's value; None where the chosen one was pressed again."""
    escaped = Signal()
    left = Signal()
    """The keys went from one of them to something that is none of them."""
    entered = Signal()
    """Enter, where it is ``closed``: on to what comes next."""

    def __init__(
        self,
        options: Sequence[tuple[StrEnum | int, str]],
        parent: QWidget | None = None,
        *,
        letters: Sequence[str] = (),
        closed: bool = False,
        high: int = HIGH,
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in options]
        self._letters = [each.upper() for each in letters]
        self._closed = closed
        self._value: StrEnum | int | None = None
        self._close: bool | None = None
        self._flow = flow = Flow(self, across=7, down=5)
        self._pills = []
        for number, (value, word) in enumerate(options, start=1):
            pill = _Choice(word, self, high)
            pill.setAccessibleDescription(f"key {number}")
            pill.clicked.connect(lambda _=False, value=value: self._press(value))
            pill.installEventFilter(self)
            flow.addWidget(pill)
            self._pills.append(pill)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def value(self) -> StrEnum | int | None:
        """What is chosen, or None."""
        return self._value

    @property
    def pills(self) -> Sequence[AskingButton]:
        return self._pills

    @property
    def has_keys(self) -> bool:
        return any(pill.hasFocus() for pill in self._pills)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where a line would be too full, all of them are set closer."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        if self._close is not False:
            self._set_close(False)
        if self._flow.sizeHint().width() > width:
            self._set_close(True)

    def _set_close(self, close: bool) -> None:
        self._close = close
        self._flow.set_across(4 if close else 7)
        for pill in self._pills:
            pill.set_close(close)

    def set_colours(self, fill: QColor, edge: QColor) -> None:
        """How the chosen one is filled and framed."""
        for pill in self._pills:
            pill.set_colours(fill, edge)

    def set_value(self, value: StrEnum | int | None) -> None:
        self._value = value
        for pill, own in zip(self._pills, self._values, strict=True):
            pill.setChecked(own == value)

    def take_keys(self) -> None:
        """Gives the chosen one the keys, or the first."""
        at = self._values.index(self._value) if self._value in self._values else 0
        self._pills[at].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _press(self, value: StrEnum | int) -> None:
        self.chosen.emit(None if value == self._value else value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A number, a letter or an arrow, on whichever pill has the keys."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            if leaves(event) and not self.has_keys:
                self.left.emit()
            return False
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        return self._key(event, watched)

    def _key(self, event: QKeyEvent, pill: QObject) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        key, typed = Qt.Key(event.key()), event.text().upper()
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
            return True
        if key in _ENTER and self._closed:
            self.entered.emit()
            return True
        steps = _CLOSED_STEPS if self._closed else _STEPS
        if key in steps and not held:
            self._step(pill, steps[key])
            return True
        # A letter of another writing means the Latin one at its place on the keyboard.
        found = self._meant(typed) or self._meant((key_name(event) or "").removeprefix("Shift+"))
        if found is not None:
            self.chosen.emit(found)
            return True
        return self._closed and bool(typed) and typed.isprintable() and typed != " "

    def _meant(self, typed: str) -> StrEnum | int | None:
        """The option of this number or letter; of two with one letter the one after the chosen."""
        if typed.isdecimal() and len(typed) == 1:
            place = int(typed) - 1
            return self._values[place] if 0 <= place < len(self._values) else None
        own = [v for v, letter in zip(self._values, self._letters, strict=False) if letter == typed]
        if not own:
            return None
        after = own.index(self._value) + 1 if self._value in own else 0
        return own[after % len(own)]

    def _step(self, pill: QObject, by: int) -> None:
        at = next((i for i, each in enumerate(self._pills) if each is pill), 0) + by
        if 0 <= at < len(self._pills):
            reasons = Qt.FocusReason
            self._pills[at].setFocus(
                reasons.TabFocusReason if by > 0 else reasons.BacktabFocusReason
            )


def in_hand(widget: QWidget) -> bool:
    """Whether the widget or something in it has the keys."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))
