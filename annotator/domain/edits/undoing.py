"""Taking an edit back, and giving it back: the target is left out, nothing is written over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.article import ClaimId
from annotator.domain.edits.act import Placed
from annotator.domain.edits.form import EditId


@dataclass(frozen=True, slots=True)
class _Marking:
    target: EditId

    def writes(self) -> tuple[Placed, ...]:
        return ()

    @property
    def needs(self) -> tuple[ClaimId, ...]:
        return ()

    @property
    def undoes(self) -> EditId | None:
        return self.target


@dataclass(frozen=True, slots=True)
class Undo(_Marking):
    """Takes back the target, which is always the first edit, never an undo."""

    kind: ClassVar[str] = "Undo"


@dataclass(frozen=True, slots=True)
class Redo(_Marking):
    """Gives back the target of an undo."""

    kind: ClassVar[str] = "Redo"
