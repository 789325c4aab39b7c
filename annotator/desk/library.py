"""A library opened by this process: its one connection, who acts, and who listens."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.article import ArticleId
from annotator.domain.edits.act import Act
from annotator.domain.edits.people import SetName
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Change
from annotator.store import changes, reading
from annotator.store.library import Library
from annotator.store.people import person_of
from annotator.store.union import Source
from annotator.store.write import Applied, Author, Course, DraftKey, NewText, absorb_all, apply

if TYPE_CHECKING:
    from annotator.store.erasable import Plan

Listener = Callable[[Change], None]


class OpenLibrary:
    """The one gate: whatever changes the library goes through ``perform``.

    ``wait`` is how long a write waits for another program, in seconds.
    """

    def __init__(
        self,
        store: Library,
        author: Author,
        *,
        wait: float = 5.0,
        refusal: AnnotatorError | None = None,
    ) -> None:
        """``refusal``, where there is one, is raised by whatever would save."""
        self.store = store
        self.author = author
        self.wait = wait
        self._refusal = refusal
        self.saved_at: float | None = None
        """When the last commit of this process returned: seconds since 1970."""
        self._me: str | None = None
        """Asked once, and again when who is who may be otherwise."""
        self._listeners: list[Listener] = []
        self._version = store.data_version()
        self._mark = changes.seen(store)
        self._seen = self._mark.last
        self._renamed = self._name_differs()

    @property
    def path(self) -> Path:
        return self.store.path

    @property
    def me(self) -> str:
        """The acting person: the smallest of the ids that are one with the author's."""
        if self._me is None:
            self._me = person_of(self.store, self.author.id)
        return self._me

    def perform(
        self,
        *acts: Act,
        texts: Mapping[ArticleId, NewText] | None = None,
        files: Sequence[bytes] = (),
        drops: Sequence[DraftKey] = (),
        author: Author | None = None,
    ) -> Applied:
        """Saves the acts in one transaction, then tells every listener what changed.

        ``author``: another id of the acting person, which has to say something too. Raises
        BusyError when another program held the library all the while, and AnnotatorError
        when an act no longer fits; then nothing was saved.
        """
        if self._refusal is not None:
            raise self._refusal
        if self._renamed and author is None:
            acts = (SetName(self.author.id, self.author.name), *acts)
        who = author or self.author
        applied = apply(
            self.store, who, acts, texts=texts or {}, files=files, drops=drops, wait=self.wait
        )
        self._renamed = self._renamed and author is not None
        self._has_saved(applied)
        return applied

    def take_in(self, sources: Iterable[Source], course: Course) -> Applied:
        """Brings in what was made elsewhere (``write.absorb_all``), then tells every listener.

        Raises what ``perform`` raises, and whatever a source or the course raises.
        """
        if self._refusal is not None:
            raise self._refusal
        applied = absorb_all(self.store, sources, author=self.author, course=course, wait=self.wait)
        self._has_saved(applied)
        return applied

    def erase(self, plan: Plan) -> Applied:
        """Takes out of the log what the plan names (``store/erasing.py``), then tells every listener.

        Raises what ``perform`` raises; then nothing was changed.
        """
        from annotator.store.erasing import erase  # what hardly any process needs

        if self._refusal is not None:
            raise self._refusal
        applied = erase(self.store, self.author, plan, wait=self.wait)
        self._has_saved(applied)
        return applied

    def looked(self) -> None:
        """The file was written anew, and nothing in it is otherwise for anybody who looks at it."""
        if self._version == self.store.data_version():
            self._mark = changes.seen(self.store)
            self._seen = self._mark.last

    def tell_all(self) -> None:
        """Tells every listener that anything may be otherwise: the library went back."""
        self._mark = changes.seen(self.store)
        self._seen = self._mark.last
        self._version = self.store.data_version()
        self._renamed = self._name_differs()
        for change in changes.everything(self.store):
            self._tell(change)

    def _has_saved(self, applied: Applied) -> None:
        self.saved_at = time.time()
        # Where another process was quicker, its edits are still to be told by ``poll``.
        if applied.before == self._seen:
            self._seen = applied.last
        for change in applied.changes:
            self._tell(change)

    def rename(self, name: str) -> None:
        """The acting analyst goes by this name from now on.

        A library that does not know the analyst yet learns the name with the first edit.
        """
        self.author = Author(self.author.id, name)
        self._renamed = self._name_differs()
        if self._renamed:
            self.perform()

    def poll(self) -> bool:
        """Takes in what other processes have committed; says whether there was anything.

        Raises BusyError while another process keeps it from being read; ask again then.
        """
        version = self.store.data_version()
        if version == self._version:
            return False
        with self.store.reading():
            self._seen, told = changes.changes_since(self.store, self._seen, self._mark)
            self._mark = changes.seen(self.store)
        self._version = version
        for change in told:
            self._tell(change)
        return bool(told)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tells the listener of every change from now on; call the result to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        self.store.close()

    def _tell(self, change: Change) -> None:
        if not change.article:  # the library itself: names, and who is who
            self._me = None
        for listener in tuple(self._listeners):
            listener(change)

    def _name_differs(self) -> bool:
        """Whether this library knows the acting analyst under another name."""
        known = {analyst.id: analyst.name for analyst in reading.analysts(self.store)}
        return known.get(self.me, self.author.name) != self.author.name
