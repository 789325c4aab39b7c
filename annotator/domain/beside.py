"""What a report says of a claim beside what people hold of it, worked out for its readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.domain.reminders import Reminder

Pieces = tuple[tuple[str, str], ...]
"""How a proposed wording differs: (text, "same", "dropped" or "new"), in reading order."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Of one claim: analyst → reminders, and analyst → the pieces of the proposed wording.

    ``short``: it counts as verified, and all the evidence for that falls short of the rule:
    what is missing, in one English sentence; else empty. ``lacks`` is the same with its values
    apart, for other languages; it says nothing where ``short`` is empty.
    """

    reminders: Mapping[str, tuple[Reminder, ...]] = field(default_factory=dict)
    wordings: Mapping[str, Pieces] = field(default_factory=dict)
    short: str = ""
    lacks: Reminder | None = None


NOTHING_BESIDE = Beside()
