"""Finding items by what somebody types, and by the beginning of their ids."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from annotator.store.itemlinks import PlacedLink, links_where
from annotator.store.library import Library
from annotator.store.log import in_chunks

_READABLE = "there = 1 AND (private = 0 OR analyst = ?)"
_SAYS = "title || char(10) || publisher || char(10) || url"
_LAST = f"SELECT id, analyst, at FROM items WHERE {_READABLE}{{}} ORDER BY {{}}at DESC, id LIMIT ?"
_USED = "SELECT item, max(at) FROM (SELECT item, at FROM links WHERE analyst = ? ORDER BY at DESC LIMIT ?) GROUP BY item"

USES = 500
"""Of one's own, the last so many count for what was used last."""

Found = tuple[str, str]
"""An item and its owner."""


def beginning_with(library: Library, begins: str, viewer: str) -> set[tuple[str, str]]:
    """(item, owner) of the items that are there and whose id begins so; a few at most."""
    rows = library.rows(
        f"SELECT id, analyst FROM items WHERE id >= ? AND id < ? AND {_READABLE} LIMIT ?",
        (begins, begins + "\U0010ffff", viewer, FEW),
    )
    return {(item, owner) for item, owner in rows}


def latest(library: Library, words: Sequence[str], viewer: str, most: int) -> list[Found]:
    """The items in whose title, publisher or address all the words stand, the last used first.

    An item is used when it is written, and when the viewer lets it serve a claim. Without
    words, all of them. So many at ``most``: where as many are given there may be more.
    """
    used: dict[str, int] = dict(library.rows(_USED, (viewer, USES)))
    condition, values = _like(_SAYS, words)
    # By the index where any item will do; where one has to look at each, in the table's order.
    rows = library.rows(_LAST.format(condition, "+" if words else ""), (viewer, *values, most))
    again = _READABLE + condition + " AND id IN ({})"
    rows += in_chunks(
        library,
        f"SELECT id, analyst, at FROM items WHERE {again}",
        sorted(used),
        (viewer, *values),
    )
    found = {(item, owner): max(at, used.get(item, 0)) for item, owner, at in rows}
    return sorted(found, key=lambda one: (-found[one], one))


def quoting(library: Library, words: Sequence[str], viewer: str, most: int) -> list[PlacedLink]:
    """The links in whose quotation all the words stand, the last first."""
    condition, values = _like("quote", words)
    return links_where(
        library, viewer, f"{condition} ORDER BY links.at DESC LIMIT ?", (*values, most)
    )


def owners(library: Library, items: Collection[str], viewer: str) -> list[Found]:
    """Whose these items are, of those that are there."""
    sql = f"SELECT id, analyst FROM items WHERE {_READABLE} AND id IN ({{}})"
    return in_chunks(library, sql, sorted(items), (viewer,))


def copies(library: Library, viewer: str) -> list[tuple[str, str, str]]:
    """(item, owner, what it copies) of the items that say that they copy another."""
    sql = f"SELECT id, analyst, copy_of FROM items WHERE {_READABLE} AND copy_of <> ''"
    return [(item, owner, of) for item, owner, of in library.rows(sql, (viewer,))]


def addressed(
    library: Library, viewer: str, items: Collection[str] | None = None
) -> list[tuple[str, str, str]]:
    """(address, item, owner) of all items with an address, or of those with one of these items'."""
    every = f"SELECT address, id, analyst FROM items WHERE {_READABLE} AND address <> ''"
    if items is None:
        rows = library.rows(f"{every} ORDER BY at, id", (viewer,))
    else:
        sql = f"SELECT address FROM items WHERE {_READABLE} AND id IN ({{}})"
        wanted = {row[0] for row in in_chunks(library, sql, sorted(items), (viewer,))} - {""}
        rows = in_chunks(library, f"{every} AND address IN ({{}})", sorted(wanted), (viewer,))
    return [(address, item, owner) for address, item, owner in rows]


def _like(what: str, words: Iterable[str]) -> tuple[str, list[str]]:
    """A condition that each of the words stands in it, in small letters or large."""
    conditions, values = "", []
    for word in words:
        plain = word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
        ways = {plain}
        if not plain.isascii():  # SQLite knows the cases of ASCII alone
            ways = {plain, plain.lower(), plain.upper(), plain.capitalize()}
        conditions += f" AND ({' OR '.join([f'{what} LIKE ? ESCAPE chr'] * len(ways))})"
        values += [f"%{way}%" for way in sorted(ways)]
    return conditions.replace("ESCAPE chr", "ESCAPE '!'"), values


def alike(library: Library, address: str, viewer: str, most: int) -> set[str]:
    """The ids of items with this address (``domain/address.py``, ``address_key``)."""
    rows = library.rows(
        f"SELECT DISTINCT id FROM items WHERE address = ? AND {_READABLE} LIMIT ?",
        (address, viewer, most),
    )
    return {row[0] for row in rows}


FEW = 50
"""Items that are looked at where an id is cut too short."""
