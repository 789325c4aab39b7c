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

from annotator.importers.pdf_actual import Actual, actual_texts
from annotator.importers.pdf_directions import Unit, right_to_left
from annotator.importers.pdf_lines import Run
from annotator.importers.pdf_links import Linked

SIGNS = 2_000_000
"""More signs on one page nobody printed."""

_LEVEL = 0.08
"""A word's signs stand on one height, but for this part of their size."""

_BOLD = 600
_BOLD_NAME = re.compile(rb"(?i)bold|black|heavy")
_BLANK = re.compile(r"\s")
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
    raw: float
    size: float
    bold: bool
    quarter: int | None
    glued: bool
    link: str
    units: list[Unit] = field(default_factory=list)


def signs_of(page: Any, text: Any, linked: list[Linked]) -> Signs:
    """The words of a page, ``text`` being PDFium's text of it."""
    reader = _Reader(text, actual_texts(page), linked)
    for at in range(min(pdfium.FPDFText_CountChars(text), SIGNS)):
        reader.take(at)
    reader.close()
    reader.add_unseen()
    return _upright(reader)


class _Reader:
    def __init__(self, text: Any, actual: dict[int, Actual], linked: list[Linked]) -> None:
        self.text, self.actual, self.linked = text, actual, linked
        self.done: list[tuple[_Open, int]] = []
        self.unread = 0
        self._open: _Open | None = None
        self._blank = True
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
        said = self._character(code)
        if pdfium.FPDFText_IsGenerated(self.text, at) == 1 or _BLANK.match(said):
            self._blank = True
            self.close()
            return
        if self.actual:
            known = self._known(at)
            if known is not None:
                self._say(at, known)
                return
        if code in _UNREAD or "\ue000" <= said <= "\uf8ff":
            self._private(at, said)
            return
        self._put(at, said)

    def _character(self, code: int) -> str:
        high, self._high = self._high, 0
        if high and code in _LOW:
            return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00))
        return chr(code)

    def _known(self, at: int) -> Actual | None:
        place = pdfium.FPDFText_GetTextObject(self.text, at)
        return self.actual.get(ctypes.cast(place, ctypes.c_void_p).value or 0)

    def _say(self, at: int, known: Actual) -> None:
        """What the file says stands here, once for all its signs."""
        if known.mark in self._met:
            if self._open is not None and self._open.units:
                self._stretch(at)
            return
        self._met.add(known.mark)
        if known.text.strip():
            self._put(at, known.text.strip())
        else:
            self._blank = self._blank or bool(known.text)
            self.close()

    def _stretch(self, at: int) -> None:
        """The last word goes as far as this sign."""
        assert self._open is not None
        pdfium.FPDFText_GetLooseCharBox(self.text, at, self._box)
        pdfium.FPDFText_GetCharOrigin(self.text, at, self._x, self._y)
        left, right, base = self._at(self._open)
        if abs(base - self._open.base) <= _LEVEL * self._open.size:
            last = self._open.units[-1]
            wider = last._replace(left=min(last.left, left), right=max(last.right, right))
            self._open.units[-1] = wider

    def _private(self, at: int, said: str) -> None:
        """A sign that only its font knows: a bullet of a symbol font, or nobody knows what."""
        if said in _BULLETS:
            self._put(at, "•")
        else:
            self.unread += 1
            self._put(at, "\ufffd")

    def _put(self, at: int, said: str) -> None:
        pdfium.FPDFText_GetCharOrigin(self.text, at, self._x, self._y)
        pdfium.FPDFText_GetLooseCharBox(self.text, at, self._box)
        raw = pdfium.FPDFText_GetFontSize(self.text, at)
        word = self._open
        if (
            word is None
            or word.raw != raw
            or abs(self._at(word)[2] - word.base) > _LEVEL * word.size
        ):
            word = self._begin(at, raw)
        left, right, _ = self._at(word)
        unit = Unit(said, left, right)
        units = word.units
        if units and _same_place(units[-1], unit) and right_to_left(said):
            # A ligature is one sign; PDFium turned its letters round with the line.
            units[-1] = unit._replace(text=said + units[-1].text)
        elif units and unicodedata.combining(said[0]):
            units[-1] = units[-1]._replace(text=units[-1].text + said)
        else:
            units.append(unit)

    def _begin(self, at: int, raw: float) -> _Open:
        glued = self._open is not None and not self._blank
        self.close()
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self.text, at, matrix)
        word = _Open(
            base=0,
            raw=raw,
            size=round(raw * math.hypot(matrix.c, matrix.d), 1) or 0.1,
            bold=self._is_bold(at),
            quarter=_quarter(math.degrees(math.atan2(matrix.b, matrix.a))),
            glued=glued,
            link=next((one.target for one in self.linked if one.holds(self._box)), ""),
        )
        word.base = self._at(word)[2]
        self._open = word
        self._blank = False
        return word

    def _is_bold(self, at: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self.text, at) >= _BOLD:
            return True
        pdfium.FPDFText_GetFontInfo(self.text, at, self._font, len(self._font), None)
        return bool(_BOLD_NAME.search(self._font.value))

    def _at(self, word: _Open) -> tuple[float, float, float]:
        """Left, right and base of the sign in hand, the page turned so that the word stands upright."""
        box = self._box
        match word.quarter:
            case 1:
                return box.bottom, box.top, -self._x.value
            case 2:
                return -box.right, -box.left, -self._y.value
            case 3:
                return -box.top, -box.bottom, self._x.value
            case _:
                return box.left, box.right, self._y.value

    def close(self) -> None:
        """The word is over."""
        if self._open is not None and self._open.units:
            self.done.append((self._open, len(self._open.units)))
        self._open = None

    def add_unseen(self) -> None:
        """What the file says stands where PDFium found no sign at all."""
        for known in {one.mark: one for one in self.actual.values()}.values():
            if known.mark not in self._met and known.text.strip() and known.place:
                left, right, base, size = known.place
                word = _Open(base, size, size, False, 0, False, "")
                word.units.append(Unit(known.text.strip(), left, right))
                self.done.append((word, 1))


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
    for word, length in reader.done:
        if word.quarter is not None:
            counts[word.quarter] += length
    quarter = counts.most_common(1)[0][0] if counts else 0
    runs: list[Run] = []
    turned: list[Run] = []
    for word, _ in reader.done:
        run = _run(word)
        if word.quarter == quarter:
            runs.append(run)
        else:
            turned.append(run)
    return Signs(runs, turned, reader.unread, quarter)


def _run(word: _Open) -> Run:
    units = tuple(word.units)
    return Run(
        units,
        min(unit.left for unit in units),
        max(unit.right for unit in units),
        word.base,
        word.size,
        word.bold,
        word.link,
        word.glued,
    )
