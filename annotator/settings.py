"""What an analyst can choose, as one table; read as typed attributes.

A new setting is one field of ``Settings`` with its row: the window's page, the
file and the tests read the table that is made of them. A switch is a bool, anything
that is no text has choices, and a group's rows stand together. The file also holds
who the analyst is, because that belongs to the person and not to a library.
"""

from __future__ import annotations

import getpass
import json
import os
import pwd
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from annotator import paths
from annotator.domain.errors import AnnotatorError


@dataclass(frozen=True, slots=True)
class Row:
    """How one setting is shown: ``choices`` are (value, label); empty for text and switches."""

    name: str
    group: str
    label: str
    kind: type
    default: Any
    choices: tuple[tuple[Any, str], ...] = ()


TEXT_SIZES = (75, 90, 100, 110, 125, 150, 175, 200)


def _row(group: str, label: str, *choices: tuple[Any, str]) -> dict[str, Any]:
    return {"group": group, "label": label, "choices": choices}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one person on one machine."""

    name: str = field(
        default="", metadata=_row("You", "Your name, as colleagues and reports show it")
    )
    advance: bool = field(
        default=True, metadata=_row("Tagging", "Move on to the next untagged claim after tagging")
    )
    theme: str = field(
        default="system",
        metadata=_row(
            "Reading", "Theme", ("system", "As the system"), ("light", "Light"), ("dark", "Dark")
        ),
    )
    text_size: int = field(
        default=100,
        metadata=_row("Reading", "Text size", *((size, f"{size} %") for size in TEXT_SIZES)),
    )
    analyst: str = ""
    """The id of the person; made once, with the first edit or change of a setting."""
    name_asked: bool = False
    """Whether it has asked once under which name to export."""


SETTINGS: tuple[Row, ...] = tuple(
    Row(
        f.name,
        f.metadata["group"],
        f.metadata["label"],
        type(f.default),
        f.default,
        f.metadata["choices"],
    )
    for f in fields(Settings)
    if f.metadata
)


def read_settings(path: Path) -> Settings:
    """The settings in this file; what is missing or makes no sense is the default.

    A file that cannot be read at all counts as an empty one: settings are a
    convenience, and nobody should be kept from their work by them.
    """
    try:
        stored = json.loads(path.read_bytes())
    except (OSError, ValueError):
        stored = {}
    found = stored if isinstance(stored, dict) else {}
    values: dict[str, Any] = {f.name: _sound(f.name, found, f.default) for f in fields(Settings)}
    return Settings(**values)


def write_settings(path: Path, settings: Settings) -> None:
    """Writes the file whole or not at all. Raises AnnotatorError where it cannot be written."""
    text = json.dumps(
        {f.name: getattr(settings, f.name) for f in fields(Settings)}, indent=2, ensure_ascii=False
    )
    try:
        paths.private_dir(path.parent)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text + "\n")
            Path(beside).replace(path)
        finally:
            Path(beside).unlink(missing_ok=True)
    except OSError as error:
        raise AnnotatorError(
            f"The settings could not be saved in {path}: {error.strerror}. "
            "Make the folder writable and try again."
        ) from error


def changed(settings: Settings, **values: object) -> Settings:
    """The settings with these values. Raises AnnotatorError for a value that is no choice."""
    for name, value in values.items():
        row = next((row for row in SETTINGS if row.name == name), None)
        if row is not None and row.choices and value not in dict(row.choices):
            known = ", ".join(str(choice) for choice, _ in row.choices)
            raise AnnotatorError(f"{row.label} cannot be {value}: choose one of {known}.")
    fresh: dict[str, Any] = values
    return replace(settings, **fresh)


def system_name() -> str:
    """What the system calls this person: the full name, else the login."""
    try:
        login = getpass.getuser()
        full = pwd.getpwnam(login).pw_gecos.split(",")[0].strip()
    except (KeyError, OSError):
        return "Analyst"
    return full or login


def _sound(name: str, found: Mapping[str, Any], default: object) -> object:
    value = found.get(name, default)
    if type(value) is not type(default):
        return default
    row = next((row for row in SETTINGS if row.name == name), None)
    if row is not None and row.choices and value not in dict(row.choices):
        return default
    return value
