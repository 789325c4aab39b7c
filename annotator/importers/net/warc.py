"""Web archives (.warc): a page as it was fetched, with what was asked and answered.

What this program fetches is kept as such a file, so that the original is the whole exchange. Its
article is that of its last response, read as the format that the response says it is.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from annotator.domain.errors import AnnotatorError
from annotator.importers.files import LIMIT
from annotator.importers.imported import ImportedArticle
from annotator.importers.net.http_message import Response, read_response
from annotator.importers.net.warc_file import BEGINS, Record, read_archive
from annotator.importers.watch import watched

SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/epub+zip": ".epub",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/x-mimearchive": ".mhtml",
}
"""What a response may say that it is (IANA's media types), and the suffix of such a file."""

_TEXTS = (".txt", ".md")
"""Formats of which the header says the encoding, if it says one."""

UNSAID = ("", "application/octet-stream", "application/download", "binary/octet-stream")
"""Types that say nothing: the address tells, or the bytes themselves."""


def sniff(data: bytes, _suffix: str) -> bool:
    """Whether it begins as every record does."""
    return data.startswith(BEGINS)


def read(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """The article of the last response. Raises AnnotatorError where there is none to read."""
    return _read(data, encoding, whole=False)


def read_whole(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """The same with everything that its page holds."""
    return _read(data, encoding, whole=True)


def suffix_for(response: Response, address: str) -> str | None:
    """The suffix of the format that a response is of; None where it is no article at all."""
    kind = response.content_type
    if kind in SUFFIXES:
        return SUFFIXES[kind]
    if kind not in UNSAID:
        return None
    try:
        path = urlsplit(address).path
    except ValueError:  # brackets that hold no address
        return ""
    return PurePosixPath(unquote(path)).suffix.lower()


def _read(data: bytes, encoding: str | None, *, whole: bool) -> ImportedArticle:
    record, response = _last(data)
    suffix = suffix_for(response, record.target)
    if suffix is None:
        raise AnnotatorError(
            f"What came back is no article but {response.content_type[:60]!a}: name an article’s page."
        )
    body = response.body(LIMIT)
    if suffix == ".html":
        from annotator.importers.html.page import read_page

        article = read_page(
            body,
            encoding=encoding,
            charset=response.charset,
            address=record.target,
            whole=whole,
        )
    else:
        article = _inside(body, suffix, encoding, response.charset, whole=whole)
    return _at(article, record.target, data)


def _inside(
    body: bytes, suffix: str, encoding: str | None, charset: str, *, whole: bool
) -> ImportedArticle:
    """What is no page, as the row of the table for it reads it."""
    if body.startswith(BEGINS):
        raise AnnotatorError("What came back is a web archive in itself: open the one inside it.")
    from annotator.importers.encodings.labels import codec_of, read_strictly
    from annotator.importers.table import read_bytes  # which names this module

    read = partial(read_bytes, body, suffix=suffix, whole=whole, watch=watched())
    header = codec_of(charset) if charset and suffix in _TEXTS else None
    # What is UTF-8 to the last byte is hardly anything else, whatever the site is set up to say.
    if encoding or header is None or read_strictly(body, "utf-8") is not None:
        return read(encoding=encoding)
    try:
        article = read(encoding=header)
    except AnnotatorError:
        return read()  # a header may name an encoding that the text is not in
    return replace(article, encoding_note=f"Read as {article.encoding}, as its site says.")


def _last(data: bytes) -> tuple[Record, Response]:
    found = None
    for record in read_archive(data):
        kind = record.headers.get("content-type", "").lower()
        if record.kind == "response" and kind.startswith("application/http"):
            found = record
    if found is None:
        raise AnnotatorError("There is no page in this web archive: fetch or save one again.")
    response = read_response(found.block)
    if response.status != 200:
        raise AnnotatorError(
            f"The last answer in this web archive is no page (status {response.status}): fetch or "
            "save the page again."
        )
    return found, response


def _at(article: ImportedArticle, address: str, data: bytes) -> ImportedArticle:
    """The article with its address known: links that were said from there are whole."""
    enclosed = article.enclosed
    links = tuple(link._replace(target=_joined(address, link.target)) for link in enclosed.links)
    return replace(
        article,
        original=data,
        enclosed=replace(enclosed, links=links),
        address=address,
    )


def _joined(address: str, target: str) -> str:
    try:
        return urljoin(address, target)
    except ValueError:  # brackets that hold no address
        return target
