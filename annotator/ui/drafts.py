"""Notes on their way from the field to the library: drafts first, then one edit."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from annotator.desk import notes
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.errors import AnnotatorError
from annotator.ui.patience import Patience

SOON = 800
"""Milliseconds from the first key until the draft is kept, whether one pauses or not."""


class Drafts(QObject):
    """Keeps what is being typed, so that a crash takes no more than the last second.

    Nothing leaves ``_pending`` before it is saved: a library that is held by
    another program, or a full disk, costs no words.
    """

    def __init__(
        self, library: OpenLibrary, patience: Patience, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._patience = patience
        self._pending: dict[ClaimId, tuple[ArticleId, str]] = {}
        self._timer = QTimer(self, interval=SOON, singleShot=True)
        self._timer.timeout.connect(self._keep)

    def typed(self, article: ArticleId, claim: ClaimId, text: str) -> None:
        """A key was typed in the note of this claim."""
        self._pending[claim] = (article, text)
        if not self._timer.isActive():
            self._timer.start()

    def left(self, article: ArticleId, claim: ClaimId, text: str) -> None:
        """The note is done: it becomes one edit, or waits as a draft until it can."""
        self._pending[claim] = (article, text)
        self._patience.run(lambda: self._write(claim))
        if claim in self._pending and not self._timer.isActive():
            self._timer.start()

    def settle(self) -> None:
        """Before the window goes: everything becomes a note, or at least a draft.

        Raises AnnotatorError when there are words that can be kept nowhere.
        """
        for claim, (article, text) in tuple(self._pending.items()):
            try:
                self._write(claim)
            except AnnotatorError:
                notes.keep_draft(self._library, article, claim, text)
        self._timer.stop()

    def _write(self, claim: ClaimId) -> None:
        if claim in self._pending:
            article, text = self._pending[claim]
            notes.write_note(self._library, article, claim, text)
            self._pending.pop(claim, None)

    def _keep(self) -> None:
        for claim, (article, text) in self._pending.items():
            try:
                notes.keep_draft(self._library, article, claim, text)
            except AnnotatorError:
                # Held or full: the words are still here, and the timer comes back for them.
                self._timer.start()
                return
