"""Keeps the agreement page true to the library: measures off the window's thread, shows at once.

What takes long is measuring; another pair or another cell of what was measured is there
immediately.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.desk import showing
from annotator.desk.beside import opened_beside
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Change
from annotator.review.agreement import Agreement
from annotator.review.standings import Counting
from annotator.ui.agreement.building import EVERYWHERE, HERE, Asked, built, measured_scopes
from annotator.ui.agreement.held import Held
from annotator.ui.agreement.page import AgreementPage
from annotator.ui.jobs import Job

QUICK = 2_000
"""So many claims are measured before a thread would have begun."""
SOON = 400
"""Milliseconds after a change until it is measured again: a merge is many changes."""


class Agreeing(QObject):
    """Answers what the page asks for. It measures only while the page is shown."""

    failed = Signal(object)
    """The exception that measuring ended with."""
    shown = Signal()
    """The page shows what was asked for."""

    def __init__(
        self, library: OpenLibrary, page: AgreementPage, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._page = library, page
        self._article: ArticleId | None = None
        self._asked = Asked()
        self._held: dict[str, Held] = {}
        self._titles: dict[ArticleId, str] = {}
        self._open = False
        self._job: Job | None = None
        self._again = QTimer(self, interval=SOON, singleShot=True)
        self._again.timeout.connect(self._measure)
        self._leave = library.subscribe(self._on_change)
        page.pair_wanted.connect(self.show_pair)
        page.all_wanted.connect(self.show_all)
        page.scope_wanted.connect(self.show_scope)
        page.counting_wanted.connect(self.count)

    @property
    def found(self) -> Agreement | None:
        """What the page shows, for the file; None while nothing was measured."""
        held = self._held.get(self._asked.scope)
        return None if held is None else held.measured.agreement

    def open(self, article: ArticleId | None) -> None:
        """Measures anew and shows it; ``article`` is the one on the page."""
        self._article, self._open = article, True
        if article is None and self._asked.scope == HERE:
            self._asked = replace(self._asked, scope=EVERYWHERE)
        self._page.show_measuring()
        self._measure()

    def let_go(self) -> None:
        """The page is not seen any more: what changes is measured when it is opened again."""
        self._open = False
        self._again.stop()
        self._held.clear()

    def close(self) -> None:
        """Waits for what is being measured: its connection must not outlive the window."""
        self.let_go()
        self._leave()
        if self._job is not None:
            self._job.wait()

    def show_pair(self, first: str, second: str) -> None:
        self._asked = replace(self._asked, pair=(first, second), together=False)
        self._show()

    def show_all(self) -> None:
        self._asked = replace(self._asked, together=True)
        self._show()

    def show_scope(self, scope: str) -> None:
        """``HERE``, ``EVERYWHERE`` or ``DRAWN``."""
        self._asked = replace(self._asked, scope=scope)
        self._show()

    def count(self, counting: str) -> None:
        """First tags, or tags as they stand now."""
        self._asked = replace(self._asked, counting=Counting(counting))
        self._page.show_measuring()
        self._measure()

    def _on_change(self, _change: Change) -> None:
        if self._open:
            self._again.start()

    def _measure(self) -> None:
        """Here, or on a thread of its own where there is much."""
        if self._job is not None:
            self._again.start()
            return
        rows = showing.articles(self._library)
        articles = [row.id for row in rows]
        self._titles = {row.id: row.title for row in rows}
        library, counting, here = self._library, self._asked.counting, self._article
        if sum(row.total for row in rows) <= QUICK:
            try:
                self._take(measured_scopes(library, articles, here, counting))
            except AnnotatorError as error:
                self.failed.emit(error)
            return

        def piece() -> dict[str, Held]:
            with opened_beside(library) as beside:
                return measured_scopes(beside, articles, here, counting)

        self._job = Job([piece], self)
        self._job.got.connect(lambda _number, result: self._take(result))
        self._job.finished.connect(self._over)
        self._job.begin()

    def _over(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None

    def _take(self, result: object) -> None:
        if not self._open:
            return
        if not isinstance(result, dict):
            self.failed.emit(result)
            return
        if any(held.measured.counting is not self._asked.counting for held in result.values()):
            return  # Something else was asked for meanwhile, and is measured next.
        self._held = result
        if self._asked.scope not in result:
            self._asked = replace(self._asked, scope=EVERYWHERE)
        self._show()

    def _show(self) -> None:
        held = self._held.get(self._asked.scope)
        if held is not None:
            view = built(self._library, self._held, self._asked, self._article, self._titles)
            self._page.show_view(view)
            self.shown.emit()
