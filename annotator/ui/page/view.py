"""The article page: reading, choosing claims, a caret, a selection of text.

It says what the reader did by signals and is told what to show by methods; it changes
no article and knows no desk. Positions are code points of the article, claims are
indices of the snapshot that is shown.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.domain.article import PassageKind
from annotator.domain.enclosed import Hyperlink
from annotator.domain.tags import Standing
from annotator.ui.kit.tip import plain_tip
from annotator.ui.page import choice
from annotator.ui.page.chooser import PageChooser
from annotator.ui.page.drag import Drag
from annotator.ui.theme import Theme

_MOVES = {
    Qt.Key.Key_PageDown: 1.0,
    Qt.Key.Key_PageUp: -1.0,
    Qt.Key.Key_Home: float("-inf"),
    Qt.Key.Key_End: float("inf"),
}


class PageView(PageChooser):
    """Shows one article line by line, with how each claim stands."""

    current_changed = Signal(int)
    """The reader put this claim in hand, by the mouse."""
    claim_opened = Signal(int)
    """A double click or Enter on this claim."""
    furniture_clicked = Signal(int)
    """"make it text" was clicked in the furniture passage that holds this code point."""
    menu_wanted = Signal(int, QPoint)
    """A context menu on this claim (-1: on none), at this place of the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._drag = Drag(self, self._drag_to)
        self._links: Sequence[Hyperlink] = ()

    def show_links(self, links: Sequence[Hyperlink]) -> None:
        """Where words of this article lead, in reading order: a tip says so, nothing opens it."""
        self._links = links

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self._leads_to(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
            QToolTip.showText(event.globalPos(), plain_tip(tip) if tip else "", self)
            return True
        return super().event(event)

    def _leads_to(self, at: QPointF) -> str:
        """What is said of the link at a point of the viewport; "" where there is none."""
        if self._sheet is None or not self._links:
            return ""
        offset = self._sheet.offset_at(*self._on_page(at))
        if offset is None:
            return ""
        place = bisect_right(self._links, offset, key=lambda link: link.start) - 1
        link = self._links[place] if place >= 0 else None
        return f"Leads to {link.target}" if link and offset < link.end else ""

    def _on_page(self, at: QPointF) -> tuple[float, float]:
        """A point of the viewport as the sheet counts: from the column and the page's top."""
        left = self._sheet.column.left if self._sheet is not None else 0.0
        return at.x() - left, at.y() + self._value()

    def _furniture_at(self, at: QPointF) -> int | None:
        """The offset of the furniture passage whose "make it text" is at this point."""
        current = self._sheet
        if current is None or not len(current.blocks):
            return None
        x, y = self._on_page(at)
        block = current.block_at(y)
        if current.kind(block) is not PassageKind.BOILERPLATE:
            return None
        laid = current.laid(block)
        hit = laid.link is not None and laid.link.contains(x, y - current.top(block))
        return current.snapshot.passages[current.blocks.passages[block]].start if hit else None

    def _fold_at(self, at: QPointF) -> int | None:
        """Where the furniture begins whose "show more lines" is at this point."""
        current = self._sheet
        if current is None or not len(current.blocks):
            return None
        x, y = self._on_page(at)
        block = current.block_at(y)
        laid, fold = current.laid(block), current.blocks.folds.get(block)
        if fold is None or laid.fold is None:
            return None
        return fold.start if laid.fold[0].contains(x, y - current.top(block)) else None

    def _claim_at(self, at: QPointF) -> int | None:
        return None if self._sheet is None else self._sheet.claim_at(*self._on_page(at))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._sheet is None:
            event.ignore()
            return
        furniture = self._furniture_at(event.position())
        if furniture is not None:
            self.furniture_clicked.emit(furniture)
            return
        fold = self._fold_at(event.position())
        if fold is not None:
            self._unfold(fold)
            return
        self._drag.press(event.position())
        self._press_claim(self._claim_at(event.position()), event.modifiers())

    def _press_claim(self, index: int | None, keys: Qt.KeyboardModifier) -> None:
        if self._sheet is None:
            return
        if index is None or self._sheet.snapshot.standings[index] == Standing.FURNITURE:
            self.clear_selection()
            return
        if keys & Qt.KeyboardModifier.ControlModifier:
            fresh = choice.toggle(self._choice, index)
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            fresh = choice.extend(self._choice, self._sheet.snapshot, index)
        else:
            fresh = choice.take(choice.without_text(self._choice), index)
        before = self.current
        self._choose(fresh)
        if self.current is not None and self.current != before:
            self.current_changed.emit(self.current)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag.move(event.position())
            return
        shape = Qt.CursorShape.ArrowCursor
        at = event.position()
        if self._furniture_at(at) is not None or self._fold_at(at) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif self._sheet is not None:
            x, y = self._on_page(event.position())
            if self._sheet.offset_at(x, y) is not None:
                shape = Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def _drag_to(self, at: QPointF) -> None:
        """Selects from where the button went down to here."""
        if self._sheet is None or self._drag.pressed is None:
            return
        if self._choice.fixed is None:
            x, y = self._on_page(self._drag.pressed)
            begun = replace(self._choice, fixed=self._sheet.caret_at(x, y))
        else:
            begun = self._choice
        x, y = self._on_page(at)
        self._choose_text(replace(begun, caret=self._sheet.caret_at(x, y)))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._drag.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self._claim_at(event.position())
        if index is not None and index == self.current:
            self.claim_opened.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self._menu_claim(event)
        if index is not None and index not in self.selected:
            self._press_claim(index, Qt.KeyboardModifier.NoModifier)
        self.menu_wanted.emit(-1 if index is None else index, event.globalPos())

    def _menu_claim(self, event: QContextMenuEvent) -> int | None:
        """The claim under the pointer; from the keyboard, the one in hand."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            return self.current
        return self._claim_at(QPointF(event.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolling, Enter and Escape; every other key is the window's."""
        key = Qt.Key(event.key())
        bar = self.verticalScrollBar()
        if key in _MOVES:
            to = bar.value() + _MOVES[key] * bar.pageStep()
            bar.setValue(round(min(max(to, 0), bar.maximum())))
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.claim_opened.emit(self.current)
            return
        if key == Qt.Key.Key_Escape:
            self.clear_selection()
        event.ignore()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        self._show_focus(True)
        self._say_current()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self._show_focus(False)
