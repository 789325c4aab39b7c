"""From a Markdown source to passages: what a reader of the page made from it would see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.domain.article import BETWEEN_CELLS, Passage, PassageKind
from annotator.domain.enclosed import Enclosed
from annotator.domain.errors import AnnotatorError
from annotator.importers.composing import Composed, Composer
from annotator.importers.encodings.decoding import decode
from annotator.importers.html.body import read_fragment
from annotator.importers.imported import ImportedArticle
from annotator.importers.links import target
from annotator.importers.markdown.front import front_matter, offered
from annotator.importers.visible import NOTHING, has_visible

if TYPE_CHECKING:
    from markdown_it.token import Token

DEEPEST = 60
"""Lists and quotations inside each other; the parser calls itself for each."""

_LEVELS = 2 * DEEPEST
"""As the parser counts them: a list and its item are two."""

_CONTAINERS = frozenset({"list_item_open", "blockquote_open"})

TOO_DEEP = "Its lists or quotations are nested too deep; save its article as plain text (.txt) and open that."

_WORDS = frozenset({"text", "code_inline", "text_special"})
_KINDS = {
    "heading_open": PassageKind.HEADING,
    "list_item_open": PassageKind.LIST_ITEM,
    "blockquote_open": PassageKind.QUOTATION,
}


def read_text(data: bytes, encoding: str | None) -> ImportedArticle:
    """The article of a Markdown file."""
    from markdown_it import MarkdownIt

    decoded = decode(data, encoding)
    fields, source = front_matter(decoded.text)
    rows = offered(fields)
    base = next((row.value for row in rows if row.field == "address"), "")
    parser = MarkdownIt("commonmark", {"maxNesting": _LEVELS}).enable(["table", "strikethrough"])
    # Every link is one, wherever it leads: ``target`` drops what may not be kept.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    try:
        tokens = parser.parse(source)
    except RecursionError as fault:
        raise AnnotatorError(TOO_DEEP) from fault
    if any(token.type in _CONTAINERS and token.level >= _LEVELS - 1 for token in tokens):
        raise AnnotatorError(TOO_DEEP)  # the parser leaves out what is in there, and all behind it
    composed = _Reader(base).composed(tokens)
    if not has_visible(composed.text):
        raise AnnotatorError(NOTHING)
    return ImportedArticle(
        composed.text,
        data,
        decoded.encoding,
        decoded.note,
        _titled(composed, tokens),
        Enclosed(composed.links, rows),
    )


def _titled(composed: Composed, tokens: list[Token]) -> tuple[Passage, ...]:
    """The passages; a heading of the first level that stands first is the title."""
    first, *rest = composed.passages
    if first.kind is PassageKind.HEADING and tokens[0].tag == "h1":
        first = first._replace(kind=PassageKind.TITLE)
    return (first, *rest)


class _Reader:
    def __init__(self, base: str) -> None:
        self.base = base
        self.composer = Composer()
        self.kinds = [PassageKind.BODY]
        self.row: list[str] | None = None
        """The cells with words that the open row has had."""

    def composed(self, tokens: list[Token]) -> Composed:
        """The text of all tokens."""
        for token in tokens:
            self._block(token)
        return self.composer.composed()

    def _block(self, token: Token) -> None:
        kind = token.type
        if kind in _KINDS:
            self.kinds.append(_KINDS[kind])
        elif kind.replace("_close", "_open") in _KINDS:
            self.kinds.pop()
            self.composer.end()
        elif kind == "tr_open":
            self.composer.begin(self.kinds[-1])
            self.row = []
        elif kind == "inline":
            self._inline(token)
        elif kind in ("fence", "code_block"):
            self.composer.begin(self.kinds[-1])
            self.composer.add_exactly(token.content.strip("\n"))
            self.composer.end()
        elif kind == "html_block":
            read_fragment(self.composer, token.content, base=self.base)
            self.composer.end()
        elif kind in ("paragraph_close", "tr_close"):
            self.composer.end()
            self.row = None

    def _inline(self, token: Token) -> None:
        children = token.children or []
        if self.row is None:
            self.composer.begin(self.kinds[-1])
        elif any(child.content.strip() for child in children if child.type in _WORDS):
            if self.row:
                self.composer.add(BETWEEN_CELLS)
            self.row.append(token.content)
        link = ""
        for child in children:
            if child.type in ("link_open", "link_close"):
                link = target(str(child.attrs.get("href", "")), self.base)
            elif child.type in _WORDS:
                self.composer.add(child.content, link)
            elif child.type == "softbreak":
                self.composer.add(" ", link)
            elif child.type == "hardbreak" or _is_break(child):
                self.composer.break_line()


def _is_break(token: Token) -> bool:
    return token.type == "html_inline" and token.content.lower().startswith("<br")
