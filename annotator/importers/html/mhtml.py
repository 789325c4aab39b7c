"""Pages saved as one file, .mht and .mhtml: by Chromium and its like, by the Internet Explorer, by Word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.domain.errors import AnnotatorError
from annotator.importers.imported import ImportedArticle

if TYPE_CHECKING:
    from annotator.importers.mail.parts import Part

SUFFIXES = (".mht", ".mhtml")

_HEADERS = re.compile(rb"\s*(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,40}")
_RELATED = re.compile(
    rb"^content-type:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE
)
_SAVED = re.compile(
    rb"^(?:snapshot-content-location:|x-mimeole:|from:\s*[\"<]*saved (?:by|from)|content-location:)",
    re.IGNORECASE | re.MULTILINE,
)
_POSTED = re.compile(rb"^(?:received|to|message-id|return-path):", re.IGNORECASE | re.MULTILINE)
_PAGES = ("text/html", "application/xhtml+xml")

NO_PAGE = "There is no web page in it; save the page again, as a web page of one file or as HTML."


def sniff(data: bytes, suffix: str) -> bool:
    """By its headers, which are those of a mail that nobody sent; or by its name."""
    if suffix in SUFFIXES:
        return True
    found = _HEADERS.match(data[:8000])
    head = found[0] if found else b""
    return bool(_RELATED.search(head) and _SAVED.search(head) and not _POSTED.search(head))


def read(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """The article of the saved page. Raises AnnotatorError, and NoArticleError as for any page."""
    return _read(data, encoding, whole=False)


def read_whole(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """All text of the saved page."""
    return _read(data, encoding, whole=True)


def _read(data: bytes, encoding: str | None, *, whole: bool) -> ImportedArticle:
    from annotator.importers.html.page import read_page

    part, around = _page(data)
    body = part.data()
    if not body.strip():
        raise AnnotatorError(NO_PAGE)
    return read_page(
        body,
        encoding=encoding,
        # Chromium names no charset here, and then a default would be wrong: the page is asked.
        charset=part.said.get("charset", ""),
        noted=_address(part, around),
        original=data,
        whole=whole,
    )


def _page(data: bytes) -> tuple[Part, Part]:
    """The part that is the page itself, and the whole file."""
    from annotator.importers.mail.parts import parsed

    root = parsed(data)
    pages = [part for part in root.leaves() if part.kind in _PAGES]
    if not pages:
        raise AnnotatorError(NO_PAGE)
    start = root.said.get("start", "")
    named = (part for part in pages if start and part.header("content-id") == start)
    return next(named, pages[0]), root


def _address(part: Part, around: Part) -> str:
    """Where the page was saved from."""
    said = (part.header("content-location"), around.header("snapshot-content-location"))
    addresses = ("".join(one.split()) for one in said)
    return next((one for one in addresses if one.startswith(("http://", "https://"))), "")
