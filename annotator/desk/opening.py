"""Opening a library: which file, and who acts in it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from annotator import paths
from annotator.desk.library import OpenLibrary
from annotator.desk.people import known_as
from annotator.desk.words import kept_name
from annotator.domain.assessment import Analyst
from annotator.domain.edits.form import AnalystId, new_analyst
from annotator.domain.edits.writes import UUID
from annotator.domain.errors import AnnotatorError
from annotator.settings import Settings, read_settings, system_name, write_settings
from annotator.store.library import Library, open_library
from annotator.store.write import Author


def open_for(
    path: Path, analyst: str | None = None, *, create: bool, wait: float = 5.0
) -> OpenLibrary:
    """Opens the library at ``path`` for the analyst meant by ``analyst``, or the settings' own.

    Raises AnnotatorError as ``store.library.open_library`` does, and where two
    analysts go by the name that was given.
    """
    store = open_library(path, create=create, wait=wait)
    try:
        author = who_acts(store, analyst)
        return OpenLibrary(
            store, author, wait=wait, refusal=None if analyst else _nobody_to_be(author)
        )
    except BaseException:
        store.close()
        raise


def who_acts(store: Library, wanted: str | None) -> Author:
    """Who has this id or exact name here; else the settings' own person, or a new one.

    Raises AnnotatorError for an id that nobody has: it would become somebody's name.
    """
    own = own_author()
    if wanted is None:
        return own
    known = known_as(store, wanted)
    if known is not None:
        return _author(known)
    name = kept_name(wanted)
    if name == own.name or name.lower() == own.id:
        return own
    if UUID.fullmatch(name.lower()):
        raise AnnotatorError(
            f"There is no analyst with the id {name} in this library: "
            "name one of those that `annotator list ARTICLE --json` shows."
        )
    return Author(new_analyst(), name)


def own_author() -> Author:
    """The person of this machine's settings; the id is made on the first call and kept.

    Where the settings cannot be written it is somebody new each time, who may only read.
    """
    settings = own_settings()
    if not settings.analyst:
        settings = replace(settings, analyst=new_analyst())
        with suppress(AnnotatorError):
            write_settings(settings_path(), settings)
    return Author(AnalystId(settings.analyst), settings.name or system_name())


def own_settings() -> Settings:
    return read_settings(settings_path())


def settings_path() -> Path:
    return paths.settings_file()


def _author(analyst: Analyst) -> Author:
    return Author(AnalystId(analyst.id), analyst.name)


def _nobody_to_be(author: Author) -> AnnotatorError | None:
    """Why this person may not save: with no settings file, the next command is somebody else."""
    if own_settings().analyst:
        return None
    return AnnotatorError(
        f"Who you are cannot be kept in {settings_path()}, so nothing can be saved in your "
        f"name, {author.name}: make that folder writable, or name yourself with --analyst."
    )
