"""A PDF's pages, put together to an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from annotator.domain.article import Passage, PassageKind
from annotator.domain.enclosed import Enclosed, Offered, RemarkKind
from annotator.importers.composing import Composed, Composer
from annotator.importers.pdf.kinds import kinds_of, without_bullet
from annotator.importers.pdf.lines import Line, Note, Piece
from annotator.importers.pdf.notes import notes_of, with_notes, without_mark
from annotator.importers.pdf.paragraphs import Paragraph, Setting, paragraphs_of
from annotator.importers.pdf.rows import with_rows
from annotator.importers.pdf.running import Parted, Sheet, parted
from annotator.importers.pdf.words import Hyphens, pieces_of


class Article(NamedTuple):
    """The text, and what it is made of."""

    composed: Composed
    bare: frozenset[int]
    """Pages on which nothing stands but what runs along the edges."""

    @property
    def text(self) -> str:
        return self.composed.text

    @property
    def passages(self) -> tuple[Passage, ...]:
        return self.composed.passages

    def enclosed(self, offered: tuple[Offered, ...]) -> Enclosed:
        """What came with it, and what its properties offer."""
        return Enclosed(self.composed.links, offered, self.composed.remarks)


@dataclass
class _Aside:
    """What stands on a page and belongs to no paragraph of the text."""

    head: list[Line]
    notes: list[list[Line]] = field(default_factory=list)
    """Footnotes whose marks were not found."""
    tail: list[Line] = field(default_factory=list)
    turned: str = ""


def composed(sheets: Sequence[Sheet], turned: dict[int, str], named: str) -> Article:
    """The article on these pages; ``named`` is the title in the file's properties.

    What runs along the edges of the pages stands where the page ends, or after the paragraph
    that runs on to the next page: it is set aside and cuts no paragraph. Where there is nothing
    else on any page, it is the text.
    """
    apart = parted(list(sheets))
    bare = frozenset(
        sheet.number for sheet, page in zip(sheets, apart, strict=True) if not page.lines
    )
    if len(bare) == len(sheets):
        apart = [Parted(sheet.lines, [], []) for sheet in sheets]
    pages = [page._replace(lines=with_rows(page.lines)) for page in apart]
    setting = Setting([line for page in pages for line in page.lines])
    hyphens = Hyphens([line for page in pages for line in page.lines])
    lines: list[Line] = []
    asides: dict[int, _Aside] = {}
    for sheet, page in zip(sheets, pages, strict=True):
        text, aside = _without_notes(page, setting, hyphens)
        aside.turned = turned.get(sheet.number, "")
        lines += text
        asides[sheet.number] = aside
    paragraphs = paragraphs_of(lines, Setting(lines))
    return Article(_Putting(paragraphs, asides, hyphens, Setting(lines), named).composed(), bare)


def _without_notes(page: Parted, setting: Setting, hyphens: Hyphens) -> tuple[list[Line], _Aside]:
    """The page's text, its marks replaced by the footnotes they lead to."""
    text, notes = notes_of(page.lines, setting.size)
    said: dict[str, Note] = {}
    for mark, lines in notes:
        pieces = pieces_of([without_mark(lines[0]), *lines[1:]], hyphens)
        links = dict.fromkeys(piece.link for piece in pieces if piece.link)
        words = "".join(piece.text for piece in pieces).strip()
        said.setdefault(mark, Note(words, tuple(links)))
    found, met = with_notes(text, said)
    left = [lines for mark, lines in notes if mark not in met]
    return found, _Aside(page.head, left, page.tail)


class _Putting:
    """Puts paragraphs and what stands aside in their order."""

    def __init__(
        self,
        paragraphs: list[Paragraph],
        asides: dict[int, _Aside],
        hyphens: Hyphens,
        setting: Setting,
        named: str,
    ) -> None:
        self._paragraphs, self._asides, self._hyphens = paragraphs, asides, hyphens
        self._pieces = [pieces_of(one.lines, hyphens) for one in paragraphs]
        texts = ["".join(piece.text for piece in pieces) for pieces in self._pieces]
        self._kinds = kinds_of(paragraphs, texts, setting, named)
        self._composer = Composer()
        self._waiting = sorted(asides)
        """Pages whose foot is still to come; of the first, its head has been put."""

    def composed(self) -> Composed:
        """The whole text."""
        pages = list(self._waiting)
        if pages:
            self._running(self._asides[pages[0]].head)
        for at, (kind, pieces) in enumerate(zip(self._kinds, self._pieces, strict=True)):
            self._put(kind, pieces)
            following = self._paragraphs[at + 1 : at + 2]
            self._turn_to(following[0].lines[0].page if following else None)
        self._turn_to(None)
        return self._composer.composed()

    def _turn_to(self, page: int | None) -> None:
        """Puts what stands aside on the pages before this one; ``None``: on all that are left."""
        while self._waiting and (page is None or self._waiting[0] < page):
            aside = self._asides[self._waiting.pop(0)]
            for note in aside.notes:
                self._put(PassageKind.BODY, pieces_of(note, self._hyphens))
            self._running(aside.tail)
            if aside.turned:
                self._put(PassageKind.BOILERPLATE, [Piece(aside.turned)])
            if self._waiting:
                self._running(self._asides[self._waiting[0]].head)

    def _running(self, lines: Sequence[Line]) -> None:
        for _, row in groupby(lines, key=lambda line: round(line.base)):
            pieces = [piece for line in row for piece in (Piece(" "), *line.pieces)]
            self._put(PassageKind.BOILERPLATE, pieces)

    def _put(self, kind: PassageKind, pieces: Sequence[Piece]) -> None:
        composer = self._composer
        composer.begin(kind)
        first = True
        for piece in pieces:
            if piece.note:
                at = composer.end_at
                note = piece.note
                composer.remark(RemarkKind.FOOTNOTE, at, at, note.text, links=note.links)
                continue
            said = piece.text
            if first and kind is PassageKind.LIST_ITEM:
                said = without_bullet(said)
            first = False
            composer.add(said, piece.link)
        composer.end()
