"""The panel at the left in Review: what waits, what came back, what is settled."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.kit.flow import Flow
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.steady import steady_scroll
from annotator.ui.kit.tabbing import tab_through
from annotator.ui.review.claimlines import ClaimLines
from annotator.ui.review.filters import Filters
from annotator.ui.review.linelist import LineList
from annotator.ui.review.linepaint import ClaimDelegate, OtherDelegate
from annotator.ui.review.lines import Line
from annotator.ui.review.otherlines import OtherLines
from annotator.ui.review.passes import Passes
from annotator.ui.review.queueview import QueueView
from annotator.ui.theme import Theme

_EDGE = 12


class QueuePanel(QFrame):
    """The queue of the article in hand, over all articles; it shows a ``QueueView`` and asks."""

    claim_wanted = Signal(int)
    """A claim to take in hand, by index."""
    article_wanted = Signal(str)
    """The id of another article to lay on the page."""
    filter_wanted = Signal(str)
    """The word of a ``Filter``."""
    pass_wanted = Signal(str, str, str)
    """The command line's word (submit, return, approve, settle, reopen), the analyst whose
    pass it is about or "", and the reason or ""."""
    agreement_wanted = Signal()
    send_wanted = Signal()
    bring_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leftPanel")
        self.setAccessibleName("Queue")
        self._shown: tuple[str, int | None] = ("", None)
        self.claims, self.others = ClaimLines(), OtherLines()
        self._claim_paint = ClaimDelegate(self.claims, theme, self)
        self._other_paint = OtherDelegate(self.others, theme, self)
        self.list = LineList(self.claims, self._claim_paint, self)
        self.list.setAccessibleName("Claims to settle")
        self._hidden = Muted("", self, small=True)
        self._hidden.setContentsMargins(10, 6, 10, 0)
        self.filters = Filters(theme, self)
        self.passes = Passes(theme, self)
        self.other_list = LineList(self.others, self._other_paint, self)
        self.other_list.setAccessibleName("Other articles with claims to settle")
        self._scroll = QScrollArea(self)
        self._lay_out()
        self._connect()
        self.show_queue(None)

    def show_queue(self, view: QueueView | None) -> None:
        """Shows what waits; None: no article is in hand."""
        self.claims.show(view)
        self.others.show(view.others if view else ())
        hidden = view.hidden if view else ""
        self._hidden.setText(hidden)
        self._hidden.setVisible(bool(hidden))
        self.filters.setVisible(bool(view and view.filters))
        if view is not None:
            self.filters.show_filters(view.filters, view.chosen)
        self.passes.show_passes(view.stage if view else None, view.passes if view else ())
        lists = (self.list, *self.filters.rows.values(), self.other_list)
        tab_through([*lists, *self.passes.stops, *self.links])
        shown = (view.article, view.current) if view else ("", None)
        place = self.claims.place_of_current()
        if shown != self._shown and place is not None:
            self.list.reveal(place)
        self._shown = shown

    def set_theme(self, theme: Theme) -> None:
        self._claim_paint.theme = self._other_paint.theme = theme
        self.filters.set_theme(theme)
        self.passes.set_theme(theme)
        for view in (self.list, self.other_list):
            view.viewport().update()

    def _connect(self) -> None:
        self.list.chosen.connect(lambda line: self.claim_wanted.emit(line.at))
        self.other_list.chosen.connect(self._choose_article)
        for view in (self.list, self.other_list):
            view.reached.connect(lambda line, view=view: self._reach(view, line))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self.filters.wanted.connect(self.filter_wanted)
        self.passes.wanted.connect(self.pass_wanted)

    def _choose_article(self, line: Line) -> None:
        self.article_wanted.emit(self.others.article(line).id)

    def _link(self, words: str, wanted: object) -> KeyButton:
        button = KeyButton(words, "", self, link=True, small=True)
        button.clicked.connect(wanted)
        return button

    def _reach(self, view: LineList, line: QRect) -> None:
        """Scrolls the panel to a line of a list."""
        inside = self._scroll.widget()
        if inside is not None:
            at = view.viewport().mapTo(inside, line.center())
            self._scroll.ensureVisible(at.x(), at.y(), 0, line.height())

    def _follow_focus(self) -> None:
        """Whatever has the keys is kept in view; of a list it is a line."""
        now = QApplication.focusWidget()
        lists = (self.list, self.other_list)
        if now is not None and now not in lists and self._scroll.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, 40)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        for widget in (self.list, self._hidden, self.filters, self.other_list, self.passes):
            column.addWidget(widget)
        column.addStretch()
        steady_scroll(self._scroll, column, (_EDGE, 13, _EDGE, 10))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._follow_focus)
        # Made last: Tab comes to them after all that scrolls.
        self.links = (
            self._link("Agreement…", self.agreement_wanted),
            self._link("Send…", self.send_wanted),
            self._link("Bring in…", self.bring_wanted),
        )
        links = Flow(across=10, down=0)
        links.setContentsMargins(_EDGE - 4, 4, _EDGE - 4, 8)
        for link in self.links:
            links.addWidget(link)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(links)
