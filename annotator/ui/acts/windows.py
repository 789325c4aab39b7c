"""The window itself: text size, settings, help, further windows."""

from __future__ import annotations

import sys

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from annotator.ui.acts import people
from annotator.ui.room import Room
from annotator.ui.settings_page import NAME


def zoom_in(room: Room) -> None:
    _zoom(room, 1)


def zoom_out(room: Room) -> None:
    _zoom(room, -1)


def zoom_reset(room: Room) -> None:
    _zoom(room, 0)


def settings(room: Room) -> None:
    room.popovers.settings(room.preferences.settings, room.library.author.name)


def choose_setting(room: Room, name: str, value: object) -> None:
    """A setting was changed on its page; it holds at once."""
    if name == NAME:
        people.rename(room, str(value))
    else:
        room.preferences.set(**{name: value})


def sheet(room: Room) -> None:
    room.popovers.sheet()


def help_pages(room: Room) -> None:
    room.popovers.help()


def example(room: Room) -> None:
    """The example in a window and a library of its own, which are gone with that window."""
    started, _ = QProcess.startDetached(sys.executable, ["-m", "annotator", "--example"])
    room.say("The example opens in a window of its own." if started else "It could not be started.")


def new_window(room: Room) -> None:
    room.session.open_window(room.article)


def close_window(room: Room) -> None:
    room.shell.close()


def quit_all(room: Room) -> None:
    room.session.quit()


def copy(room: Room) -> None:
    """The selected words, else the text of the chosen claims, in reading order."""
    snapshot, span = room.hand.snapshot, room.page.selection
    if snapshot is None:
        return
    text = snapshot.article.text
    if span is not None:
        copied = text[span.start : span.end]
    else:
        spans = [snapshot.span(index) for index in sorted(room.hand.chosen)]
        copied = "\n".join(text[each.start : each.end] for each in spans)
    if copied:
        QApplication.clipboard().setText(copied)
        room.say("Copied.")


def _zoom(room: Room, by: int) -> None:
    if room.switch.reporting and room.report is not None:
        room.report.side.middle.sheets.zoom(by)
        return
    room.preferences.zoom(by)
    room.say(f"Text size {room.preferences.settings.text_size} %.")
