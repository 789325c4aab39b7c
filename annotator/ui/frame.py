"""Where the parts of the window are: bars, panels, and the page between them."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.bottombar import BottomBar
from annotator.ui.claim.panel import ClaimPanel
from annotator.ui.library.panel import LibraryPanel
from annotator.ui.notice import Notice
from annotator.ui.page.view import PageView
from annotator.ui.start import StartPage
from annotator.ui.theme import Theme
from annotator.ui.topbar import TopBar

LEFT, LEFT_LEAST = 262, 200
RIGHT, RIGHT_LEAST = 371, 322
WIDE, FULL = 1100, 1440
"""From so many pixels on the left panel, and the right one, are as wide as drawn."""
NARROW = 900
"""Below, the library gives way to the page; a button at the top brings it back."""


class Frame(QWidget):
    """The window's inside. The order in which its parts are made is that of the Tab key."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.stack = QStackedWidget(self)
        self.page = PageView(theme, self.stack)
        self.page.setObjectName("page")
        self.start = StartPage(self.stack)
        self.stack.addWidget(self.start)
        self.stack.addWidget(self.page)
        self.right = QFrame(self)
        self.right.setObjectName("rightPanel")
        self.panel = ClaimPanel(theme, self.right)
        self.shelf = LibraryPanel(theme, self)
        self.top = TopBar(self)
        self.notice = Notice(self)
        self.bottom = BottomBar(theme, self)
        self._shelf_wanted = False
        self._lay_out()
        self.top.library_wanted.connect(self.toggle_shelf)

    def show_page(self, *, article: bool) -> None:
        """The article, or how to begin."""
        self.stack.setCurrentWidget(self.page if article else self.start)
        self.page.setEnabled(article)
        self.top.set_article_open(article)

    def fit(self, width: int) -> None:
        """Shares the width out; what is read keeps the most of it."""
        narrow = width < NARROW
        self.top.shelf_button.setVisible(narrow)
        self.shelf.setVisible(not narrow or self._shelf_wanted)
        self.shelf.setFixedWidth(max(LEFT_LEAST, min(LEFT, LEFT * width // WIDE)))
        self.right.setFixedWidth(max(RIGHT_LEAST, min(RIGHT, RIGHT * width // FULL)))

    def toggle_shelf(self) -> None:
        """In a narrow window the library comes and goes."""
        self._shelf_wanted = not self._shelf_wanted
        self.fit(self.width())
        if self._shelf_wanted:
            self.shelf.list.setFocus()
        else:
            self.page.setFocus()

    def set_theme(self, theme: Theme) -> None:
        for part in (self.page, self.panel, self.shelf, self.bottom):
            part.set_theme(theme)

    def _lay_out(self) -> None:
        right = QVBoxLayout(self.right)
        right.setContentsMargins(1, 0, 0, 0)
        right.addWidget(self.panel)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.notice)
        middle.addWidget(self.stack, 1)
        between = QHBoxLayout()
        between.setSpacing(0)
        between.addWidget(self.shelf)
        between.addLayout(middle, 1)
        between.addWidget(self.right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addLayout(between, 1)
        whole.addWidget(self.bottom)
