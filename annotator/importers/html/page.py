"""Reading a web page, with its article, its furniture and what it says of itself.

The furniture stays in its place, labelled. Nothing is loaded, nothing is run.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.article import PassageKind
from annotator.domain.enclosed import Enclosed
from annotator.domain.errors import AnnotatorError, NoArticleError
from annotator.importers.composing import Composed, Composer
from annotator.importers.html.block import Block
from annotator.importers.html.choice import Choice, choose
from annotator.importers.html.decode import decode_page
from annotator.importers.html.metadata import Said
from annotator.importers.html.sniff import has_tags
from annotator.importers.html.tree import parse
from annotator.importers.html.vote import MOST, kept
from annotator.importers.html.walk import Walk
from annotator.importers.imported import ImportedArticle

NO_ARTICLE = "No article was found in this page; its whole text can be taken instead."
NOTHING = "There is nothing to read in this page; choose one with some text."
NO_PAGE = "It is named like a web page and is none; give it the ending that it has, such as .txt."


def read_page(
    data: bytes,
    *,
    encoding: str | None = None,
    charset: str = "",
    address: str = "",
    noted: str = "",
    original: bytes | None = None,
    whole: bool = False,
) -> ImportedArticle:
    """The article of a page, or with ``whole`` all of its text.

    ``encoding`` is what somebody named; ``charset`` is what a server or a file around the page
    said; ``address`` is where it was fetched from, ``noted`` where its file says it came from.
    ``original`` are the bytes of that file, where they are more than the page. Raises AnnotatorError where there is nothing to read,
    NoArticleError where there is only other text.
    """
    if not has_tags(data):
        raise AnnotatorError(NO_PAGE)
    decoded = decode_page(data, encoding, charset)
    page = parse(decoded.text)
    said = Said(page, address, noted)
    blocks = Walk(said.base).over(page.root)
    if not blocks:
        raise AnnotatorError(NOTHING)
    chosen = choose(page, blocks, kept(page.root, blocks), said.titles(), said.linked.body)
    if chosen is None and not whole:
        raise NoArticleError(NO_ARTICLE)
    if chosen is None or whole:
        chosen = Choice(chosen.title if chosen else None, frozenset(range(len(blocks))))
    title = "" if chosen.title is None else blocks[chosen.title].text
    composed = compose(blocks, chosen)
    return ImportedArticle(
        composed.text,
        data if original is None else original,
        decoded.encoding,
        decoded.note,
        composed.passages,
        Enclosed(composed.links, said.offered(title, guess=len(blocks) <= MOST)),
        address=address,
    )


def compose(blocks: Sequence[Block], chosen: Choice) -> Composed:
    """The text of these blocks, with what was not chosen as furniture in its place."""
    composer = Composer()
    titles = [at for at, block in enumerate(blocks) if block.kind is PassageKind.TITLE]
    title = titles[0] if titles and chosen.title is None else chosen.title
    for place, block in enumerate(blocks):
        kind = block.kind
        if kind is PassageKind.TITLE and place != title:
            kind = PassageKind.HEADING
        if place == title:
            kind = PassageKind.TITLE
        elif place not in chosen.text:
            kind = PassageKind.BOILERPLATE
        block.compose(composer, kind)
    return composer.composed()
