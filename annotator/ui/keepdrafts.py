"""Keeps what is being typed as drafts, a second after a key at most, whatever the field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.errors import AnnotatorError
from annotator.ui.drafts import SOON

Keep = Callable[[ArticleId, ClaimId, str, str], None]
"""Keeps a text as the draft of a claim's field; an empty one forgets it. Raises AnnotatorError."""


class KeepDrafts(QObject):
    """Nothing leaves it before it is kept: a library that is held costs no words."""

    def __init__(self, keep: Keep, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keep_one = keep
        self._pending: dict[tuple[ClaimId, str], tuple[ArticleId, str]] = {}
        self._timer = QTimer(self, interval=SOON, singleShot=True)
        self._timer.timeout.connect(self.keep)

    def typed(self, article: ArticleId, claim: ClaimId, field: str, text: str) -> None:
        """A key was typed; an empty text forgets what was kept."""
        self._pending[claim, field] = (article, text)
        if not self._timer.isActive():
            self._timer.start()

    def pends(self, claim: ClaimId, field: str) -> bool:
        """Whether something was typed here that the library does not know of yet."""
        return (claim, field) in self._pending

    def settle(self) -> None:
        """Before the window goes. Raises AnnotatorError when words can be kept nowhere."""
        self._timer.stop()
        for (claim, field), (article, text) in tuple(self._pending.items()):
            self._keep_one(article, claim, field, text)
            self._pending.pop((claim, field), None)

    def keep(self) -> None:
        """What can be kept now; the rest when the timer comes back for it."""
        try:
            self.settle()
        except AnnotatorError:
            self._timer.start()
