"""Plain text, in whatever encoding."""

from __future__ import annotations

from annotator.domain.errors import AnnotatorError
from annotator.importers.encodings.decoding import decode
from annotator.importers.imported import ImportedArticle
from annotator.importers.visible import NOTHING, has_visible


def read(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """The article that these bytes are.

    One byte order mark is taken off, CRLF and CR become LF, and nothing else is
    changed. Raises ``AnnotatorError`` where ``encoding.decode`` does, and for a
    text in which nothing can be seen.
    """
    decoded = decode(data, encoding)
    text = decoded.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not has_visible(text):
        raise AnnotatorError(NOTHING)
    return ImportedArticle(text, data, decoded.encoding, decoded.note)


def sniff(_data: bytes, _suffix: str) -> bool:
    """Plain text is whatever no other format has claimed."""
    return True
