"""Asking where to save something, without blocking the window."""

from __future__ import annotations

from pathlib import Path, PurePath

from PySide6.QtWidgets import QFileDialog

from annotator.exporters import files
from annotator.ui.room import Room


def save(room: Room, title: str, name: str, data: bytes) -> None:
    """Asks for a file, this ``name`` proposed, and writes the data into it."""
    dialog = QFileDialog(room.shell, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDefaultSuffix(PurePath(name).suffix.lstrip("."))
    dialog.selectFile(name)

    def write(chosen: str) -> None:
        # The dialog has asked whether to replace it.
        files.write_file(Path(chosen), data, force=True)
        room.say(f"Wrote {Path(chosen).name}.")

    dialog.fileSelected.connect(lambda chosen: room.patience.run(lambda: write(chosen)))
    dialog.finished.connect(room.shell.activateWindow)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
