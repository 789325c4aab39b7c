"""Web pages: .html, .htm and .xhtml files, and pages that were fetched.

The article comes in with its title, headings, paragraphs, lists, quotations and captions; the
page's furniture stays in its place, labelled. Nothing is loaded, nothing is run.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.article import PassageKind
from annotator.domain.enclosed import Enclosed
from annotator.domain.errors import AnnotatorError, NoArticleError
from annotator.importers.composing import Composed, Composer
from annotator.importers.encoding import Decoded
from annotator.importers.html_block import Block
from annotator.importers.html_choice import Choice, choose
from annotator.importers.html_decode import decode_page
from annotator.importers.html_sniff import begins_like_page, has_tags
from annotator.importers.html_tree import parse
from annotator.importers.html_vote import MOST, kept
from annotator.importers.html_walk import Walk
from annotator.importers.imported import ImportedArticle
from annotator.importers.metadata import Said

SUFFIXES = (".html", ".htm", ".xhtml", ".xht")

NO_ARTICLE = "No article was found in this page; its whole text can be taken instead."
NOTHING = "There is nothing to read in this page; choose one with some text."
NO_PAGE = "It is named like a web page and is none; give it the ending that it has, such as .txt."


def read(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """The article of a page. Raises AnnotatorError, NoArticleError where there is only other text."""
    return read_page(data, encoding=encoding)


def read_whole(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """All text of a page."""
    return read_page(data, encoding=encoding, whole=True)


def read_page(
    data: bytes,
    *,
    encoding: str | None = None,
    charset: str = "",
    address: str = "",
    whole: bool = False,
) -> ImportedArticle:
    """As ``read``; ``charset`` and ``address`` are what a server or mail said of the page."""
    if not has_tags(data):
        raise AnnotatorError(NO_PAGE)
    decoded = decode_page(data, encoding, charset)
    return read_markup(decoded, data, address=address, whole=whole)


def read_markup(
    decoded: Decoded, original: bytes, *, address: str = "", whole: bool = False
) -> ImportedArticle:
    """The article of a page whose source is known."""
    page = parse(decoded.text)
    said = Said(page, address)
    blocks = Walk(said.base).over(page.root)
    if not blocks:
        raise AnnotatorError(NOTHING)
    titles = said.titles()
    chosen = choose(page, blocks, kept(page.root, blocks), titles, said.linked.body)
    if chosen is None and not whole:
        raise NoArticleError(NO_ARTICLE)
    if chosen is None or whole:
        title = chosen.title if chosen else None
        chosen = Choice(title, frozenset(range(len(blocks))))
    title_words = "" if chosen.title is None else blocks[chosen.title].text
    composed = _compose(blocks, chosen)
    return ImportedArticle(
        composed.text,
        original,
        decoded.encoding,
        decoded.note,
        composed.passages,
        Enclosed(composed.links, said.offered(title_words, guess=len(blocks) <= MOST)),
        address=address,
    )


def _compose(blocks: Sequence[Block], chosen: Choice) -> Composed:
    composer = Composer()
    for place, block in enumerate(blocks):
        if place == chosen.title:
            block.compose(composer, PassageKind.TITLE)
        else:
            block.compose(composer, block.kind if place in chosen.text else PassageKind.BOILERPLATE)
    return composer.composed()


def sniff(data: bytes, suffix: str) -> bool:
    """Whether it is a web page: by its first bytes, or by its name."""
    return suffix in SUFFIXES or begins_like_page(data)
