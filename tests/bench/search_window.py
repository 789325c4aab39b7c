"""How fast the search is in the window: a long article that came in is findable, keys go on meanwhile.

The window is at rest on a short article while 100,000 sentences come in by another program; the
index is brought up between keys. A key is timed with its commit, for the two share the library.
"""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.desk import indexing
from annotator.desk.beside import opened_beside
from annotator.ui.window import AnnotatorWindow
from bench import _articles, _home, _screen
from bench._table import Bar, heading, row

LONG = 100_000
KEYS = (Qt.Key.Key_V, Qt.Key.Key_D, Qt.Key.Key_U)
PAUSE = 0.15
"""Seconds between two keys: somebody who tags fast."""
TYPED = ("kerman", "the report", "said that officials", "zzzz")


def key(window: AnnotatorWindow, which: Qt.Key) -> float:
    """Milliseconds from a key on the page until all it caused at once is done and painted."""
    began = time.perf_counter()
    QTest.keyClick(window.room.page, which)
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def at_rest(window: AnnotatorWindow) -> list[float]:
    took = []
    for number in range(20):
        took.append(key(window, KEYS[number % 3]))
        _screen.rest(PAUSE)
    return took


def coming_in(
    window: AnnotatorWindow, seed: int, *, tagging: bool
) -> tuple[float, list[float], list[float]]:
    """Brings a long article in; gives the seconds until all of it is found, and what keys took.

    The last list is how long the window was held up at the longest between two looks at it.
    """
    library = window.room.library
    with opened_beside(library) as beside:
        _articles.bring_in(beside, _articles.text(LONG, seed=seed))
    took: list[float] = []
    stuck: list[float] = []
    began = time.perf_counter()
    library.poll()
    while True:
        if tagging:
            took.append(key(window, KEYS[len(took) % 3]))
        until = time.perf_counter() + PAUSE
        while time.perf_counter() < until:
            before = time.perf_counter()
            QApplication.processEvents()
            stuck.append((time.perf_counter() - before) * 1000)
            time.sleep(0.001)
        if not indexing.is_behind(library):
            return time.perf_counter() - began, took, stuck


def typing(window: AnnotatorWindow, typed: str) -> list[float]:
    """Milliseconds of each letter until what it finds is painted."""
    window.room.search.open("")
    field = window.room.search.palette.field
    QApplication.processEvents()
    took = []
    for letter in typed:
        began = time.perf_counter()
        QTest.keyClicks(field, letter)
        QApplication.processEvents()
        took.append((time.perf_counter() - began) * 1000)
    window.room.search.shut()
    return took


def main() -> None:
    path = Path(_home.HOME) / "search-window.db"
    library = _articles.library(path)
    short = _articles.bring_in(library, _articles.text(300, seed=3))
    window = _screen.window_on(library, short)
    heading(f"The search in the window: {LONG:,} sentences come in")
    row("a key before", at_rest(window))
    seconds, _, stuck = coming_in(window, 5, tagging=False)
    row("until all of it is found", [seconds], "s", bar=Bar(10))
    row("the window held up at a time", stuck, bar=Bar(150, "p95"))
    seconds, took, stuck = coming_in(window, 6, tagging=True)
    row("the same while somebody tags", [seconds], "s")
    row("a key meanwhile", took, bar=Bar(100, "p95"))
    row("the window held up between keys", stuck, bar=Bar(50, "p95"))
    for typed in TYPED:
        row(f"a letter of “{typed}”", typing(window, typed), bar=Bar(50, "p95"))
    window.close()


if __name__ == "__main__":
    main()
