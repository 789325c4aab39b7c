"""Files that are not plain text and that no importer has claimed: what they are, and the way out.

Plain text is whatever no other format has claimed. So a file that begins like another format,
or is called like one, is refused here, and never cut into senseless claims.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from annotator.domain.errors import AnnotatorError

PLAIN = "text"
"""The importer that takes what no other has claimed."""


class Format(Protocol):
    """A row of the table of what can be read."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def suffixes(self) -> tuple[str, ...]: ...


class Foreign(NamedTuple):
    """What a file is called in a sentence, and what to do with it; "" for the general way."""

    what: str
    way: str = ""


_AS_WORD = "open it in its own program, and save it as .docx"
_AS_TEXT = "copy the article’s text and paste it, or save it as .docx"
_SEEN = "run text recognition (OCR) on it, and open the text that gives"
_UNPACK = "unpack it, and open the article’s file"
_HEARD = "have it written down, and open that text"

_OLD_WORD = Foreign("an old Word file (.doc)", _AS_WORD)
_SHEET = Foreign("a spreadsheet", _AS_TEXT)
_SLIDES = Foreign("a presentation", _AS_TEXT)
_PAGES = Foreign("a Pages, Numbers or Keynote file", "export it there as Word (.docx)")
_PICTURE = Foreign("a picture", _SEEN)
_ARCHIVE = Foreign("a zip archive", _UNPACK)
_COMPRESSED = Foreign("a compressed file", _UNPACK)
_LOCKED = Foreign(
    "an office file that is locked with a password", "save it in its own program without one"
)
_OUTLOOK = Foreign("an Outlook message (.msg)", "save it there as .eml or .html")
_SOUND = Foreign("a sound file", _HEARD)
_FILM = Foreign("a video file", _HEARD)
_BOOK = Foreign("an e-book of another kind", "turn it into .epub, and open that")
_XML = Foreign("an XML file, and no web page")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"

_BEGINNINGS: tuple[tuple[bytes, Foreign], ...] = (
    (b"%PDF-", Foreign("a PDF")),
    (b"%!PS", Foreign("a PostScript file", "turn it into a PDF, and open that")),
    (b"{\\rtf", Foreign("an RTF file")),
    (b"SQLite format 3\0", Foreign("an SQLite database")),
    (b"PK\x05\x06", Foreign("an empty zip archive")),
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"\0\0\1\0\1\0", _PICTURE),
    (b"AT&TFORM", Foreign("a DjVu file", "turn it into a PDF with text, and open that")),
    (b"\x1f\x8b", _COMPRESSED),
    (b"BZh91AY&SY", _COMPRESSED),
    (b"\xfd7zXZ\0", _COMPRESSED),
    (b"7z\xbc\xaf\x27\x1c", _COMPRESSED),
    (b"(\xb5/\xfd", _COMPRESSED),
    (b"Rar!\x1a\x07", _COMPRESSED),
    (b"\x7fELF", Foreign("a program")),
    (b"OggS\0", Foreign("a sound or video file", _HEARD)),
    (b"ID3\2", _SOUND),
    (b"ID3\3", _SOUND),
    (b"ID3\4", _SOUND),
    (b"fLaC\0", _SOUND),
    (b"\x1aE\xdf\xa3", _FILM),
    (b"wOFF\0", Foreign("a font")),
    (b"wOF2\0", Foreign("a font")),
)
"""What other formats begin with; each beginning is long or odd enough that no article has it."""

_INSIDE_OLE: tuple[tuple[str, Foreign], ...] = (
    ("EncryptedPackage", _LOCKED),
    ("WordDocument", _OLD_WORD),
    ("Workbook", _SHEET),
    ("PowerPoint Document", _SLIDES),
    ("__properties_version1.0", _OUTLOOK),
)
"""What the streams of Microsoft's old container are called, and so what is in it."""

_INSIDE_ZIP: tuple[tuple[str, Foreign], ...] = (
    (r"xl/", _SHEET),
    (r"ppt/", _SLIDES),
    (r"Index(\.zip$|/.*\.iwa$)", _PAGES),
    (r"word/", Foreign("a Word file without its text", _AS_WORD)),
    (r"META-INF/container\.xml$", Foreign("an e-book that is damaged")),
)

