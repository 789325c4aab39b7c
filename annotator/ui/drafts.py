"""What is typed of a claim, on its way from the field to the library: drafts first, then one edit."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.desk import typed
from annotator.desk.desk import Desk
from annotator.desk.notes import NOTE
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.errors import AnnotatorError, BusyError
from annotator.ui.patience import Patience

_Key = tuple[ClaimId, str]
"""A claim, and which of its fields."""

SOON = 800
"""Milliseconds from the first key until the draft is kept, whether one pauses or not."""


class Drafts(QObject):
    """Keeps what is being typed, so that a crash takes no more than the last second.

    Nothing leaves ``_pending`` before it is saved: a library that is held by
    another program, or a full disk, costs no words.
    """

    refused = Signal(str, str, str)
    """What was done with could not be saved, now or at all: claim, field, text. It stays a draft."""
    saved = Signal(str, str, str)
    """What was typed is an edit now: claim, field, text."""

    def __init__(self, desk: Desk, patience: Patience, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._patience = patience
        self._pending: dict[_Key, tuple[ArticleId, str]] = {}
        self._articles: dict[ClaimId, ArticleId] = {}
        """Where each claim is: a field may be done with when another article is on the page."""
        self._again: set[_Key] = set()
        """What waited in vain, and is written as soon as the library is free."""
        self._timer = QTimer(self, interval=SOON, singleShot=True)
        self._timer.timeout.connect(self._keep)

    def typed(self, article: ArticleId, claim: ClaimId, text: str, field: str = NOTE) -> None:
        """A key was typed in a field of this claim, which lies in the article on the page."""
        self._articles[claim] = article
        self._pending[claim, field] = (article, text)
        self._again.discard((claim, field))
        if not self._timer.isActive():
            self._timer.start()

    def left(self, article: ArticleId, claim: ClaimId, text: str, field: str = NOTE) -> None:
        """The field is done: it becomes one edit, or waits as a draft until it can."""
        key, article = (claim, field), self._articles.get(claim, article)
        self._pending[key] = (article, text)
        self._patience.run(
            lambda: self._write(key, article, text), lambda: self._refuse(key, article, text)
        )
        if key in self._pending and not self._timer.isActive():
            self._timer.start()

    def settle(self) -> None:
        """Before the window goes: everything becomes an edit, or at least a draft.

        Raises AnnotatorError when there are words that can be kept nowhere.
        """
        for key, (article, text) in tuple(self._pending.items()):
            try:
                self._write(key, article, text)
            except AnnotatorError:
                typed.keep(self._desk.library, article, *key, text)
        self._timer.stop()

    def _write(self, key: _Key, article: ArticleId, text: str) -> None:
        snapshot = self._desk.snapshot
        if snapshot is not None and snapshot.article.id != article:
            snapshot = None
        typed.write(self._desk.library, article, *key, text, snapshot)
        if self._pending.get(key) == (article, text):
            del self._pending[key]
        self.saved.emit(*key, text)

    def _refuse(self, key: _Key, article: ArticleId, text: str) -> None:
        """What was typed since is newer than what was refused."""
        if self._pending.get(key) == (article, text):
            self._again.add(key)
            self.refused.emit(*key, text)

    def _keep(self) -> None:
        for key, (article, text) in tuple(self._pending.items()):
            try:
                if not self._written(key, article, text):
                    typed.keep(self._desk.library, article, *key, text)
            except AnnotatorError:
                # Held or full: the words are still here, and the timer comes back for them.
                self._timer.start()
                return

    def _written(self, key: _Key, article: ArticleId, text: str) -> bool:
        """Whether what had waited in vain is an edit now. Raises BusyError."""
        if key not in self._again:
            return False
        try:
            self._write(key, article, text)
        except BusyError:
            raise
        except AnnotatorError:
            self._again.discard(key)
            return False
        self._again.discard(key)
        return True
