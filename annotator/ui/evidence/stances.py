"""How evidence can stand to a claim, and how it is graded: words, glyphs and keys, declared once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.assessment import Audience
from annotator.domain.evidence import Stance
from annotator.domain.tags import Standing


@dataclass(frozen=True, slots=True)
class StanceRow:
    """``standing``: whose ink it wears, or None for that of the text."""

    stance: Stance
    label: str
    glyph: str
    key: str
    standing: Standing | None = None


STANCES: tuple[StanceRow, ...] = (
    StanceRow(Stance.SUPPORTS, "Supports", "✓", "+", Standing.VERIFIED),
    StanceRow(Stance.CONTRADICTS, "Contradicts", "✕", "-", Standing.DISPUTED),
    StanceRow(Stance.CONTEXT, "Context", "~", "~"),
)
STANCE = {row.stance: row for row in STANCES}

UNSAID = Stance.CONTEXT
"""How what is entered without a sign serves the claim: it says nothing of the content yet."""


class Hand(StrEnum):
    """Whether who says it was in a position to know, or has it from somebody else."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Grade(StrEnum):
    """How far one trusts who says it (Admiralty scale)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


RELIABILITY = {
    Grade.A: "reliable",
    Grade.B: "usually reliable",
    Grade.C: "fairly reliable",
    Grade.D: "not usually reliable",
    Grade.E: "unreliable",
    Grade.F: "cannot be judged",
}
CREDIBILITY = {
    1: "confirmed by others",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
"""How far one believes what it says, whoever says it."""

READERS = {
    Audience.ME: "Only you: it is in no file that leaves this library but a backup",
    Audience.DESK: "Colleagues, and the editor's copy",
    Audience.PUBLIC: "Cleared: readers of the report too",
}
"""Who may read it, in words; in the order in which one goes from one to the next."""
