"""Evidence: items, what they say of claims, and taking either away.

What an edit writes of an item goes into a part of every article that the item serves, so
that each article's log alone says all of it; an item that serves none yet has parts of no
article, which are in no parcel.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.classes import placed
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import LINK, THERE, Link, private_name

Registers = Mapping[str, Json]
"""Names as they are written, ``.me`` and all → values; None empties one."""

Serving = Mapping[tuple[ArticleId, ClaimId], Link | None]
"""Which claims an item serves, and how; None: no longer."""


@dataclass(frozen=True, slots=True)
class AddEvidence(Plain):
    """Enters an item, for the claims it serves.

    ``registers`` are those of one side, with ``there``; ``articles`` where it goes that none of
    the claims is of: with none at all, it serves no claim yet.
    """

    kind: ClassVar[str] = "AddEvidence"

    item: str
    registers: Registers
    serving: Serving = field(default_factory=dict)

    def writes(self) -> tuple[Placed, ...]:
        articles = _articles(self.serving) or (None,)
        return _item(self.item, self.registers, articles) + _links(self.item, self.serving)


@dataclass(frozen=True, slots=True)
class LinkEvidence(Plain):
    """Lets an item serve claims, otherwise than before, or no longer.

    ``registers`` are written where the item did not go before: all that is held of it, when it
    is one's own; of a colleague's item nothing is written but one's own link.
    """

    kind: ClassVar[str] = "LinkEvidence"

    item: str
    serving: Serving
    registers: Registers = field(default_factory=dict)
    into: tuple[ArticleId, ...] = ()

    def writes(self) -> tuple[Placed, ...]:
        return _item(self.item, self.registers, self.into) + _links(self.item, self.serving)


@dataclass(frozen=True, slots=True)
class EditEvidence(Plain):
    """Writes the registers of an item that change, wherever it goes, and links that move with it."""

    kind: ClassVar[str] = "EditEvidence"

    item: str
    registers: Registers
    articles: tuple[ArticleId, ...] = ()
    writing: tuple[tuple[ArticleId, Own], ...] = ()
    """Registers of claims that go with it: links that change sides with their item."""

    def writes(self) -> tuple[Placed, ...]:
        moved = tuple(placed(article, own) for article, own in self.writing)
        return _item(self.item, self.registers, self.articles or (None,)) + moved


@dataclass(frozen=True, slots=True)
class RemoveEvidence(Plain):
    """Takes an item away; its links are left, and count again when that is undone."""

    kind: ClassVar[str] = "RemoveEvidence"

    item: str
    private: bool
    articles: tuple[ArticleId, ...] = ()

    def writes(self) -> tuple[Placed, ...]:
        registers = {private_name(THERE, self.private): False}
        return _item(self.item, registers, self.articles or (None,))


def link_field(item: str, private: bool) -> str:
    """The register of a claim that says how this item serves it."""
    return private_name(f"{LINK} {item}", private)


def _articles(serving: Serving) -> tuple[ArticleId, ...]:
    return tuple(sorted({article for article, _ in serving}))


def _item(
    item: str, registers: Registers, articles: Sequence[ArticleId | None]
) -> tuple[Placed, ...]:
    return tuple(
        placed(article, Own("evidence", item, name, value))
        for article in articles
        for name, value in sorted(registers.items())
    )


def _links(item: str, serving: Serving) -> tuple[Placed, ...]:
    """A link that is taken away is emptied on both sides."""
    found: list[Placed] = []
    for (article, claim), link in sorted(serving.items(), key=lambda row: row[0]):
        if link is None:
            owns = [Own("claim", claim, link_field(item, side), None) for side in (False, True)]
        else:
            owns = [Own("claim", claim, link_field(item, link.private), link.json())]
        found += [placed(article, own) for own in owns]
    return tuple(found)
