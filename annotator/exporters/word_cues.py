"""How an outcome is drawn in a Word file: fill, ink, and the underline that is not colour.

The colours are those of the window in light, written as WordprocessingML wants them: "1F2328".
"""

from __future__ import annotations

from typing import Final, NamedTuple

from annotator.domain.colours import LIGHT
from annotator.domain.report import Outcome

_COLOURS: Final = {name: colour.removeprefix("#") for name, colour in LIGHT.items()}
TEXT, MUTED, LINE = _COLOURS["text"], _COLOURS["muted"], _COLOURS["line"]
DOT, SELECTION = _COLOURS["dot"], _COLOURS["selection"]


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


def _tag(name: str, line: str) -> Cue:
    """A tag has its own two colours."""
    role = name.lower()
    return _cue(name, _COLOURS[f"{role}-fill"], _COLOURS[f"{role}-ink"], line)


CUES: Final[dict[Outcome, Cue]] = {
    Outcome.VERIFIED: _tag("Verified", "single"),
    Outcome.DISPUTED: _tag("Disputed", "wave"),
    Outcome.UNATTRIBUTED: _tag("Unattributed", "dash"),
    Outcome.ON_SOURCE: _cue("On Source", "", MUTED, "dotted", strong=False),
    Outcome.NOT_CHECKABLE: _cue("Not Checkable", "", MUTED, "", strong=False),
    Outcome.OPEN: _cue("Open", SELECTION, TEXT, "thick"),
    Outcome.UNTAGGED: _cue("Untagged", "", DOT, "dotted", strong=False),
}
