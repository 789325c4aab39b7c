"""The searches that were kept under a name: a click searches again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from annotator.desk.filters import Saved
from annotator.ui.kit.glyph import paint_glyph
from annotator.ui.kit.labels import Caption
from annotator.ui.library.counts import GLYPH, FilterRow
from annotator.ui.theme import Theme

_GLASS = "⌕"


class SearchRow(FilterRow):
    """One of them; Delete, or its menu, forgets it."""

    forget_wanted = Signal()

    def __init__(self, saved: Saved, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setCheckable(False)
        self.show_words(saved.name, "", f"searches {saved.typed or 'by its filters'}")
        self.setAccessibleName(f"Kept search {saved.name}")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.forget_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _paint_glyph(self, painter: QPainter) -> None:
        ink = self.theme.colour("muted")
        paint_glyph(painter, _GLASS, QPointF(GLYPH, self.height() / 2 + 5), ink)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        forget = QAction("Forget this search", menu)
        forget.triggered.connect(self.forget_wanted)
        menu.addAction(forget)
        menu.popup(self.mapToGlobal(at))


class KeptSearches(QWidget):
    """All of them under a caption; nothing while there is none."""

    wanted = Signal(object)
    """A ``Saved`` is to be searched again."""
    forget_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[SearchRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 18, 0, 0)
        self._column.setSpacing(0)
        caption = Caption("Kept searches", self)
        caption.setContentsMargins(0, 0, 0, 6)
        self._column.addWidget(caption)
        self.hide()

    def show_kept(self, kept: Sequence[Saved]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [self._row(saved) for saved in kept]
        self.setVisible(bool(kept))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self.rows:
            row.theme = theme
            row.update()

    def _row(self, saved: Saved) -> SearchRow:
        row = SearchRow(saved, self._theme, self)
        row.clicked.connect(lambda: self.wanted.emit(saved))
        row.forget_wanted.connect(lambda: self.forget_wanted.emit(saved))
        self._column.addWidget(row)
        return row
