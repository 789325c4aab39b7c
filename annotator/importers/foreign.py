"""Files that are certainly not plain text, and what to say of them."""

from __future__ import annotations

from annotator.domain.errors import AnnotatorError

PLAIN = "text"
"""The importer that takes what no other has claimed."""

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF file"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"PK\x03\x04", "a zip archive (.docx, .odt and .epub are such)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh91AY&SY", "a compressed file"),
    (b"\xfd7zXZ\0", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"(\xb5/\xfd", "a compressed file"),
    (b"Rar!\x1a\x07", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"OggS\0", "a sound or video file"),
    (b"ID3\2", "a sound file"),
    (b"ID3\3", "a sound file"),
    (b"ID3\4", "a sound file"),
    (b"\x1aE\xdf\xa3", "a video file"),
    (b"wOFF\0", "a font"),
    (b"wOF2\0", "a font"),
)
"""What other formats begin with, and what they are called in a sentence; each beginning is
long or odd enough that no article has it."""

_SUFFIXES = {
    ".pdf": "a PDF",
    ".rtf": "an RTF file",
    ".doc": "a Word file",
    ".docx": "a Word file",
    ".odt": "an OpenDocument file",
    ".epub": "an e-book",
    ".htm": "a web page",
    ".html": "a web page",
    ".xhtml": "a web page",
    ".mht": "a web page",
    ".mhtml": "a web page",
    ".eml": "an e-mail",
    ".msg": "an e-mail",
    ".json": "a JSON file",
    ".jsonld": "a JSON file",
    ".xml": "an XML file",
}
"""Formats whose source would be cut into senseless claims if it were read as plain text."""


def refuse_foreign(data: bytes, suffix: str, name: str, importer: str) -> None:
    """Raises ``AnnotatorError`` for another format, by its bytes or suffix, that would be read as plain text.

    ``importer`` is the name of the row that would read it.
    """
    if importer != PLAIN:
        return
    what = next((words for begin, words in _BEGINNINGS if data.startswith(begin)), None)
    if what is None:
        what = _SUFFIXES.get(suffix.lower())
    if what is None:
        return
    raise AnnotatorError(
        f"{name} is {what}, and this version reads plain text; "
        "save the article as plain text (.txt) and open that."
    )
