"""The page's scroll area: shows a sheet, scrolls it, keeps its place.

What is in hand on it and what the mouse does is ``view.py``'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.domain.article import Span
from annotator.domain.snapshot import Snapshot
from annotator.ui import fonts
from annotator.ui.only import Only
from annotator.ui.page import beside, paint, place, rows
from annotator.ui.page.paint import Look
from annotator.ui.page.place import Anchor
from annotator.ui.page.sheet import Sheet, resized, sheet
from annotator.ui.page.style import TOP, Column, column, column_beside
from annotator.ui.theme import READING_PITCH, Theme

_WHEEL_LINES = 3
_FAR = 3
"""Scrolling further than so many viewports is a jump: nothing seen has to stay put."""
_MANY_RECTS = 8
_OVERHANG = 8


class PageScroller(QAbstractScrollArea):
    """Shows one article; lays out what is visible and nothing else."""

    scrolled = Signal()
    """What shows may stand elsewhere now: for what is painted beside the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fonts.load_fonts()
        self._sheet: Sheet | None = None
        self._anchor = Anchor(0, 0.0)
        self._percent = 100
        self._settling = False
        self._beside = 0
        self._unfolded: frozenset[int] = frozenset()
        """Where page furniture begins that was folded, and somebody wanted to see."""
        self._look = Look(theme)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._lay_ahead)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        viewport = self.viewport()
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setMouseTracking(True)
        viewport.setCursor(Qt.CursorShape.ArrowCursor)

    def set_theme(self, theme: Theme) -> None:
        """Shows the same page in other colours."""
        self._look = replace(self._look, theme=theme)
        self.viewport().update()

    def set_zoom(self, percent: int) -> None:
        """Letters in this part of their size; what is read stays where it was."""
        if percent != self._percent:
            self._percent = percent
            self._fit()

    def set_subtitle(self, text: str) -> None:
        """The muted line under the title."""
        self._look = replace(self._look, subtitle=text)
        self._fit()
        self.viewport().update()

    def set_found(self, spans: Sequence[Span], current: int | None) -> None:
        """Highlights what was found (sorted, apart), one of them more; shows that one."""
        self._look = replace(self._look, found=spans, found_current=current)
        if current is not None and 0 <= current < len(spans):
            self._reveal(spans[current])
        self.viewport().update()

    def set_filter(self, only: Only | None) -> None:
        """Mutes all other claims; None mutes none."""
        self._look = replace(self._look, only=only)
        self.viewport().update()

    @property
    def beside(self) -> QRect:
        """Where the margin with the marks of Review lies, in this widget; empty: nowhere."""
        viewport = self.viewport().geometry()
        if not self._beside:
            return QRect()
        left = viewport.right() + 1
        return QRect(left, 0, self.width() - self._bar_width() - left, self.height())

    def set_beside(self, width: int) -> None:
        """Keeps a margin of this width beside the text, the scroll bar's included; 0: none."""
        if width != self._beside:
            self._beside = width
            self._fit()
            self.viewport().update()

    def rows(self, wanted: rows.Wanted) -> list[rows.Row]:
        """The rows of marks that show, of the claims that are wanted."""
        if self._sheet is None or not len(self._sheet.blocks):
            return []
        return rows.rows(self._sheet, self._anchor, self.viewport().height(), wanted)

    def first_visible_offset(self) -> int:
        """Where the first line that shows whole begins, in code points."""
        if self._sheet is None:
            return 0
        first = place.first_line(self._sheet, self._anchor, self.viewport().height())
        return place.offset_of(self._sheet, first[0], first[1]) if first else 0

    def scroll_to_offset(self, offset: int, *, top: bool = False) -> None:
        """Shows the line that holds this character: first of all, or where it is read with ease."""
        if self._sheet is None or not len(self._sheet.blocks):
            return
        self._unfold(offset)
        if top:
            self._go_to(place.at_top(self._sheet, offset))
        else:
            self._reveal((offset, offset + 1))

    def _unfold(self, offset: int) -> None:
        """Shows the page furniture that holds this character, if it is folded."""
        fold = self._sheet.blocks.fold_holding(offset) if self._sheet is not None else None
        if self._sheet is not None and fold is not None:
            kept = self._kept_place()
            self._unfolded |= {fold.start}
            self._show_sheet(self._sheet.snapshot, kept)

    def _reveal(self, span: tuple[int, int]) -> None:
        self._unfold(span[0])
        if self._sheet is None:
            return
        height = self.viewport().height()
        there = place.revealed(self._sheet, self._anchor, height, span)
        if there is not None:
            self._go_to(there)

    def _show_sheet(self, snapshot: Snapshot | None, kept: tuple[int, float] | None) -> None:
        """Another article, or another layout of this one; ``kept``: a place to keep."""
        if snapshot is None:
            self._sheet = None
            self._bar_to(0, 0)
        else:
            lines = self._subtitle_lines()
            self._sheet = sheet(snapshot, self._column(), lines, self._unfolded)
            there = None if kept is None else place.at_line(self._sheet, *kept)
            self._go_to(there or Anchor(0, self._sheet.first_top))
        self.viewport().update()
        self.scrolled.emit()

    def _fit(self) -> None:
        """Lays the page out for the room and the zoom there are, and keeps the place."""
        self._make_room_beside()
        if self._sheet is None:
            return
        old, kept = self._sheet, self._kept_place()
        self._sheet = resized(old, self._column(), self._subtitle_lines())
        if self._sheet is old or kept is None:
            there = self._anchor
        else:
            there = place.at_line(self._sheet, *kept)
        self._go_to(there)
        self.viewport().update()

    def _kept_place(self) -> tuple[int, float] | None:
        """An offset and where its line stands, for a change to keep; None at the very top."""
        if self._sheet is None or self.verticalScrollBar().value() <= 0:
            return None
        first = place.first_line(self._sheet, self._anchor, self.viewport().height())
        if first is None:
            return None
        return place.offset_of(self._sheet, first[0], first[1]), first[2]

    def _column(self) -> Column:
        """The column stands where it would without a scroll bar, so that it never jumps."""
        if self._beside:
            return column_beside(self.width(), self._beside, self._percent)[0]
        return column(self.width(), self.viewport().width(), self._percent)

    def _make_room_beside(self) -> None:
        right = 0
        if self._beside:
            margin = column_beside(self.width(), self._beside, self._percent)[1]
            right = max(0, self.width() - round(margin) - self._bar_width())
        if self.viewportMargins().right() != right:
            self.setViewportMargins(0, 0, right, 0)

    def _bar_width(self) -> int:
        """What the scroll bar takes of the width now."""
        bar = self.verticalScrollBar()
        return bar.sizeHint().width() if bar.maximum() > 0 else 0

    def _subtitle_lines(self) -> int:
        there = self._column()
        return len(beside.subtitle_lines(self._look.subtitle, there.width, there.zoom))

    def _go_to(self, there: Anchor) -> None:
        """Scrolls to a place and lays out what shows there."""
        current = self._sheet
        if current is None or not len(current.blocks):
            self._bar_to(0, 0)
            return
        height, before = self.viewport().height(), self._anchor
        self._anchor = place.settle(current, there, height)
        if self._beside:
            rows.look_back(current, self._anchor)
        value = round(place.value_of(current, self._anchor))
        self._anchor = Anchor(self._anchor.block, current.top(self._anchor.block) - value)
        self._bar_to(value, round(max(0.0, current.height - height)))
        if before.block < len(current.blocks):
            self._shift(current.top(before.block) - value - before.y)
        self.scrolled.emit()
        self._idle.start(0)

    def _lay_ahead(self) -> None:
        """After the painting: the next scrolling finds its blocks laid out."""
        current, height = self._sheet, self.viewport().height()
        if current is not None and self._anchor.block < len(current.blocks):
            place.lay_ahead(current, self._anchor, height)
            self._bar_to(self._value(), round(max(0.0, current.height - height)))

    def _shift(self, by: float) -> None:
        """What shows has moved by so much: paints only what it did not show before."""
        viewport = self.viewport()
        ratio = viewport.devicePixelRatio()
        if abs(by) >= viewport.height() or by != round(by) or ratio != round(ratio):
            viewport.update()
        elif by:
            viewport.scroll(0, round(by))

    def _bar_to(self, value: int, furthest: int) -> None:
        bar = self.verticalScrollBar()
        self._settling = True
        bar.setRange(0, furthest)
        bar.setPageStep(max(1, self.viewport().height() - round(READING_PITCH)))
        bar.setSingleStep(round(READING_PITCH * self._percent / 100))
        bar.setValue(value)
        self._settling = False
        self._make_room_beside()

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """The bar moved: what was on top moves along, however high its neighbours prove."""
        if self._settling or self._sheet is None:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if bar.value() == bar.maximum():
            self._go_to(place.at_end(self._sheet, height))
        elif bar.value() == 0:
            self._go_to(Anchor(0, self._sheet.first_top))
        elif abs(dy) > _FAR * height:
            self._go_to(place.at_value(self._sheet, bar.value()))
        else:
            self._go_to(Anchor(self._anchor.block, self._anchor.y + dy))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """By pixels; with Ctrl it is the window's, which zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        bar = self.verticalScrollBar()
        by = event.pixelDelta().y()
        if not by:
            by = round(event.angleDelta().y() / 120 * _WHEEL_LINES * bar.singleStep())
        bar.setValue(bar.value() - by)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        region = event.region()
        if region.rectCount() > _MANY_RECTS:
            self._paint(painter, QRectF(region.boundingRect()))
        else:
            # Qt lets a region be walked through; its stub does not say so.
            for rect in cast("Iterable[QRect]", region):
                self._paint(painter, QRectF(rect))
        painter.end()

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        painter.setClipRect(rect)
        painter.fillRect(rect, self._look.theme.colour("paper"))
        current = self._sheet
        if current is None:
            return
        left = current.column.left
        self._paint_top(painter, current)
        # An outline reaches a little out of its block.
        low, high = rect.top() - _OVERHANG * current.column.zoom, rect.bottom() + 1
        blocks = place.shown(current, self._anchor, low, high)
        for block, _, y in blocks:
            painter.translate(left, y)
            paint.paint_block(painter, current, block, self._look, rect.translated(-left, -y))
            painter.translate(-left, -y)

    def _paint_top(self, painter: QPainter, current: Sheet) -> None:
        """The subtitle of an article that has no title to stand under."""
        if current.subtitle_after < 0 and self._look.subtitle:
            where = QPointF(current.column.left, TOP * current.column.zoom - self._value())
            painter.translate(where)
            beside.paint_subtitle(
                painter, current, self._look.subtitle, self._look.theme, under=None
            )
            painter.translate(-where)

    def _value(self) -> int:
        return self.verticalScrollBar().value()
