"""Web pages: .html, .htm and .xhtml files, and pages that were saved whole.

The article comes in with its title, headings, paragraphs, lists, quotations and captions.
"""

from __future__ import annotations

from annotator.importers.html.sniff import begins_like_page
from annotator.importers.imported import ImportedArticle

SUFFIXES = (".html", ".htm", ".xhtml", ".xht")


def sniff(data: bytes, suffix: str) -> bool:
    """Whether it is a web page: by its first bytes, or by its name."""
    return suffix in SUFFIXES or begins_like_page(data)


def read(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """The article of a page. Raises AnnotatorError, NoArticleError where there is only other text."""
    from annotator.importers.html.page import read_page

    return read_page(data, encoding=encoding)


def read_whole(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """All text of a page."""
    from annotator.importers.html.page import read_page

    return read_page(data, encoding=encoding, whole=True)
