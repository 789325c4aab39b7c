"""Where the columns of the measures are, in a wide table and in one with less room."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.ui.agreement.strip import WIDE as STRIP

ONE_LINE = 660
"""From so many pixels on kappa and its interval stand side by side."""
TABLE = 545
"""From so many on there are columns at all; below, a row's numbers are lines of words."""

_WIDE = {"ac1": 0, "alpha": 68, "strip": 144, "kappa": 147 + STRIP + 9}
_MEDIUM = {"ac1": 0, "alpha": 46, "strip": 92, "kappa": 92 + STRIP + 9}
_FROM_LEFT = {"agree": 184, "chance": 246, "percent": 298}
_SPARE = {"agree": 0.25, "chance": 0.5, "percent": 0.75}


@dataclass(frozen=True, slots=True)
class Columns:
    """Pixels from the left at which each column of numbers ends; ``strip`` is where that begins."""

    rights: dict[str, int]
    strip: int
    two_lines: bool


def columns(width: int) -> Columns:
    """The columns of a table this wide; what is left over goes between the first ones."""
    two_lines = width < ONE_LINE
    far = _MEDIUM if two_lines else _WIDE
    rights = {name: width - at for name, at in far.items() if name != "strip"}
    room = rights["kappa"] - (44 if two_lines else 108) - 12
    spare = max(0, room - _FROM_LEFT["percent"])
    for name, at in _FROM_LEFT.items():
        rights[name] = at + round(spare * _SPARE[name])
    return Columns(rights, width - far["strip"] - STRIP, two_lines)
