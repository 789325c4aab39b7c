"""What is recorded of claims: evidence and attributions, as a viewer may read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.attribution import Attribution
from annotator.domain.evidence import NO_SIDE, Item, Link, Linked, Side, item_of, links_of
from annotator.domain.record import Record
from annotator.store.attributing import ATTRIBUTIONS, attribution_of
from annotator.store.evidencing import ITEMS, LINKS, link_of, side_of
from annotator.store.library import Library, Row
from annotator.store.log import in_chunks

Whose = tuple[str, ClaimId]
"""An analyst and a claim."""

NOBODY = ""
"""Who may read nothing that is for its writer only: a report."""


@dataclass(frozen=True, slots=True)
class Items:
    """Items by their ids; of one id several people may have written (only by a hand-made file)."""

    _held: Mapping[str, Mapping[str, Item]]

    def of(self, item: str, analyst: str) -> Item | None:
        """The item an analyst's link means: the analyst's own, else the first by owner's id."""
        owners = self._held.get(item, {})
        return owners.get(analyst) or next((owners[one] for one in sorted(owners)), None)

    def all(self) -> tuple[Item, ...]:
        """Every item, by id."""
        return tuple(item for _, of in sorted(self._held.items()) for _, item in sorted(of.items()))


def items(library: Library, ids: Iterable[str], viewer: str) -> Items:
    """The items of these ids that are there; what is for its owner only, for the owner only."""
    wanted = sorted(set(ids))
    return _items(
        in_chunks(library, f"SELECT {ITEMS} FROM items WHERE id IN ({{}})", wanted), viewer
    )


def every_item(library: Library, viewer: str) -> Items:
    """Every item of the library."""
    return _items(library.rows(f"SELECT {ITEMS} FROM items"), viewer)


def _items(rows: Iterable[Row], viewer: str) -> Items:
    sides: dict[tuple[str, str], dict[bool, Side]] = {}
    for row in rows:
        key, owner, private, side = side_of(row)
        if not private or owner == viewer:
            sides.setdefault((key, owner), {})[private] = side
    held: dict[str, dict[str, Item]] = {}
    for (key, owner), of in sides.items():
        item = item_of(key, owner, of.get(False, NO_SIDE), of.get(True, NO_SIDE))
        if item is not None:
            held.setdefault(key, {})[owner] = item
    return Items(held)


def links(
    library: Library, claims: Sequence[ClaimId], viewer: str
) -> dict[Whose, tuple[Link, ...]]:
    """How items serve these claims, by whom."""
    rows = in_chunks(library, f"SELECT {LINKS} FROM links WHERE claim IN ({{}})", list(claims))
    return _links(rows, viewer)


def _links(rows: Iterable[Row], viewer: str) -> dict[Whose, tuple[Link, ...]]:
    sides: dict[Whose, tuple[list[Link], list[Link]]] = {}
    for claim, analyst, link in map(link_of, rows):
        if not link.private or analyst == viewer:
            sides.setdefault((analyst, claim), ([], []))[link.private].append(link)
    return {whose: links_of(desk, me) for whose, (desk, me) in sides.items()}


def attributions(
    library: Library, claims: Sequence[ClaimId]
) -> dict[Whose, tuple[Attribution, ...]]:
    """Who the article says these claims come from, by whom, the oldest first."""
    sql = f"SELECT {ATTRIBUTIONS} FROM attributions WHERE there = 1 AND claim IN ({{}})"
    found: dict[Whose, list[tuple[int, str, Attribution]]] = {}
    for row in in_chunks(library, sql, list(claims)):
        analyst, one = attribution_of(row)
        found.setdefault((analyst, one.claim), []).append((row[8], one.id, one))
    return {
        whose: tuple(one for _, _, one in sorted(of, key=lambda row: row[:2]))
        for whose, of in found.items()
    }


def records_of(library: Library, claims: Sequence[ClaimId], viewer: str) -> dict[Whose, Record]:
    """What everybody recorded of these claims, as the viewer may read it; empty ones left out.

    An item that is not there any more (or not for this viewer) takes its links with it where
    its owner took it away; one that never came along is named by its link alone.
    """
    with library.reading():
        linked = _linked(library, links(library, claims, viewer), viewer)
        said = attributions(library, claims)
    found = {}
    for whose in linked.keys() | said.keys():
        record = Record(linked.get(whose, ()), said.get(whose, ()))
        if not record.empty:
            found[whose] = record
    return found


def linked_by(
    library: Library, wanted: Iterable[tuple[Whose, str]], viewer: str
) -> dict[Whose, tuple[Linked, ...]]:
    """Of what ``records_of`` says, these items alone: a claim may have ten thousand."""
    sql = f"SELECT {LINKS} FROM links WHERE claim = ? AND analyst = ? AND item = ?"
    with library.reading():
        rows = [
            row
            for (analyst, claim), item in dict.fromkeys(wanted)
            for row in library.rows(sql, (claim, analyst, item))
        ]
        return _linked(library, _links(rows, viewer), viewer)


def _linked(
    library: Library, linked: Mapping[Whose, Sequence[Link]], viewer: str
) -> dict[Whose, tuple[Linked, ...]]:
    """The same with their items; without those whose item was taken away."""
    held = items(library, (one.item for of in linked.values() for one in of), viewer)
    found = {
        whose: [Linked(link, held.of(link.item, whose[0])) for link in of]
        for whose, of in linked.items()
    }
    missing = (one.link.item for of in found.values() for one in of if one.item is None)
    gone = _gone(library, missing, viewer)
    return {
        whose: tuple(one for one in of if one.item or one.link.item not in gone)
        for whose, of in found.items()
    }


def _gone(library: Library, ids: Iterable[str], viewer: str) -> frozenset[str]:
    """Those of these items of which something is known here; a report knows nothing private."""
    sql = (
        "SELECT DISTINCT id FROM writes JOIN parts ON parts.seq = writes.part "
        "WHERE form = 'own' AND about = 'evidence' AND (? <> '' OR class <> 'private') "
        "AND id IN ({})"
    )
    return frozenset(row[0] for row in in_chunks(library, sql, sorted(set(ids)), (viewer,)))


def source_names(library: Library, article: ArticleId) -> dict[str, str]:
    """Source id → what the source is called in this article, where it was renamed or joined."""
    return dict(library.rows("SELECT id, name FROM sources WHERE article = ?", (article,)))
