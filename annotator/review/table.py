"""The table that agreement is measured on: who gave which item which tag.

A column an analyst, one code an item. Columns of bytes let Python's own loops do
the counting: ten analysts by 100,000 claims are a megabyte.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Tag

OUR_TAGS = tuple(tag.value for tag in Tag)
"""The three tags that one could have used, in the order of their buttons."""

MISSING = 0
"""The code of an item that the analyst gave no tag."""

Triple = tuple[Hashable, str, str | None]
"""Item, analyst, tag; None or an empty tag is missing."""

_BYTE = 256


@dataclass(frozen=True, slots=True)
class Table:
    """Tags by analyst and item.

    ``columns[a][i]`` is what ``analysts[a]`` gave ``items[i]``: 0 for no tag, else
    1 + the place of the tag in ``tags``. ``tags`` are those one could have used,
    whether they occur or not: Gwet's AC1 asks how many they are. No two analysts
    may be called alike. Raises ValueError where these do not fit each other.
    """

    analysts: tuple[str, ...]
    items: Sequence[Hashable]
    tags: tuple[str, ...]
    columns: tuple[Sequence[int], ...]

    def __post_init__(self) -> None:
        if len(set(self.analysts)) != len(self.analysts) or len(set(self.tags)) != len(self.tags):
            raise ValueError("two analysts or two tags have one name")
        if len(self.columns) != len(self.analysts):
            raise ValueError("there is not one column an analyst")
        for column in self.columns:
            if len(column) != len(self.items):
                raise ValueError("a column has not one code an item")
            if not _within(column, len(self.tags)):
                raise ValueError("a column has a code without a tag")

    def rows(self) -> Iterable[tuple[int, ...]]:
        """What everybody gave each item, in the order of the items."""
        return rows_of(self.columns, len(self.items))

    def column(self, analyst: str) -> Sequence[int]:
        """What one analyst gave. Raises ValueError for a stranger."""
        return self.columns[self.analysts.index(analyst)]


def _within(column: Sequence[int], highest: int) -> bool:
    if isinstance(column, bytes):
        return not column.translate(None, bytes(range(highest + 1)))
    return not column or 0 <= min(column) <= max(column) <= highest


def rows_of(columns: Sequence[Sequence[int]], items: int) -> Iterable[tuple[int, ...]]:
    """Columns of so many items turned into rows; without columns the rows are empty."""
    return zip(*columns, strict=True) if columns else repeat((), items)


def as_table(given: Table | Mapping[str, Sequence[str | None]] | Iterable[Triple]) -> Table:
    """A table from any of its three forms.

    Either a ``Table``; or the tags of each analyst, all of one length, the items
    being their places from 0 (``{"A": ["verified", None], "B": [...]}``); or triples
    of item, analyst and tag in any order. Raises AnnotatorError as ``of_triples``,
    ValueError where the columns have different lengths.
    """
    if isinstance(given, Table):
        return given
    if isinstance(given, Mapping):
        lengths = {len(tags) for tags in given.values()}
        if len(lengths) > 1:
            raise ValueError("the analysts' columns have different lengths")
        return of_columns(given, range(max(lengths, default=0)))
    return of_triples(given)


def of_triples(triples: Iterable[Triple]) -> Table:
    """A table from its cells; analysts and items in the order in which they first occur.

    Raises AnnotatorError where one analyst has two rows for one item.
    """
    held: dict[str, dict[Hashable, str | None]] = {}
    items: dict[Hashable, None] = {}
    for item, analyst, tag in triples:
        column = held.get(analyst)
        if column is None:
            column = held[analyst] = {}
        if item in column:
            raise AnnotatorError(
                f"“{analyst}” has two rows for item “{item}”: leave the one that counts."
            )
        column[item] = tag
        items[item] = None
    return of_columns(
        {analyst: list(map(column.get, items)) for analyst, column in held.items()}, tuple(items)
    )


def of_columns(given: Mapping[str, Sequence[str | None]], items: Sequence[Hashable]) -> Table:
    """A table from the words of each analyst, one an item; None or an empty word is missing."""
    words = set[str | None]().union(*given.values()) - {None, ""}
    tags = tags_of({word for word in words if word})
    codes: dict[str | None, int] = {None: MISSING, "": MISSING}
    codes.update((tag, place) for place, tag in enumerate(tags, 1))
    pack = bytes if len(tags) < _BYTE else tuple
    columns = tuple(pack(map(codes.__getitem__, column)) for column in given.values())
    return Table(tuple(given), items, tags, columns)


def tags_of(words: Iterable[str]) -> tuple[str, ...]:
    """The tags one could have used, where these words occur.

    Ours are three, however few occur. Of another vocabulary nobody told us more than
    what occurs: those, sorted.
    """
    occurring = set(words)
    return OUR_TAGS if occurring <= set(OUR_TAGS) else tuple(sorted(occurring))
