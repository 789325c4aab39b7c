"""The shortcut sheet: every key of the window, over the window, from ``ACTIONS`` alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.tags import ROW, TAGS
from annotator.ui.action import Group
from annotator.ui.fonts import ui_font
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.keycap import GAP, HEIGHT, cap_width, caps_of, paint_cap
from annotator.ui.kit.labels import Caption, Elided, Muted
from annotator.ui.kit.ring import paint_ring
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.kit.veil import Veil
from annotator.ui.sheetlines import SheetLine, columns, sheet_lines
from annotator.ui.theme import Theme

_WIDE = 1000
_MARGIN = 24
_ROW = 25
_COLUMN = 300
"""What a column needs; a window with less room has fewer of them."""
_BETWEEN = 9
_BETWEEN_KEYS = {"and": "+", "to": "to"}


class SheetRow(QWidget):
    """What a key does at the left, the key at the right, a fine line below."""

    def __init__(self, line: SheetLine, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        self._theme = theme
        self.setAccessibleName(line.spoken)
        # Tab walks the lines, so that a screen reader can say each.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(_ROW)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(ui_font(13, bold=True)).horizontalAdvance(self.line.text)
        return QSize(round(words) + 20 + round(self._keys_width()), _ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(
            6, _ROW - 1, self.width() - 12, 1, self.palette().color(QPalette.ColorRole.Mid)
        )
        self._paint_words(painter)
        self._paint_keys(painter)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ring(painter, self.rect().toRectF(), self.palette(), 4)

    def _paint_words(self, painter: QPainter) -> None:
        row = ROW[self.line.standing] if self.line.standing is not None else None
        tag = row in TAGS
        ink = self._theme.colour("text")
        if row is not None and tag:
            ink = self._theme.ink(row.standing)
        font = ui_font(13, bold=tag)
        baseline = round((_ROW - 1 + QFontMetricsF(font).capHeight()) / 2)
        left = 6.0
        if row is not None:
            paint_glyph(painter, row.glyph, QPointF(left, baseline), ink)
            left += glyph_width(row.glyph, 13) + 5
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(left, baseline), self.line.text)

    def _paint_keys(self, painter: QPainter) -> None:
        left = self.width() - 6 - self._keys_width()
        top = (_ROW - 1 - HEIGHT) // 2
        painter.setFont(ui_font(11))
        for text in self._tokens():
            if text == "":
                left += _BETWEEN - GAP
            elif text in _BETWEEN_KEYS:
                painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
                painter.drawText(QPointF(left, top + 12), _BETWEEN_KEYS[text])
                left += self._word_width(text) + GAP
            else:
                cap = text.removeprefix("key ")
                left += paint_cap(painter, QPointF(round(left), top), cap, self.palette()) + GAP

    def _tokens(self) -> list[str]:
        """Boxes ("key V"), the words between keys, gaps between two whole keys."""
        found = [f"key {cap}" for cap in caps_of(self.line.held + "X")[:-1]]
        if found:
            found.append("and")
        for number, key in enumerate(self.line.shown):
            if key in _BETWEEN_KEYS:
                found.append(key)
                continue
            caps = caps_of(key)
            if number and len(caps) > 1:
                found.append("")
            found += [f"key {cap}" for cap in caps]
        return found

    def _keys_width(self) -> float:
        wide = 0.0
        for text in self._tokens():
            if text == "":
                wide += _BETWEEN - GAP
            elif text in _BETWEEN_KEYS:
                wide += self._word_width(text) + GAP
            else:
                wide += cap_width(text.removeprefix("key ")) + GAP
        return wide - GAP

    def _word_width(self, token: str) -> float:
        return QFontMetricsF(ui_font(11)).horizontalAdvance(_BETWEEN_KEYS[token]) + 1


class ShortcutSheet(Veil):
    """All keys, to look through or to find one in."""

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over, theme)
        self.setAccessibleName("Keyboard")
        self._rows = [SheetRow(line, theme, self.sheet) for line in sheet_lines()]
        groups = dict.fromkeys(row.line.group for row in self._rows)
        self._heads = {group: Caption(group, self.sheet) for group in groups}
        self._field = QLineEdit(self.sheet)
        self._field.setPlaceholderText("Find a key or an action")
        self._field.setAccessibleName("Find a key or an action")
        self._field.setFixedWidth(220)
        self._field.textChanged.connect(self._filter)
        self._none = Muted("No key and no action is called so.", self.sheet)
        self._scroll = QScrollArea(self.sheet)
        self._inside = QWidget()
        self._count = 0
        self._build()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for row in self._rows:
            row.set_theme(theme)

    def open(self) -> None:
        self._field.clear()
        super().open()
        self._scroll.verticalScrollBar().setValue(0)

    def stops(self) -> list[QWidget]:
        return [self._field, *(row for row in self._rows if not row.isHidden())]

    def place(self) -> None:
        wide = min(_WIDE, self.width() - 2 * _MARGIN)
        self._arrange(max(1, min(3, (wide - 40) // _COLUMN)))
        high = self._inside.sizeHint().height() + self._head.sizeHint().height() + 4
        high = min(high, self.height() - 2 * _MARGIN)
        top = max(_MARGIN, min(56, (self.height() - high) // 2))
        self.sheet.setGeometry((self.width() - wide) // 2, top, wide, high)

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        row = self.focusWidget()
        if isinstance(row, SheetRow):
            self._scroll.ensureWidgetVisible(row, 0, _ROW)
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, keys = self._scroll.verticalScrollBar(), Qt.Key
        steps = {
            keys.Key_Down: _ROW,
            keys.Key_Up: -_ROW,
            keys.Key_PageDown: bar.pageStep(),
            keys.Key_PageUp: -bar.pageStep(),
        }
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        elif event.text().isprintable() and event.text().strip() and not self._field.hasFocus():
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._field.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._head = self._headline()
        line = QFrame(self.sheet)
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        line.setBackgroundRole(QPalette.ColorRole.Mid)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(line)
        column.addWidget(self._scroll, 1)
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(22, 8, 22, 22)
        self._grid.setHorizontalSpacing(24)
        clear_scroll(self._scroll, self._inside)

    def _headline(self) -> QWidget:
        title = QLabel("Keyboard", self.sheet)
        title.setFont(ui_font(16, bold=True))
        hint = Elided("single keys rest while you type in a field; Esc leaves it", self.sheet)
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        close = KeyButton("", "Esc", self.sheet)
        close.setAccessibleName("Close")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.shut)
        head = QWidget(self.sheet)
        line = QHBoxLayout(head)
        line.setContentsMargins(27, 11, 18, 11)
        line.setSpacing(11)
        line.addWidget(title)
        line.addWidget(hint, 1)
        line.addWidget(self._field)
        line.addWidget(close)
        return head

    def _arrange(self, count: int) -> None:
        """Lays the groups out in so many columns."""
        if count == self._count:
            return
        self._count = count
        while self._grid.count():
            self._grid.takeAt(0)
        for number, groups in enumerate(columns([row.line for row in self._rows], count)):
            self._grid.addLayout(self._column(groups), 0, number)
        for number in range(3):
            self._grid.setColumnStretch(number, int(number < count))
        self._grid.addWidget(self._none, 1, 0, 1, max(count, 1))
        self._filter(self._field.text())

    def _column(self, groups: list[Group]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        for group in groups:
            self._heads[group].setContentsMargins(6, 12, 0, 3)
            column.addWidget(self._heads[group])
            for row in self._rows:
                if row.line.group is group:
                    column.addWidget(row)
        column.addStretch(1)
        return column

    def _filter(self, query: str) -> None:
        for row in self._rows:
            row.setVisible(row.line.matches(query))
        shown = {row.line.group for row in self._rows if not row.isHidden()}
        for group, head in self._heads.items():
            head.setVisible(group in shown)
        self._none.setVisible(not shown)
