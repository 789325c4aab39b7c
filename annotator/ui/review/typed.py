"""Reasons and comments while they are typed: kept as drafts until they are said."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from annotator.desk import unsent
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.ui.keepdrafts import KeepDrafts
from annotator.ui.review.panel import ReviewPanel


class Typed(KeepDrafts):
    """Keeps what stands in the fields of one window's review panel."""

    def __init__(
        self, library: OpenLibrary, panel: ReviewPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(partial(unsent.keep, library), parent)
        self._library, self._panel = library, panel

    def said(self, article: ArticleId, claim: ClaimId, field: str) -> None:
        """It is said now: what was kept of it goes."""
        self.typed(article, claim, field, "")

    def put_back(self, article: ArticleId) -> None:
        """What was typed in this article before, in a window that is gone, is in its field again."""
        for draft in unsent.unsent(self._library, article):
            claim = ClaimId(draft.claim)
            if self.pends(claim, draft.field):
                continue
            if draft.field == unsent.COMMENT:
                self._panel.put_back_comment(claim, draft.text)
            else:
                self._panel.put_back_reason(claim, draft.text)
