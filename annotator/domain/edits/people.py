"""Who analysts are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.form import AnalystId, PartClass
from annotator.domain.edits.writes import Own


@dataclass(frozen=True, slots=True)
class SetName(Plain):
    """Says what the acting analyst is called; a renamed person stays the same person."""

    kind: ClassVar[str] = "SetName"

    analyst: AnalystId
    name: str

    def writes(self) -> tuple[Placed, ...]:
        return ((PartClass.TAGS, None, Own("analyst", self.analyst, "name", self.name)),)
