"""A file of another format, read back as what colleagues hold: edits that are merged like any others.

``merging.py`` asks here for every file that is no library and no parcel. Our own JSON holds the
edits themselves and brings its article along; whatever else can be read (``formats.readable()``)
says who holds what of which words, and that becomes edits by colleagues (``brought_edits.py``) of
the article that lies here.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

from annotator.desk.brought_article import article_of
from annotator.desk.brought_edits import Colleagues
from annotator.desk.brought_here import Here
from annotator.desk.brought_people import People
from annotator.desk.formats import readable
from annotator.domain.brought import Brought
from annotator.domain.canonical import text_or_empty
from annotator.domain.edits.form import Edit
from annotator.domain.edits.writes import Base
from annotator.domain.errors import AnnotatorError
from annotator.domain.formats import Interchange
from annotator.store.incoming import other_format
from annotator.store.judging import sight_of
from annotator.store.leftout import Counted
from annotator.store.library import Library
from annotator.store.people import person_of
from annotator.store.readfile import ReadFile
from annotator.store.write import Author


@dataclass(frozen=True, slots=True)
class Into:
    """The library that a file is to come into, and who acts there; None where there is none yet."""

    library: Library
    author: Author


def suffixes() -> tuple[str, ...]:
    """What the names of files end in that can be read back, each with its dot."""
    return tuple(dict.fromkeys(suffix for row in readable() for suffix in row.suffixes))


def format_of(data: bytes) -> Interchange | None:
    """The format that these bytes say they are of."""
    return next((row for row in readable() if row.recognises(data)), None)


def format_at(path: Path) -> Interchange | None:
    """The format of a file that is called like one that can be read back, and can be.

    Other files are not looked into: they may be large, and most are articles. A Word file that is
    not ours is one too.
    """
    if path.suffix.lower() not in suffixes():
        return None
    try:
        data = other_format(path)
    except AnnotatorError:  # whoever goes on with the file says so
        return None
    return None if data is None else format_in(data)


def format_in(data: bytes) -> Interchange | None:
    """The format that these bytes are of and can be read as: a Word file that is not ours is an article."""
    row = format_of(data)
    try:
        if row is not None and not row.whole:
            row.read(data)
    except ValueError:
        return None
    return row


def read_file(path: Path, data: bytes, into: Into | None) -> ReadFile:
    """What comes of a file. Raises AnnotatorError in one sentence; nothing is written."""
    row = format_of(data)
    if row is None:
        raise AnnotatorError(
            f"{path} is no library of Annotator and no parcel, nor of another format that can be "
            "read back, so nothing was brought in: choose a file whose name ends with "
            f".annotations, .db, {', '.join(suffixes()[:-1])} or {suffixes()[-1]}."
        )
    try:
        brought = row.read(data)
    except ValueError as error:
        raise AnnotatorError(
            f"{path} cannot be read as {row.label}, so nothing was brought in: "
            f"{str(error).rstrip('.')}."
        ) from error
    if brought.text and brought.log:
        return _with_log(path, brought)
    return _of_colleagues(path, row, brought, into)


def _with_log(path: Path, brought: Brought) -> ReadFile:
    """The edits as they were made, and the text that they are about."""
    assert brought.article is not None
    left_out = _left_out(path, brought)
    new = {brought.article: (brought.text, _original(brought))}
    return ReadFile(path.name, brought.log, new, left_out)


def _left_out(path: Path, brought: Brought, *, veiled: bool = False) -> Counted:
    """What was not understood; ``veiled``: without a word of the file."""
    left_out = Counted(path.name, veiled=veiled)
    for one in brought.not_read:
        left_out.say(f"{one.what} in {path.name}", one.why)
    return left_out


def _original(brought: Brought) -> bytes | None:
    """The bytes that the article came from, where they were the text itself in UTF-8."""
    data = brought.text.encode()
    digest = hashlib.sha256(data).hexdigest()
    return data if any(digest in _originals(edit) for edit in brought.log) else None


def _originals(edit: Edit) -> set[str]:
    return {
        text_or_empty(write.original)
        for part in edit.parts
        if edit.header.kind == "ImportArticle"
        for write in part.writes
        if isinstance(write, Base)
    }


def _of_colleagues(path: Path, row: Interchange, brought: Brought, into: Into | None) -> ReadFile:
    if into is None:
        raise AnnotatorError(
            f"{path} says something of an article, and there is no library here yet that has it: "
            "import the article first."
        )
    article = article_of(into.library, into.author.id, brought, path.name)
    # A parcel shows nothing of colleagues' work to whoever judges blind, and so does no other file.
    me = person_of(into.library, into.author.id)
    blind = sight_of(into.library, article.id, me).blind
    left_out = _left_out(path, brought, veiled=blind)
    here = Here(into.library, article, into.author.name)
    people = People(here, row.name, row.label)
    made = Colleagues(here, brought, people, left_out, time.time_ns() // 1000)
    edits = made.edits()
    return ReadFile(path.name, edits, {}, left_out, made.added)
