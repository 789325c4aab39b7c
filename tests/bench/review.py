"""The review of a long article: opening the view, a decision until it is painted, moving on.
Keys are real key events; each is timed from its arrival to the end of the paintEvent it
caused, with the commit taken off.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.desk import tagging
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.reviewing import Submit
from annotator.domain.tags import Tag
from annotator.store.write import Author
from annotator.ui.action import ActionId
from annotator.ui.window import AnnotatorWindow
from bench import _articles, _home, _screen
from bench._screen import painted, press, rest
from bench._table import heading, row

LENGTHS = (1_000, 100_000)
PEOPLE = 3
PRESSES = 40
TAGS = (Tag.VERIFIED, Tag.DISPUTED, Tag.UNATTRIBUTED)


def made(folder: Path, sentences: int) -> tuple[Path, ArticleId]:
    """An article that three people have tagged whole, differing on a third of it."""
    path = folder / f"{sentences}.db"
    library = _articles.library(path)
    article = _articles.bring_in(library, _articles.text(sentences))
    _articles.tag_all(library, article)
    library.perform(Submit(article))
    claims = _articles.claims(library, article)
    for number in range(1, PEOPLE):
        person = Author(AnalystId(f"{number:08x}-0000-4000-8000-00000000000a"), f"Analyst {number}")
        beside = OpenLibrary(library.store, person)
        for part, tag in enumerate(TAGS):
            other = TAGS[(part + number) % 3] if part == 0 else tag
            tagging.tag(beside, article, claims[part::3], other)
    library.close()
    return path, article


def took(what: Callable[[], object]) -> float:
    """Milliseconds until the window has nothing more to do."""
    began = time.perf_counter()
    what()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def measure(name: str, window: AnnotatorWindow) -> None:
    room = window.room
    heading(f"Review: {name}, {PEOPLE} analysts")
    opened = []
    for _ in range(5):
        opened.append(took(lambda: window.run(ActionId.VIEW_REVIEW)))
        rest(0.3)
        window.run(ActionId.VIEW_ANNOTATE)
        rest()
    row("opening the view", opened)
    window.run(ActionId.VIEW_REVIEW)
    rest(2.0)
    settled, moved, after = [], [], []
    for part in (0.0, 0.5, 0.95):
        room.hand.go(int(len(room.desk.held) * part))
        rest()
        for number in range(PRESSES):
            key = (Qt.Key.Key_V, Qt.Key.Key_D)[number % 2]
            settled.append(press(window, key))
            after.append(_screen.aftermath())
            moved.append(press(window, Qt.Key.Key_Space))
            rest()
    row("a decision until it is painted", [each for each in settled if each is not None])
    row("next waiting until it is painted", [each for each in moved if each is not None])
    row("what follows a decision (processor time)", after)
    page = room.page.verticalScrollBar()
    turned = []
    for number in range(60):
        found = painted(lambda: page.setValue(page.value() + page.pageStep()))
        if found is not None and number:
            turned.append(found)
    row("scrolling by page", turned)
    ways = [partial(room.review.toggle, number // 2 % PEOPLE) for number in range(6)]
    row("comparing two of them, and all again", [took(way) for way in ways])


def main() -> None:
    _screen.watch()
    for sentences in LENGTHS:
        path, article = made(_home.HOME, sentences)
        window = _screen.window_on(_articles.library(path), article)
        measure(f"{sentences:,} sentences", window)
        session = window.session
        window.close()
        session.close()
        rest()


if __name__ == "__main__":
    main()
