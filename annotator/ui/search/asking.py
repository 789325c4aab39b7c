"""What can be asked for in the search beside going to a hit: the targets of its lines.

Each says all that is needed: when it is done, something else may be typed.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.desk.bulk import Claims
from annotator.desk.filters import Filters, Saved
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
class AskAll:
    """Asks what is to be done to all claims found."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Asks for the name under which the search is to be kept."""


@dataclass(frozen=True, slots=True)
class WasKept:
    """The search is kept under a name now."""


@dataclass(frozen=True, slots=True)
class Again:
    """Searches again what was kept."""

    saved: Saved


@dataclass(frozen=True, slots=True)
class Forget:
    """Forgets a search that was kept."""

    saved: Saved


@dataclass(frozen=True, slots=True)
class GoTo:
    """Takes the claim with this number in hand; 0 is the title."""

    number: int


@dataclass(frozen=True, slots=True)
class TagAll:
    """Tags these claims, in one edit."""

    claims: Claims
    tag: Tag


@dataclass(frozen=True, slots=True)
class FlagAll:
    """Flags these claims, in one edit; None takes their flags away."""

    claims: Claims
    kind: FlagKind | None


@dataclass(frozen=True, slots=True)
class ExportAll:
    """Writes the claims found into a spreadsheet."""

    typed: str
    filters: Filters
