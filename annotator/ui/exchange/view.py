"""What the pages of an exchange show and ask, as plain values: they know no desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from annotator.domain.article import ArticleId
from annotator.ui.kit.styled import Piece, spoken


@dataclass(frozen=True, slots=True)
class SendArticle:
    """One article of the list: ``holds`` is such as "48 claims and the title"."""

    id: ArticleId
    title: str
    holds: str


@dataclass(frozen=True, slots=True)
class SendView:
    """What can be sent, by whom; ``ticked`` is the article on the page."""

    articles: tuple[SendArticle, ...]
    name: str
    ticked: ArticleId | None = None
    folder: Path = field(default_factory=Path.home)


@dataclass(frozen=True, slots=True)
class Sending:
    """What goes along. Tags always do, unless it is ``blind``; then nothing but the text does.

    ``pseudonym`` is empty where the own name goes along.
    """

    articles: tuple[ArticleId, ...]
    notes: bool = True
    evidence: bool = True
    files: bool = True
    pseudonym: str = ""
    blind: bool = False


class Sign(StrEnum):
    """How far a file has come."""

    READ = "●"
    READING = "○"
    REFUSED = "!"
    ASKS = "↓"


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file that was dropped or chosen; ``refused`` is why it cannot be brought in."""

    name: str
    sign: Sign
    says: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """What would come in for one article; ``fresh``: it is not in the library yet."""

    title: str
    says: str
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Somebody in the file has the acting person's name: asked once, remembered."""

    person: str
    says: str


class MatchKind(StrEnum):
    """How a claim of another copy stands here."""

    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class MatchLine:
    """One claim that a person has to confirm.

    ``name`` is what the claim that was here is called, such as "claim 14". ``pieces`` are
    its words, dropped and new ones marked; ``says`` tells how the two differ, and what may
    turn the meaning.
    """

    kind: MatchKind
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
        return False

    @property
    def drawn(self) -> tuple[Piece, ...]:
        """The words as they are drawn."""
        return self.pieces


class Matches(Protocol):
    """The claims of another copy that ask; read one by one when they come into sight."""

    def __len__(self) -> int: ...

    def line(self, place: int) -> MatchLine:
        """One of them in full."""
        ...

    def kind(self, place: int) -> MatchKind:
        """Its kind alone."""
        ...


@dataclass(frozen=True, slots=True)
class OtherText:
    """A text that differs from one that is here: another copy, or a revision.

    ``key`` names it to whoever confirms; ``says`` counts exact, moved, changed and missing.
    """

    key: str
    title: str
    says: str
    matches: Matches


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """What does not come in, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class BringView:
    """What would come in, before anything has.

    ``head`` is such as "Anna’s tags on 2 articles", ``says`` counts new, changed, the same
    and conflicting. ``clocks`` are sentences about clocks that were wrong. ``nothing``:
    all of it is here already, or nothing of it fits.
    """

    head: str
    says: str
    files: tuple[FileLine, ...] = ()
    articles: tuple[ArticleLine, ...] = ()
    questions: tuple[Question, ...] = ()
    texts: tuple[OtherText, ...] = ()
    left_out: tuple[LeftOutLine, ...] = ()
    clocks: tuple[str, ...] = ()
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came in: whose, and how much; ``review``: there is something to review now."""

    head: str
    says: str
    can_take_back: bool = True
    review: bool = True


@dataclass(frozen=True, slots=True)
class Colleague:
    """One colleague of the list; ``says`` is such as "89 claims done in 2 articles".

    ``same``: said to be the acting person on another machine; ``namesake``: has the same name.
    """

    id: str
    name: str
    says: str
    hidden: bool = False
    same: bool = False
    namesake: bool = False


def ticked_of(articles: Sequence[SendArticle], ticked: ArticleId | None) -> set[ArticleId]:
    """The articles that are ticked to begin with: the one on the page, or the only one."""
    known = {one.id for one in articles}
    if ticked in known and ticked is not None:
        return {ticked}
    return known if len(known) == 1 else set()
