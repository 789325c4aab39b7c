"""The formats that come in: one module a format, one line in ``IMPORTERS``."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import NamedTuple, Protocol

from annotator import packages
from annotator.domain.errors import AnnotatorError, CancelledError
from annotator.importers import plain
from annotator.importers.apart.reading import read_apart
from annotator.importers.epub import importer as epub
from annotator.importers.files import LIMIT, read_file, too_large
from annotator.importers.foreign import PLAIN, refuse_foreign
from annotator.importers.html import importer as html
from annotator.importers.html import mhtml
from annotator.importers.imported import ImportedArticle
from annotator.importers.mail import importer as mail
from annotator.importers.markdown import importer as markdown
from annotator.importers.names import shown, shown_name
from annotator.importers.net import warc
from annotator.importers.odt import importer as odt
from annotator.importers.pdf import importer as pdf
from annotator.importers.rtf import importer as rtf
from annotator.importers.watch import UNWATCHED, Watch, watched_by
from annotator.importers.word import importer as word

GROUP = "annotator.importers"
"""Installed packages add formats by entry points of this group, each an ``Importer``."""

LARGE = 1_000_000
"""Bytes of marked text that are read apart whatever the format: parsing them would hold the window,
whose thread waits for this process, and there Cancel and an end to it are sure."""
IN_HERE = (PLAIN, "warc")
"""But not these: plain text is read at once, and an archive has others read, each in its way."""


class Read(Protocol):
    """How an importer is called: the bytes, and the encoding if somebody named one.

    Raises AnnotatorError with one sentence that does not name the file, NoArticleError where
    the bytes are of the format and hold no article.
    """

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
    whole: Read | None = None
    """Reads everything there is, where ``read`` would leave out what looks like no article."""
    apart: bool = False
    """Read in a process of its own, with 60 s and 1 GB: what is likely to be made to crash a reader."""


IMPORTERS: tuple[Importer, ...] = (
    Importer("warc", "Web archive", (".warc",), warc.sniff, warc.read, warc.read_whole),
    Importer("pdf", "PDF", (".pdf",), pdf.sniff, pdf.read, apart=True),
    Importer("word", "Word", word.SUFFIXES, word.sniff, word.read, apart=True),
    Importer("odt", "OpenDocument text", (".odt", ".fodt"), odt.sniff, odt.read, apart=True),
    Importer("epub", "E-book", (".epub",), epub.sniff, epub.read, apart=True),
    Importer("rtf", "Rich text", (".rtf",), rtf.sniff, rtf.read, apart=True),
    Importer("mhtml", "Saved web page", mhtml.SUFFIXES, mhtml.sniff, mhtml.read, mhtml.read_whole),
    Importer("mail", "E-mail", (".eml",), mail.sniff, mail.read),
    Importer("html", "Web page", html.SUFFIXES, html.sniff, html.read, html.read_whole),
    Importer("markdown", "Markdown", markdown.SUFFIXES, markdown.sniff, markdown.read, apart=True),
    Importer("text", "Plain text", (".txt", ".text"), plain.sniff, plain.read),
)
"""Asked in this order; plain text takes what is left and stays the last."""


def importers() -> tuple[Importer, ...]:
    """Our own formats and those of installed packages; plain text is the last."""
    *ours, last = IMPORTERS
    return (*packages.with_ours(tuple(ours), packages.offered(GROUP, Importer)), last)


def read_bytes(
    data: bytes,
    *,
    name: str = "",
    suffix: str = "",
    encoding: str | None = None,
    whole: bool = False,
    watch: Watch = UNWATCHED,
) -> ImportedArticle:
    """The article in these bytes; ``name`` is the file's, for its suffix and for messages.

    ``suffix``, with its dot, where something else than a name tells the format.
    ``whole``: with everything there is, where the format can tell an article from the rest.
    Raises ``AnnotatorError`` with one sentence for whatever is no article, ``NoArticleError``
    where ``whole`` would give something.
    """
    said = shown_name(name) or "This text"
    if len(data) > LIMIT:
        raise AnnotatorError(too_large(said, len(data)))
    suffix = suffix or PurePath(name).suffix.lower()
    rows = importers()
    importer = next((row for row in rows if row.sniff(data, suffix)), None)
    refuse_foreign(data, suffix, said, importer.name if importer else "", rows)
    assert importer is not None, "plain text takes what is left"
    try:
        watch.check()
        if importer.apart or (len(data) > LARGE and importer.name not in IN_HERE):
            return read_apart(importer.name, data, encoding=encoding, whole=whole, watch=watch)
        read = importer.whole if whole and importer.whole else importer.read
        with watched_by(watch):
            return read(data, encoding=encoding)
    except AnnotatorError as fault:
        if not name or isinstance(fault, CancelledError):
            raise
        raise type(fault)(f"{said}: {fault}") from fault


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


__all__ = ["IMPORTERS", "Importer", "importers", "read_bytes", "read_pasted", "read_path", "shown"]
