"""Sheets to bytes, by XlsxWriter (Office Open XML, ISO/IEC 29500).

Nothing that came from outside is ever looked at for a formula, a number or a link: every cell says
what it is. The same sheets give the same bytes.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.image import Image
from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from annotator.exporters.workbook_cells import (
    ACROSS,
    ROWS,
    Cell,
    Changed,
    Day,
    Link,
    Logo,
    Moment,
    Number,
    Sheet,
    Text,
    as_date,
    as_datetime,
)
from annotator.exporters.workbook_styles import FONT_SIZES, RIGHT, STYLES, UNWRAPPED
from annotator.reporting import times

A4 = 9
PAGE = 1330
"""So many pixels of columns stand beside each other on a landscape page at ``SCALE``."""

SCALE = 70
"""In hundredths: ten points are printed as seven, which can still be read."""

NAME = 31
"""The longest name of a sheet."""

LOGO = 36.0
"""The height of a logo, in points."""

NARROW = 0.87
"""A letter of ten points, in the digits of eleven points that a column's width is counted in."""

LOOKED_AT = 4_000
"""A text of so many characters fills the highest row whatever its column."""

LINE, HIGHEST = 13.2, 409
"""The height of a line of ten points, and of the highest row, in points."""

FOOT = 200
"""The longest text of a foot is 255; page numbers go beside the title."""

_NO_NAME = re.compile(r"[\[\]:*?/\\]|^'|'$")


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself. ``pages`` is such as "Page &P of &N"."""

    title: str
    author: str
    comment: str
    made: datetime
    pages: str


def written(sheets: Iterable[Sheet], about: About) -> bytes:
    """The workbook. It is made in memory: no text lies in a temporary file."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    changed = Changed()
    book.set_properties(
        {
            "title": changed.text(about.title),
            "author": changed.text(about.author),
            "comments": about.comment,
            "created": about.made,
        }
    )
    pen = _Pen(book, changed)
    names: set[str] = set()
    for sheet in sheets:
        for part in sheet.parts(ROWS):
            _write(pen, replace(part, name=_name(part.name, names)), about)
    book.close()
    return out.getvalue()


def _name(wanted: str, taken: set[str]) -> str:
    """A name that a sheet can have and none has yet: case does not count."""
    plain = _NO_NAME.sub(" ", wanted).strip() or "Sheet"
    name, number = plain[:NAME], 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain[: NAME - 4]} {number}"
    taken.add(name.casefold())
    return name


class _Pen:
    """Writes cells as what they are."""

    def __init__(self, book: Workbook, changed: Changed) -> None:
        self.book = book
        self.changed = changed
        self._formats: dict[str, Format] = {}
        self._marks: dict[str, int] = {}

    def format(self, style: str) -> Format:
        if style not in self._formats:
            self._formats[style] = self.book.add_format(dict(STYLES[style]))
        return self._formats[style]

    def mark(self, mark: str, page: Worksheet, column: int, rows: int) -> None:
        """Gives the cells below a head their name."""
        self._marks[mark] = self._marks.get(mark, 0) + 1
        where = xl_range_abs(1, column, max(rows, 1), column)
        self.book.define_name(
            f"{mark}_{self._marks[mark]}", f"={quote_sheetname(page.name)}!{where}"
        )

    def write(self, page: Worksheet, at: tuple[int, int], cell: Cell, style: str) -> None:
        look = self.format((cell.style if cell else "") or style)
        match cell:
            case None:
                page.write_blank(*at, None, look)
            case Text(words):
                self._text(page, at, words, look)
            case Number(value):
                page.write_number(*at, value, look)
            case Moment(moment):
                self._date(page, at, as_datetime(moment), times.seconds(moment), look)
            case Day(text):
                self._date(page, at, as_date(text), text, look)
            case Logo(data):
                page.insert_image(*at, "logo", _as_high(data, LOGO))
            case Link(address):
                if self.changed.link(address):
                    page.write_url(*at, address, look, self.changed.text(address))
                else:
                    self._text(page, at, address, self.format("text"))

    def _date(
        self, page: Worksheet, at: tuple[int, int], date: Any, words: str, look: Format
    ) -> None:
        if date is None:
            self._text(page, at, words, look)
        else:
            page.write_datetime(*at, date, look)

    def _text(self, page: Worksheet, at: tuple[int, int], words: str, look: Format) -> None:
        words = self.changed.text(words)
        if words.startswith("<r>") and words.endswith("</r>"):
            # XlsxWriter takes such a text for its own markup and would write it as it stands.
            page.write_rich_string(*at, *words[:2], words[2:], look)
        else:
            page.write_string(*at, words, look)


def _write(pen: _Pen, sheet: Sheet, about: About) -> None:
    page = pen.book.add_worksheet(sheet.name)
    pen.changed.new_sheet()
    page.hide_gridlines(2)
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.width)
    if sheet.heads:
        _table(pen, page, sheet)
    else:
        _text(pen, page, sheet)
    _print(page, sheet, about, pen.changed)


