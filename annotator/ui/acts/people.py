"""Who tags: the name colleagues and reports show."""

from __future__ import annotations

from annotator.desk.words import kept_name
from annotator.ui.room import Room


def rename(room: Room, typed: str) -> None:
    """The acting analyst goes by this name from now on. Raises AnnotatorError."""
    name = kept_name(typed)
    library = room.library
    if name != library.author.name:
        library.rename(name)
    settings = room.preferences.settings
    # Somebody acting under --analyst does not change whose machine this is.
    if library.author.id == settings.analyst and settings.name != name:
        room.preferences.set(name=name)
    room.session.renamed.emit()
