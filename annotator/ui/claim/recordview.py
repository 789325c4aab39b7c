"""What is recorded of a claim beside its tag, as the sections of the panel show it: plain values."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.article import ClaimId, Span
from annotator.domain.assessment import Relation
from annotator.domain.attribution import NOTHING, Mode, Quoted, SourceKind
from annotator.domain.snapshot import TITLE_NUMBER, claim_name
from annotator.domain.tags import Standing
from annotator.ui.kit.styled import Piece


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact of the claim: its stretch of the article, its words, and whether it is right."""

    span: Span
    text: str
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class ReminderView:
    """One sentence, and the rule it comes from."""

    says: str
    why: str


@dataclass(frozen=True, slots=True)
class Other:
    """Another claim: its id and place, what it is called ("claim 4"), and how it stands."""

    id: ClaimId
    span: Span
    name: str
    standing: Standing

    @property
    def number(self) -> str:
        """As it is typed: "4", "T"; empty for what is no claim of this article."""
        title = self.name == claim_name(TITLE_NUMBER)
        number = self.name.removeprefix("claim ")
        return "T" if title else number if number.isdecimal() else ""


@dataclass(frozen=True, slots=True)
class Against:
    """What may contradict the claim, or is said to: an item's or a claim's id, and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class RelatedView:
    """How the claim is related to another one."""

    relation: Relation
    other: Other


@dataclass(frozen=True, slots=True)
class AttributionView:
    """Who says it. ``id`` is empty for a suggestion, which is stored only when it is kept.

    ``said`` is what its row says: "ISNA, “the report” · organisation, indirect". ``naming`` is
    the number of the claim that names the source, while it is typed and not saved.
    """

    id: str = ""
    source: Quoted = NOTHING
    cue: Quoted = NOTHING
    content: Quoted = NOTHING
    kind: SourceKind | None = None
    mode: Mode | None = None
    via: tuple[str, ...] = ()
    named_in: Other | None = None
    said: str = ""
    naming: str = ""

    @property
    def suggested(self) -> bool:
        return not self.id

    @property
    def number(self) -> str:
        """The claim that names the source, as it is typed."""
        return self.naming or (self.named_in.number if self.named_in else "")


@dataclass(frozen=True, slots=True)
class ConfirmedView:
    """That the source said so was checked: where, and when that was read."""

    says: str
    accessed: str = ""


@dataclass(frozen=True, slots=True)
class NumberView:
    """A number of the claim converted, and numbers of other claims that speak of the same.

    ``keeps`` is the calculation in a sentence, to be kept as evidence.
    """

    says: str
    beside: tuple[str, ...] = ()
    keeps: str = ""


@dataclass(frozen=True, slots=True)
class DayView:
    """A day the claim says, and which one it would be: "Wednesday", "3 January 2024"."""

    words: str
    would_be: str
    keeps: str = ""


@dataclass(frozen=True, slots=True)
class RecordView:
    """Everything of a claim that the panel shows a moment after its tag.

    ``against``: what may be named as contradicting it; ``named``: what is. ``wording`` is the
    proposed wording against the sentence. ``asks_day`` is what the claim says of a day that
    depends on when the article was published, where nobody knows that; else empty.
    """

    facts: tuple[FactView, ...] = ()
    reminders: tuple[ReminderView, ...] = ()
    against: tuple[Against, ...] = ()
    named: Against | None = None
    wording: tuple[Piece, ...] = ()
    related: tuple[RelatedView, ...] = ()
    attributions: tuple[AttributionView, ...] = ()
    confirmed: ConfirmedView | None = None
    numbers: tuple[NumberView, ...] = ()
    days: tuple[DayView, ...] = ()
    asks_day: str = ""


NO_RECORD = RecordView()
