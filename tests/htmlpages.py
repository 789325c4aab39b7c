"""The pages of tests/files/html, which say themselves what of them is the article.

An element with ``data-expected="title"`` or ``"text"`` is it, all other words are furniture. That
is looked up by a parser that is not ours.
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from annotator.domain.article import PassageKind
from annotator.importers.imported import ImportedArticle

PAGES = Path(__file__).parent / "files" / "html"
_SIGNS = re.compile(r"[\s|“”]+")


def page(name: str) -> bytes:
    """The bytes of a page."""
    return (PAGES / name).read_bytes()


def expected(source: str, part: str) -> str:
    """The words that are expected as "title" or "text", blanks left out."""
    tree = html.fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
    marked = tree.xpath("//*[@data-expected=$part]", part=part)
    return "".join(letters(str(one.text_content())) for one in marked)


def words(article: ImportedArticle, *kinds: PassageKind) -> list[str]:
    """The passages of these kinds."""
    assert article.passages is not None
    return [article.text[one.start : one.end] for one in article.passages if one.kind in kinds]


def furniture(article: ImportedArticle) -> list[str]:
    """The passages that are set aside."""
    return words(article, PassageKind.BOILERPLATE)


def told(article: ImportedArticle) -> list[str]:
    """The passages that are text, the title apart."""
    aside = {PassageKind.TITLE, PassageKind.BOILERPLATE}
    return words(article, *(kind for kind in PassageKind if kind not in aside))


def letters(text: str) -> str:
    """A text without its blanks, and without what stands between cells or around quotations."""
    return _SIGNS.sub("", text)
