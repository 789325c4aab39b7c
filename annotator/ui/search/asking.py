"""What can be asked for in the search beside going somewhere: the targets of its commands."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.desk.filters import Saved
from annotator.domain.assessment import FlagKind
from annotator.domain.tags import Tag
from annotator.ui.action import ActionId


@dataclass(frozen=True, slots=True)
class RunAction:
    """Does what an action does."""

    action: ActionId


@dataclass(frozen=True, slots=True)
class Narrow:
    """Shows only the claims found on the page."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Asks what is to be done to all claims found."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Asks for the name under which the search is to be kept."""


@dataclass(frozen=True, slots=True)
class Searched:
    """Searches again what was kept."""

    saved: Saved


@dataclass(frozen=True, slots=True)
class Forget:
    """Forgets a search that was kept."""

    name: str


@dataclass(frozen=True, slots=True)
class GoTo:
    """Takes the claim with this number in hand; 0 is the title."""

    number: int


@dataclass(frozen=True, slots=True)
class TagAll:
    """Tags all claims found, in one edit."""

    tag: Tag


@dataclass(frozen=True, slots=True)
class FlagAll:
    """Flags all claims found, in one edit; None takes their flags away."""

    kind: FlagKind | None


@dataclass(frozen=True, slots=True)
class ExportAll:
    """Writes the claims found into a spreadsheet."""
