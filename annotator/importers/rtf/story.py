"""What is read in one go: the article's text, a footnote, a comment, a text box."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.domain.article import PassageKind
from annotator.domain.enclosed import RemarkKind
from annotator.importers.composing import Composed, Composer
from annotator.importers.paragraphs import (
    Mark,
    Paragraph,
    put_paragraph,
    put_row,
)


@dataclass(slots=True)
class Story:
    """Paragraphs and rows as they come, in one ``Composer``."""

    composer: Composer = field(default_factory=Composer)
    open: Paragraph = field(default_factory=Paragraph)
    listed: bool = False
    """The open paragraph has had the number or bullet of a list."""
    _row: list[list[Paragraph]] = field(default_factory=list)
    _cell: list[Paragraph] = field(default_factory=list)
    _boxes: list[Composed] = field(default_factory=list)

    def end_paragraph(self, kind: PassageKind, *, in_cell: bool) -> None:
        """The open paragraph is over, and is of this kind."""
        ended, self.open, self.listed = self.open, Paragraph(), False
        ended.kind = kind
        if in_cell:
            self._cell.append(ended)
            return
        self.end_row()
        put_paragraph(self.composer, ended)
        self._unpack()

    def end_cell(self, kind: PassageKind) -> None:
        """The open paragraph was the last of its cell."""
        self.end_paragraph(kind, in_cell=True)
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """The cells so far are a row of a table."""
        if self._cell:
            self._row.append(self._cell)
            self._cell = []
        if self._row:
            put_row(self.composer, self._row)
            self._row = []
            self._unpack()

    def box(self, composed: Composed) -> None:
        """A text box, which stands after the paragraph that it is anchored in."""
        self._boxes.append(composed)

    def mark(self, mark: Mark) -> None:
        """Notes a place in the open paragraph."""
        self.open.mark(mark)

    def composed(self, kind: PassageKind) -> Composed:
        """All of it; what is still open is of this kind."""
        if self.open.pieces:
            self.end_paragraph(kind, in_cell=False)
        self.end_row()
        self._unpack()
        return self.composer.composed()

    def _unpack(self) -> None:
        boxes, self._boxes = self._boxes, []
        for text, passages, links, _remarks in boxes:
            for kind, start, end in passages:
                paragraph = Paragraph(kind)
                at = start
                for link in (one for one in links if start <= one.start < end):
                    paragraph.add(text[at : link.start])
                    paragraph.add(text[link.start : link.end], link.target)
                    at = link.end
                paragraph.add(text[at:end])
                put_paragraph(self.composer, paragraph)


def remark_mark(
    kind: RemarkKind,
    said: Composed,
    *,
    author: str = "",
    made: str = "",
    on: list[int] | None = None,
) -> Mark:
    """A mark that notes this remark: on the two places of ``on`` where it has two, else where it stands."""

    def note(composer: Composer) -> None:
        end = on[1] if on and len(on) == 2 else composer.end_at
        start = min(on[0], end) if on else end
        targets = tuple(dict.fromkeys(link.target for link in said.links))
        composer.remark(kind, start, end, said.text, author=author, made=made, links=targets)

    return note
