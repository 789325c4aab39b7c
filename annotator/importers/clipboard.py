"""What was copied somewhere: HTML where there is some, with its links and headings, else plain text."""

from __future__ import annotations

import re

from annotator.domain.enclosed import Enclosed, Offered
from annotator.importers.imported import ImportedArticle
from annotator.importers.table import read_pasted

NOTE = "Pasted with its links and headings."

_WINDOWS = re.compile(r"\s*Version:\d[\d.]*\s*\n(?:[A-Za-z]+:[^\n]*\n)*", re.IGNORECASE)
"""What the clipboard of Windows has before the HTML: where it begins, and where it is from."""

_SOURCE = re.compile(r"^SourceURL:\s*(https?://\S+)", re.IGNORECASE | re.MULTILINE)
_BEGINS = re.compile(r"<!--\s*StartFragment\s*-->")
_ENDS = re.compile(r"<!--\s*EndFragment\s*-->")
_PAGE_PARTS = frozenset({"nav", "footer"})
_ARTICLE_PARTS = frozenset({"main", "article", "h1"})


def read_clipboard(html: str, text: str = "") -> ImportedArticle:
    """The article that was copied; ``html`` is preferred, and kept as the original bytes.

    All of it is text: who copies has chosen. Only what was copied with menu and foot, a page as
    a whole, has its furniture set aside. Raises AnnotatorError where there is nothing to read.
    """
    if "<" not in html:
        return read_pasted(text or html)
    # Of markup without words, such as a copied picture's, the markup is no article.
    return _from_html(html) or read_pasted(text)


def _from_html(html: str) -> ImportedArticle | None:
    from annotator.importers.composing import clean
    from annotator.importers.html.choice import Choice, choose
    from annotator.importers.html.metadata import Said
    from annotator.importers.html.page import compose
    from annotator.importers.html.tree import parse
    from annotator.importers.html.vote import kept
    from annotator.importers.html.walk import Walk
    from annotator.importers.links import web_address

    source, address = _fragment(clean(html))
    page = parse(source)
    blocks = Walk(web_address(address)).over(page.root)
    if not blocks:
        return None
    tags = {element.tag for element in page.elements}
    chosen = None
    if tags & _PAGE_PARTS and tags & _ARTICLE_PARTS:
        chosen = choose(page, blocks, kept(page.root, blocks), Said(page).titles(), "")
    composed = compose(blocks, chosen or Choice(None, frozenset(range(len(blocks)))))
    offered = (Offered("address", address, "what was copied with it"),) if address else ()
    original = html.encode("utf-8", "surrogatepass")
    enclosed = Enclosed(composed.links, offered)
    return ImportedArticle(composed.text, original, "UTF-8", NOTE, composed.passages, enclosed)


def _fragment(html: str) -> tuple[str, str]:
    """The HTML that was meant, and the address of its page, "" where that is not known."""
    address = ""
    if header := _WINDOWS.match(html):
        found = _SOURCE.search(header[0])
        address = found[1] if found else ""
        html = html[header.end() :]
    begins = _BEGINS.search(html)
    ends = _ENDS.search(html, begins.end()) if begins else None
    return (html[begins.end() : ends.start()] if begins and ends else html), address
