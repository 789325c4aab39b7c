"""Cells of a plain table that no spreadsheet runs. Every list that leaves as CSV needs it, and none a whole format."""

from __future__ import annotations

import re

_ARMED = frozenset("=+-@\t\r")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")


def disarmed(cell: str) -> str:
    """The cell with an apostrophe before it, where a spreadsheet would run it.

    Those are cells that begin with ``= + - @``, a tab or a carriage return and are
    no number (OWASP, "CSV Injection").
    """
    if cell and cell[0] in _ARMED and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
