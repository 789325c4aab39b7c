"""What is typed of evidence and not saved yet: kept as drafts, so that a crash costs a second at most."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from annotator.desk import evidence_drafts
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.ui.keepdrafts import KeepDrafts


class TypedEvidence(KeepDrafts):
    """Keeps what stands in the quick entry and in the fields of a form, by claim."""

    def __init__(self, library: OpenLibrary, parent: QObject | None = None) -> None:
        super().__init__(partial(evidence_drafts.keep, library), parent)

    def said(self, article: ArticleId, claim: ClaimId, field: str) -> None:
        """It is saved: what was kept of it goes, before anything else can come between."""
        self.typed(article, claim, field, "")
        self.keep()
