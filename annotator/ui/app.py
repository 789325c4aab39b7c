"""The program with windows: opens the library and runs until the last window is closed."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.desk import opening, rescue
from annotator.desk.library import OpenLibrary
from annotator.domain.errors import AnnotatorError, DamagedError
from annotator.ui import look, single
from annotator.ui.session import Session
from annotator.ui.trouble import TroubleWindow, Way

INTERRUPTED = 130
"""The exit status after Ctrl+C, as every shell knows it."""


def run(library_path: Path, analyst: str | None, files: Sequence[Path]) -> int:
    """Shows the window on this library, these files first; gives the exit status."""
    app = QApplication(["annotator"])
    app.setApplicationName("annotator")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("annotator")
    app.setWindowIcon(QIcon(str(paths.resource("icons/annotator.svg"))))
    name = single.socket_name(library_path, analyst)
    if single.hand_over(name, files):
        return 0
    look.prepare(app)
    program = Program(app, library_path, analyst, files)
    program.open()
    door = single.Door(name)
    door.files_came.connect(program.take)
    signal.signal(signal.SIGINT, lambda *_: program.quit_soon(INTERRUPTED))
    signal.signal(signal.SIGTERM, lambda *_: program.quit_soon())
    before = sys.excepthook
    sys.excepthook = program.unforeseen
    try:
        return app.exec() or program.status
    finally:
        sys.excepthook = before
        door.close()
        program.close()


class Program(QObject):
    """One run: a library that is open, or a window that says why it is not."""

    def __init__(
        self, app: QApplication, path: Path, analyst: str | None, files: Sequence[Path]
    ) -> None:
        super().__init__(app)
        self._path, self._analyst, self._files = path, analyst, list(files)
        self._session: Session | None = None
        self._trouble: QObject | None = None
        self.status = 0
        """What the program ends with: 0, or that it was interrupted."""

    def open(self) -> None:
        """Opens the library and the window, or says in a window what is in the way."""
        try:
            library = opening.open_for(self._path, self._analyst, create=True, wait=2.0)
        except AnnotatorError as error:
            self._say_trouble(error)
            return
        self._begin(library)

    def take(self, files: Sequence[Path]) -> None:
        """A later start handed these files over."""
        if self._session is None:
            self._files += files
            self.open()
        else:
            self._session.bring(files)

    def quit_soon(self, status: int = 0) -> None:
        """Asked by a signal, which may come in the middle of a query: quits after it."""
        self.status = status
        QTimer.singleShot(0, self, self.quit)

    def quit(self) -> None:
        if self._session is not None:
            self._session.quit()
        QApplication.quit()

    def close(self) -> None:
        """Saves what is typed, keeps a backup of the day, lets the library go."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def unforeseen(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """A mistake of ours: said in the window, and on standard error for whoever mends it."""
        sys.__excepthook__(kind, error, trace)
        logging.getLogger(__name__).error("unforeseen: %s", kind.__name__)
        for window in self._session.windows if self._session is not None else ():
            window.room.messages.fail(error)

    def _begin(self, library: OpenLibrary) -> None:
        self._trouble = None
        self._session = Session(library)
        self._session.start()
        self._session.open_window()
        if self._files:
            self._session.bring(self._files)
            self._files = []

    def _say_trouble(self, error: AnnotatorError) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        look.wear(app, look.wanted_theme(opening.own_settings().theme))
        back = self._ways_back() if isinstance(error, DamagedError) else ()
        ways = [*back, ("Try again", self.open), ("Quit", self.quit)]
        window = TroubleWindow(str(error), str(self._path), ways)
        window.show()
        window.activateWindow()
        self._trouble = window

    def _ways_back(self) -> Sequence[Way]:
        """The newest good backup; what it replaces is kept beside it."""
        found = rescue.newest_backup(self._path)
        if found is None:
            return ()
        source, made = found
        return ((f"Bring back the backup of {made}", lambda: self._bring_back(source)),)

    def _bring_back(self, source: Path) -> None:
        from annotator.desk import keeping

        try:
            keeping.bring_back(self._path, source)
        except AnnotatorError as error:
            self._say_trouble(error)
            return
        self.open()
