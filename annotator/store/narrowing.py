"""The claims of one article that stand somehow for one analyst, in reading order, a few at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.tags import Standing
from annotator.store import searchplaces
from annotator.store.library import Library, Row
from annotator.store.log import CHUNK
from annotator.store.searchplaces import SLOTS

PAGE = 1000
"""Claims that are read at a time."""

ANY = "any"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a claim has to stand; what is None or empty does not matter.

    ``since`` and ``until``: when what the analyst holds of it was last changed, in microseconds
    since 1970, half open. ``flag`` is a kind of flag or ANY, ``type`` a type of claim.
    ``private``: whether what only the analyst may read counts.
    """

    analyst: str
    standings: frozenset[Standing] = frozenset()
    since: int | None = None
    until: int | None = None
    evidence: bool | None = None
    flag: str = ""
    type: str = ""
    private: bool = True
    held: bool = False
    """Only claims of which the analyst holds anything."""

    @property
    def of_held(self) -> bool:
        """Whether only claims of which anything is held can stand so."""
        timed = self.since is not None or self.until is not None
        judged = bool(self.standings) and Standing.UNTAGGED not in self.standings
        return self.held or timed or judged or bool(self.flag or self.type)


Narrow = tuple[Span, ClaimId, str]
"""Where a claim lies, its id, and its words as the search has them ("" where it has not yet)."""

_HELD_OF = (
    "{0} JOIN assessments AS held ON held.article = claims.article AND held.analyst = ? "
    'AND held.start = claims.start AND held."end" = claims."end" AND held.claim = claims.id'
)
_FROM = {
    # A claim of which something is held is looked up; the others are read in their order.
    True: "assessments AS held CROSS JOIN claims ON claims.id = held.claim "
    "AND held.analyst = ? AND held.article = ?",
    False: "claims " + _HELD_OF.format("LEFT"),
}
_LINKED = (
    "EXISTS (SELECT 1 FROM links WHERE links.claim = claims.id AND links.analyst = ? "
    "AND links.private <= ? AND (EXISTS (SELECT 1 FROM items WHERE items.id = links.item "
    "AND items.there = 1 AND items.private <= ?) OR NOT EXISTS (SELECT 1 FROM writes "
    "WHERE writes.id = links.item AND form = 'own' AND about = 'evidence')))"
)
"""Evidence that its owner took away serves nothing; what never came along does."""


def narrowed(
    library: Library,
    article: ArticleId,
    wanted: Wanted,
    *,
    among: Sequence[ClaimId] | None = None,
) -> Iterator[Narrow]:
    """The live claims of the article that stand so, no furniture; ``among``: only of these."""
    shelf = searchplaces.shelf_of(library, article)
    if among is not None:
        found = []
        for start in range(0, len(among), CHUNK):
            chunk = among[start : start + CHUNK]
            marks = ", ".join("?" * len(chunk))
            condition = f" AND claims.id IN ({marks})"
            found += _read(library, article, wanted, shelf, condition, chunk, by_claim=True)
        yield from sorted(found, key=lambda one: (one[0].start, -one[0].end))
        return
    after = (-1, 0)
    while True:
        page = _read(library, article, wanted, shelf, _AFTER, (after[0], *after), by_claim=False)
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1][0]


_AFTER = ' AND claims.start >= ? AND (claims.start, -claims."end") > (?, -?)'


def _read(
    library: Library,
    article: ArticleId,
    wanted: Wanted,
    shelf: int,
    condition: str,
    values: Sequence[object],
    *,
    by_claim: bool,
) -> list[Narrow]:
    held_first = wanted.of_held and not by_claim
    conditions, given = _conditions(wanted)
    base = searchplaces.claim_place(shelf, 0)
    words = (
        "(SELECT words FROM claim_words WHERE place BETWEEN "
        f"{base} + (claims.start << {searchplaces.SLOT_BITS}) "
        f"AND {base + SLOTS - 1} + (claims.start << {searchplaces.SLOT_BITS}) "
        'AND claim_words."end" = claims."end")'
    )
    order = "held" if held_first else "claims"
    condition = condition.replace("claims.start >=", f"{order}.start >=")
    rows = library.rows(
        f'SELECT claims.start, claims."end", claims.id, {words} FROM {_FROM[held_first]} '
        "WHERE claims.article = ? AND claims.live = 1 AND claims.furniture = 0"
        f"{''.join(f' AND {one}' for one in conditions)}{condition} "
        f'ORDER BY {order}.start, {order}."end" DESC LIMIT ?',
        (
            wanted.analyst,
            *((article,) if held_first else ()),
            article,
            *given,
            *values,
            -1 if by_claim else PAGE,
        ),
    )
    return [(Span(start, end), ClaimId(claim), text or "") for start, end, claim, text in rows]


def _conditions(wanted: Wanted) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    given: list[object] = []
    if wanted.standings:
        marks = ", ".join("?" * len(wanted.standings))
        conditions.append(f"coalesce(held.standing, 0) IN ({marks})")
        given += map(int, sorted(wanted.standings))
    for bound, sign in ((wanted.since, ">="), (wanted.until, "<")):
        if bound is not None:
            conditions.append(f"held.changed {sign} ?")
            given.append(bound)
    if wanted.flag:
        conditions.append("held.flag <> ''" if wanted.flag == ANY else "held.flag = ?")
        given += [] if wanted.flag == ANY else [wanted.flag]
    if wanted.type:
        conditions.append("json_extract(held.more, '$.type') = ?")
        given.append(wanted.type)
    if wanted.evidence is not None:
        conditions.append(_LINKED if wanted.evidence else f"NOT {_LINKED}")
        private = int(wanted.private)
        given += [wanted.analyst, private, private]
    if wanted.of_held:
        conditions.append("held.claim IS NOT NULL")
    return conditions, given


def spans_at(library: Library, places: Sequence[int]) -> list[Span]:
    """Where the claims of these places lie, in reading order within each article."""
    found: list[Row] = []
    for start in range(0, len(places), CHUNK):
        chunk = places[start : start + CHUNK]
        marks = ", ".join("?" * len(chunk))
        found += library.rows(
            f'SELECT place, "end" FROM claim_words WHERE place IN ({marks})', chunk
        )
    spans = (Span(searchplaces.start_of(place), end) for place, end in found)
    return sorted(spans, key=lambda span: (span.start, -span.end))
