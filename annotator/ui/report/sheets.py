"""The pages of the report, one below the other, as they will be printed.

Only pages near the view are drawn. While others are being made the old ones stay, a little faded.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.domain.colours import LIGHT as PAPER
from annotator.ui.fonts import ui_font
from annotator.ui.keys import key_name
from annotator.ui.kit.ring import paint_ring
from annotator.ui.report.pageimages import Drawn, PageImages, Pages, Wanted
from annotator.ui.report.paperstack import INCH, PaperStack, Place, fitting_scale
from annotator.ui.report.skeleton import A4, paint_paper, paint_skeleton
from annotator.ui.theme import Theme

ZOOMS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
"""Percent of the size on paper."""
MOST_FITTED = 150
"""Percent: in a very wide window a page as wide as that is read from too far away."""
_LINE = 48
_ABOVE = 8
"""Pixels of the chrome that are seen above a page one has gone to."""
_FADED = 110
"""How much of the chrome lies over pages that are not true any more (0 to 255)."""
_SHOWN_AT = 0.35
"""The page that lies so far down in the view is the one that is said to be read."""


class Sheets(QAbstractScrollArea):
    """Scrolls like a book laid end to end; it never changes anything."""

    moved = Signal()
    """Another page is read, or there are others, or they have another size."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: Pages | None = None
        self._zoom: int | None = None
        self._stack = PaperStack((A4,), INCH, 0)
        self._faded = False
        self._ring = False
        self.images = PageImages(self)
        self.images.drawn.connect(self._came)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Were it there and gone, pages as wide as the room would go to and fro.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Pages of the report")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._fit()

    @property
    def count(self) -> int:
        """How many pages there are; 0 while the first are being made."""
        return 0 if self._pages is None else len(self._pages.sizes)

    @property
    def page(self) -> int:
        """The page that is read, the first being 1; 0 without one."""
        if not self.count:
            return 0
        return self._stack.page_at(self._top + _SHOWN_AT * self.viewport().height()) + 1

    @property
    def percent(self) -> int:
        """How large the pages are, of their size on paper."""
        return round(100 * self._stack.scale / INCH)

    @property
    def fits(self) -> bool:
        """Whether the pages are as wide as there is room."""
        return self._zoom is None

    @property
    def true(self) -> bool:
        """Whether what is seen is the report as it is now, every page in view drawn."""
        seen = self._stack.between(self._top, self._top + self.viewport().height())
        return not self._faded and bool(self.count) and all(map(self._is_true, seen))

    def show_pages(self, pages: Pages | None) -> None:
        """Another report, at the place where the last one was read; None: it is being made."""
        at = self._place() if pages is not None and self._pages is not None else Place(0, 0.0)
        first = self._pages is None
        self._pages, self._faded = pages, False
        self.images.show(pages)
        self._fit(Place(0, 0.0) if first else at)
        if first:
            self.verticalScrollBar().setValue(0)

    def fade(self, faded: bool) -> None:
        """Whether what is shown is not true any more: others are being made."""
        if faded != self._faded:
            self._faded = faded
            self.viewport().update()

    def zoom(self, by: int) -> None:
        """Larger (1), smaller (-1), or as wide as there is room (0)."""
        if not by:
            self._set_zoom(None)
            return
        now = self.percent
        steps = [step for step in ZOOMS if (step > now if by > 0 else step < now)]
        if steps:
            self._set_zoom(steps[0] if by > 0 else steps[-1])

    def step(self, by: int) -> None:
        """To where the next page begins (1), or to where this one does, or the one before (-1)."""
        here = self._top
        after = range(1, len(self._stack.sizes))
        starts = [0, *(self._stack.box(page).top - _ABOVE for page in after)]
        wanted = [start for start in starts if (start > here if by > 0 else start < here)]
        if wanted:
            self.verticalScrollBar().setValue(wanted[0] if by > 0 else wanted[-1])

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()

    def close_down(self) -> None:
        """The window is gone; waits for the page that is being drawn."""
        self.images.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages, lines, both ends; letters that tag elsewhere mean nothing here."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, keys, bar = event.key(), Qt.Key, self.verticalScrollBar()
        shift = held == Qt.KeyboardModifier.ShiftModifier
        view = bar.pageStep() - _LINE
        if held and not (shift and key == keys.Key_Space):
            super().keyPressEvent(event)
            return
        by = {
            keys.Key_Down: _LINE,
            keys.Key_Up: -_LINE,
            keys.Key_PageDown: view,
            keys.Key_PageUp: -view,
            keys.Key_Space: -view if shift else view,
            keys.Key_Home: -bar.maximum(),
            keys.Key_End: bar.maximum(),
        }.get(Qt.Key(key))
        turns = {"J": 1, "K": -1}.get(key_name(event) or "")
        if by is not None:
            bar.setValue(bar.value() + by)
        elif turns is not None:
            self.step(turns)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms, which is the window's business."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        reasons = Qt.FocusReason
        asked = (reasons.TabFocusReason, reasons.BacktabFocusReason, reasons.ShortcutFocusReason)
        self._ring = event.reason() in asked
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._want()
        view = self.viewport()
        # What is seen already is moved; only what comes into view is painted. The ring stays where
        # it is, and so does what is said over pages that are being renewed.
        if self.true and not (self.hasFocus() and self._ring):
            view.scroll(dx, dy, view.rect())
        else:
            view.update()
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("chrome"))
        top, bottom = event.rect().top() + self._top, event.rect().bottom() + self._top
        for page in self._stack.between(top - 8, bottom + 8):
            self._paint_page(painter, page)
        if self.hasFocus() and self._ring:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ring(painter, QRectF(self.viewport().rect()), self.palette(), 2)

    @property
    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _place(self) -> Place:
        return self._stack.place(self._top)

    def _set_zoom(self, percent: int | None) -> None:
        self._zoom = percent
        self._fit()

    def _fit(self, at: Place | None = None) -> None:
        """Lays the pages out anew; the place that is read stays where it is."""
        at = at or self._place()
        sizes = self._pages.sizes if self._pages is not None else (A4,)
        room = self.viewport().width()
        scale = INCH * (self._zoom or 0) / 100
        if self._zoom is None:
            scale = fitting_scale(sizes, room, INCH * MOST_FITTED / 100)
        policy = Qt.ScrollBarPolicy
        across_is = policy.ScrollBarAlwaysOff if self.fits else policy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(across_is)
        self._stack = PaperStack(sizes, scale, room)
        view = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, self._stack.width - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(_LINE)
        down.setPageStep(view.height())
        down.setSingleStep(_LINE)
        down.setRange(0, max(0, self._stack.height - view.height()))
        down.setValue(self._stack.y(at))
        self._want()
        self.viewport().update()
        self.moved.emit()

    def _want(self) -> None:
        """Has the pages in view drawn first, then those a view further on and back."""
        if self._pages is None:
            return
        top, high = self._top, self.viewport().height()
        seen = self._stack.between(top, top + high)
        near = self._stack.between(top - high // 2, top + 2 * high)
        pages = [*seen, *(page for page in near if page not in seen)]
        self.images.want([self._wanted(page) for page in pages], len(seen))

    def _wanted(self, page: int) -> Wanted:
        return Wanted(page, round(self._stack.box(page).width * self.devicePixelRatioF()))

    def _is_true(self, page: int) -> bool:
        drawn = self.images.image(page)
        return drawn is not None and drawn.of is self._pages

    def _came(self, page: int) -> None:
        self.viewport().update(self._box(page).adjusted(-8, -8, 8, 8))
        self.moved.emit()

    def _box(self, page: int) -> QRect:
        box = self._stack.box(page)
        shift = QPoint(-self.horizontalScrollBar().value(), -self._top)
        return QRect(box.left, box.top, box.width, box.height).translated(shift)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        box = self._box(page)
        paint_paper(painter, box, self._theme)
        drawn = self.images.image(page) if self._pages is not None else None
        if self._pages is None:
            paint_skeleton(painter, box, "Making the pages…")
        elif drawn is not None:
            self._paint_image(painter, box, drawn)
            if self._faded or drawn.of is not self._pages:
                veil = QColor(self._theme.colour("chrome"))
                veil.setAlpha(_FADED)
                painter.fillRect(box, veil)
        else:
            painter.setFont(ui_font())
            painter.setPen(QColor(PAPER["muted"]))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(page + 1))

    def _paint_image(self, painter: QPainter, box: QRect, drawn: Drawn) -> None:
        ratio = self.devicePixelRatioF()
        if drawn.width == round(box.width() * ratio):
            # Pixel by pixel: spread by the part of one, letters would be blurred.
            drawn.image.setDevicePixelRatio(ratio)
            painter.setClipRect(box)
            painter.drawImage(box.topLeft(), drawn.image)
            painter.setClipping(False)
        else:
            drawn.image.setDevicePixelRatio(1)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, drawn.image)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
