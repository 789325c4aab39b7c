"""Watching a long import: how far it has come, and whether it should stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


_TOLD: ContextVar[Told] = ContextVar("told", default=nobody)


def report(says: str, share: float | None = None) -> None:
    """Called by a reader of many pages, so that whoever waits knows how far it has come."""
    _TOLD.get()(says, share)


@contextmanager
def reporting_to(told: Told) -> Iterator[None]:
    """While it lasts, ``report`` tells this one."""
    token = _TOLD.set(told)
    try:
        yield
    finally:
        _TOLD.reset(token)
