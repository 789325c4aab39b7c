"""Reasons and comments while they are typed: kept as drafts until they are said."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from annotator.desk import unsent
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.errors import AnnotatorError
from annotator.ui.drafts import SOON
from annotator.ui.review.panel import ReviewPanel


class Typed(QObject):
    """Keeps what stands in the fields of one window's review panel."""

    def __init__(
        self, library: OpenLibrary, panel: ReviewPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._panel = library, panel
        self._pending: dict[tuple[ClaimId, str], tuple[ArticleId, str]] = {}
        self._timer = QTimer(self, interval=SOON, singleShot=True)
        self._timer.timeout.connect(self._keep)

    def typed(self, article: ArticleId, claim: ClaimId, field: str, text: str) -> None:
        """A key was typed; an empty text forgets what was kept."""
        self._pending[claim, field] = (article, text)
        if not self._timer.isActive():
            self._timer.start()

    def said(self, article: ArticleId, claim: ClaimId, field: str) -> None:
        """It is said now: what was kept of it goes."""
        self.typed(article, claim, field, "")

    def put_back(self, article: ArticleId) -> None:
        """What was typed in this article before, in a window that is gone, is in its field again."""
        for draft in unsent.unsent(self._library, article):
            claim = ClaimId(draft.claim)
            if (claim, draft.field) in self._pending:
                continue
            if draft.field == unsent.COMMENT:
                self._panel.put_back_comment(claim, draft.text)
            else:
                self._panel.put_back_reason(claim, draft.text)

    def settle(self) -> None:
        """Before the window goes. Raises AnnotatorError when words can be kept nowhere."""
        self._timer.stop()
        for (claim, field), (article, text) in tuple(self._pending.items()):
            unsent.keep(self._library, article, claim, field, text)
            self._pending.pop((claim, field), None)

    def _keep(self) -> None:
        try:
            self.settle()
        except AnnotatorError:
            # Held or full: the words are still here, and the timer comes back for them.
            self._timer.start()
