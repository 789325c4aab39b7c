"""Editions that are kept by name, in the user's config folder: a house's way of exporting.

A file a preset, so that two programs that keep two of them do not write over each other. What a
file says that this version does not know is left alone; what it lacks is as in the editor's copy.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from annotator import paths
from annotator.domain.edition import EDITORS_COPY, Edition, Publisher, Section, Withheld
from annotator.domain.errors import AnnotatorError
from annotator.exporters import files

LONGEST_NAME = 60
LARGEST = 10_000_000
"""Bytes: a logo, and room to spare. What is larger is none of ours."""

_FOLDER, _LAST = "presets", "last-export.json"


def presets() -> dict[str, Edition]:
    """Those that can be read, by name. One that is damaged is named when somebody asks for it."""
    found = {}
    for path in _files():
        try:
            name, edition = _read(path)
        except ValueError:
            continue
        found[name] = edition
    return dict(sorted(found.items(), key=lambda row: row[0].casefold()))


def preset_named(name: str) -> Edition:
    """The edition kept under this name. Raises AnnotatorError where there is none, or a damaged one."""
    wanted = _name(name)
    path = _path(wanted)
    if not path.is_file():
        known = ", ".join(presets())
        advice = f"choose one of {known}" if known else "there is none yet; --save-preset keeps one"
        raise AnnotatorError(f"There is no preset “{wanted}”: {advice}.")
    try:
        return _read(path)[1]
    except ValueError as error:
        raise AnnotatorError(
            f"The preset “{wanted}” is damaged ({path}): save it again, or remove it."
        ) from error


def is_kept(name: str) -> bool:
    """Whether there is a file of this name, be it damaged."""
    return _path(_name(name)).is_file()


def refuse_name(name: str) -> None:
    """Raises AnnotatorError where ``save_preset`` would for this name: before the work is done."""
    _name(name)


def save_preset(name: str, edition: Edition) -> None:
    """Keeps it under this name, in place of what was kept so. Raises AnnotatorError."""
    wanted = _name(name)
    _write(_path(wanted), {"name": wanted, **_json(edition)})


def remove_preset(name: str) -> None:
    """Takes it away; nothing happens where there is none. Raises AnnotatorError."""
    path = _path(_name(name))
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise AnnotatorError(
            f"{path} could not be removed ({error.strerror}): remove it."
        ) from error


def last_edition() -> Edition:
    """What was kept last without a name; the editor's copy where nothing was, or it is damaged."""
    path = _config() / _LAST
    try:
        return _edition(_loaded(path))
    except ValueError:
        return EDITORS_COPY


def keep_last(edition: Edition) -> None:
    """Keeps it for the next window; a convenience, so that a folder nobody may write to is no fault."""
    try:
        _write(_config() / _LAST, _json(edition))
    except AnnotatorError:
        return


def _config() -> Path:
    """Asking makes no folder: one may read without a writable home."""
    return paths.settings_file().parent


def _files() -> Iterator[Path]:
    try:
        yield from sorted((_config() / _FOLDER).glob("*.json"))
    except OSError:
        return


def _path(name: str) -> Path:
    """Its file: the name's own letters where a system takes them, else their codes."""
    return _config() / _FOLDER / f"{quote(name, safe=' ')}.json"


def _name(name: str) -> str:
    """The name on one line. Raises AnnotatorError for one that cannot be kept."""
    wanted = " ".join(name.split())
    if not wanted or not wanted.isprintable():
        raise AnnotatorError("A preset wants a name of letters, such as “Public, Spanish”.")
    if len(wanted) > LONGEST_NAME or len(quote(wanted, safe=" ")) > 240:
        raise AnnotatorError(f"The name of a preset may have {LONGEST_NAME} letters: shorten it.")
    return wanted


def _write(path: Path, value: dict[str, Any]) -> None:
    """Whole or not at all, and for its owner only: it holds a name and an address."""
    text = json.dumps(value, indent=2, ensure_ascii=False) + "\n"
    try:
        paths.private_dir(path.parent)
    except OSError as error:
        raise AnnotatorError(
            f"{path.parent} could not be made ({error.strerror}): make the folder writable."
        ) from error
    files.write_file(path, text.encode(), force=True, mode=0o600)


def _read(path: Path) -> tuple[str, Edition]:
    """Its name and what it keeps. Raises ValueError for what is no preset."""
    value = _loaded(path)
    name = value.get("name")
    if not isinstance(name, str) or _path(name) != path:
        raise ValueError("no preset")
    return name, _edition(value)


def _loaded(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError("too large")
        value = json.loads(path.read_bytes())
    except (OSError, RecursionError) as error:
        raise ValueError("not to be read") from error
    if not isinstance(value, dict):
        raise ValueError("no preset")
    return value


def _json(of: Edition) -> dict[str, Any]:
    return {
        "public": of.public,
        "cleared": sorted(of.cleared),
        "sections": list(of.sections),
        "title": of.title,
        "logo": base64.b64encode(of.logo).decode(),
        "labels": of.labels,
        "pseudonyms": of.pseudonyms,
        "publisher": {"name": of.publisher.name, "address": of.publisher.address},
    }


def _edition(value: dict[str, Any]) -> Edition:
    """What is missing is as in the editor's copy. Raises ValueError for what has another form.

    A copy that is public must not become the editor's because a word in its file is misspelt.
    """
    publisher = _of(value, "publisher", dict, {})
    try:
        logo = base64.b64decode(_of(value, "logo", str, ""), validate=True)
    except binascii.Error as error:
        raise ValueError("no picture") from error
    cleared = _of(value, "cleared", list, [])
    sections = _of(value, "sections", list, list(EDITORS_COPY.sections))
    return Edition(
        public=_of(value, "public", bool, EDITORS_COPY.public),
        cleared=frozenset(one for one in Withheld if one.value in cleared),
        sections=tuple(dict.fromkeys(Section(one) for one in sections if one in list(Section))),
        title=_of(value, "title", str, ""),
        logo=logo,
        labels=_of(value, "labels", str, EDITORS_COPY.labels),
        pseudonyms=_of(value, "pseudonyms", bool, EDITORS_COPY.pseudonyms),
        publisher=Publisher(_of(publisher, "name", str, ""), _of(publisher, "address", str, "")),
    )


def _of(value: dict[str, Any], name: str, kind: type, default: Any) -> Any:
    found = value.get(name, default)
    if type(found) is not kind:
        raise ValueError(f"no {name}")
    return found
