"""Articles coming in, what is known about them, and a person's own list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from annotator.domain.article import ArticleId, Passage, Span
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.form import PartClass
from annotator.domain.edits.writes import All, Base, Own
from annotator.domain.enclosed import NOTHING_ENCLOSED, Enclosed


@dataclass(frozen=True, slots=True)
class ImportArticle(Plain):
    """A text comes in, with its passages and first claims as cut.

    ``given`` maps fields of ``Article`` to what the import knew; ``original`` is the
    SHA-256 of the original bytes; ``enclosed`` is what else came with the text, which is
    stored beside the edit.
    """

    kind: ClassVar[str] = "ImportArticle"

    article: ArticleId
    cutter: str
    passages: tuple[Passage, ...]
    claims: tuple[Span, ...]
    original: str
    given: dict[str, str] = field(default_factory=dict)
    enclosed: Enclosed = NOTHING_ENCLOSED

    def writes(self) -> tuple[Placed, ...]:
        base = Base(self.cutter, self.passages, self.claims, self.given, self.original)
        return (
            (PartClass.TAGS, self.article, base),
            *(
                (PartClass.TAGS, self.article, All("article", self.article, name, value))
                for name, value in self.enclosed.registers()
            ),
        )


@dataclass(frozen=True, slots=True)
class SetArticle(Plain):
    """Corrects what is known of an article, for all: field of ``Article`` → text."""

    kind: ClassVar[str] = "SetArticle"

    article: ArticleId
    values: dict[str, str]

    def writes(self) -> tuple[Placed, ...]:
        return tuple(
            (PartClass.TAGS, self.article, All("article", self.article, name, value))
            for name, value in sorted(self.values.items())
        )


@dataclass(frozen=True, slots=True)
class RemoveArticle(Plain):
    """Takes an article off the acting analyst's own list; text and log stay."""

    kind: ClassVar[str] = "RemoveArticle"

    article: ArticleId

    def writes(self) -> tuple[Placed, ...]:
        return ((PartClass.TAGS, self.article, Own("article", self.article, "off", True)),)


@dataclass(frozen=True, slots=True)
class RestoreArticle(Plain):
    """Brings a removed article back onto the acting analyst's list."""

    kind: ClassVar[str] = "RestoreArticle"

    article: ArticleId

    def writes(self) -> tuple[Placed, ...]:
        return ((PartClass.TAGS, self.article, Own("article", self.article, "off", None)),)
