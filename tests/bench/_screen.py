"""A real window whose paintings and commits are timed, and real keys for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import annotator.desk.library as gate
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.ui import look
from annotator.ui.page.scroller import PageScroller
from annotator.ui.session import Session
from annotator.ui.window import AnnotatorWindow

SIZE = (1440, 900)
LONGEST = 10.0
"""Seconds that a painting may take to come; what paints nothing is known at once."""
QUIET = 0.04
"""Seconds after a key in which everything beside the page has followed: ``refresh.AFTER`` and more."""


@dataclass
class Watch:
    """When the page's last paintEvent ended, and how long commits took, in seconds."""

    painted_at: float = 0.0
    committing: float = 0.0


WATCH = Watch()


def watch() -> None:
    """Times every paintEvent of a page and every commit from now on: before a window is made."""
    paint, commit = PageScroller.paintEvent, vars(gate)["apply"]

    def painting(page: PageScroller, event: QPaintEvent) -> None:
        paint(page, event)
        WATCH.painted_at = time.perf_counter()

    def committing(*args: Any, **named: Any) -> Any:
        began = time.perf_counter()
        try:
            return commit(*args, **named)
        finally:
            WATCH.committing += time.perf_counter() - began

    PageScroller.paintEvent = painting  # type: ignore[method-assign, assignment]
    vars(gate)["apply"] = committing


def application() -> QApplication:
    """The process's application, dressed as the program's own."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    app = QApplication(["annotator"])
    look.prepare(app)
    return app


def window_on(library: OpenLibrary, article: ArticleId | None) -> AnnotatorWindow:
    """A window as the program opens it, at rest."""
    application()
    session = Session(library)
    session.start()
    window = session.open_window(article)
    window.resize(*SIZE)
    rest()
    return window


def rest(seconds: float = QUIET) -> None:
    """Lets everything happen that has been put off."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QApplication.processEvents()
        time.sleep(0.002)


def painted(what: Callable[[], object]) -> float | None:
    """Milliseconds from a call to the end of the page's painting it caused, commits taken off.

    None: it painted nothing.
    """
    WATCH.committing = 0.0
    began = time.perf_counter()
    what()
    QApplication.processEvents()
    if WATCH.painted_at < began:
        return None
    return (WATCH.painted_at - began - WATCH.committing) * 1000


def press(window: AnnotatorWindow, key: Qt.Key) -> float | None:
    """A real key to the page: milliseconds from its arrival until it is painted, as ``painted``."""
    took = painted(lambda: QTest.keyPress(window.room.page, key))
    QTest.keyRelease(window.room.page, key)
    return took


def aftermath() -> float:
    """Milliseconds of work that the window still does after the page was painted, panels and all."""
    before = time.process_time()
    rest()
    return (time.process_time() - before) * 1000
