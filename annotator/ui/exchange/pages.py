"""The pages in the place of the article; each is made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotator.ui.overpage import OverPage
from annotator.ui.popover import Popover
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.exchange.bring_page import BringPage
    from annotator.ui.exchange.colleagues import ColleaguesPage
    from annotator.ui.exchange.send_page import SendPage


class ExchangePages(QObject):
    """Lays a page over the article and takes it away again.

    Whatever else is laid into the stack meanwhile, such as another article, takes its place.
    """

    made_send, made_bring, made_colleagues = Signal(object), Signal(object), Signal(object)
    """The page that was just made, of each of these: to be connected."""
    left = Signal()
    """The page is gone: the keys go back to the article."""

    def __init__(
        self, stack: QStackedWidget, over: QWidget, theme: Theme, parent: QObject | None = None
    ) -> None:
        """``stack`` holds the article's page, ``over`` is what the list of colleagues lies on."""
        super().__init__(parent)
        self._stack, self._over = stack, over
        self._theme = theme
        self._pages: list[OverPage] = []
        self._before: QWidget | None = None
        self._send: SendPage | None = None
        self._bring: BringPage | None = None
        self._colleagues: Popover | None = None

    @property
    def theme(self) -> Theme:
        """What its pages wear."""
        return self._theme

    @property
    def stack(self) -> QStackedWidget:
        """What holds the article's page, and lays another over it."""
        return self._stack

    @property
    def shown(self) -> OverPage | None:
        """The page that lies over the article, or None."""
        current = self._stack.currentWidget()
        return current if isinstance(current, OverPage) else None

    def send_page(self) -> SendPage:
        if self._send is None:
            from annotator.ui.exchange.send_page import SendPage

            self._send = SendPage(self._theme, self._stack)
            self.add(self._send)
            self.made_send.emit(self._send)
        return self._send

    def bring_page(self) -> BringPage:
        if self._bring is None:
            from annotator.ui.exchange.bring_page import BringPage

            self._bring = BringPage(self._theme, self._stack)
            self.add(self._bring)
            self.made_bring.emit(self._bring)
        return self._bring

    def colleagues_page(self) -> ColleaguesPage:
        from annotator.ui.exchange.colleagues import ColleaguesPage

        if self._colleagues is None:
            page = ColleaguesPage()
            self._colleagues = Popover(self._over, "Colleagues", page)
            self._colleagues.left.connect(self.left)
            self.made_colleagues.emit(page)
        found = self._colleagues.content
        assert isinstance(found, ColleaguesPage)
        return found

    def show_colleagues(self) -> None:
        """Opens the list beside the page, or closes it."""
        self.colleagues_page()
        assert self._colleagues is not None
        if self._colleagues.isHidden():
            self._colleagues.open()
        else:
            self._colleagues.shut()

    def show(self, page: OverPage) -> None:
        """Lays the page over the article and gives it the keys."""
        if self.shown is None:
            self._before = self._stack.currentWidget()
        self._stack.setCurrentWidget(page)
        page.setFocus()

    def close(self) -> None:
        """Takes the page away; what lay there before comes back."""
        if self.shown is None:
            return
        if self._before is not None:
            self._stack.setCurrentWidget(self._before)
        self.left.emit()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for page in self._pages:
            page.set_theme(theme)

    def add(self, page: OverPage) -> None:
        """A page that was just made; somebody else's of this window, too."""
        self._pages.append(page)
        page.set_theme(self._theme)
        self._stack.addWidget(page)
        page.left.connect(self.close)
