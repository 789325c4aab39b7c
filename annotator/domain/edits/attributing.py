"""Who the article says a claim comes from, and what sources are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.article import ArticleId
from annotator.domain.attribution import RECORD, SOURCE_NAME, THERE, Attribution, source_id
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.classes import placed
from annotator.domain.edits.form import PartClass
from annotator.domain.edits.tagging import SetConfirmed
from annotator.domain.edits.writes import All, Own

SOURCE = "source"


@dataclass(frozen=True, slots=True)
class SetAttribution(Plain):
    """Writes one attribution of a claim, new or worded otherwise.

    ``confirmed``, where given, is written in the same edit.
    """

    kind: ClassVar[str] = "SetAttribution"

    article: ArticleId
    attribution: Attribution
    confirmed: SetConfirmed | None = None

    def writes(self) -> tuple[Placed, ...]:
        key = self.attribution.id
        own = (
            Own("attribution", key, RECORD, self.attribution.json()),
            Own("attribution", key, THERE, True),
        )
        also = self.confirmed.writes() if self.confirmed else ()
        return tuple(placed(self.article, one) for one in own) + also


@dataclass(frozen=True, slots=True)
class RemoveAttribution(Plain):
    """Takes one attribution away."""

    kind: ClassVar[str] = "RemoveAttribution"

    article: ArticleId
    id: str

    def writes(self) -> tuple[Placed, ...]:
        return (placed(self.article, Own("attribution", self.id, THERE, False)),)


@dataclass(frozen=True, slots=True)
class NameSources(Plain):
    """Renames sources of articles, or joins them with one of that name, for everybody.

    article → {name as it stands → the new one, "" for its own again}.
    """

    kind: ClassVar[str] = "NameSources"

    names: Mapping[ArticleId, Mapping[str, str]]

    def writes(self) -> tuple[Placed, ...]:
        return tuple(
            (
                PartClass.EVIDENCE,
                article,
                All(SOURCE, source_id(old), SOURCE_NAME, new or None),
            )
            for article, names in sorted(self.names.items())
            for old, new in sorted(names.items())
        )
