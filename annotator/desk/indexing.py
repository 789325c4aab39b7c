"""Bringing what was imported or merged into the search: a little at a time, or all of it.

What one types or does by hand is found at once; of a whole article that came in the words are
written afterwards, so that nobody waits for them.
"""

from __future__ import annotations

import time
from weakref import WeakKeyDictionary

from annotator.desk.library import OpenLibrary
from annotator.domain.errors import AnnotatorError, BusyError
from annotator.store.searchdue import MANY, Portions, any_due

BUDGET = 0.02
"""Seconds that a window spares at a time, between two keys."""

LEAST, MOST = 50, 400
"""Rows of one portion within ``BUDGET``: with fewer, the commits would take longer than the work."""

SHARE = 0.5
"""Of the budget, what a portion is to work; the rest is for its commit."""


class Indexing:
    """The search of one library, brought up bit by bit; it learns how much fits into the budget."""

    def __init__(self, library: OpenLibrary) -> None:
        self._portions = Portions(library.store)
        self._rows = 2 * LEAST

    def some(self, budget: float) -> bool:
        """As ``index_some``."""
        end = time.perf_counter() + budget
        while True:
            began = time.perf_counter()
            try:
                more = self._portions.write(self._rows, 0)
            except BusyError:
                return True
            except AnnotatorError:  # it may only be read, or its disk is full
                return False
            fitting = int(self._rows * budget * SHARE / max(self._portions.worked, 1e-6))
            most = int(MOST * max(1.0, budget / BUDGET))
            self._rows = max(LEAST, min(most, 2 * self._rows, fitting))
            now = time.perf_counter()
            if not more or now + (now - began) > end:
                return more


_BEGUN: WeakKeyDictionary[OpenLibrary, Indexing] = WeakKeyDictionary()
"""What is being brought up, by library: a window asks again and again."""


def index_some(library: OpenLibrary, budget: float = BUDGET) -> bool:
    """Brings some of what is due into the search, for about ``budget`` seconds.

    Says whether there is more, also where another program holds the library just now: call it
    again when nobody types. Where the library cannot be written there is nothing to be done.
    """
    return _BEGUN.setdefault(library, Indexing(library)).some(budget)


def index_all(library: OpenLibrary) -> None:
    """Brings all of it into the search. Raises BusyError, or AnnotatorError where it cannot."""
    portions = Portions(library.store)
    with library.store.roomy():
        while portions.write(MANY, library.wait):
            pass


def is_behind(library: OpenLibrary) -> bool:
    """Whether anything of the library is not in the search yet."""
    return any_due(library.store)
