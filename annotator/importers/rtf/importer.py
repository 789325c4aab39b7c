"""Rich Text Format (.rtf), as Word, LibreOffice, WordPad and TextEdit write it."""

from __future__ import annotations

from annotator.domain.enclosed import Enclosed
from annotator.domain.errors import AnnotatorError
from annotator.importers.encodings.decoding import decode
from annotator.importers.imported import ImportedArticle
from annotator.importers.office_words import changes_notice, unreadable_notice
from annotator.importers.visible import NOTHING, has_visible

BEGINNING = b"{\\rtf"


def sniff(data: bytes, _suffix: str) -> bool:
    """RTF is known by its first characters, whatever it is called."""
    return data.startswith(BEGINNING)


def read(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """The article that this file shows.

    Headers, footers, hidden and deleted text are none of it; footnotes and comments are the
    writer's remarks. ``encoding`` is taken for all bytes that are not in Unicode, whatever
    the file says of them. Raises AnnotatorError for a file that was cut short, that nests
    deeper than any writer does, or that shows nothing.
    """
    from annotator.importers.rtf.destinations import BEGINS, ENDS
    from annotator.importers.rtf.reader import Reader
    from annotator.importers.rtf.words import WORDS

    codec = "" if encoding is None else encoding
    if codec:
        decode(b"", codec)  # refuses what is no encoding
    reader = Reader({**WORDS, **BEGINS}, ENDS, codec)
    reader.read(data)
    composed = reader.story.composed(reader.kind())
    if not has_visible(composed.text):
        raise AnnotatorError(NOTHING)
    notices = (changes_notice(reader.changes), unreadable_notice(reader.replaced))
    return ImportedArticle(
        composed.text,
        data,
        "",
        "",
        composed.passages,
        Enclosed(composed.links, reader.head.offered(), composed.remarks),
        tuple(filter(None, notices)),
    )
