"""Erasing what one wrote, to protect a source: parts of one's own edits count as missing for good.

EDITS.md, section 8. ``erased.py`` says what that comes to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from annotator.domain.article import ArticleId
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.form import AnalystId, EditId, PartClass
from annotator.domain.edits.writes import Own, Say, Write

ERASED = "erased"
COPIED, ITEMS = "copied.", "items"
"""Fields of what is private of it: ``copied.<pseudonym>``, and the random ids that went."""


class Place(NamedTuple):
    """Which part is meant: of which edit, of which class, of which article or none."""

    edit: EditId
    part_class: str
    article: ArticleId | None

    def json(self) -> Json:
        return [self.edit, self.part_class, self.article]


@dataclass(frozen=True, slots=True)
class Erase(Plain):
    """Parts of the analyst's own edits are gone everywhere, for good: no Undo brings them back.

    What it says of an article's parts stands in a part of that article, so that each
    article's log alone tells all of it.

    Two things are remembered privately, or no later copy under a pseudonym would be the same
    as before. ``seals``: pseudonym → parts with the seals that their copies had; ``items``: the
    random ids of items, contacts and attributions that only these parts gave away.
    """

    kind: ClassVar[str] = "Erase"

    analyst: AnalystId
    parts: tuple[Place, ...]
    seals: Mapping[str, Sequence[tuple[Place, str]]] = field(default_factory=dict)
    items: tuple[str, ...] = ()

    def writes(self) -> tuple[Placed, ...]:
        by_article: dict[ArticleId | None, list[Json]] = {}
        for part in sorted(self.parts, key=lambda part: (part.article or "", part)):
            by_article.setdefault(part.article, []).append(part.json())
        named: list[Placed] = [
            (PartClass.TAGS, article, _say(self.analyst, article, parts))
            for article, parts in by_article.items()
        ]
        told: dict[str, Json] = {
            f"{COPIED}{name}": [[*part.json(), digest] for part, digest in self.seals[name]]
            for name in sorted(self.seals)
        }
        if self.items:
            told[ITEMS] = sorted(self.items)
        private = (Own("analyst", self.analyst, name, value) for name, value in told.items())
        return (*named, *((PartClass.PRIVATE, None, own) for own in private))


@dataclass(frozen=True, slots=True)
class Keep(Plain):
    """Writes again what stands, as it stands, when the part that said it goes.

    A part may say several things, and not all of them are to be erased. ``kept``: in which
    part each was, and is again.
    """

    kind: ClassVar[str] = "Keep"

    kept: tuple[tuple[str, ArticleId | None, Write], ...]

    def writes(self) -> tuple[Placed, ...]:
        return tuple((PartClass(cls), article, write) for cls, article, write in self.kept)


def _say(analyst: AnalystId, article: ArticleId | None, parts: list[Json]) -> Say:
    if article is None:
        return Say("analyst", analyst, ERASED, parts)
    return Say("article", article, ERASED, parts)
