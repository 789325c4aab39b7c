"""The signs on a page of a PDF, as PDFium has them, put into words of one size and height.

What the file itself says its signs stand for (ActualText) goes before what the font says:
LibreOffice and others write so what the font has no sign for, such as an emoji.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from annotator.importers.pdf.actual import Actual, actual_texts
from annotator.importers.pdf.directions import Unit, right_to_left
from annotator.importers.pdf.lines import Run
from annotator.importers.pdf.links import Linked
from annotator.importers.pdf.vertical import runs_down

_LEVEL = 0.08
"""A word's signs stand on one height, but for this part of their size."""

_FARTHEST = 100_000.0
"""Points: no paper is as wide."""

_BOLD = 600
_BOLD_NAME = re.compile(rb"(?i)bold|black|heavy")
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_UNREAD = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})


class Signs(NamedTuple):
    """The words of a page in the order of the file."""

    runs: list[Run]
    turned: list[Run]
    """Words that stand across the others: a stamp, a line along the edge."""
    unread: int
    """Signs of which neither font nor file says what they are."""
    quarter: int
    """How often the page is turned by 90 degrees so that its words stand upright."""


@dataclass
class _Open:
    """A word that is being read."""

    base: float
    size: float
    bold: bool
    quarter: int | None
    glued: bool
    spaced: bool
    link: str
    signs: list[_Sign] = field(default_factory=list)


class _Sign(NamedTuple):
    """What a stretch of PDFium's text says: of its first and last sign we ask the place."""

    first: int
    last: int
    said: str


def signs_of(page: Any, text: Any, linked: list[Linked]) -> Signs:
    """The words of a page, ``text`` being PDFium's text of it."""
    reader = _Reader(text, actual_texts(page), linked)
    for at in range(pdfium.FPDFText_CountChars(text)):
        reader.take(at)
    reader.close()
    reader.add_unseen()
    return _upright(reader)