_SUFFIXES: dict[str, Foreign] = {
    ".doc": _OLD_WORD,
    ".dot": _OLD_WORD,
    ".wps": Foreign("a Works file", _AS_WORD),
    ".wpd": Foreign("a WordPerfect file", _AS_WORD),
    ".pages": _PAGES,
    ".numbers": _PAGES,
    ".key": _PAGES,
    **dict.fromkeys((".xls", ".xlsx", ".xlsm", ".xlsb", ".ods"), _SHEET),
    **dict.fromkeys((".ppt", ".pptx", ".pptm", ".pps", ".odp"), _SLIDES),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".avif"),
        _PICTURE,
    ),
    **dict.fromkeys((".zip", ".7z", ".rar", ".gz", ".tar", ".tgz", ".bz2", ".xz"), _COMPRESSED),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".ogg", ".flac"), _SOUND),
    **dict.fromkeys((".mp4", ".mov", ".avi", ".mkv", ".webm"), _FILM),
    **dict.fromkeys((".mobi", ".azw", ".azw3", ".fb2"), _BOOK),
    ".msg": _OUTLOOK,
    ".json": Foreign("a JSON file"),
    ".jsonld": Foreign("a JSON file"),
    ".xml": _XML,
    ".svg": _PICTURE,
}
"""Formats that no importer reads, by what their files are called."""


_FIRST = (".docx", ".html", ".pdf", ".txt")
"""What is said first of all that can be read: what every program saves."""

_NOT_SAVED = frozenset({"warc"})
"""What can be read and no writer's program saves."""


def refuse_foreign(
    data: bytes, suffix: str, name: str, importer: str, formats: Iterable[Format]
) -> None:
    """Raises ``AnnotatorError`` for another format, by its bytes or suffix, that would be read as plain text.

    ``importer`` is the name of the row that would read it, ``formats`` are all that can be read.
    """
    if importer != PLAIN:
        return
    rows = tuple(formats)
    found = _by_bytes(data) or _SUFFIXES.get(suffix.lower())
    if found is not None:
        raise AnnotatorError(f"{name} is {found.what}; {found.way or _general(rows)}.")
    called = next(
        (row for row in rows if row.name != PLAIN and suffix.lower() in row.suffixes), None
    )
    if called is not None:
        raise AnnotatorError(
            f"{name} is called {called.label} ({suffix.lower()}) and is something else; "
            "give it the ending .txt if it is plain text, or save it again from its own program."
        )


def _general(rows: tuple[Format, ...]) -> str:
    """What to do with what has no way of its own: what can be read, from the table."""
    known = [row.suffixes[0] for row in rows if row.suffixes and row.name not in _NOT_SAVED]
    known.sort(key=lambda suffix: _FIRST.index(suffix) if suffix in _FIRST else len(_FIRST))
    *others, last = known
    return f"save the article as {', '.join(others)} or {last}, and open that"


def _by_bytes(data: bytes) -> Foreign | None:
    found = next((foreign for begin, foreign in _BEGINNINGS if data.startswith(begin)), None)
    if found is not None:
        return found
    if data.startswith(_OLE):
        return _inside_ole(data)
    if data.startswith(_ZIP):
        return _inside_zip(data)
    if data[4:8] == b"ftyp" and data[:3] == b"\0\0\0":
        return _FILM
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return {b"WEBP": _PICTURE, b"WAVE": _SOUND}.get(data[8:12], _FILM)
    return _XML if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml ") else None


def _inside_ole(data: bytes) -> Foreign:
    for stream, foreign in _INSIDE_OLE:
        if stream.encode("utf-16-le") in data:
            return foreign
    return Foreign("an old Word, Excel or PowerPoint file", _AS_WORD)


def _inside_zip(data: bytes) -> Foreign:
    """What an archive holds, by the names in it alone; nothing is unpacked."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return Foreign("a zip archive that is damaged", "get it again, and unpack it")
    if data[30:38] == b"mimetype":
        kind = data[38:120]
        if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return _SHEET
        if kind.startswith(b"application/vnd.oasis.opendocument.presentation"):
            return _SLIDES
    for pattern, foreign in _INSIDE_ZIP:
        if any(map(re.compile(pattern).match, names)):
            return foreign
    return _ARCHIVE
