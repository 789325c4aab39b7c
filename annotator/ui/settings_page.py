"""The settings, made from their table: a new row there is a new line here."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.settings import SETTINGS, Row, Settings
from annotator.ui.choice import ChoiceBox
from annotator.ui.kit.glyph import paint_glyph
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.kit.ring import paint_ring

NAME = "name"


class Switch(QCheckBox):
    """A box to tick, drawn so that it is seen on dark paper as well as on light."""

    SIDE = 16

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, palette = QPalette.ColorRole, self.palette()
        box = QRectF(4.5, (self.height() - self.SIDE) / 2, self.SIDE, self.SIDE)
        text = palette.color(roles.WindowText)
        painter.setPen(QPen(palette.color(roles.PlaceholderText)))
        painter.setBrush(text if self.isChecked() else palette.color(roles.Base))
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            paint_glyph(
                painter, "✓", box.bottomLeft() + QPointF(3.5, -3.5), palette.color(roles.Base)
            )
        painter.setPen(text)
        words = self.rect().adjusted(self.SIDE + 14, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), palette, 4)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + self.SIDE + 20
        return QSize(width, 28)


class SettingsPage(QWidget):
    """Each change holds at once; there is nothing to confirm."""

    chosen = Signal(str, object)
    """A setting's name and its new value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show: dict[str, Callable[[object], None]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for group, rows in groupby(SETTINGS, key=lambda row: row.group):
            if self._show:
                column.addSpacing(10)
            column.addWidget(Caption(group, self))
            for row in rows:
                self._add(column, row)
        column.addSpacing(8)
        column.addWidget(Muted("Settings are kept on this machine, for all your libraries.", self))

    def show_settings(self, settings: Settings, name: str) -> None:
        """``name`` is how the acting analyst is called, whatever the settings say."""
        for row in SETTINGS:
            value = name if row.name == NAME else getattr(settings, row.name)
            self._show[row.name](value)

    def _add(self, column: QVBoxLayout, row: Row) -> None:
        make = self._choice if row.choices else self._switch if row.kind is bool else self._text
        widget = make(row)
        widget.setAccessibleName(row.label)
        widget.setObjectName(f"setting-{row.name}")
        if not isinstance(widget, QCheckBox):
            label = QLabel(row.label, self)
            label.setBuddy(widget)
            column.addWidget(label)
        column.addWidget(widget)
        if self.focusProxy() is None:
            self.setFocusProxy(widget)

    def _choice(self, row: Row) -> QWidget:
        box = ChoiceBox(self)
        for value, label in row.choices:
            box.addItem(label, value)
        self._show[row.name] = lambda value: box.setCurrentIndex(box.findData(value))
        box.activated.connect(lambda _at: self.chosen.emit(row.name, box.currentData()))
        return box

    def _switch(self, row: Row) -> QWidget:
        box = Switch(row.label, self)
        self._show[row.name] = lambda value: box.setChecked(bool(value))
        box.clicked.connect(lambda checked: self.chosen.emit(row.name, checked))
        return box

    def _text(self, row: Row) -> QWidget:
        line = QLineEdit(self)
        self._show[row.name] = lambda value: line.setText(str(value))
        line.editingFinished.connect(lambda: self.chosen.emit(row.name, line.text()))
        return line
