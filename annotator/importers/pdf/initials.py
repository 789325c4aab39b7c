"""Large first letters, as magazines set them: they belong to the word they begin."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.importers.pdf.lines import Line, Piece

_LARGER = 1.7
_LETTERS = 2
"""An initial is one letter, with a quotation mark perhaps."""

_ASCENT = 0.7
"""How far a letter rises above its base, in parts of its size."""


def with_initials(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, each initial joined to its word; what stands beside it begins where it does."""
    found = list(lines)
    at = 0
    while at < len(found):
        initial = found[at]
        beside = _beside(initial, found) if _is_letter(initial) else []
        if beside:
            first = beside[0]
            for number in beside:
                found[number] = found[number]._replace(left=initial.left)
            line = found[first]
            opening = Piece(initial.text.strip(), line.pieces[0].link)
            found[first] = line._replace(pieces=(opening, *line.pieces))
            del found[at]
        else:
            at += 1
    return found


def _is_letter(line: Line) -> bool:
    said = line.text.strip()
    return len(said) <= _LETTERS and any(map(str.isalpha, said)) and said == said.upper()


def _beside(initial: Line, lines: Sequence[Line]) -> list[int]:
    """The lines beside it, the first being the one whose top is as high as its own."""
    top = initial.base + _ASCENT * initial.size
    found = [
        at
        for at, line in enumerate(lines)
        if initial.size >= _LARGER * line.size
        and -0.3 * line.size < line.left - initial.right < 1.5 * line.size
        and initial.base - 1.4 * line.size < line.base < top
    ]
    found.sort(key=lambda at: -lines[at].base)
    if not found:
        return []
    first = lines[found[0]]
    level = abs(first.base + _ASCENT * first.size - top) < 0.9 * first.size
    return found if level and first.text[:1].isalpha() else []
