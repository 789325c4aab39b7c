"""What an importer gives: the text, where it came from, and what the file says of it."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.article import Passage


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article as it came in, before it is cut and stored.

    ``text`` has LF line ends and no byte order mark, and is otherwise exactly
    what the file holds. Title and the like are suggestions, empty where the
    format has none. ``passages`` are those of the format, ``None`` where it
    knows none and the text must speak for itself.
    """

    text: str
    original: bytes
    encoding: str
    """How the bytes were read, by its usual name: "UTF-8", "windows-1251"."""
    encoding_note: str
    """One sentence that says which encoding was taken and how sure that is."""
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    updated: str = ""
    address: str = ""
    language: str = ""
    passages: tuple[Passage, ...] | None = None
