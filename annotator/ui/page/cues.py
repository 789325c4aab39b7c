"""How a claim shows on the page: its fill, its underline, and what stands after its number.

In Annotate that is how it stands for the analyst. In Review agreement is quiet, what
differs is loud, and what was decided looks like a tag.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtGui import QColor

from annotator.domain.compare import Accord, ReviewSnapshot
from annotator.domain.tags import NOT_JUDGED, ROW, Standing, Underline
from annotator.ui.theme import Theme

DIFFERENT = "≠"


@dataclass(frozen=True, slots=True)
class Cue:
    """What is painted of a claim beside its letters.

    ``thin``: an underline that does not ask to be looked at. ``sign`` is the glyph after
    the number, or "". ``digits`` and ``signed`` are the inks of number and sign.
    """

    fill: QColor | None
    underline: Underline
    ink: QColor
    sign: str
    digits: QColor
    signed: QColor
    thin: bool = False


@lru_cache(maxsize=64)
def cue(theme: Theme, standing: Standing, *, muted: bool = False) -> Cue:
    """How a claim that stands so shows in Annotate; ``muted``: only its number is left."""
    row = ROW.get(standing)
    fill = None if muted else theme.fill(standing)
    ink, text = theme.ink(standing), theme.colour("text")
    underline = Underline.NONE if muted or row is None else row.underline
    digits, signed = (text, text) if fill is not None else (theme.colour("muted"), ink)
    return Cue(fill, underline, ink, _sign(standing), digits, signed)


def review_cue(theme: Theme, review: ReviewSnapshot, index: int) -> Cue:
    """How a claim shows in Review."""
    accord = review.accord(index)
    if accord is Accord.FURNITURE:
        return cue(theme, Standing.FURNITURE)
    text, selection = theme.colour("text"), theme.colour("selection")
    if accord is Accord.OPEN:
        return Cue(selection, Underline.SOLID, text, DIFFERENT, text, text)
    decision = review.decision(index)
    if accord is Accord.RETURNED and decision is not None:
        row = ROW[decision.outcome]
        return Cue(selection, row.underline, theme.ink(decision.outcome), DIFFERENT, text, text)
    if accord is Accord.SETTLED and decision is not None:
        return replace(cue(theme, decision.outcome), thin=True)
    held = review.held(index)
    return _quiet(theme, held[0][1] if held else Standing.UNTAGGED)


def _quiet(theme: Theme, standing: Standing) -> Cue:
    """What one alone said, or all alike: no fill, a fine line in the standing's ink."""
    if standing is Standing.UNTAGGED:
        return cue(theme, standing)
    ink = theme.ink(standing)
    return Cue(None, ROW[standing].underline, ink, _sign(standing), ink, ink, thin=True)


def _sign(standing: Standing) -> str:
    """The glyph after a number; an untagged claim has none there."""
    if standing in NOT_JUDGED:
        return ""
    return ROW[standing].glyph
