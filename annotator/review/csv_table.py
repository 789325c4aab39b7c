"""A table from a CSV file with the columns ``item``, ``analyst`` and ``tag``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.domain.errors import AnnotatorError
from annotator.review.table import Table, Triple, of_triples


class _Places(NamedTuple):
    """In which cells of a row the three columns are."""

    item: int
    analyst: int
    tag: int


def read_csv(data: bytes, name: str) -> Table:
    """RFC 4180 in UTF-8, with or without a byte order mark; semicolons and tabs separate too.

    The first line names the columns, in any order and among any others; blanks around
    a cell do not count, and an empty tag is missing. ``name`` is what the file is called
    in a message. Raises AnnotatorError for whatever is no such table.
    """
    text = _text(data, name)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        places = _places(next(filter(any, rows), []), name)
        try:
            table = of_triples(_triples(rows, places))
        except AnnotatorError as fault:  # of the row that was read last
            raise AnnotatorError(f"{name}, line {rows.line_num:,}: {fault}") from fault
    except csv.Error as fault:
        raise AnnotatorError(
            f"{name} is no CSV at line {rows.line_num:,} ({fault}): save it anew."
        ) from fault
    if not table.items:
        raise AnnotatorError(
            f"{name} has no row under its first line: there is nothing to measure."
        )
    return table


def _text(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise AnnotatorError(
            f"{name} is not UTF-8 (byte {fault.start:,}): save it as CSV in UTF-8."
        ) from fault
    if not text.strip():
        raise AnnotatorError(f"{name} is empty: a table has the columns item, analyst and tag.")
    return text


def _separator(text: str) -> str:
    """Spreadsheet programs of many languages write semicolons and call it CSV."""
    first = text.lstrip("\r\n ").split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _places(head: Sequence[str], name: str) -> _Places:
    names = [cell.strip().casefold() for cell in head]
    lacking = [column for column in _Places._fields if column not in names]
    if lacking:
        raise AnnotatorError(
            f"{name} has no column {' and no column '.join(lacking)}: "
            "its first line must name item, analyst and tag."
        )
    return _Places(*map(names.index, _Places._fields))


def _triples(rows: Iterator[list[str]], places: _Places) -> Iterator[Triple]:
    for row in rows:
        if not any(row):
            continue
        if len(row) <= max(places):
            raise AnnotatorError(f"the row has {len(row)} cells only: add what is missing.")
        item, analyst, tag = (row[place].strip() for place in places)
        for cell, column in ((item, "item"), (analyst, "analyst")):
            if not cell:
                raise AnnotatorError(f"the row names no {column}: fill it in.")
        yield item, analyst, tag