class _Reader:
    def __init__(self, text: Any, actual: dict[int, Actual], linked: list[Linked]) -> None:
        self.text, self.actual, self.linked = text, actual, linked
        self.done: list[tuple[int | None, Run]] = []
        self.unread = 0
        whole = _whole(text)
        self._each = right_to_left(whole)
        self._down = runs_down(text, whole)
        self._open: _Open | None = None
        self._blank = True
        self._written = False
        self._high = 0
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._font = ctypes.create_string_buffer(100)
        self._met: set[int] = set()

    def take(self, at: int) -> None:
        """The sign at this place of PDFium's text."""
        code = pdfium.FPDFText_GetUnicode(self.text, at)
        if code in _HIGH:
            self._high = code
            return
        said = self._character(code) if self._high else chr(code)
        if said.isspace():
            self._blank = True
            self._written = said == " " and not pdfium.FPDFText_IsGenerated(self.text, at)
            self.close()
            return
        if self.actual:
            known = self._known(at)
            if known is not None:
                self._say(at, known)
                return
        if code in _UNREAD or 0xE000 <= code <= 0xF8FF:
            self._private(at, said)
            return
        self._put(at, said)

    def _character(self, code: int) -> str:
        high, self._high = self._high, 0
        if code in _LOW:
            return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00))
        return chr(code)

    def _known(self, at: int) -> Actual | None:
        place = pdfium.FPDFText_GetTextObject(self.text, at)
        return self.actual.get(ctypes.cast(place, ctypes.c_void_p).value or 0)

    def _say(self, at: int, known: Actual) -> None:
        """What the file says stands here, once for all its signs."""
        if known.mark in self._met:
            word = self._open
            if word is not None and self._on_line(at, word):
                word.signs[-1] = word.signs[-1]._replace(last=at)
            return
        self._met.add(known.mark)
        if known.text.strip():
            self._put(at, known.text.strip())
        else:
            self._blank = self._blank or bool(known.text)
            self.close()

    def _private(self, at: int, said: str) -> None:
        """A sign that only its font knows: a bullet of a symbol font, or nobody knows what."""
        if said in _BULLETS:
            self._put(at, "•")
        else:
            self.unread += 1
            self._put(at, "\ufffd")

    def _put(self, at: int, said: str) -> None:
        word = self._open
        if word is None or not self._on_line(at, word):
            word = self._begin(at)
        word.signs.append(_Sign(at, at, said))

    def _on_line(self, at: int, word: _Open) -> bool:
        """Whether this sign stands at the word's height; smaller capitals do."""
        pdfium.FPDFText_GetCharOrigin(self.text, at, self._x, self._y)
        return abs(self._base(word.quarter) - word.base) <= _LEVEL * word.size

    def _begin(self, at: int) -> _Open:
        glued = self._open is not None and not self._blank
        self.close()
        matrix, text = self._matrix, self.text
        pdfium.FPDFText_GetCharOrigin(text, at, self._x, self._y)
        pdfium.FPDFText_GetLooseCharBox(text, at, self._box)
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        scale = math.hypot(matrix.c, matrix.d)
        quarter = _quarter(math.degrees(math.atan2(matrix.b, matrix.a)))
        if self._down and quarter == 0:
            quarter = 3  # the lines run down, though each sign stands upright
        self._open = _Open(
            base=self._base(quarter),
            size=_size(pdfium.FPDFText_GetFontSize(text, at) * scale),
            bold=self._is_bold(at),
            quarter=quarter,
            glued=glued,
            spaced=self._written,
            link=next((one.target for one in self.linked if one.holds(self._box)), ""),
        )
        self._blank = self._written = False
        return self._open

    def _is_bold(self, at: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self.text, at) >= _BOLD:
            return True
        pdfium.FPDFText_GetFontInfo(self.text, at, self._font, len(self._font), None)
        return bool(_BOLD_NAME.search(self._font.value))

    def _base(self, quarter: int | None) -> float:
        """The height of the sign in hand, the page turned so that its word stands upright."""
        match quarter:
            case 1:
                return -self._x.value
            case 2:
                return -self._y.value
            case 3:
                return self._x.value
            case _:
                return self._y.value

    def _edges(self, at: int, quarter: int | None) -> tuple[float, float]:
        """Left and right of a sign, the page turned likewise."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self.text, at, box)
        match quarter:
            case 1:
                return box.bottom, box.top
            case 2:
                return -box.right, -box.left
            case 3:
                return -box.top, -box.bottom
            case _:
                return box.left, box.right

    def close(self) -> None:
        """The word is over."""
        word, self._open = self._open, None
        if word is None:
            return
        if self._each:
            units = self._units(word)
        else:
            left, _ = self._edges(word.signs[0].first, word.quarter)
            _, right = self._edges(word.signs[-1].last, word.quarter)
            units = [Unit("".join(sign.said for sign in word.signs), left, right)]
        self._add(word, units)

    def _units(self, word: _Open) -> list[Unit]:
        """Each sign by itself: what runs from right to left is put in order by where it stands."""
        units: list[Unit] = []
        for first, last, said in word.signs:
            left, right = self._edges(first, word.quarter)
            if last != first:
                left_too, right_too = self._edges(last, word.quarter)
                left, right = min(left, left_too), max(right, right_too)
            unit = Unit(said, left, right)
            if units and _same_place(units[-1], unit) and right_to_left(said):
                # A ligature is one sign; PDFium turned its letters round with the line.
                units[-1] = unit._replace(text=said + units[-1].text)
            elif units and unicodedata.combining(said[0]):
                units[-1] = units[-1]._replace(text=units[-1].text + said)
            else:
                units.append(unit)
        return units

    def _add(self, word: _Open, units: list[Unit]) -> None:
        run = Run(
            tuple(units),
            "".join(unit.text for unit in units),
            _place(min(unit.left for unit in units)),
            _place(max(unit.right for unit in units)),
            _place(word.base),
            word.size,
            word.bold,
            word.link,
            word.glued,
            word.spaced,
        )
        self.done.append((word.quarter, run))

    def add_unseen(self) -> None:
        """What the file says stands where PDFium found no sign at all."""
        for known in {one.mark: one for one in self.actual.values()}.values():
            if known.mark not in self._met and known.text.strip() and known.place:
                left, right, base, size = known.place
                word = _Open(base, _size(size), False, 0, False, False, "")
                self._add(word, [Unit(known.text.strip(), left, right)])


def _size(found: float) -> float:
    """A size that can be reckoned with: a damaged file may have any number, and none."""
    return max(0.1, round(abs(found), 1)) if abs(found) < _FARTHEST else 0.1


def _place(found: float) -> float:
    return found if abs(found) < _FARTHEST else 0.0


def _whole(text: Any) -> str:
    """All signs of the page, to see in which scripts it is written."""
    count = pdfium.FPDFText_CountChars(text)
    held = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text, 0, count, held)
    return bytes(held).decode("utf-16-le", "replace")


_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d\ue00c\uf06c\uf06e")
"""What the symbol fonts of word processors have in front of list items."""


def _same_place(one: Unit, other: Unit) -> bool:
    return abs(one.left - other.left) < 0.01 and abs(one.right - other.right) < 0.01


def _quarter(degrees: float) -> int | None:
    """Which quarter of a turn this is, ``None`` for anything between."""
    turns = degrees / 90
    return round(turns) % 4 if abs(turns - round(turns)) < 0.05 else None


def _upright(reader: _Reader) -> Signs:
    counts: Counter[int] = Counter()
    for quarter, run in reader.done:
        if quarter is not None:
            counts[quarter] += len(run.text)
    most = counts.most_common(1)[0][0] if counts else 0
    runs = [run for quarter, run in reader.done if quarter == most]
    turned = [run for quarter, run in reader.done if quarter != most]
    return Signs(runs, turned, reader.unread, most)
