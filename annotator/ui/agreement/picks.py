"""Rows of which one is chosen: whom to compare, where, and which tags to count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.fonts import ui_font
from annotator.ui.kit.ring import paint_ring
from annotator.ui.theme import Theme

HIGH = 29
_SIDE = 9
_RADIUS = 8
_START = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_END = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Pick:
    """One row: ``mark`` stands before its words, ``count`` behind them."""

    key: str
    words: str
    mark: str = ""
    count: str = ""
    spoken: str = ""


class PickRow(QAbstractButton):
    """The chosen one lies on paper; in a ``radio`` group it has a full dot instead."""

    def __init__(self, theme: Theme, group: PickGroup, *, radio: bool) -> None:
        super().__init__(group)
        self.pick = Pick("", "")
        self._theme = theme
        self._group = group
        self._radio = radio
        self._mark_room = 0
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pick(self, pick: Pick, mark_room: int) -> None:
        self.pick, self._mark_room = pick, mark_room
        self.setText(pick.words)
        self.setAccessibleName(pick.spoken or f"{pick.words}, {pick.count}".rstrip(", "))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def nextCheckState(self) -> None:
        """A click asks; what is chosen the page says."""

    def sizeHint(self) -> QSize:
        return QSize(160, HIGH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._group.walk(self, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        inner = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setPen(self._theme.colour("text"))
        painter.setFont(ui_font(bold=True))
        painter.drawText(inner, _END, self.pick.count)
        count = painter.fontMetrics().horizontalAdvance(self.pick.count)
        painter.setFont(ui_font())
        mark = ("●" if self.isChecked() else "○") if self._radio else self.pick.mark
        painter.drawText(inner, _START, mark)
        words = QRect(inner)
        words.setLeft(inner.left() + self._mark_room)
        words.setRight(inner.right() - (count + 8 if count else 0))
        cut = painter.fontMetrics().elidedText(
            self.pick.words, Qt.TextElideMode.ElideRight, words.width()
        )
        self.setToolTip(self.pick.words if cut != self.pick.words else "")
        painter.drawText(words, _START, cut)

    def _paint_box(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() and not self._radio:
            painter.setPen(QPen(self._theme.colour("line")))
            painter.setBrush(self._theme.colour("paper"))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection"))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.palette(), _RADIUS)


class PickGroup(QWidget):
    """One stop of the Tab key; arrows walk its rows, Space or Enter chooses."""

    chosen = Signal(str)
    """The key of a row that was clicked or entered."""

    def __init__(
        self, name: str, theme: Theme, parent: QWidget | None = None, *, radio: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._theme = theme
        self._radio = radio
        self.rows: list[PickRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_picks(self, picks: Sequence[Pick], chosen: str) -> None:
        while len(self.rows) > len(picks):
            gone = self.rows.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(picks):
            self._add()
        measure = self.fontMetrics()
        marks = [measure.horizontalAdvance(pick.mark) for pick in picks if pick.mark]
        room = 18 if self._radio else max(marks) + 8 if marks else 0
        for row, pick in zip(self.rows, picks, strict=True):
            row.show_pick(pick, room)
            row.setChecked(pick.key == chosen)
        self._stop_at(next((row for row in self.rows if row.isChecked()), None))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self.rows:
            row.set_theme(theme)

    def focus_chosen(self) -> None:
        """Gives the keys to the row that Tab comes to."""
        for row in self.rows:
            if row.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def walk(self, row: PickRow, step: int) -> None:
        """To the row below or above, round the end."""
        target = self.rows[(self.rows.index(row) + step) % len(self.rows)]
        self._stop_at(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        row = PickRow(self._theme, self, radio=self._radio)
        row.clicked.connect(lambda: self.chosen.emit(row.pick.key))
        self.rows.append(row)
        self._column.addWidget(row)

    def _stop_at(self, target: PickRow | None) -> None:
        target = target or (self.rows[0] if self.rows else None)
        for row in self.rows:
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus if row is target else Qt.FocusPolicy.NoFocus)
