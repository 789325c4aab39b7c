"""The left panel: the articles of the library, and the counts of the one on the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.showing import ArticleRow
from annotator.domain.article import ArticleId
from annotator.domain.snapshot import Snapshot
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.library.cards import CardDelegate
from annotator.ui.library.counts import Counts
from annotator.ui.library.kept import Kept
from annotator.ui.library.model import ArticleModel
from annotator.ui.library.searches import KeptSearches
from annotator.ui.library.sources import SourcesNamed
from annotator.ui.theme import Theme

WIDTH = 262
ABOVE = 9
MANY = 40
"""So many cards fill any screen: the height of the rest need not be known."""


class ArticleList(QListView):
    """The cards; as high as they need, as long as there is room."""

    chosen = Signal(object)
    """The id of an article that was clicked, or entered from the keyboard."""

    def __init__(self, model: ArticleModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles = model
        self.setModel(model)
        self.delegate = CardDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("articles")
        self.setAccessibleName("Articles in the library")
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setViewportMargins(0, ABOVE, 0, 0)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clicked.connect(lambda index: self.chosen.emit(model.article_at(index)))
        for changed in (model.modelReset, model.dataChanged):
            changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        model, option = self._articles, QStyleOptionViewItem()
        option.rect = self.viewport().rect()
        rows = [model.index(row) for row in range(min(model.rowCount(), MANY))]
        high = sum(self.delegate.sizeHint(option, row).height() for row in rows)
        return QSize(WIDTH - 24, high + ABOVE + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Titles break elsewhere now, so the list may be higher or lower.
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 76)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters are the window's, not a search through the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.chosen.emit(self._articles.article_at(self.currentIndex()))
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


class LibraryPanel(QFrame):
    """What is in the library, and how the article on the page stands."""

    chosen = Signal(object)
    """The id of an article to lay on the page."""
    menu_wanted = Signal(object, QPoint)
    """A context menu on the article with this id, at this place of the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leftPanel")
        self.setAccessibleName("Library")
        self._to_come: ArticleId | None = None
        self.model = ArticleModel()
        self.list = ArticleList(self.model, theme, self)
        self.list.chosen.connect(self.chosen)
        self.list.customContextMenuRequested.connect(self._menu)
        self.counts = Counts(theme, self)
        self._empty = Muted(
            "No articles yet. They will be listed here, with how far you have come."
        )
        self._empty.setContentsMargins(9, 10, 9, 0)
        self._claims = Caption("Claims in this article")
        self._kept = Kept(self)
        self.sources = SourcesNamed(theme, self)
        self.searches = KeptSearches(theme, self)
        self._lay_out()
        self.show_articles(())
        self.show_article(None)

    def show_articles(self, rows: Sequence[ArticleRow]) -> None:
        """The whole list; what was current in it stays so, and what is to be shown is."""
        current = self.list.currentIndex()
        was = self.model.article_at(current) if current.isValid() else None
        self.model.show(rows)
        self._stay_at(was)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._kept.setVisible(not rows)

    def add_article(self, row: ArticleRow | None) -> bool:
        """One more, at the end; False: then the whole list must be shown anew."""
        if not self.model.add(row):
            return False
        self.list.updateGeometry()
        if row is not None and row.id == self._to_come:
            self.reveal(row.id)
        return True

    def show_article(self, snapshot: Snapshot | None) -> None:
        """The article on the page, or that there is none."""
        self.model.set_open(None if snapshot is None else snapshot.article.id)
        self._claims.setVisible(snapshot is not None)
        self.counts.setVisible(snapshot is not None)
        if snapshot is not None:
            self.counts.show_counts(snapshot)
            self.model.follow(snapshot)

    def show_library(self, name: str, path: str) -> None:
        """Where it is kept: said while there is nothing else to show."""
        self._kept.show_library(name, path)

    def reveal(self, article: ArticleId) -> None:
        """Scrolls the list to this article."""
        row = self.model.row_of(article)
        # One that has just come in is shown as soon as it is in the list.
        self._to_come = article if row is None else None
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))

    def set_theme(self, theme: Theme) -> None:
        self.list.delegate.theme = theme
        self.counts.set_theme(theme)
        self.sources.set_theme(theme)
        self.searches.set_theme(theme)
        self.list.viewport().update()

    def _stay_at(self, article: ArticleId | None) -> None:
        if self._to_come is not None and self.model.row_of(self._to_come) is not None:
            self.reveal(self._to_come)
        elif article is not None and (row := self.model.row_of(article)) is not None:
            self.list.setAutoScroll(False)
            self.list.setCurrentIndex(self.model.index(row))
            self.list.setAutoScroll(True)

    def _menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            where = self.list.viewport().mapToGlobal(at)
            self.menu_wanted.emit(self.model.article_at(index), where)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 26, 12, 12)
        column.setSpacing(0)
        library = Caption("Library")
        # Room above is a part's own, so that it goes when the part is hidden.
        self._claims.setContentsMargins(0, 18, 0, 6)
        for widget in (library, self._empty, self._kept, self.list, self._claims, self.counts):
            column.addWidget(widget)
        column.addWidget(self.sources)
        column.addWidget(self.searches)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.addWidget(scroll)
