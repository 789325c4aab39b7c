"""Footnotes at the foot of a PDF's page, and the marks in its text that lead to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from annotator.importers.pdf_lines import Line
from annotator.importers.pdf_order import overlap

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
        if not any(other.base < line.base and overlap(line, other) for other in text)
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


def noted(line: Line, notes: dict[str, str]) -> tuple[Line, set[str]]:
    """The line, its marks replaced by the footnotes of these marks; and which were found."""
    met = {piece.text.strip() for piece in line.pieces if piece.mark} & notes.keys()
    if not met:
        return line, met
    pieces = [
        piece._replace(text="", note=notes[piece.text.strip()])
        if piece.mark and piece.text.strip() in met
        else piece
        for piece in line.pieces
    ]
    return line._replace(pieces=tuple(pieces)), met
