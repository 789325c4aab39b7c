"""Who judged which claims of an article, as it stands now or as it was given first.

What the viewer may not see yet (a blind pass in draft) is not read at all; colleagues
whom the viewer hid are read apart. Judgements of claims of another text that were
matched with these come through the pairs.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Analyst, read_fields
from annotator.domain.canonical import Json
from annotator.domain.compare import Column, Judged
from annotator.domain.edits.blind import BLIND, REVEALED
from annotator.domain.edits.reviewing import SUBMITTED
from annotator.domain.review import Said, Sight, sight
from annotator.domain.tags import NOT_JUDGED, Standing
from annotator.store.assess import REGISTERS
from annotator.store.claiming import spans_of
from annotator.store.columns import standing_columns
from annotator.store.library import Library
from annotator.store.log import CHUNK, in_chunks
from annotator.store.people import Names
from annotator.store.relating import hidden_by
from annotator.store.saying import SAYINGS, said_of
from annotator.store.twins import COUNTS
from annotator.store.voices import Stand, any_pair, judges, other_texts, voices

_CLAIMS = (
    'SELECT start, "end", furniture FROM claims WHERE article = ? AND live = 1 '
    'ORDER BY start, "end" DESC'
)
_HELD = 'SELECT start, "end", standing, noted FROM assessments WHERE article = ? AND analyst = ?'
_COLUMNS = ("start", '"end"', "standing", "noted")
_ELSEWHERE = (
    "SELECT mine, other, held.standing, held.seen, held.changed, there FROM "
    f"(SELECT claim AS mine, earlier AS there, other FROM pairs WHERE article = ?1 AND {COUNTS} "
    f"UNION SELECT other, article, claim FROM pairs WHERE earlier = ?1 AND {COUNTS}) "
    "JOIN claims ON claims.id = other AND claims.article = there "
    "JOIN assessments AS held ON held.article = claims.article AND held.analyst = ?2 "
    'AND held.start = claims.start AND held."end" = claims."end" AND held.claim = other '
    "WHERE held.standing <> 0 ORDER BY mine, held.changed, other"
)
_RETIRED = (
    "SELECT count(*) FROM claims CROSS JOIN assessments AS held "
    "WHERE claims.article = ?1 AND live = 0 AND (live = 0 OR furniture = 1) "
    "AND held.article = ?1 AND held.analyst = ?2 AND held.start = claims.start "
    'AND held."end" = claims."end" AND held.claim = claims.id AND held.standing <> 0'
)
_SEEN = (
    "SELECT claim FROM assessments WHERE article = ? AND analyst = ? AND standing <> 0 "
    "AND seen <> '[]'"
)


SIGHT = (BLIND, REVEALED, SUBMITTED)
"""What says who may see what of whom."""


def said_in(
    library: Library,
    article: ArticleId,
    fields: Sequence[str],
    claims: Sequence[ClaimId] | None = None,
) -> list[Said]:
    """What was said in these fields and still counts, in order; with ``claims``, of these alone.

    Pairs of claims are as long as the article, so nobody reads them who need not.
    """
    marks = ", ".join("?" * len(fields))
    sql = f"SELECT {SAYINGS} FROM sayings WHERE article = ? AND field IN ({marks})"
    if claims is None:
        rows = library.rows(sql, (article, *fields))
    else:
        rows = in_chunks(
            library, f"{sql} AND about = 'claim' AND id IN ({{}})", claims, (article, *fields)
        )
    return sorted(map(said_of, rows), key=lambda one: one.order)


def sight_of(library: Library, article: ArticleId, viewer: str) -> Sight:
    """What this person may see of colleagues in this article."""
    return sight(said_in(library, article, SIGHT), viewer)


def shut_texts(library: Library, article: ArticleId, viewer: str) -> frozenset[ArticleId]:
    """The texts matched with this one of which the viewer may see nothing of colleagues yet."""
    return frozenset(
        other for other in other_texts(library, article) if sight_of(library, other, viewer).blind
    )


def voices_for(
    library: Library,
    article: ArticleId,
    viewer: str,
    spans: Sequence[Span],
    *,
    paired: bool | None = None,
) -> dict[Span, dict[str, Stand]]:
    """Who judges these claims, as far as blind checks of matched texts let the viewer know."""
    if paired is None:
        paired = any_pair(library, article)
    shut = shut_texts(library, article, viewer) if paired else frozenset()
    return voices(library, article, spans, paired=paired, shut=shut, viewer=viewer)


def blind_asked_by(library: Library, article: ArticleId) -> frozenset[str]:
    """The persons who asked for a blind check of this article."""
    return frozenset(one.analyst for one in said_in(library, article, (BLIND,)))


def judged(library: Library, article: ArticleId, viewer: str, *, first: bool = False) -> Judged:
    """Who judged which claims of an article.

    ``first``: as each judged before colleagues' tags of the claim could be seen: the last
    live judgement whose ``seen`` is empty. While the viewer's pass is blind and in draft
    only the viewer's own column is read. A claim of which colleagues' tags may not be
    seen *yet* is in the columns all the same: whoever shows them looks at ``Sight``.
    """
    with library.reading():
        blind = sight_of(library, article, viewer).blind
        who = {viewer} if blind else judges(library, article)
        return _judged(library, article, who, hidden_by(library, viewer), viewer, first)


def judged_by_all(library: Library, article: ArticleId) -> Judged:
    """Who judged which claims, whoever looks: for what is said of the article itself."""
    with library.reading():
        who = judges(library, article)
        return _judged(library, article, who, frozenset(), "", first=False)


def _judged(
    library: Library,
    article: ArticleId,
    who: Iterable[str],
    hidden: frozenset[str],
    viewer: str,
    first: bool,
) -> Judged:
    claims = library.columns(("start", '"end"', "furniture"), _CLAIMS, (article,))
    names = Names(library)
    reader = _Reader(library, article, claims, first, viewer)
    columns = [reader.column(names.analyst(one)) for one in sorted(who)]
    retired = {c.analyst.id: library.rows(_RETIRED, (article, c.analyst.id))[0][0] for c in columns}
    columns = [column for column in columns if any_judged(column.standings)]
    columns.sort(key=lambda column: (column.analyst.id != viewer, column.analyst.name))
    return Judged(
        article,
        array("q", claims[0]),
        array("q", claims[1]),
        bytes(claims[2]),
        tuple(column for column in columns if column.analyst.id not in hidden),
        tuple(column for column in columns if column.analyst.id in hidden),
        {one: count for one, count in retired.items() if count and one not in hidden},
    )


def index_of(found: Judged, span: Span) -> int | None:
    """Where the live claim of exactly this stretch is, or None."""
    index = bisect_left(found.starts, span[0])
    while index < len(found.starts) and found.starts[index] == span[0]:
        if found.ends[index] == span[1]:
            return index
        index += 1
    return None


def any_judged(standings: bytes | bytearray) -> bool:
    """Whether anything in a column is a judgement."""
    return any(
        bytes((standing,)) in standings for standing in Standing if standing not in NOT_JUDGED
    )


class _Reader:
    """Reads the column of one analyst after the other."""

    def __init__(
        self,
        library: Library,
        article: ArticleId,
        claims: list[list[int]],
        first: bool,
        viewer: str,
    ) -> None:
        self._library = library
        self._article = article
        self._claims = claims
        self._first = first
        self._viewer = viewer
        self._shut = shut_texts(library, article, viewer) if viewer else frozenset()
        self._index: dict[tuple[int, int], int] = {}

    def column(self, analyst: Analyst) -> Column:
        held = self._library.columns(_COLUMNS, _HELD, (self._article, analyst.id))
        standings, _ = standing_columns(self._claims, held)
        own = bytearray(standings)
        if self._first:
            self._take_first(own, analyst.id)
        elsewhere = self._from_elsewhere(own, analyst.id)
        return Column(analyst, bytes(own), elsewhere)

    def _take_first(self, own: bytearray, analyst: str) -> None:
        """Puts the first judgement in the place of one that was given after looking."""
        looked = [row[0] for row in self._library.rows(_SEEN, (self._article, analyst))]
        stood = first_standings(self._library, looked, analyst)
        places = self._where(looked)
        for claim in looked:
            index = places.get(ClaimId(claim))
            if index is not None and own[index] not in NOT_JUDGED:
                own[index] = stood.get(claim, Standing.UNTAGGED)

    def _from_elsewhere(self, own: bytearray, analyst: str) -> dict[int, ClaimId]:
        """Judgements of claims of other texts, where the analyst judged none of this one."""
        rows = self._library.rows(_ELSEWHERE, (self._article, analyst))
        if analyst != self._viewer:
            rows = [row for row in rows if row[5] not in self._shut]
        if not rows:
            return {}
        stood = {}
        if self._first:
            looked = [row[1] for row in rows if row[3] != "[]"]
            stood = first_standings(self._library, looked, analyst)
        found: dict[int, ClaimId] = {}
        places = self._where([row[0] for row in rows])
        for mine, other, standing, seen, *_ in rows:
            index = places.get(ClaimId(mine))
            if self._first and seen != "[]":
                standing = stood.get(other, Standing.UNTAGGED)
            if index is None or (own[index] != Standing.UNTAGGED and index not in found):
                continue
            if standing != Standing.UNTAGGED:  # of several the one changed last stands
                own[index] = standing
                found[index] = ClaimId(other)
        return found

    def _where(self, claims: Sequence[str]) -> dict[ClaimId, int]:
        """Where these claims of the article are live; the others are left out."""
        if not claims:
            return {}
        if not self._index:
            spans = zip(self._claims[0], self._claims[1], strict=True)
            self._index = {span: index for index, span in enumerate(spans)}
        places = spans_of(self._library, [ClaimId(claim) for claim in claims])
        return {
            claim: self._index[span]
            for claim, (article, span, live) in places.items()
            if live and article == self._article and tuple(span) in self._index
        }


def first_standings(library: Library, claims: Sequence[str], analyst: str) -> dict[str, Standing]:
    """How these claims stood for the analyst before a colleague's tag of them could be seen."""
    found: dict[str, Standing] = {}
    for start in range(0, len(claims), CHUNK):
        chunk = claims[start : start + CHUNK]
        marks = ", ".join("?" * len(chunk))
        rows = library.rows(REGISTERS.format(marks), (*chunk, analyst))
        values: dict[str, list[Json]] = {}
        for claim, field, value, *_ in rows:
            if field == "judgement":
                values.setdefault(claim, []).append(json.loads(value))
        found |= {claim: _first(judgements) for claim, judgements in values.items()}
    return found


def _first(judgements: Sequence[Json]) -> Standing:
    """The last one given without having seen a colleague's; in the total order."""
    stood: Json = None
    for value in judgements:
        if isinstance(value, dict) and value.get("seen"):
            continue
        stood = value
    fields: Mapping[str, tuple[tuple[int, str], Json]] = {"judgement": ((1, ""), stood)}
    return read_fields(dict(fields)).standing
