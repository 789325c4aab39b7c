"""What a merge does, or would do: whose, which articles, how many claims, and what does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotator.desk.othertexts import OtherText
from annotator.domain.article import ArticleId
from annotator.domain.assessment import Analyst
from annotator.store.leftout import LeftOut
from annotator.store.tally import Counts


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of whom something is in the files, and how many claims that person judges there."""

    analyst: Analyst
    judged: int


@dataclass(frozen=True, slots=True)
class ArticleIn:
    """An article that the files are about; ``fresh``: it was not here.

    Conflicts in one that the acting analyst is to judge blind are not counted.
    """

    id: ArticleId
    title: str
    fresh: bool
    counts: Counts


@dataclass(frozen=True, slots=True)
class WrongClock:
    """Whose clock was more than a day ahead: in how many edits, and what it said at most (µs)."""

    analyst: Analyst
    edits: int
    latest: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What came in, or would. ``files`` are names without folders.

    ``questions`` are colleagues with the acting analyst's own name, of whom nobody said
    yet whether they are the same person. ``nothing``: all of it was here already. ``added``: so many
    stretches become claims, because another program's file is about just those words.
    """

    files: tuple[str, ...]
    people: tuple[Person, ...]
    articles: tuple[ArticleIn, ...]
    left_out: tuple[LeftOut, ...]
    clocks: tuple[WrongClock, ...]
    questions: tuple[Analyst, ...]
    texts: tuple[OtherText, ...]
    nothing: bool
    added: int = 0

    @property
    def counts(self) -> Counts:
        """Of all articles together."""
        total = Counts()
        for article in self.articles:
            total += article.counts
        return total


@dataclass(frozen=True, slots=True)
class Merged:
    """What came in, and the backup from just before; None where nothing came in.

    ``paired`` counts the claims of other copies that were matched now.
    """

    found: Preview
    backup: Path | None
    paired: int
