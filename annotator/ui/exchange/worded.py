"""Draws one wording out of two, with its head above and what weighs below; it may be ticked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.exchange.ticks import TICK_ROOM, paint_focus, paint_tick
from annotator.ui.fonts import serif_font, small_font, ui_font
from annotator.ui.kit.styled import Look, Paragraph, Piece
from annotator.ui.theme import Theme

LINE = Qt.ItemDataRole.UserRole
"""The ``Worded`` of a row."""
_HEAD = 18
_ABOVE, _BELOW = 8, 9
_PIXELS, _PITCH = 14.5, 22
_SAYS_PITCH = 16
_BETWEEN = 3

Index = QModelIndex | QPersistentModelIndex


class Worded(Protocol):
    """One line: what it is called, how it stands, its words, and what may turn its meaning."""

    def __hash__(self) -> int: ...
    @property
    def head(self) -> str: ...
    @property
    def loud(self) -> bool: ...
    @property
    def drawn(self) -> Sequence[Piece]: ...
    @property
    def says(self) -> str: ...


class WordedDelegate(QStyledItemDelegate):
    """A box where a row has something to tick, then the words, dropped and new ones marked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._laid = lru_cache(maxsize=256)(self._lay_out)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._laid.cache_clear()

    def editorEvent(self, *_args: object) -> bool:
        """The list ticks, by click and by key; one of the two is enough."""
        return False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words, says = self._laid(index.data(LINE))
        inner = option.rect.width() - TICK_ROOM - 4
        high = _ABOVE + _HEAD + words.height(inner) + _BELOW
        if says is not None:
            high += says.height(inner) + _BETWEEN
        return QSize(option.rect.width(), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        line: Worded = index.data(LINE)
        box: QRect = option.rect
        painter.setPen(self.theme.colour("line"))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            checked = Qt.CheckState(state) is Qt.CheckState.Checked
            paint_tick(painter, box, checked, self.theme, top=_ABOVE)
        inner = box.adjusted(TICK_ROOM, _ABOVE, -4, -_BELOW)
        painter.setFont(small_font(bold=line.loud))
        painter.setPen(self.theme.colour("text" if line.loud else "muted"))
        head = QRect(inner.left(), inner.top(), inner.width(), _HEAD)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, line.head)
        words, says = self._laid(line)
        top = inner.top() + _HEAD
        words.paint(painter, QPointF(inner.left(), top), inner.width())
        if says is not None:
            top += words.height(inner.width()) + _BETWEEN
            says.paint(painter, QPointF(inner.left(), top), inner.width())
        if QStyle.StateFlag.State_HasFocus in option.state:
            paint_focus(painter, box, self.theme)
        painter.restore()

    def _lay_out(self, line: Worded) -> tuple[Paragraph, Paragraph | None]:
        words = Paragraph(line.drawn, serif_font(_PIXELS), _PITCH, self.theme)
        if not line.says:
            return words, None
        said = [Piece(line.says, Look.MUTED)]
        return words, Paragraph(said, ui_font(12), _SAYS_PITCH, self.theme)
