"""Words cut to the room there is, in writing of either direction."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

_RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT MARK}"


def elided(measure: QFontMetricsF, text: str, room: float) -> str:
    """The text, or its beginning and "…".

    Beside Latin words the "…" of a Persian title would stand before its first word: a mark
    keeps it at the end.
    """
    cut = measure.elidedText(text, Qt.TextElideMode.ElideRight, room)
    return cut + _RIGHT_TO_LEFT if cut != text and _turns(text) else cut


def _turns(text: str) -> bool:
    """Whether it is written from right to left: its first letter says so."""
    ways = (unicodedata.bidirectional(char) for char in text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"
