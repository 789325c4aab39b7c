"""What is laid over the window when somebody asks: settings, export, keys, help.

Each is made when it is first wanted: a start pays for none of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.article import Article
from annotator.domain.edition import Edition
from annotator.settings import Settings
from annotator.ui.popover import Popover
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.article_page import ArticlePage
    from annotator.ui.articleview import ArticleView, Problems
    from annotator.ui.draw_page import DrawPage
    from annotator.ui.export_page import ExportPage
    from annotator.ui.help import HelpViewer
    from annotator.ui.settings_page import SettingsPage
    from annotator.ui.sheet import ShortcutSheet


class Popovers(QObject):
    """The overlays of one window."""

    left = Signal()
    """One was closed: the keys go back to the page."""
    setting_chosen = Signal(str, object)
    export_wanted = Signal(str, Path, bool, str)
    made_export = Signal(object)
    """The ``ExportPage``, just made: to be connected."""
    draw_wanted = Signal(object)
    """A ``DrawAsked``."""
    article_wanted = Signal(object)
    """What is known of the article now: field → text."""
    original_wanted = Signal()
    """The article's original should be saved again."""

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over)
        self._over = over
        self._theme = theme
        self._settings: Popover | None = None
        self._export: Popover | None = None
        self._draw: Popover | None = None
        self._article: Popover | None = None
        self._sheet: ShortcutSheet | None = None
        self._help: HelpViewer | None = None

    def settings(self, settings: Settings, name: str) -> None:
        from annotator.ui.settings_page import SettingsPage

        if self._settings is None:
            page = SettingsPage()
            page.chosen.connect(self.setting_chosen)
            self._settings = self._popover("Settings", page)
        self.show_settings(settings, name)
        self._only(self._settings)

    def show_settings(self, settings: Settings, name: str) -> None:
        """The settings are these now; shown where they are on show."""
        if self._settings is not None:
            page: SettingsPage = self._settings.content  # type: ignore[assignment]
            page.show_settings(settings, name)

    def export(self, article: Article, name: str, edition: Edition, *, ask_name: bool) -> None:
        from annotator.ui.export_page import ExportPage

        if self._export is None:
            page = ExportPage(self._theme)
            page.wanted.connect(self.export_wanted)
            self._export = self._popover("Export", page)
            self.made_export.emit(page)
        self.export_page.show_article(article, name, edition, ask_name=ask_name)
        self._only(self._export)

    @property
    def export_page(self) -> ExportPage:
        assert self._export is not None, "asked after it was opened"
        page: ExportPage = self._export.content  # type: ignore[assignment]
        return page

    def draw(self, seed: str, here: str, everywhere: str) -> None:
        """Asks how many claims to draw; ``here`` and ``everywhere`` say from where one can."""
        from annotator.ui.draw_page import DrawPage

        if self._draw is None:
            page = DrawPage()
            page.wanted.connect(self.draw_wanted)
            self._draw = self._popover("Draw claims for a second check", page)
        self.draw_page.begin(seed, here, everywhere)
        self._only(self._draw)

    @property
    def draws(self) -> bool:
        """Whether it is asked how many claims to draw."""
        return self._draw is not None and not self._draw.isHidden()

    @property
    def draw_page(self) -> DrawPage:
        assert self._draw is not None, "asked after it was opened"
        page: DrawPage = self._draw.content  # type: ignore[assignment]
        return page

    def article(self, view: ArticleView, problems: Problems) -> None:
        """Shows the article record; ``problems`` says what is wrong with what is typed."""
        from annotator.ui.article_page import ArticlePage

        if self._article is None:
            page = ArticlePage()
            page.wanted.connect(self.article_wanted)
            page.original_wanted.connect(self.original_wanted)
            self._article = self._popover("Article record", page)
            page.escaped.connect(self._article.shut)
        self.article_page.show_article(view, problems)
        self._only(self._article)

    @property
    def article_page(self) -> ArticlePage:
        assert self._article is not None, "asked after it was opened"
        page: ArticlePage = self._article.content  # type: ignore[assignment]
        return page

    def sheet(self) -> None:
        from annotator.ui.sheet import ShortcutSheet

        if self._sheet is None:
            self._sheet = ShortcutSheet(self._over, self._theme)
        self._sheet.open()

    def help(self) -> None:
        from annotator.ui.help import HelpViewer

        if self._help is None:
            self._help = HelpViewer(self._over, self._theme)
        self._help.open()

    def shut(self) -> None:
        """Closes what is asked beside the page: the article on it is another one."""
        for popover in (self._settings, self._export, self._draw, self._article):
            if popover is not None:
                popover.shut()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for overlay in (self._sheet, self._help):
            if overlay is not None:
                overlay.set_theme(theme)
        if self._export is not None:
            self.export_page.set_theme(theme)

    def _popover(self, title: str, page: QWidget) -> Popover:
        popover = Popover(self._over, title, page)
        popover.left.connect(self.left)
        return popover

    def _only(self, popover: Popover) -> None:
        for other in (self._settings, self._export, self._draw, self._article):
            if other is not None and other is not popover:
                other.hide()
        popover.open()
