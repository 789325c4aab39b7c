"""The desk of one window: the article in hand and what has happened to it."""

from __future__ import annotations

from collections.abc import Callable

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Change, Snapshot, indices
from annotator.store import holding, reading

Listener = Callable[[Change], None]


class Desk:
    """One article as a snapshot that is always true to what is saved.

    Use cases are free functions by subject (``tagging``, ``layout``, ``notes`` …)
    that take the library and say which claims they mean.
    """

    def __init__(self, library: OpenLibrary) -> None:
        self.library = library
        self.snapshot: Snapshot | None = None
        self._listeners: list[Listener] = []
        self._leave = library.subscribe(self._on_change)

    @property
    def article(self) -> ArticleId:
        """The id of the article in hand. Raises AnnotatorError when there is none."""
        return self.held.article.id

    @property
    def held(self) -> Snapshot:
        """The snapshot in hand. Raises AnnotatorError when there is none."""
        if self.snapshot is None:
            raise AnnotatorError("No article is open: open one first.")
        return self.snapshot

    def open(self, article: ArticleId) -> Snapshot:
        """Takes an article in hand."""
        self.snapshot = reading.snapshot(self.library.store, article, self.library.me)
        return self.snapshot

    def put_away(self) -> None:
        """Leaves the desk empty."""
        self.snapshot = None

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tells the listener of each change, after the snapshot has followed it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """The window is gone: no more changes are told."""
        self._leave()

    def _on_change(self, change: Change) -> None:
        if self.snapshot is not None and change.article == self.snapshot.article.id:
            self._follow(self.snapshot, change)
        for listener in tuple(self._listeners):
            listener(change)

    def _follow(self, snapshot: Snapshot, change: Change) -> None:
        if change.layout or change.about:
            self.open(snapshot.article.id)
            return
        store, me = self.library.store, self.library.me
        stand = holding.standings(store, snapshot.article.id, me, change.touched)
        touched = indices(snapshot, change.touched)
        self.snapshot = snapshot.with_standings(
            {index: stand[snapshot.span(index)] for index in touched}
        )
