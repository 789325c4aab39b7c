"""Which evidence is like other: copies of one report, which count once, and what has one address."""

from __future__ import annotations

from collections.abc import Collection

from annotator.desk.evidence_sight import EvidenceSight
from annotator.desk.library import OpenLibrary
from annotator.domain.evidence import Groups, Item
from annotator.store.itemsearch import addressed, copies, owners

ALIKE = 20
"""So many items of the same address are named; of thousands nobody reads more."""


class Likeness:
    """What is like these items, or like any, as far as one may see it."""

    def __init__(
        self, library: OpenLibrary, sight: EvidenceSight, items: Collection[str] | None = None
    ) -> None:
        self._groups, self._sizes = _groups(library, sight)
        found = addressed(library.store, library.me, items)
        seen = sight.items({(item, owner) for _, item, owner in found})
        self._alike: dict[str, list[str]] = {}
        self._address: dict[tuple[str, str], str] = {}
        for address, item, owner in found:
            if (item, owner) in seen:
                self._alike.setdefault(address, []).append(item)
                self._address[item, owner] = address

    def copies(self, item: Item) -> int:
        """How many items its group has, with it: 1 where nothing copies it."""
        return max(1, self._sizes.get(self._groups.root(item.id), 1))

    def same_address(self, item: Item) -> tuple[str, ...]:
        """Others with its address, the first ``ALIKE``."""
        address = self._address.get((item.id, item.owner))
        alike = self._alike[address][: ALIKE + 1] if address else ()
        return tuple(one for one in alike if one != item.id)[:ALIKE]


def _groups(library: OpenLibrary, sight: EvidenceSight) -> tuple[Groups, dict[str, int]]:
    """The groups, and how many items each has, by the item that stands for it."""
    found = copies(library.store, library.me)
    ids = {one for item, _, of in found for one in (item, of)}
    seen = sight.items(owners(library.store, ids, library.me))
    groups = Groups.of(
        Item(item, owner, copy_of=of) for item, owner, of in found if (item, owner) in seen
    )
    sizes: dict[str, int] = {}
    for item in {item for item, _ in seen}:
        root = groups.root(item)
        sizes[root] = sizes.get(root, 0) + 1
    return groups, sizes
