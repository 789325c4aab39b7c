"""The text of a Word file in reading order, each piece with the element that holds it.

ECMA-376, part 1, 17. Importers make an article of it, and whoever writes into the file again
finds by the same walk where each character of that article stands. What is read is what a
reader of the file sees when every tracked change is accepted: insertions are text, deletions and
hidden text are not; of fields the result is; headers, footers, notes and comments are no
text. A table of contents is left out: its lines stand in the text as headings. A row of a table
is one block, unless a cell holds several paragraphs; what stands in a text box follows the paragraph
to which the box is anchored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.domain.article import BETWEEN_CELLS
from annotator.office.word_fields import Fields, is_gallery_of_contents
from annotator.office.word_names import child, local, value
from annotator.office.word_runs import BESIDE, CHANGES, GOES, RANGES, Note, Piece, Runs, chosen
from annotator.office.word_styles import Styles


@dataclass(slots=True)
class Block:
    """What is read as one passage: a paragraph, or a row of a table.

    ``properties`` are those of the paragraph (``pPr``), None where it has none, or is a row.
    """

    properties: Any = None
    pieces: list[Piece | Note] = field(default_factory=list)

    def has_words(self) -> bool:
        return any(isinstance(one, Piece) and one.text.strip() for one in self.pieces)


class Walk:
    """Goes once through a document, or through one note of it.

    ``targets``: the ids of relationships → the addresses they lead to. When it is done,
    ``changes`` says how many tracked changes were read as accepted, ``contents`` how many lines
    of a table of contents were left out, ``others`` how many documents are embedded in it.
    """

    def __init__(self, styles: Styles, targets: Mapping[str, str]) -> None:
        self.contents = 0
        self.others = 0
        self._runs = Runs(styles, targets)
        self._open: Block | None = None
        """A paragraph without an end: the next one goes on with it."""
        self._loose: list[Piece | Note] = []
        """Places between paragraphs."""

    @property
    def changes(self) -> int:
        return self._runs.changes.found

    def blocks(self, document: Any) -> Iterator[Block]:
        """All that is read, passage after passage; the last may hold nothing but places."""
        self._runs.fields = Fields.of(document)
        body = child(document, "body")
        yield from self._level(document if body is None else body)
        yield from self._flushed()
        if self._loose:
            yield Block(pieces=self._loose)

    def _level(self, parent: Any) -> Iterator[Block]:
        for one in parent:
            name = local(one)
            if name == "p":
                yield from self._paragraph(one)
            elif name == "tr":
                yield from self._flushed()
                yield from self._row(one)
            elif name == "sdt":
                yield from self._control(one)
            elif name == "altChunk":
                self.others += 1
            elif name in RANGES:
                self._loose.append(Note(RANGES[name], value(one, "id")))
            elif name and name not in BESIDE:
                yield from self._level(chosen(one) if name == "mc:AlternateContent" else one)

    def _control(self, one: Any) -> Iterator[Block]:
        """A content control, unless it holds a table of contents or what is to be typed in it."""
        if is_gallery_of_contents(one):
            self.contents += sum(1 for line in one.iter("{*}p") if any(line.itertext()))
        elif child(one, "sdtPr", "showingPlcHdr") is None:
            yield from self._level(one)

    def _paragraph(self, one: Any) -> Iterator[Block]:
        block, self._open = self._open or Block(), None
        block.properties = child(one, "pPr")
        block.pieces += self._loose
        self._loose = []
        self._runs.read(one, block.pieces)
        self.contents += self._runs.left_out
        boxes = self._runs.boxes
        if self._goes_on(block.properties):
            self._open = block
        else:
            yield block
        for box in boxes:
            yield from self._box(box)

    def _goes_on(self, properties: Any | None) -> bool:
        """Whether a paragraph with these properties has no end: it was deleted, or it is a large initial."""
        if properties is None:
            return False
        met = self._met(child(properties, "rPr"), (*CHANGES, "moveFrom"))
        frame = child(properties, "framePr")
        initial = frame is not None and value(frame, "dropCap") in ("drop", "margin")
        return initial or any(name in GOES for name in met)

    def _flushed(self) -> Iterator[Block]:
        """The paragraph that waits for its next one, which will not come."""
        if self._open is not None:
            block, self._open = self._open, None
            yield block

    def _box(self, box: Any) -> Iterator[Block]:
        """A text box, which no paragraph around it goes on in."""
        waits, fields, self._open = self._open, self._runs.fields, None
        self._runs.fields = Fields.of(box)
        yield from self._level(box)
        yield from self._flushed()
        self._open, self._runs.fields = waits, fields

    def _row(self, row: Any) -> Iterator[Block]:
        if any(name in GOES for name in self._met(child(row, "trPr"), CHANGES)):
            return
        cells = [list(self._cell(one)) for one in _cells(row)]
        filled = [sum(one.has_words() for one in cell) for cell in cells]
        every = [one for cell in cells for one in cell]
        if sum(filled) < 2 or max(filled) > 1:
            yield from every
        else:
            yield Block(pieces=list(_joined(every)))

    def _cell(self, cell: Any) -> Iterator[Block]:
        if not self._met(child(cell, "tcPr"), ("cellDel",)):
            yield from self._level(cell)
            yield from self._flushed()

    def _met(self, properties: Any | None, names: tuple[str, ...]) -> list[str]:
        """The tracked changes of these names, which are counted."""
        found = []
        for name in names if properties is not None else ():
            one = child(properties, name)
            if one is not None:
                self._runs.changes.meet(one)
                found.append(name)
        return found


def _cells(row: Any) -> Iterator[Any]:
    """The cells, which may stand in content controls."""
    for one in row:
        if local(one) == "tc":
            yield one
        elif local(one) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(one)


def _joined(blocks: list[Block]) -> Iterator[Piece | Note]:
    """The pieces of cells, with a stroke between those that have words."""
    begun = False
    for one in blocks:
        words = one.has_words()
        if words and begun:
            yield Piece(BETWEEN_CELLS)
        begun = begun or words
        yield from one.pieces
