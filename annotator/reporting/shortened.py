"""A proposed wording cut short round its changes, for where a line has to do."""

from __future__ import annotations

import unicodedata

from annotator.domain.beside import Pieces

BESIDE = 26
"""So much of what stays is left beside a change, in code points."""

CHANGED = 90
"""A change longer than this is cut in its middle."""

CUT = "…"
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"


def shortened(pieces: Pieces) -> Pieces:
    """The same pieces, with what is far from every change left out."""
    last = len(pieces) - 1
    return tuple(
        (_kept(text, kind, first=n == 0, last=n == last), kind)
        for n, (text, kind) in enumerate(pieces)
    )


def _kept(text: str, kind: str, *, first: bool, last: bool) -> str:
    if kind != "same":
        return (
            text if len(text) <= CHANGED else f"{_head(text, CHANGED // 2)}{CUT}{_tail(text, 30)}"
        )
    if first and last:
        return text
    most = BESIDE if first or last else 2 * BESIDE
    if len(text) <= most + 1:
        return text
    if first:
        return f"{CUT}{_tail(text, BESIDE)}"
    if last:
        return f"{_head(text, BESIDE)}{CUT}"
    return f"{_head(text, BESIDE // 2)}{CUT}{_tail(text, BESIDE // 2)}"


def _head(text: str, size: int) -> str:
    """About so many code points from the beginning, to the end of a word."""
    at = size
    while at < len(text) and _inside(text, at):
        at += 1
    cut = text.rfind(" ", 0, at + 1)
    return text[: cut if cut > size // 2 else at]


def _tail(text: str, size: int) -> str:
    """About so many code points from the end, from the beginning of a word."""
    at = len(text) - size
    while at < len(text) and _inside(text, at):
        at += 1
    cut = text.find(" ", at - 1)
    return text[cut + 1 if 0 <= cut < len(text) - size // 2 else at :]


def _inside(text: str, at: int) -> bool:
    """Whether a cut here would part a character from what combines with it."""
    joined = text[at] in _JOINERS or text[at - 1] == "\u200d"
    return joined or unicodedata.category(text[at]).startswith("M")
