"""The three tags and the other ways a claim can stand, declared once.

Menus, buttons, the legend, the report's key, ``--help`` and the parametrised
tests all read ``STANDINGS``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Tag(StrEnum):
    """What an analyst says of a claim's content; the values stand in the file format."""

    VERIFIED = "verified"
    DISPUTED = "disputed"
    UNATTRIBUTED = "unattributed"


class Standing(IntEnum):
    """How a claim stands for one analyst: one byte a claim in a snapshot."""

    UNTAGGED = 0
    VERIFIED = 1
    DISPUTED = 2
    UNATTRIBUTED = 3
    ON_SOURCE = 4
    NOT_CHECKABLE = 5
    FURNITURE = 6
    """Not a claim until it is made text: in no list, count or queue."""


NOT_JUDGED = (Standing.UNTAGGED, Standing.FURNITURE)
"""How a claim stands for one who judged nothing of it."""


class Underline(StrEnum):
    """The cue that is not colour."""

    NONE = "none"
    FINE_DOTS = "fine-dots"
    DOTS = "dots"
    SOLID = "solid"
    WAVE = "wave"
    DASHES = "dashes"


@dataclass(frozen=True, slots=True)
class StandingRow:
    """How one standing is named and drawn everywhere.

    ``word`` is the command line's and the file format's word, ``label`` the
    window's; ``role`` names the colour tokens ``<role>-fill`` and ``<role>-ink``.
    """

    standing: Standing
    word: str
    label: str
    glyph: str
    underline: Underline
    role: str
    key: str
    meaning: str


STANDINGS: tuple[StandingRow, ...] = (
    StandingRow(
        Standing.UNTAGGED,
        "untagged",
        "Untagged",
        "○",
        Underline.FINE_DOTS,
        "untagged",
        "",
        "Nobody has judged it yet.",
    ),
    StandingRow(
        Standing.VERIFIED,
        "verified",
        "Verified",
        "✓",
        Underline.SOLID,
        "verified",
        "V",
        "Confirmed by a primary source that is neither the speaker nor a party, "
        "or by three independent others, with a quotation and its date.",
    ),
    StandingRow(
        Standing.DISPUTED,
        "disputed",
        "Disputed",
        "✕",
        Underline.WAVE,
        "disputed",
        "D",
        "Credible evidence, or another passage of this article, speaks against it. "
        "It does not mean false.",
    ),
    StandingRow(
        Standing.UNATTRIBUTED,
        "unattributed",
        "Unattributed",
        "?",
        Underline.DASHES,
        "unattributed",
        "U",
        "The article names no source for it, and no sufficient evidence is held.",
    ),
    StandingRow(
        Standing.ON_SOURCE,
        "on-source",
        "On its source",
        "❝",
        Underline.DOTS,
        "on-source",
        "Q",
        "The article names who says it, and they did. What they said was not checked.",
    ),
    StandingRow(
        Standing.NOT_CHECKABLE,
        "not-checkable",
        "Not checkable",
        "–",
        Underline.NONE,
        "not-checkable",
        "O",
        "An opinion, a question, a greeting: there is nothing to check.",
    ),
)

ROW: dict[Standing, StandingRow] = {row.standing: row for row in STANDINGS}

TAGS: tuple[StandingRow, ...] = tuple(ROW[Standing[tag.name]] for tag in Tag)
"""The rows of the three tags, in the order of their buttons."""
