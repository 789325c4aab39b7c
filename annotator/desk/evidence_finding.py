"""What the library holds already, by a few letters: the last that was used stands first."""

from __future__ import annotations

from annotator.desk.evidence_sight import EvidenceSight, Whose
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.evidence import Item
from annotator.store.itemsearch import latest, owners, quoting
from annotator.store.recorded import items

_LOOKED_AT = 50
"""Items that are read first, for some of them may not be shown."""


def find(
    library: OpenLibrary,
    typed: str,
    article: ArticleId | None,  # noqa: ARG001 - wanted for it, and found wherever it is from
    limit: int = 5,
) -> tuple[Item, ...]:
    """The items in which all that was typed stands: in title, publisher, address or a quotation.

    With nothing typed, the last that were used. What only a quotation holds comes last. An item
    of any article is found, as far as one may see it.
    """
    words = typed.replace("\0", " ").split()
    with library.store.reading():
        sight = EvidenceSight(library)
        found = _named(library, sight, words, limit)
        if words and len(found) < limit:
            found += [one for one in _quoting(library, sight, words, limit) if one not in found]
        held = items(library.store, [item for item, _ in found[:limit]], library.me)
    shown = (held.of(item, owner) for item, owner in found[:limit])
    return tuple(one for one in shown if one is not None)


def _named(library: OpenLibrary, sight: EvidenceSight, words: list[str], limit: int) -> list[Whose]:
    most = max(_LOOKED_AT, limit)
    while True:
        found = latest(library.store, words, library.me, most)
        seen = sight.items(found)
        if len(seen) >= limit or len(found) < most:
            return [one for one in found if one in seen]
        most *= 20


def _quoting(
    library: OpenLibrary, sight: EvidenceSight, words: list[str], limit: int
) -> list[Whose]:
    most = max(_LOOKED_AT, limit)
    while True:
        links = quoting(library.store, words, library.me, most)
        order = list(dict.fromkeys(link.link.item for link in sight.links(links)))
        if len(order) >= limit or len(links) < most:
            break
        most *= 20
    whose = dict(owners(library.store, order, library.me))
    return [(item, whose[item]) for item in order if item in whose]
