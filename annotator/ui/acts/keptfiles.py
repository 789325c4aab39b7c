"""Files kept with evidence: attaching, opening when somebody asks, saving, letting go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog

from annotator.desk import evidencing
from annotator.desk.evidence_files import display_name
from annotator.desk.evidencing import Attached, Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.domain.errors import AnnotatorError, LargeFileError
from annotator.domain.evidence import KeptFile
from annotator.importers.names import shown_name
from annotator.ui.acts.saving import save
from annotator.ui.evidence import asked
from annotator.ui.evidence.pasted import as_file
from annotator.ui.evidence.stances import UNSAID
from annotator.ui.room import Room
from annotator.ui.viewed import refuse_program, viewed_copy

ASKED = (asked.Attach, asked.OpenFile, asked.SaveFile, asked.Detach, asked.SetFileAudience)

QUICK = 4_000_000
"""Bytes that are read and kept at once; more is done beside the window."""


def perform(room: Room, what: asked.Asked) -> None:
    """Does what was asked of a file. Raises AnnotatorError."""
    if isinstance(what, asked.Attach):
        _choose(room, what.item)
    elif isinstance(what, asked.OpenFile):
        _open(room, what)
    elif isinstance(what, asked.SaveFile):
        _save(room, what)
    elif isinstance(what, asked.Detach):
        evidencing.detach(room.library, what.item, what.sha256)
        room.say("Detached. Its bytes stay in the library until they are erased.")
    elif isinstance(what, asked.SetFileAudience):
        evidencing.set_file_audience(room.library, what.item, what.sha256, what.audience)


def keep(room: Room, kept: Sequence[Attached]) -> None:
    """Enters these files as one piece of evidence for the claims in hand. Raises AnnotatorError."""
    add = _adding(room)
    names, size = ", ".join(map(_name, kept)), sum(map(_size, kept))
    _do(room, lambda library, large: add(library, kept, large), names, size)


def keep_image(room: Room, image: QImage, how: str) -> None:
    """The same of a picture that is no file yet. Raises AnnotatorError."""
    add = _adding(room)

    def work(library: OpenLibrary, large: bool) -> object:
        return add(library, [Attached(as_file(image), how)], large)

    _do(room, work, "the picture", image.sizeInBytes())


def _adding(room: Room) -> Callable[[OpenLibrary, Sequence[Attached], bool], object]:
    """Enters files as evidence for the claims that are in hand now."""
    if room.article is None or room.hand.index is None:
        raise AnnotatorError("No claim is in hand: choose the one that this is evidence for.")
    article, claims = room.article, room.hand.chosen_ids()

    def add(library: OpenLibrary, kept: Sequence[Attached], large: bool) -> object:
        serving = Serving(UNSAID)
        return evidencing.add(library, article, claims, Given(), serving, files=kept, large=large)

    return add


def _choose(room: Room, item: str) -> None:
    """Asks for files, without blocking the window."""
    dialog = QFileDialog(room.shell, "Attach files")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)

    def attach(names: list[str]) -> None:
        kept = [Attached(Path(name)) for name in names]

        def add(library: OpenLibrary, large: bool) -> object:
            return evidencing.edit(library, item, Given(), files=kept, large=large)

        said = ", ".join(map(_name, kept))
        room.patience.run(lambda: _do(room, add, said, sum(map(_size, kept))))

    dialog.filesSelected.connect(attach)
    dialog.finished.connect(room.shell.activateWindow)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _do(
    room: Room,
    work: Callable[[OpenLibrary, bool], object],
    names: str,
    size: int,
    *,
    large: bool = False,
) -> None:
    """Keeps the files; of more than 50 MB it asks first, and what takes long is done beside."""

    def agreed() -> None:
        _do(room, work, names, size, large=True)

    def done(error: BaseException | None) -> None:
        if isinstance(error, LargeFileError):
            room.messages.ask(f"{error}", "Keep it", agreed)
        elif error is not None:
            room.messages.fail(error)
        else:
            room.library.poll()
            room.say(f"Kept {names}.")

    if size > QUICK:
        room.say(f"Keeping {names}…")
        room.keeping.begin(lambda library: work(library, large), done)
        return
    try:
        work(room.library, large)
    except LargeFileError as error:
        done(error)
    else:
        done(None)


def _name(one: Attached) -> str:
    return shown_name(one.file[0] if isinstance(one.file, tuple) else one.file)


def _size(one: Attached) -> int:
    """Its bytes; 0 for what is not there (any more), which the desk says."""
    if isinstance(one.file, tuple):
        return len(one.file[1])
    try:
        return one.file.stat().st_size
    except (OSError, ValueError):
        return 0


def _file(room: Room, item: str, sha256: str) -> tuple[KeptFile, bytes]:
    """A file of an item, and its bytes. Raises AnnotatorError where they are not here."""
    found = evidencing.item_by_id(room.library, item)
    kept = next((one for one in found.files if one.sha256 == sha256), None)
    data = evidencing.file_bytes(room.library, sha256)
    if kept is None or data is None:
        raise AnnotatorError("That file is not in this library: ask whoever sent it to you.")
    # What somebody sent may be called "../x", or turn the writing round.
    return replace(kept, name=display_name(kept.name)), data


def _open(room: Room, what: asked.OpenFile) -> None:
    kept, data = _file(room, what.item, what.sha256)
    refuse_program(kept.name)
    copy = viewed_copy(kept.name, data)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
        raise AnnotatorError(f"No program here opens {kept.name}: save it instead.")


def _save(room: Room, what: asked.SaveFile) -> None:
    """Asks where to, without blocking the window."""
    kept, data = _file(room, what.item, what.sha256)
    save(room, f"Save {kept.name}", kept.name, data)
