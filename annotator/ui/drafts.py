"""What is typed of a claim, on its way from the field to the library: drafts first, then one edit."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from annotator.desk import typed
from annotator.desk.desk import Desk
from annotator.desk.notes import NOTE
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.errors import AnnotatorError
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

    def __init__(self, desk: Desk, patience: Patience, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._patience = patience
        self._pending: dict[_Key, tuple[ArticleId, str]] = {}
        self._timer = QTimer(self, interval=SOON, singleShot=True)
        self._timer.timeout.connect(self._keep)

    def typed(self, article: ArticleId, claim: ClaimId, text: str, field: str = NOTE) -> None:
        """A key was typed in a field of this claim."""
        self._pending[claim, field] = (article, text)
        if not self._timer.isActive():
            self._timer.start()

    def left(self, article: ArticleId, claim: ClaimId, text: str, field: str = NOTE) -> None:
        """The field is done: it becomes one edit, or waits as a draft until it can."""
        self._pending[claim, field] = (article, text)
        self._patience.run(lambda: self._write((claim, field)))
        if (claim, field) in self._pending and not self._timer.isActive():
            self._timer.start()

    def settle(self) -> None:
        """Before the window goes: everything becomes an edit, or at least a draft.

        Raises AnnotatorError when there are words that can be kept nowhere.
        """
        for (claim, field), (article, text) in tuple(self._pending.items()):
            try:
                self._write((claim, field))
            except AnnotatorError:
                typed.keep(self._desk.library, article, claim, field, text)
        self._timer.stop()

    def _write(self, key: _Key) -> None:
        if key in self._pending:
            article, text = self._pending[key]
            snapshot = self._desk.snapshot
            if snapshot is not None and snapshot.article.id != article:
                snapshot = None
            typed.write(self._desk.library, article, *key, text, snapshot)
            self._pending.pop(key, None)

    def _keep(self) -> None:
        for (claim, field), (article, text) in self._pending.items():
            try:
                typed.keep(self._desk.library, article, claim, field, text)
            except AnnotatorError:
                # Held or full: the words are still here, and the timer comes back for them.
                self._timer.start()
                return
