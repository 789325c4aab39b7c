"""The words of a paragraph's lines, joined; hyphens that only the line's end asked for are undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from annotator.importers.pdf.lines import HYPHEN_AT_END, Line, Piece

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST = re.compile("([^\\W\\d_]*)([-\u2010\x02])$")
_FIRST = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Scripts written without blanks between words, so that none stands for a line's end."""

_DASHES = "—–-\u2010\u2011/"


class Hyphens:
    """What a text's own words say of a hyphen at the end of a line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._words: Counter[str] = Counter()
        for line in lines:
            self._words.update(word.casefold() for word in _inner(line.text))
        ends = [found[1].casefold() for line in lines if (found := _LAST.search(line.text))]
        # What stands before a word's own hyphen is a word; what was cut off seldom is one.
        own = sum(len(end) > 2 and self._words[end] > 0 for end in ends)
        self._hyphenates = len(ends) > 1 and own < len(ends) - own

    def stays(self, one: str, two: str) -> bool:
        """Whether the hyphen between the parts of a word is the word's own."""
        one, two = one.casefold(), two.casefold()
        whole, parted = self._words[one + two], self._words[f"{one}-{two}"]
        if whole or parted:
            return parted > whole
        if not self._hyphenates:
            return True
        both = self._words[one] and self._words[two]
        return bool(both) and min(len(one), len(two)) > 2


def _inner(text: str) -> Iterable[str]:
    """The words of a line that are not cut at its end."""
    end = _LAST.search(text)
    return _WORD.findall(text[: end.start()] if end else text)


def pieces_of(lines: Sequence[Line], hyphens: Hyphens) -> list[Piece]:
    """The words of these lines in one stretch."""
    found: list[Piece] = []
    for line in lines:
        new = [piece for piece in line.pieces if piece.text or piece.note]
        if not found or not new:
            found += new
            continue
        before, after = found[-1], new[0]
        ended, between = _between(before.text, after.text, hyphens)
        found[-1] = before._replace(text=ended)
        if between:
            same = before.link if before.link == after.link else ""
            found.append(Piece(between, same))
        found += new
    if found:
        found[-1] = found[-1]._replace(text=found[-1].text.replace(HYPHEN_AT_END, "-"))
    return found


def _between(one: str, two: str, hyphens: Hyphens) -> tuple[str, str]:
    """How the line before ends, and what stands between it and the next."""
    one, two = one.rstrip(), two.lstrip()
    if one.endswith("\u00ad"):
        return one[:-1], ""
    cut = _LAST.search(one)
    if cut:
        return _hyphened(one, two, cut, hyphens)
    if one and two and _UNSPACED.match(one[-1]) and _UNSPACED.match(two[0]):
        return one, ""
    if one[-1:] in _DASHES and len(one) > 1 and not one[-2].isspace():
        return one, ""
    return one, " "


def _hyphened(one: str, two: str, cut: re.Match[str], hyphens: Hyphens) -> tuple[str, str]:
    """The same, where the line before ends in a hyphen."""
    kept = f"{one[: cut.start(2)]}{cut[2].replace(HYPHEN_AT_END, '-')}"
    first = _FIRST.match(two)
    if not cut[1]:
        return kept, "" if one[:-1][-1:].isdigit() else " "
    if first is None or not first[0][0].islower() or hyphens.stays(cut[1], first[0]):
        return kept, ""
    return one[: cut.start(2)], ""
