"""Handing an article over: the export's page, and the work off the window's thread."""

from __future__ import annotations

from pathlib import Path

from annotator.desk.beside import opened_beside
from annotator.domain.errors import AnnotatorError
from annotator.ui.acts import people
from annotator.ui.jobs import Job
from annotator.ui.room import Room


def export(room: Room) -> None:
    """Shows the page that asks for format and file."""
    snapshot = room.hand.snapshot
    if snapshot is not None:
        ask = not room.preferences.settings.name_asked
        room.popovers.export(snapshot.article, room.library.author.name, ask_name=ask)


def write(room: Room, form: str, target: Path, replace: bool, name: str) -> None:
    """Writes the file, under the name that was given the first time."""
    page, article = room.popovers.export_page, room.article
    if article is None:
        return
    if target.exists() and not replace and not target.is_dir():
        page.exists(target)
        return
    try:
        _take_name(room, name)
        room.panel.commit()
    except AnnotatorError as error:
        page.say(str(error))
        return

    def piece() -> Path:
        from annotator.desk.exporting import export_file

        with opened_beside(room.library) as beside:
            return export_file(beside, article, form, target, force=replace)

    job = Job([piece], room.popovers)
    job.got.connect(lambda _number, result: _tell(room, result))
    job.finished.connect(job.deleteLater)
    page.say("Writing…")
    job.begin()


def _take_name(room: Room, name: str) -> None:
    if name:
        people.rename(room, name)
    if not room.preferences.settings.name_asked:
        room.preferences.set(name_asked=True)


def _tell(room: Room, result: object) -> None:
    page = room.popovers.export_page
    if isinstance(result, Path):
        size = max(1, round(result.stat().st_size / 1024))
        page.say(f"Wrote {result.name}, {size:,} kB.")
        room.say(f"Exported to {result}.")
    elif isinstance(result, AnnotatorError):
        page.say(str(result))
    else:
        page.say("")
        room.messages.fail(result if isinstance(result, BaseException) else RuntimeError())
