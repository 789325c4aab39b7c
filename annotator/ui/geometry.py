"""Where the window stands on the screen: kept beside the settings, read at the next start."""

from __future__ import annotations

import json
import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator import paths

SOON = 700
"""Milliseconds after the last move or change of size."""
FIRST = (1440, 900)


def _path() -> Path:
    return paths.config_dir() / "window.json"


def restore(window: QWidget) -> None:
    """Puts the window where it was; a file that makes no sense counts as none."""
    room = window.screen().availableSize()
    window.resize(min(FIRST[0], room.width()), min(FIRST[1], room.height()))
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))["geometry"]
        window.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode("ascii"))))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return


class Geometry(QObject):
    """Keeps a window's place a moment after it changed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, interval=SOON, singleShot=True)
        self._timer.timeout.connect(self.keep)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._timer.start()
        return super().eventFilter(watched, event)

    def keep(self) -> None:
        """A place that cannot be kept is no trouble: the next start finds the old one."""
        self._timer.stop()
        geometry = self._window.saveGeometry().toBase64().toStdString()
        target = _path()
        beside = target.with_suffix(f".{os.getpid()}")
        try:
            beside.write_text(json.dumps({"geometry": geometry}), encoding="utf-8")
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
