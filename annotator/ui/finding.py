"""Finding words in an article of any length, whatever their case."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer

from annotator.domain.article import Span
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.ui.findfield import FindField
from annotator.ui.hand import Hand
from annotator.ui.page.view import PageView

MOST = 10_000
"""Places that are kept: nobody steps through more, and a page of them is marked in no time."""
PAUSE = 90
"""Milliseconds without a key until a long article is searched."""
LONG = 500_000


def places(text: str, low: str | None, words: str) -> list[Span]:
    """Where the words stand, in order and apart, at most ``MOST``.

    ``low`` is the text in small letters, or None where that has another length
    (a dotted İ becomes two): then the text itself is searched, more slowly.
    """
    small = words.lower()
    if not words.strip():
        return []
    if low is None or len(small) != len(words):
        pattern = re.compile(re.escape(words), re.IGNORECASE)
        found: Iterator[Span] = (Span(*match.span()) for match in pattern.finditer(text))
    else:
        found = _spans(low, small)
    return [span for span, _ in zip(found, range(MOST), strict=False)]


def lowered(text: str) -> str | None:
    """The text in small letters, where every character keeps its place; else None."""
    low = text.lower()
    return low if len(low) == len(text) else None


def said(count: int, current: int | None) -> str:
    """How the field says it: "3 of 17", "17", "none"."""
    if not count:
        return "none"
    total = f"{count:,}" if count < MOST else f"{MOST:,} and more"
    return total if current is None else f"{current + 1:,} of {total}"


def _spans(low: str, small: str) -> Iterator[Span]:
    at = low.find(small)
    while at >= 0:
        yield Span(at, at + len(small))
        at = low.find(small, at + len(small))


class Finder(QObject):
    """What was found on the page of one window, and which place is looked at."""

    def __init__(self, field: FindField, page: PageView, hand: Hand) -> None:
        super().__init__(field)
        self._field, self._page, self._hand = field, page, hand
        self._found: Sequence[Span] = ()
        self._current: int | None = None
        self._low: tuple[str, str | None] = ("", "")
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self._search)
        field.typed.connect(self._typed)
        field.stepped.connect(self.step)

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) place; its claim comes in hand."""
        if self._timer.isActive() or not self._found:
            self._search()
            by = 0 if self._current is not None else by
        if not self._found:
            return
        current = -1 if self._current is None and by > 0 else (self._current or 0)
        self._show((current + by) % len(self._found))
        self._take_in_hand()

    def rest(self) -> None:
        """The page shows nothing as found; what was typed stays for the next time."""
        self._timer.stop()
        self._found, self._current = (), None
        self._page.set_found((), None)

    def again(self) -> None:
        """Another article lies on the page: its places are found when somebody asks."""
        self.rest()
        self._low = ("", "")
        self._field.show_count("", steps=False)

    def _typed(self, _text: str) -> None:
        snapshot = self._hand.snapshot
        if snapshot is not None and len(snapshot.article.text) > LONG:
            self._timer.start()
        else:
            self._search()

    def _search(self) -> None:
        self._timer.stop()
        snapshot = self._hand.snapshot
        if snapshot is None:
            return
        text = snapshot.article.text
        if self._low[0] is not text:
            self._low = (text, lowered(text))
        self._found = places(text, self._low[1], self._field.text)
        self._show(self._nearest(snapshot))

    def _nearest(self, snapshot: Snapshot) -> int | None:
        """The first place from the claim in hand on, else the first of all."""
        if not self._found:
            return None
        index = self._hand.index
        start = 0 if index is None else snapshot.starts[index]
        return bisect_left(self._found, Span(start, 0)) % len(self._found)

    def _show(self, current: int | None) -> None:
        self._current = current
        self._page.set_found(self._found, current)
        text = said(len(self._found), current) if self._field.text.strip() else ""
        self._field.show_count(text, steps=len(self._found) > 1)

    def _take_in_hand(self) -> None:
        snapshot = self._hand.snapshot
        if snapshot is None or self._current is None:
            return
        span = self._found[self._current]
        for index in reversed(snapshot.covering(span.start, span.end)):
            if snapshot.standing(index) is not Standing.FURNITURE:
                self._page.set_current(index, reveal=False)
                self._hand.moved.emit()
                return
