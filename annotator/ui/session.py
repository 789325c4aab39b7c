"""A library opened by this process, and the windows on it."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.desk import places, rescue, typed
from annotator.desk.library import OpenLibrary
from annotator.desk.typed import Unsettled
from annotator.domain.article import ArticleId
from annotator.domain.errors import AnnotatorError, BusyError
from annotator.ui import look
from annotator.ui.indexing import Indexer
from annotator.ui.preferences import Preferences
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.window import AnnotatorWindow

POLL = 250
"""Milliseconds between two looks at what other programs have saved."""
WAIT = 0.1
"""Seconds the window waits for another program; then a timer tries again, and it lives."""


class Session(QObject):
    """Holds what the windows of a process share: one connection, settings, the theme."""

    renamed = Signal()
    """The acting analyst has another name."""
    themed = Signal(object)
    """Every window wears this ``Theme`` now."""

    kept_changed = Signal()
    """A search was kept, or forgotten."""

    def __init__(self, library: OpenLibrary, *, theme: str = "", keeps: bool = True) -> None:
        super().__init__()
        self.library = library
        self.preferences = Preferences(self)
        self.windows: list[AnnotatorWindow] = []
        self.keeps = keeps
        """Whether places and geometry are kept: a picture leaves everything as it was."""
        self._fixed = theme
        self._closed = False
        self._unsettled: list[Unsettled] = []
        """What was typed before and could not be saved as it is: back into its fields."""
        self.theme: Theme = look.wanted_theme(self._wanted())
        library.wait = WAIT
        library.store.set_wait(WAIT)  # Also before the first write: looking must not wait.
        self._indexer = Indexer(library, self) if keeps else None
        self._poll = QTimer(self, interval=POLL)
        self._poll.timeout.connect(self.poll)
        self.preferences.changed.connect(self._follow_theme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_theme)
        self.wear()

    def start(self) -> None:
        """Turns what a crash left half typed into notes, and begins to look at other programs."""
        # What cannot be settled now is kept, and the next start settles it.
        with contextlib.suppress(AnnotatorError):
            typed.settle(self.library)
        with contextlib.suppress(AnnotatorError):
            self._unsettled = list(typed.unsettled(self.library))
        self._poll.start()

    def take_unsettled(self, article: ArticleId) -> list[Unsettled]:
        """What was typed before and not saved, for the first window that shows this article."""
        taken = [one for one in self._unsettled if one.article == article]
        self._unsettled = [one for one in self._unsettled if one.article != article]
        return taken

    def open_window(self, article: ArticleId | None = None) -> AnnotatorWindow:
        """One more window, on this article or on the one that was open last."""
        from annotator.ui.window import AnnotatorWindow

        window = AnnotatorWindow(self)
        self.windows.append(window)
        window.begin(article or places.last_article(self.library))
        if self.keeps:
            window.show()
            # Where no window manager does it, the keys would go nowhere.
            window.activateWindow()
        return window

    def bring(self, files: Sequence[Path]) -> None:
        """Opens files in the window that was used last, and shows it."""
        active = QApplication.activeWindow()
        window = next((each for each in self.windows if each is active), self.windows[-1])
        window.bring(files)
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.raise_()
        window.activateWindow()

    def poll(self) -> None:
        """Takes in what other programs have saved."""
        if self._closed:
            return
        try:
            self.library.poll()
        except BusyError:
            return  # Held for a moment, perhaps by our own import: the next look finds it all.
        except AnnotatorError as error:
            self._poll.stop()
            for window in self.windows:
                window.room.messages.refuse(str(error))

    def forget(self, window: AnnotatorWindow) -> None:
        """A window was closed; the last one takes the program with it."""
        if window in self.windows:
            self.windows.remove(window)
        if not self.keeps:
            return
        if not self.windows:
            QApplication.quit()
        elif QApplication.activeWindow() in (None, window):
            # Where no window manager does it, keys with Ctrl would go nowhere.
            left = self.windows[-1]
            QTimer.singleShot(0, left, left.activateWindow)

    def quit(self) -> None:
        for window in tuple(self.windows):
            window.close()

    def close(self) -> None:
        """Everything that is typed is saved, and the library is let go."""
        self._poll.stop()
        if self._indexer is not None:
            self._indexer.stop()
        self._closed = True
        for window in tuple(self.windows):
            with contextlib.suppress(AnnotatorError):
                window.settle()
        rescue.back_up_today(self.library)
        self.library.close()

    def wear(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication), "a session has windows"
        look.wear(app, self.theme)

    def _wanted(self) -> str:
        return self._fixed or self.preferences.settings.theme

    def _follow_theme(self) -> None:
        theme = look.wanted_theme(self._wanted())
        if theme != self.theme:
            self.theme = theme
            self.wear()
            self.themed.emit(theme)
