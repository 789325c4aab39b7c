"""What the page of an import shows, as plain values: it knows no desk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Protocol

from annotator.domain.article import ArticleId, Span
from annotator.domain.tags import Standing
from annotator.ui.kit.styled import Look, Piece, spoken


class Sign(StrEnum):
    """How far an article has come."""

    READ = "●"
    READING = "○"
    WAITS = "·"
    REFUSED = "!"
    ASKS = "↓"
    OUT = "–"


class Offer(Enum):
    """What can be done with a line."""

    OPEN = auto()
    OTHER_FILE = auto()
    WHOLE = auto()
    AGAIN = auto()
    FETCH = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One article of the list.

    ``says`` is such as "27 claims, 9 lines set aside", ``refused`` why it is not in.
    ``share`` (0 to 1) is how much of what is being read is read, None where that is unknown.
    ``encoding`` is the one it was read in, where ``encodings`` name others that fit too.
    """

    key: int
    name: str
    sign: Sign
    says: str = ""
    refused: str = ""
    share: float | None = None
    notices: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    encoding: str = ""
    encodings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """What is in so far."""

    articles: int = 0
    claims: int = 0
    aside: int = 0
    attachments: int = 0


class Kind(StrEnum):
    """How one line of a comparison stands; the words are what a reader sees."""

    SAME = "the same"
    ASKED = "the same words in other surroundings"
    PROPOSED = "worded otherwise"
    AGAIN = "check again"
    SEVERAL = "several would fit"
    CANDIDATE = "would fit"
    GONE = "gone"
    NEW = "new"


TICKED = (Kind.ASKED, Kind.PROPOSED, Kind.CANDIDATE)
"""Whether these are the same claim, a person says."""


_WHOLE = {Kind.SAME: Look.MUTED, Kind.GONE: Look.DROPPED, Kind.NEW: Look.ADDED}


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """One claim in both versions.

    ``name`` is what it is called here, such as "claim 14"; ``pieces`` are its words, dropped
    and new ones marked; ``says`` tells what may turn its meaning.
    """

    kind: Kind
    name: str
    pieces: tuple[Piece, ...]
    says: str = ""

    @property
    def spoken(self) -> str:
        """All of it in words."""
        return f"{self.name}, {self.kind.value}: {spoken(self.pieces)} {self.says}".strip()

    @property
    def head(self) -> str:
        """What stands above the words."""
        return f"{self.name} · {self.kind.value}"

    @property
    def loud(self) -> bool:
        """Whether its head is to be seen before those of others."""
        return self.kind is Kind.AGAIN

    @property
    def drawn(self) -> tuple[Piece, ...]:
        """The words as they are drawn: what stands in one version alone looks so as a whole."""
        look = _WHOLE.get(self.kind)
        return self.pieces if look is None else tuple(Piece(one.text, look) for one in self.pieces)


class Differences(Protocol):
    """Every claim of two versions, in reading order; worded one by one when they come into sight."""

    def __len__(self) -> int: ...

    def kind(self, place: int) -> Kind:
        """Its kind alone."""
        ...

    def line(self, place: int) -> DifferenceLine:
        """One of them in full."""
        ...

    def pair(self, place: int) -> tuple[Span, Span]:
        """The claims of the earlier and of the later text that a tick says are the same."""
        ...

    def rivals(self, place: int) -> tuple[int, ...]:
        """Places that cannot be ticked beside this one: other candidates for the same claim."""
        ...


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of one version: ``where`` is such as "Here, 4 Jan 2024 · claim 14"."""

    where: str
    pieces: tuple[Piece, ...]
    standing: Standing = Standing.UNTAGGED
    pill: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """Another version of an article is here, and it is asked what should become of the new one.

    ``head`` is the question, ``pairs`` are the first claims that differ, ``more`` counts the
    others; ``foot`` says what keeping both does; so many questions wait ``behind`` it.
    """

    key: int
    head: str
    says: str
    pairs: tuple[tuple[Side, Side], ...]
    more: int
    foot: tuple[Piece, ...]
    earlier: ArticleId
    earlier_title: str
    differences: Differences
    behind: int = 0


@dataclass(frozen=True, slots=True)
class ImportView:
    """The page as it stands. ``folded`` says what of a long list is not shown line by line."""

    head: str
    says: str
    share: float
    busy: bool
    lines: tuple[Line, ...]
    folded: str = ""
    totals: Totals = Totals()
    listed: int = 0
    """Web addresses that wait to be fetched."""
    ask: Ask | None = None
