"""Waiting for another program that holds the library, without losing a key.

What the analyst asked for is tried at once. While the library is held, it is
tried again by a timer; whatever is asked meanwhile waits behind it, in order.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain.errors import AnnotatorError, BusyError

AGAIN = 120
"""Milliseconds between two tries."""
LONGEST = 5.0
"""Seconds until a request is refused."""

Request = Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A request, and what gives back what was typed for it, should it be refused."""

    request: Request
    give_back: Request | None


class Patience(QObject):
    """Runs requests in order; one that finds the library busy is tried again.

    A request that raises BusyError must have done nothing yet, so that running
    it again is harmless.
    """

    waiting = Signal(bool)
    """Begins (True) or ends (False) to wait for another program."""
    refused = Signal(str)
    """A request was refused: the sentence to show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: deque[_Waiting] = deque()
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN)
        self._timer.timeout.connect(self._again)

    @property
    def busy(self) -> bool:
        return bool(self._queue)

    def run(self, request: Request, give_back: Request | None = None) -> None:
        """Does it now, or in its turn when something waits.

        ``give_back`` is called when it is refused: words that it took out of a field go back.
        """
        asked = _Waiting(request, give_back)
        if self._queue:
            self._queue.append(asked)
        elif not self._done(asked):
            self._queue.append(asked)
            self._since = time.monotonic()
            self._timer.start()
            self.waiting.emit(True)

    def stop(self) -> None:
        """The window goes: what waits is not done any more."""
        if self._queue:
            self._timer.stop()
            self._empty()
            self.waiting.emit(False)

    def _again(self) -> None:
        while self._queue:
            if self._done(self._queue[0]):
                self._since = time.monotonic()
            elif time.monotonic() - self._since < LONGEST:
                return
            else:
                self._give_up()
                break
            # Quitting, which may have waited too, has emptied it.
            if self._queue:
                self._queue.popleft()
        self._timer.stop()
        self.waiting.emit(False)

    def _give_up(self) -> None:
        """Refuses everything that waits: a later key must not act on a page the first left alone."""
        self._empty()
        self.refused.emit(
            "Another program has held the library for 5 seconds, so nothing was changed. "
            "Close that program, or try again in a moment."
        )

    def _empty(self) -> None:
        waiting = tuple(self._queue)
        self._queue.clear()
        for asked in reversed(waiting):  # each goes before what was given back already
            if asked.give_back is not None:
                asked.give_back()

    def _done(self, asked: _Waiting) -> bool:
        """Whether it came to an end, well or refused."""
        try:
            asked.request()
        except BusyError:
            return False
        except AnnotatorError as error:
            if asked.give_back is not None:
                asked.give_back()
            self.refused.emit(str(error))
        return True
