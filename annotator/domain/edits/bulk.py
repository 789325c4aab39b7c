"""What is done to claims of several articles at once: one edit, with parts for each of them.

So it is undone as a whole, and a parcel with one of the articles has what is of that one
(EDITS.md, section 1).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.assessing import SetFlag
from annotator.domain.edits.tagging import SetTag


@dataclass(frozen=True, slots=True)
class SetTagEverywhere(Plain):
    """Tags claims of several articles."""

    kind: ClassVar[str] = SetTag.kind

    acts: tuple[SetTag, ...]

    def writes(self) -> tuple[Placed, ...]:
        return tuple(placed for act in self.acts for placed in act.writes())


@dataclass(frozen=True, slots=True)
class SetFlagEverywhere(Plain):
    """Flags claims of several articles."""

    kind: ClassVar[str] = SetFlag.kind

    acts: tuple[SetFlag, ...]

    def writes(self) -> tuple[Placed, ...]:
        return tuple(placed for act in self.acts for placed in act.writes())
