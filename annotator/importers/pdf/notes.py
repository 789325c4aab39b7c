"""Footnotes at the foot of a PDF's page, and the marks in its text that lead to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from annotator.importers.pdf.lines import Line, Note, Piece
from annotator.importers.pdf.order import overlap

_SMALLER = 0.93
_MARK = re.compile(r"\s*(\d{1,3}|[*†‡§¶]{1,3})(?![\d%])[.)]?\s*(?=\S)")


class Notes(NamedTuple):
    """A page's lines without its footnotes, and each footnote's lines by its mark."""

    lines: list[Line]
    notes: list[tuple[str, list[Line]]]


def notes_of(lines: Sequence[Line], usual: float) -> Notes:
    """Parts the footnotes from a page's lines; ``usual`` is the size of the text.

    They are small, nothing but they stands below them, and the first begins with its mark.
    """
    small = [line for line in lines if line.size <= _SMALLER * usual]
    text = [line for line in lines if line.size > _SMALLER * usual]
    low = [
        line
        for line in small
        if not line.row
        and not any(other.base < line.base and overlap(line, other) for other in text)
    ]
    notes: list[tuple[str, list[Line]]] = []
    for line in low:
        begins = _MARK.match(line.text)
        if begins and (line.pieces[0].mark or not notes or _goes_on(notes[-1][0], begins[1])):
            notes.append((begins[1], [line]))
        elif notes:
            notes[-1][1].append(line)
    if not text or not notes:
        return Notes(list(lines), [])
    aside = {id(line) for _, group in notes for line in group}
    return Notes([line for line in lines if id(line) not in aside], notes)


def _goes_on(before: str, mark: str) -> bool:
    """Whether this mark comes after that one; a number at a line's start is seldom the next."""
    if before.isdigit() and mark.isdigit():
        return int(mark) == int(before) + 1
    return not mark.isdigit()


def without_mark(line: Line) -> Line:
    """The footnote's first line without its mark."""
    found = _MARK.match(line.text)
    left = found.end() if found else 0
    pieces = []
    for piece in line.pieces:
        pieces.append(piece._replace(text=piece.text[left:], mark=False))
        left = max(0, left - len(piece.text))
    return line._replace(pieces=tuple(pieces))


def with_notes(lines: Sequence[Line], notes: dict[str, Note]) -> tuple[list[Line], set[str]]:
    """The page's lines, marks replaced by their footnotes; and the marks that were found.

    A mark is raised; where a font has signs for raised digits that is not to be seen, and a
    mark is what stands behind a word in one place of the page only.
    """
    found = list(lines)
    met: set[str] = set()
    for mark, note in notes.items():
        places = [
            (at, number)
            for at, line in enumerate(found)
            for number, piece in enumerate(line.pieces)
            if piece.mark and piece.text.strip() == mark
        ]
        if places:
            at, number = places[0]
            found[at] = _replaced(found[at], number, Piece("", note=note))
        elif not _behind_word(found, mark, note):
            continue
        met.add(mark)
    return found, met


def _behind_word(lines: list[Line], mark: str, note: Note) -> bool:
    """Replaces the one place where the mark stands right behind a word."""
    behind = re.compile(rf"(?<=[^\W\d_]|[.,;:!?”’\"')»\]]){re.escape(mark)}(?![\w%°])")
    places = [
        (at, number, found)
        for at, line in enumerate(lines)
        for number, piece in enumerate(line.pieces)
        for found in behind.finditer(piece.text)
    ]
    if len(places) != 1:
        return False
    at, number, found = places[0]
    piece = lines[at].pieces[number]
    one, two = piece.text[: found.start()], piece.text[found.end() :]
    parts = [piece._replace(text=one), Piece("", note=note), piece._replace(text=two)]
    lines[at] = _replaced(lines[at], number, *parts)
    return True


def _replaced(line: Line, number: int, *parts: Piece) -> Line:
    return line._replace(pieces=(*line.pieces[:number], *parts, *line.pieces[number + 1 :]))