def _table(pen: _Pen, page: Worksheet, sheet: Sheet) -> None:
    widths = [column.width for column in sheet.columns]
    for index, column in enumerate(sheet.columns):
        style = "head-right" if column.style in RIGHT else "head"
        page.write_string(0, index, pen.changed.text(column.head), pen.format(style))
        if column.mark:
            pen.mark(column.mark, page, index, len(sheet.rows))
    page.set_row(0, _height([Text(column.head) for column in sheet.columns], widths) + 6)
    for number, row in enumerate(sheet.rows, 1):
        page.set_row(number, _height(row, widths))
        for index, cell in enumerate(row):
            pen.write(page, (number, index), cell, sheet.columns[index].style)
    page.freeze_panes(1, sheet.frozen)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    page.ignore_errors({"number_stored_as_text": f"A1:XFD{ROWS}"})


def _text(pen: _Pen, page: Worksheet, sheet: Sheet) -> None:
    """Rows of one or two cells go on to the last column; others stand in theirs."""
    widths = [column.width for column in sheet.columns]
    last = len(widths) - 1
    for number, row in enumerate(sheet.rows):
        if 0 < len(row) <= ACROSS:
            whole = [*widths[: len(row) - 1], sum(widths[len(row) - 1 :])]
            style = row[-1].style if row[-1] else "plain"
            page.merge_range(number, len(row) - 1, number, last, "", pen.format(style))
            page.set_row(number, _height(row, whole))
        else:
            page.set_row(number, _height(row, widths))
        for index, cell in enumerate(row):
            if cell is not None:
                pen.write(page, (number, index), cell, sheet.columns[index].style)


def _height(row: Sequence[Cell], widths: Sequence[float]) -> float:
    """What the words of a row need, in points. Not every program finds that out by itself."""
    found = LINE
    for cell, width in zip(row, widths, strict=False):
        if isinstance(cell, Logo):
            found = LOGO + 2
        if isinstance(cell, Text) and not cell.style.startswith(UNWRAPPED):
            size = FONT_SIZES.get(cell.style, 10)
            found = max(found, _lines(cell.words, width * 10 / size) * LINE * size / 10)
    return min(found + 3, HIGHEST)


def _as_high(data: bytes, points: float) -> dict[str, object]:
    """How a picture is put in: so high, or as wide as a fifth of a page if that is less."""
    picture = Image(io.BytesIO(data))
    scale = min(
        points * 96 / 72 / (picture.height * 96 / picture.y_dpi),
        PAGE / 5 / (picture.width * 96 / picture.x_dpi),
    )
    shown = {"image_data": io.BytesIO(data), "decorative": True, "object_position": 2}
    return shown | {"x_scale": scale, "y_scale": scale, "y_offset": 2}


def _lines(words: str, width: float) -> int:
    """So many lines they take; wide characters (Chinese, Japanese, emoji) take two places."""
    if len(words) * 2 <= width and "\n" not in words:
        return 1
    lines = 0
    for paragraph in words[:LOOKED_AT].split("\n"):
        wide = 0 if paragraph.isascii() else sum(east_asian_width(c) in "WF" for c in paragraph)
        lines += max(1, math.ceil((len(paragraph) * NARROW + wide) / max(width - 2, 1)))
    return lines


def _print(page: Worksheet, sheet: Sheet, about: About, changed: Changed) -> None:
    """On the width of a page where that can be read; else on several that begin alike."""
    page.set_paper(A4)
    page.set_landscape()
    page.set_margins(0.5, 0.5, 0.6, 0.7)
    pixels = [7 * column.width + 5 for column in sheet.columns]
    if sum(pixels) <= PAGE:
        page.fit_to_pages(1, 0)
    else:
        page.set_print_scale(SCALE)
        page.set_v_pagebreaks(_breaks(pixels, sheet.frozen))
    if sheet.heads:
        page.repeat_rows(0)
        if sheet.frozen:
            page.repeat_columns(0, sheet.frozen - 1)
    title = changed.text(about.title).replace("\n", " ")[: FOOT // 2]
    page.set_footer(f"&L&8{_foot(title)}&R&8{about.pages}")


def _breaks(pixels: Sequence[float], repeated: int) -> list[int]:
    """Before which columns a new page begins, the first ones standing on every page."""
    found, head = [], sum(pixels[:repeated])
    room = PAGE - head
    for index, wide in enumerate(pixels[repeated:], repeated):
        if wide > room and index > repeated:
            found.append(index)
            room = PAGE - head
        room -= wide
    return found


def _foot(text: str) -> str:
    """A foot's text in which "&" is one; a digit at its start would be taken for the size's."""
    return " " + text.replace("&", "&&")
