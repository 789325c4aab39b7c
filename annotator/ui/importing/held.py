"""The page of an import in one window: it follows what is on the list while it is on show."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from annotator.ui.exchange.pages import ExchangePages
from annotator.ui.importing.page import ImportPage
from annotator.ui.importing.viewing import import_view
from annotator.ui.imports import Imports

SOON = 60
"""Milliseconds: however often something is told, the page is drawn anew no oftener."""


class HeldImport(QObject):
    """Made when the page is first wanted."""

    turned = Signal()
    """It came before the reader, or went."""

    def __init__(self, imports: Imports, pages: ExchangePages, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._imports, self._pages = imports, pages
        self.page = ImportPage(pages.theme, stack)
        pages.add(self.page)
        self.went = False
        """Whether the reader has gone back to the article since this list began."""
        self._was = False
        self._soon = QTimer(self, interval=SOON, singleShot=True)
        self._soon.timeout.connect(self.now)
        imports.changed.connect(self._follow)
        stack.currentChanged.connect(lambda _: self._turned())

    @property
    def shown(self) -> bool:
        return self._pages.shown is self.page

    def open(self) -> None:
        """Lays the page over the article and gives it the keys."""
        self.now()
        self._pages.show(self.page)
        self.page.take_keys()

    def leave(self) -> None:
        """The article is there again."""
        if self.shown:
            self._pages.close()

    def now(self) -> None:
        """Shows the list as it stands."""
        self._soon.stop()
        self.page.show_view(import_view(self._imports))

    def _follow(self) -> None:
        if self.shown and not self._soon.isActive():
            self._soon.start()

    def _turned(self) -> None:
        """What lay there was left for another page, or for the article."""
        if self.shown != self._was:
            self._was = self.shown
            self.went = not self.shown
            self.turned.emit()
        if not self.shown:
            self.page.address.hide()
