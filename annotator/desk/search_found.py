"""What a search finds, as plain values: hits in groups, with what has to be said of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Analyst
from annotator.domain.evidence import Stance
from annotator.domain.findquery import Marks
from annotator.domain.tags import Standing

COUNTED = 1000
"""Claims that are counted; of more it is said that there are more."""


class HitKind(StrEnum):
    """What was found; the words of ``annotator search --json``."""

    CLAIM = "claim"
    NOTE = "note"
    REASON = "reason"
    """Why a claim is not checkable."""
    FLAG = "flag"
    WORDING = "wording"
    EVIDENCE = "evidence"
    SOURCE = "source"
    ARTICLE = "article"


class GroupKind(StrEnum):
    """The groups, in their order."""

    HERE = "here"
    RECORDS = "records"
    SOURCES = "sources"
    ELSEWHERE = "elsewhere"


TITLES = {
    GroupKind.HERE: "Claims in this article",
    GroupKind.RECORDS: "Evidence and notes",
    GroupKind.SOURCES: "Sources",
    GroupKind.ELSEWHERE: "Other articles",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found.

    ``text`` with ``marks`` is what was found (an excerpt where it is long), ``rest`` stands
    after it: of evidence its quotation (then ``quoted``), or what else of it has the words.
    ``where`` says the place: "claim 5 · evidence".
    ``article``, ``claim`` and ``span`` are where to open; ``title`` is the article's, ``number``
    the claim's (None: furniture, cut since, or of no claim), ``standing`` the acting analyst's.
    ``analyst`` is whose it is, where it is a colleague's; ``item`` the evidence; ``count`` how
    many claims of an article, or of a source, and ``more`` that there are more than these.
    """

    kind: HitKind
    text: str
    marks: Marks = ()
    rest: str = ""
    rest_marks: Marks = ()
    where: str = ""
    article: ArticleId | None = None
    title: str = ""
    claim: ClaimId | None = None
    number: int | None = None
    span: Span | None = None
    standing: Standing | None = None
    stance: Stance | None = None
    analyst: Analyst | None = None
    item: str = ""
    count: int = 0
    more: bool = False
    quoted: bool = False

    @property
    def claims(self) -> str:
        """How many claims, in words: "6 claims"; empty where that is not counted."""
        if not self.count:
            return ""
        return "1 claim" if self.count == 1 else f"{counted(self.count, self.more)} claims"


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one group, the first of them; ``count`` of all, ``more``: there are more than that."""

    kind: GroupKind
    hits: Sequence[Hit]
    count: int
    more: bool = False

    @property
    def title(self) -> str:
        return TITLES[self.kind]

    @property
    def counted(self) -> str:
        """How many there are: "4", or "1,000+"."""
        return counted(self.count, self.more)


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that was found at first, in the order of the groups; empty ones are left out.

    ``late``: there was no time to look through all of it; ask again with more.
    """

    groups: tuple[Group, ...] = ()
    late: bool = False

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)

    @property
    def in_words(self) -> str:
        """Such as "13 results"."""
        if not self.groups:
            return "no results yet" if self.late else "no results"
        more = self.late or any(group.more for group in self.groups)
        one = self.count == 1 and not more
        return "1 result" if one else f"{counted(self.count, more)} results"


def counted(count: int, more: bool) -> str:
    """A number, and whether there is more than that."""
    return f"{count:,}{'+' if more else ''}"
