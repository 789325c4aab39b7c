"""The formats that come in: one module a format, one line in ``IMPORTERS``."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import NamedTuple, Protocol

from annotator.domain.errors import AnnotatorError
from annotator.importers import plain
from annotator.importers.files import LIMIT, read_file, too_large
from annotator.importers.foreign import refuse_foreign
from annotator.importers.imported import ImportedArticle
from annotator.importers.names import shown, shown_name


class Read(Protocol):
    """How an importer is called: the bytes, and the encoding if somebody named one."""

    def __call__(self, data: bytes, *, encoding: str | None = None) -> ImportedArticle: ...


class Importer(NamedTuple):
    """A format: its name on the command line, its label in the window, how it is known and read."""

    name: str
    label: str
    suffixes: tuple[str, ...]
    """As they stand in the file dialog, with the dot."""
    sniff: Callable[[bytes, str], bool]
    """Whether bytes with this suffix (small letters, with the dot) are of this format."""
    read: Read


IMPORTERS: tuple[Importer, ...] = (
    Importer("text", "Plain text", (".txt", ".text", ".md"), plain.sniff, plain.read),
)
"""Asked in this order; plain text takes what is left and stays the last."""


def read_bytes(data: bytes, *, name: str = "", encoding: str | None = None) -> ImportedArticle:
    """The article in these bytes; ``name`` is the file's, for its suffix and for messages.

    Raises ``AnnotatorError`` with one sentence for whatever is no article.
    """
    said = shown_name(name) or "This text"
    if len(data) > LIMIT:
        raise AnnotatorError(too_large(said, len(data)))
    suffix = PurePath(name).suffix.lower()
    refuse_foreign(data, suffix, said)
    importer = next(row for row in IMPORTERS if row.sniff(data, suffix))
    try:
        return importer.read(data, encoding=encoding)
    except AnnotatorError as fault:
        raise AnnotatorError(f"{said}: {fault}" if name else str(fault)) from fault


def read_path(
    path: str | bytes | os.PathLike[str], *, encoding: str | None = None
) -> ImportedArticle:
    """The article in this file; its name may be any bytes."""
    plain_path = Path(os.fsdecode(path))
    return read_bytes(read_file(plain_path), name=str(plain_path), encoding=encoding)


def read_pasted(text: str) -> ImportedArticle:
    """The article in a pasted text, which the original bytes keep in UTF-8."""
    article = read_bytes(text.encode("utf-8", "surrogatepass"), encoding="utf-8")
    return ImportedArticle(article.text, article.original, "UTF-8", "Pasted as text.")


__all__ = ["IMPORTERS", "Importer", "read_bytes", "read_pasted", "read_path", "shown"]
