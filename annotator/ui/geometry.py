"""Where the window stands on the screen: kept beside the settings, read at the next start."""

from __future__ import annotations

import json
import os
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator import paths

SOON = 700
"""Milliseconds after the last move or change of size."""
FIRST = (1440, 900)


def _path() -> Path:
    return paths.config_dir() / "window.json"


def restore(window: QWidget) -> None:
    """Puts the window where it was, on a screen; a file that makes no sense counts as none."""
    room = window.screen().availableGeometry()
    place = QRect(room.topLeft(), QSize(*FIRST).boundedTo(room.size()))
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))
        found = QRect(*(int(kept[name]) for name in ("x", "y", "width", "height")))
        maximized = bool(kept.get("maximized"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError):
        found, maximized = place, False
    if found.width() > 0 and QGuiApplication.screenAt(found.center()) is not None:
        place = found
    window.setGeometry(place)
    if maximized:
        window.setWindowState(Qt.WindowState.WindowMaximized)


class Geometry(QObject):
    """Keeps a window's place a moment after it changed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, interval=SOON, singleShot=True)
        self._timer.timeout.connect(self.keep)

    def soon(self) -> None:
        """The window was moved, or has another size."""
        self._timer.start()

    def keep(self) -> None:
        """A place that cannot be kept is no trouble: the next start finds the old one."""
        self._timer.stop()
        window = self._window
        # Qt's own saveGeometry counts on a window manager's frame; without one it drifts.
        place = window.normalGeometry() if window.isMaximized() else window.geometry()
        kept = {
            "x": place.x(),
            "y": place.y(),
            "width": place.width(),
            "height": place.height(),
            "maximized": window.isMaximized(),
        }
        target = _path()
        beside = target.with_suffix(f".{os.getpid()}")
        try:
            beside.write_text(json.dumps(kept), encoding="utf-8")
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
