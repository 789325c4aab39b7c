"""What is typed of evidence and not saved yet: kept as drafts, so that a crash costs a second at most."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from annotator.desk import evidence_drafts
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.errors import AnnotatorError
from annotator.ui.drafts import SOON

Key = tuple[ClaimId, str]
"""A claim, and the field's name among drafts."""


class TypedEvidence(QObject):
    """Keeps what stands in the quick entry and in the fields of a form, by claim."""

    def __init__(self, library: OpenLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._pending: dict[Key, tuple[ArticleId, str]] = {}
        self._timer = QTimer(self, interval=SOON, singleShot=True)
        self._timer.timeout.connect(self._keep)

    def typed(self, article: ArticleId, claim: ClaimId, field: str, text: str) -> None:
        """A key was typed; an empty text forgets what was kept."""
        self._pending[claim, field] = (article, text)
        if not self._timer.isActive():
            self._timer.start()

    def said(self, article: ArticleId, claim: ClaimId, field: str) -> None:
        """It is saved: what was kept of it goes, before anything else can come between."""
        self._pending[claim, field] = (article, "")
        self._keep()

    def pends(self, claim: ClaimId, field: str) -> bool:
        """Whether something was typed here that the library does not know of yet."""
        return (claim, field) in self._pending

    def settle(self) -> None:
        """Before the window goes. Raises AnnotatorError when words can be kept nowhere."""
        self._timer.stop()
        for (claim, field), (article, text) in tuple(self._pending.items()):
            evidence_drafts.keep(self._library, article, claim, field, text)
            self._pending.pop((claim, field), None)

    def _keep(self) -> None:
        try:
            self.settle()
        except AnnotatorError:
            # Held or full: the words are still here, and the timer comes back for them.
            self._timer.start()
