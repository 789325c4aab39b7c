"""What stands in the cells of a workbook, before any library is asked to write it.

Sheets are plain values, so what has to be cut or written otherwise can be said without making a
file. The limits are Excel's own ("Excel specifications and limits"); they count UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from annotator.domain.offsets import Utf16
from annotator.domain.wording import amount
from annotator.reporting.characters import cleaned
from annotator.reporting.words import web_address

TEXT_UNITS = 32_767
"""The longest text of a cell."""

ADDRESS_UNITS = 2_079
"""The longest address of a link; what follows its ``#`` is counted apart."""

LINKS = 65_530
"""So many links a sheet holds."""

ROWS = 1_048_576
"""So many rows a sheet holds, its head included."""

FIRST_DAY = date(1900, 3, 1)
"""Before it programs count days differently: Excel has a 29 February 1900. Such days are text."""

ACROSS = 2
"""On a sheet that is no table, a row of no more cells goes on to the last column."""

CUT = "…"


class Text(NamedTuple):
    """Words. ``style`` is a name of ``workbook_styles.STYLES``, empty for the column's own."""

    words: str
    style: str = ""


class Number(NamedTuple):
    """A number as a number."""

    value: float
    style: str = ""


class Moment(NamedTuple):
    """Microseconds since 1970, UTC."""

    at: int
    style: str = ""


class Link(NamedTuple):
    """An address, and a link where it can be one."""

    address: str
    style: str = ""


class Day(NamedTuple):
    """A day as it was given: ``YYYY-MM-DD`` is a date, its first parts alone stay text."""

    text: str
    style: str = ""


class Logo(NamedTuple):
    """A picture in a row of its own."""

    data: bytes
    style: str = "plain"


Cell = Text | Number | Moment | Link | Day | Logo | None
Row = list[Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``width`` is in characters; a ``needed`` one stays where nothing stands in it.

    ``mark`` is how the file is found to hold it when it is read again, whatever its language: the
    cells below the head get the name "claims_1", the next such column's "claims_2".
    """

    head: str
    width: float
    style: str = "text"
    needed: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; with ``heads`` it is a table, whose first ``frozen`` columns stay in sight.

    On a sheet without, the last cell of a short row goes on to the last column (``ACROSS``).
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    heads: bool = True
    frozen: int = 0

    def without_empty(self) -> Sheet:
        """Without the columns in which nothing stands, but for those that are needed."""
        kept = [
            index
            for index, column in enumerate(self.columns)
            if column.needed or any(row[index] is not None for row in self.rows)
        ]
        rows = [[row[index] for index in kept] for row in self.rows]
        return replace(self, columns=tuple(self.columns[index] for index in kept), rows=rows)

    def parts(self, most: int) -> Iterator[Sheet]:
        """Itself, or several with at most so many rows each, the head included: "Evidence 2"."""
        size = most - self.heads
        for number, start in enumerate(range(0, max(len(self.rows), 1), size), 1):
            name = self.name if number == 1 else f"{self.name} {number}"
            yield replace(self, name=name, rows=self.rows[start : start + size])


@dataclass
class Changed:
    """What could not be written as it was, counted.

    ``replaced`` characters, ``cut`` texts, and addresses written as text because they are too
    ``long`` or because the sheet has its fill of links (``beyond``).
    """

    replaced: int = 0
    cut: int = 0
    long: int = 0
    beyond: int = 0
    links: int = field(default=0, repr=False)

    def new_sheet(self) -> None:
        """Links are counted a sheet."""
        self.links = 0

    def text(self, words: str) -> str:
        """The words as a cell holds them."""
        words, replaced = cleaned(words)
        self.replaced += replaced
        if len(words) > TEXT_UNITS // 2 and Utf16(words).length > TEXT_UNITS:
            self.cut += 1
            words = _shortened(words, TEXT_UNITS)
        return words

    def link(self, address: str) -> bool:
        """Whether the address is written as a link."""
        if not web_address(address):
            return False
        before, _, after = address.partition("#")
        if max(Utf16(before).length, Utf16(after).length) > ADDRESS_UNITS:
            self.long += 1
            return False
        self.links += 1
        if self.links > LINKS:
            self.beyond += 1
            return False
        return True

    def sentences(self) -> Iterator[str]:
        """What is to be said of it, for standard error."""
        if self.replaced:
            said = amount(self.replaced, "character")
            yield f"{said} that no spreadsheet can hold: written as U+FFFD."
        if self.cut:
            said = amount(self.cut, "text")
            yield f"{said} longer than the {TEXT_UNITS:,} characters of a cell: cut there."
        if self.long:
            yield f"{_addresses(self.long)} too long for a link: written as text."
        if self.beyond:
            yield f"{_addresses(self.beyond)} beyond the {LINKS:,} links of a sheet: written as text."

    def look_at(self, sheet: Sheet) -> None:
        """Counts what would be changed in a sheet, without writing it."""
        self.new_sheet()
        for row in sheet.rows:
            for cell in row:
                if isinstance(cell, Text):
                    self.text(cell.words)
                elif isinstance(cell, Link):
                    self.text(cell.address)
                    self.link(cell.address)


def _addresses(count: int) -> str:
    return f"{count:,} address" + ("" if count == 1 else "es")


def text(words: str, style: str = "") -> Cell:
    """A cell with these words; an empty one without any."""
    return Text(words, style) if words else None


def moment(at: int) -> Cell:
    """A cell with this moment; an empty one for none (0)."""
    return Moment(at) if at else None


def link(address: str) -> Cell:
    """A cell with this address; an empty one without any."""
    return Link(address) if address else None


def day(given: str) -> Cell:
    """A cell with this day; an empty one without any."""
    return Day(given) if given else None


def as_date(given: str) -> date | None:
    """The day, where it is a whole one that every program counts alike."""
    if len(given) != len("2024-01-04"):
        return None
    try:
        found = date.fromisoformat(given)
    except ValueError:
        return None
    return found if found >= FIRST_DAY else None


def as_datetime(at: int) -> datetime | None:
    """The moment without its zone, to the second; None where no sheet has such a date."""
    try:
        found = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=at // 1_000_000)
    except OverflowError:
        return None
    return found.replace(tzinfo=None) if found.date() >= FIRST_DAY else None


def _shortened(words: str, units: int) -> str:
    """The beginning, and a mark that it goes on; no character is cut in two."""
    return words[: Utf16(words).code_points(units - len(CUT))] + CUT
