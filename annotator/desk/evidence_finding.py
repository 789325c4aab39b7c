"""What the library holds already, by a few letters: the last that was used stands first."""

from __future__ import annotations

from annotator.desk.evidence_sight import EvidenceSight
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.evidence import Item
from annotator.store.recorded import every_item


def find(
    library: OpenLibrary, typed: str, article: ArticleId | None, limit: int = 5
) -> tuple[Item, ...]:
    """The items that what was typed fits; with nothing typed, the last that were used."""
    words = typed.casefold().split()
    held = [
        one
        for one in every_item(library.store, library.me).all()
        if all(w in f"{one.title} {one.url} {one.publisher}".casefold() for w in words)
    ]
    seen = EvidenceSight(library).items([(one.id, one.owner) for one in held])
    held = [one for one in held if (one.id, one.owner) in seen]
    return tuple(sorted(held, key=lambda one: one.at, reverse=True)[:limit])
