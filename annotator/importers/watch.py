"""Watching a long import: how far it has come, and whether it should stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar

from annotator.domain.errors import CancelledError

Told = Callable[[str, float | None], None]
"""Told what is being read ("page 12 of 31") and which share (0 to 1) of it is done, if known."""


def nobody(_says: str, _share: float | None) -> None:
    """Told, where nobody watches."""


def never() -> bool:
    """Asked whether to stop, where nobody can."""
    return False


class Watch:
    """Whoever waits for an import. What takes long calls ``step`` at least every half second."""

    def __init__(self, told: Told = nobody, cancelled: Callable[[], bool] = never) -> None:
        self._told, self._cancelled = told, cancelled

    def step(self, says: str, share: float | None = None) -> None:
        """Says how far it has come. Raises CancelledError where it should stop."""
        self.check()
        self._told(says, share)

    def check(self) -> None:
        """Raises CancelledError where it should stop."""
        if self._cancelled():
            raise CancelledError("Cancelled: nothing was changed.")


UNWATCHED = Watch()


_NOW: ContextVar[Watch] = ContextVar("watch", default=UNWATCHED)


def watched() -> Watch:
    """Whoever waits for what is being read right now, for a reader that has others read."""
    return _NOW.get()


def report(says: str, share: float | None = None) -> None:
    """Called by a reader of many pages, so that whoever waits knows how far it has come.

    Raises CancelledError where it should stop.
    """
    watched().step(says, share)


@contextmanager
def watched_by(watch: Watch) -> Iterator[None]:
    """While it lasts, ``report`` tells this one."""
    token = _NOW.set(watch)
    try:
        yield
    finally:
        _NOW.reset(token)


def reporting_to(told: Told) -> AbstractContextManager[None]:
    """While it lasts, ``report`` tells this one, and nobody stops it."""
    return watched_by(Watch(told))
