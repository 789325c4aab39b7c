"""How fast the window is: opening, keys, scrolling, resizing, zoom, memory, by an article's length.

Keys are real key events to the real window; each is timed from its arrival to the end
of the paintEvent it caused, with the commit taken off (``store.py`` measures that).
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt

from annotator.domain.article import ArticleId
from annotator.ui.action import ActionId
from annotator.ui.acts import articles
from annotator.ui.window import AnnotatorWindow
from bench import _articles, _home, _screen
from bench._screen import aftermath, painted, press, rest
from bench._table import Bar, heading, ratio, row

LENGTHS = (30, 1_000, 10_000, 100_000)
MOST = 100_000
GIANT = 98_000
"""Sentences of one paragraph of 10 MB."""
KEYS = (Qt.Key.Key_V, Qt.Key.Key_D, Qt.Key.Key_U, Qt.Key.Key_J)
PRESSES = 24
"""Keys at the start, in the middle and near the end, in each round."""
ROUNDS = 2


@dataclass
class Subject:
    """One article in a library of its own, and what was measured of it, in milliseconds."""

    name: str
    sentences: int
    path: Path
    article: ArticleId
    other: ArticleId
    opened: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)
    after: list[float] = field(default_factory=list)

    def forget(self) -> None:
        for values in (self.opened, self.keys, self.after):
            values.clear()


def subject(name: str, sentences: int, *, tagged: bool = False, giant: bool = False) -> Subject:
    """Makes the library: the article, and a small one to come from."""
    path = _home.HOME / f"{name}.db"
    library = _articles.library(path)
    other = _articles.bring_in(library, _articles.text(30, seed=3))
    article = _articles.bring_in(library, _articles.text(sentences, one_paragraph=giant))
    if tagged:
        _articles.tag_all(library, article)
    library.close()
    return Subject(name, sentences, path, article, other)


def subjects() -> list[Subject]:
    found = []
    for sentences in LENGTHS:
        found.append(subject(f"{sentences:,} sentences", sentences))
        found.append(subject(f"{sentences:,} sentences, all tagged", sentences, tagged=True))
    found.append(subject("one paragraph of 10 MB", GIANT, giant=True))
    return found


def once(of: Subject) -> None:
    """A window on the library: opens the article from the list, then keys in three places."""
    window = _screen.window_on(_articles.library(of.path), of.other)
    took = painted(lambda: window.do(lambda: articles.show(window.room, of.article)))
    assert took is not None, "an article that opens is painted"
    of.opened.append(took)
    rest(0.2)
    for part in (0.0, 0.5, 0.95):
        window.room.hand.go(int(len(window.room.desk.held) * part))
        rest()
        for number in range(min(PRESSES, of.sentences // 2)):
            took = press(window, KEYS[number % len(KEYS)])
            after = aftermath()
            if took is not None:
                of.keys.append(took)
                of.after.append(after)
    close(window)


def close(window: AnnotatorWindow) -> None:
    session = window.session
    window.close()
    session.close()
    window.deleteLater()
    rest()


def print_keys(found: list[Subject]) -> None:
    heading("Window: from the database to the first painted frame")
    for of in found:
        bar = Bar(1000, "p95") if of.sentences == MOST else None
        row(of.name, of.opened, bar=bar)
    heading("Window: a key until it is painted, the commit taken off")
    for of in found:
        row(of.name, of.keys, bar=Bar(2, "p95") if of.sentences >= GIANT else None)
    few = [value for of in found if of.sentences == LENGTHS[0] for value in of.keys]
    for of in found:
        if of.sentences >= GIANT:
            ratio(f"{of.name}: times 30 sentences", of.keys, few, 1.5)
    heading("Window: what it does after the page is painted, for one key (processor time)")
    for of in found:
        row(of.name, of.after)


def print_page(of: Subject) -> None:
    """What moves the whole page, in the longest article."""
    window = _screen.window_on(_articles.library(of.path), of.article)
    page = window.room.page
    heading(f"Window: the whole page, {of.name}")
    window.room.hand.go(len(window.room.desk.held) // 2)
    row("scrolling by page", times(lambda n: press(window, _turning(n)), 120), bar=Bar(30, "p95"))
    wide = (1300, 1500, 1400, 1600)
    row("resizing, wide", times(lambda n: _resize(window, wide[n % 4]), 24), bar=Bar(30, "p95"))
    narrow = (760, 700, 740, 660)
    row("resizing, narrow", times(lambda n: _resize(window, narrow[n % 4]), 24), bar=Bar(30, "p95"))
    _resize(window, 1440)
    zooms = (ActionId.ZOOM_IN, ActionId.ZOOM_IN, ActionId.ZOOM_OUT, ActionId.ZOOM_OUT)
    row("zoom", times(lambda n: painted(lambda: window.run(zooms[n % 4])), 24), bar=Bar(60, "p95"))
    row("split a claim", times(lambda n: _split(window, n), 12))
    row("undo that", times(lambda _: painted(lambda: window.run(ActionId.UNDO)), 12))
    bar = page.verticalScrollBar()
    row("to the end", times(lambda n: painted(lambda: bar.setValue(n % 2 * bar.maximum())), 10))
    close(window)


def times(what: Callable[[int], float | None], count: int) -> list[float]:
    found = []
    for number in range(count):
        took = what(number)
        rest()
        if took is not None:
            found.append(took)
    return found


def _turning(number: int) -> Qt.Key:
    return Qt.Key.Key_PageDown if number % 80 < 50 else Qt.Key.Key_PageUp


def _resize(window: AnnotatorWindow, width: int) -> float | None:
    return painted(lambda: window.resize(width, 900))


def _split(window: AnnotatorWindow, number: int) -> float | None:
    window.room.hand.go(1000 + 10 * number)
    window.room.page.move_caret(3, extend=False)
    rest()
    return painted(lambda: window.run(ActionId.SPLIT))


def print_memory(found: list[Subject]) -> None:
    """Resident memory of processes that only open a window, against one on an empty library."""
    heading("Window: memory over that of the empty window, after opening and 50 keys")
    empty = _home.HOME / "empty.db"
    _articles.library(empty).close()
    nothing = resident(empty, None)
    row("the empty window itself", [nothing], "MB")
    for of in found:
        if of.sentences >= GIANT:
            more = [resident(of.path, of.article) - nothing for _ in range(3)]
            row(of.name, more, "MB", bar=Bar(200))


def resident(library: Path, article: ArticleId | None) -> float:
    """Megabytes that a process with one window holds."""
    script = Path(__file__).with_name("_resident.py")
    command = [sys.executable, str(script), str(library), article or ""]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(said)


def main() -> None:
    _screen.watch()
    found = subjects()
    for number in range(ROUNDS + 1):
        for of in found:
            once(of)
            if number == 0:  # the first is for warming up
                of.forget()
    print_keys(found)
    print_page(next(of for of in found if of.name.startswith("100,000") and "tagged" in of.name))
    print_memory(found)


if __name__ == "__main__":
    main()
