"""Where the parts of the window are: bars, panels, and the page between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.bottombar import BottomBar
from annotator.ui.claim.panel import ClaimPanel
from annotator.ui.library.panel import LibraryPanel
from annotator.ui.notice import Notice
from annotator.ui.overpage import OverPage
from annotator.ui.page.view import PageView
from annotator.ui.start import StartPage
from annotator.ui.theme import Theme
from annotator.ui.topbar import TopBar
from annotator.ui.views import View

if TYPE_CHECKING:
    from annotator.ui.report.side import ReportSide
    from annotator.ui.review.side import ReviewSide

LEFT, LEFT_LEAST = 262, 200
RIGHT, RIGHT_LEAST = 371, 322
REVIEW_RIGHT, REVIEW_RIGHT_LEAST, REVIEW_FULL = 448, 340, 1416
WIDE, FULL = 1100, 1440
"""From so many pixels on the left panel, and the right one, are as wide as drawn."""
NARROW = 900
"""Below, the library gives way to the page; a button at the top brings it back."""


class Frame(QWidget):
    """The window's inside. The order in which its parts are made is that of the Tab key."""

    review: ReviewSide | None = None
    """What stands round the page in Review; made when it is first opened."""
    report: ReportSide | None = None
    """What stands in the place of the page in Report, and round it; made when it is first opened."""

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
        self._right = QStackedWidget(self.right)
        self.panel = ClaimPanel(theme, self._right)
        self._right.addWidget(self.panel)
        self._stands: QWidget = self.panel
        """What stands at the right where no page brings its own."""
        self.left = QStackedWidget(self)
        self.shelf = LibraryPanel(theme, self.left)
        self.left.addWidget(self.shelf)
        self.top = TopBar(self)
        self.notice = Notice(self)
        self._foot = QStackedWidget(self)
        self.bottom = BottomBar(theme, self._foot)
        self._foot.addWidget(self.bottom)
        self._foot.setFixedHeight(self.bottom.height())
        self._theme = theme
        self._view = View.ANNOTATE
        self._alone = False
        """Whether the middle has all of the width: what is there brings its own sides."""
        self._shelf_wanted = False
        self._lay_out()
        self.top.library_wanted.connect(self.toggle_shelf)

    def show_page(self, *, article: bool, agreement: bool = False) -> None:
        """The article, or how to begin; in Review perhaps the page about agreement."""
        shown: QWidget = self.page if article else self.start
        self._alone = agreement and self.review is not None
        if agreement and self.review is not None:
            shown = self.review.agreement
        elif self._view is View.REPORT and self.report is not None:
            shown = self.report.middle
        self.stack.setCurrentWidget(shown)
        self.fit(self.width())
        self.page.setEnabled(article)
        self.top.search.setEnabled(shown is self.page)
        self.top.set_article_open(article)

    def build_review(self) -> ReviewSide:
        """Makes what stands round the page in Review."""
        from annotator.ui.review.side import ReviewSide

        side = ReviewSide(self.page, self._theme, self)
        self.left.addWidget(side.queue)
        self._right.addWidget(side.panel)
        self._foot.addWidget(side.bar)
        self._over.addWidget(side.hidden)
        self.stack.addWidget(side.agreement)
        self.review = side
        return side

    def build_report(self) -> ReportSide:
        """Makes what stands in the place of the page in Report, and round it."""
        from annotator.ui.report.side import ReportSide

        side = ReportSide(self._theme, self)
        self.stack.addWidget(side.middle)
        self._right.addWidget(side.panel)
        self._foot.addWidget(side.bar)
        self.report = side
        return side

    def set_view(self, view: View) -> None:
        """Puts round the page what this view has there."""
        self._view = view
        side = self.review if view is View.REVIEW else None
        report = self.report if view is View.REPORT else None
        self.left.setCurrentWidget(side.queue if side else self.shelf)
        beside = side or report
        self._stands = beside.panel if beside else self.panel
        self._show_beside()
        self._foot.setCurrentWidget(beside.bar if beside else self.bottom)
        self.top.set_view(view)
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Shares the width out; what is read keeps the most of it."""
        narrow = width < NARROW
        self.top.shelf_button.setVisible(narrow)
        alone = self._alone or self._covered_alone()
        self.left.setVisible(not alone and (not narrow or self._shelf_wanted))
        self.right.setVisible(not alone and not (narrow and self._only_tells()))
        self.left.setFixedWidth(max(LEFT_LEAST, min(LEFT, LEFT * width // WIDE)))
        wide, least, full = RIGHT, RIGHT_LEAST, FULL
        if self._view is View.REVIEW:
            wide, least, full = REVIEW_RIGHT, REVIEW_RIGHT_LEAST, REVIEW_FULL
        self.right.setFixedWidth(max(least, min(wide, wide * width // full)))

    def _covered_alone(self) -> bool:
        """Whether a page lies over the article that wants all of the width."""
        page = self.stack.currentWidget()
        return isinstance(page, OverPage) and page.alone

    def _only_tells(self) -> bool:
        """Whether what stands at the right only tells about the page, and can be done without."""
        page = self.stack.currentWidget()
        return page is self.start or (isinstance(page, OverPage) and page.beside is not None)

    def _show_beside(self) -> None:
        """At the right what the page brings, else what belongs to the view."""
        page = self.stack.currentWidget()
        beside = page.beside if isinstance(page, OverPage) else None
        if beside is not None and self._right.indexOf(beside) < 0:
            self._right.addWidget(beside)
        self._right.setCurrentWidget(beside or self._stands)

    def toggle_shelf(self) -> None:
        """In a narrow window the library comes and goes."""
        self._shelf_wanted = not self._shelf_wanted
        self.fit(self.width())
        if self._shelf_wanted and self._view is View.REVIEW and self.review is not None:
            self.review.queue.list.setFocus()
        elif self._shelf_wanted:
            self.shelf.list.setFocus()
        elif self._view is View.REPORT and self.report is not None:
            self.report.middle.take_keys()
        else:
            self.page.setFocus()

    def set_theme(self, theme: Theme) -> None:
        for part in (self.page, self.panel, self.shelf, self.bottom):
            part.set_theme(theme)
        self._theme = theme
        for side in (self.review, self.report):
            if side is not None:
                side.set_theme(theme)

    def _lay_out(self) -> None:
        self.stack.currentChanged.connect(lambda _: self.fit(self.width()))
        self.stack.currentChanged.connect(lambda _: self._show_beside())
        right = QVBoxLayout(self.right)
        right.setContentsMargins(1, 0, 0, 0)
        right.addWidget(self._right)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        self._over = QVBoxLayout()
        middle.addWidget(self.notice)
        middle.addLayout(self._over)
        middle.addWidget(self.stack, 1)
        # In the smallest window a page gives way before the panel beside it leaves the window.
        self.stack.setMinimumWidth(1)
        between = QHBoxLayout()
        between.setSpacing(0)
        between.addWidget(self.left)
        between.addLayout(middle, 1)
        between.addWidget(self.right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addLayout(between, 1)
        whole.addWidget(self._foot)
