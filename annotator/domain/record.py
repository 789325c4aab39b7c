"""The record of a claim: the evidence that serves it, and who the article says it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.attribution import Attribution
from annotator.domain.evidence import Linked


@dataclass(frozen=True, slots=True)
class Record:
    """What one analyst recorded of one claim beside the assessment, the oldest first."""

    evidence: tuple[Linked, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.evidence or self.attributions)


NO_RECORD = Record()
