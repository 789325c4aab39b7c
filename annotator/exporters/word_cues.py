"""How an outcome is drawn in a Word file: fill, ink, and the underline that is not colour.

The colours are those of light paper, the same as in the window.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from annotator.domain.report import Outcome

TEXT, MUTED, LINE, DOT, PAPER = "1F2328", "62666D", "DCD8CF", "8A9097", "E4DFD4"


class Cue(NamedTuple):
    """``claim`` and ``ink`` are the character styles of a claim in the article and of an outcome's name.

    ``line`` is an underline as WordprocessingML names it (ECMA-376, 17.18.99), empty for none.
    """

    claim: str
    ink: str
    fill: str
    colour: str
    line: str
    strong: bool


def _cue(name: str, fill: str, colour: str, line: str, *, strong: bool = True) -> Cue:
    bare = name.replace(" ", "")
    return Cue(f"AnnotatorClaim{bare}", f"AnnotatorInk{bare}", fill, colour, line, strong)


CUES: Final[dict[Outcome, Cue]] = {
    Outcome.VERIFIED: _cue("Verified", "A9CFFB", "154064", "single"),
    Outcome.DISPUTED: _cue("Disputed", "F0BE9C", "9A3112", "wave"),
    Outcome.UNATTRIBUTED: _cue("Unattributed", "CFC5D3", "7A3FB5", "dash"),
    Outcome.ON_SOURCE: _cue("On Source", "", MUTED, "dotted", strong=False),
    Outcome.NOT_CHECKABLE: _cue("Not Checkable", "", MUTED, "", strong=False),
    Outcome.OPEN: _cue("Open", PAPER, TEXT, "thick"),
    Outcome.UNTAGGED: _cue("Untagged", "", DOT, "dotted", strong=False),
}
