"""Who judged which claims of some articles, read for ``agreeing``: one ``Part`` an article."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, Span, claim_id
from annotator.domain.assessment import Analyst
from annotator.domain.compare import Judged
from annotator.domain.layout import reading_order
from annotator.domain.review import Sight
from annotator.domain.snapshot import TITLE_NUMBER
from annotator.domain.tags import NOT_JUDGED, Standing
from annotator.review.reasons import BLIND, BORDERS, OTHER_TEXT, SEEN
from annotator.review.standings import Counting
from annotator.store import judging, reading, voices
from annotator.store.claiming import spans_of, title_claim

_EVERYWHERE = Span(0, 2**62)
_ASIDE = bytes([0, Standing.FURNITURE]) + bytes(254)


@dataclass(frozen=True, slots=True)
class Part:
    """One article: its live claims in order, then the retired ones that somebody judged.

    ``columns`` are by analyst, ``nobody`` is the column of one who judged nothing; bytes
    and ``apart`` are those of ``Standings``. ``sight`` is what the acting person may see,
    ``title`` the claim called T.
    """

    article: ArticleId
    starts: array[int]
    ends: array[int]
    analysts: tuple[Analyst, ...]
    columns: Mapping[str, bytes]
    nobody: bytes
    apart: bytes
    me: str
    sight: Sight
    title: Span | None

    def __len__(self) -> int:
        return len(self.nobody)

    def column(self, analyst: str) -> bytes:
        return self.columns.get(analyst, self.nobody)

    def span(self, index: int) -> Span:
        return Span(self.starts[index], self.ends[index])

    def number(self, index: int) -> int | None:
        """A claim's number as the window shows it: 0 for T, None for furniture and retired ones."""
        aside = int(Standing.FURNITURE)
        if self.apart[index] == BORDERS or self.nobody[index] == aside:
            return None
        if self.title is None:
            return index + 1 - self.nobody.count(aside, 0, index)
        span = self.span(index)
        if span == self.title:
            return TITLE_NUMBER
        after_title = reading_order(self.title) < reading_order(span)
        return index + 1 - self.nobody.count(aside, 0, index) - after_title

    def shows(self, index: int) -> bool:
        """Whether the acting person may see what colleagues say of this claim."""
        if self.sight.everything:
            return True
        judged = self.column(self.me)[index] not in NOT_JUDGED
        return self.sight.shows(claim_id(self.article, self.span(index)), judged)


def parts_of(
    library: OpenLibrary, articles: Iterable[ArticleId], counting: Counting
) -> Iterator[Part]:
    """The articles, each once, in this order.

    A claim that was matched with one of an article before it is counted there.
    """
    done: dict[ArticleId, bool] = {}
    for article in articles:
        if article not in done:
            part = _part(library, article, counting, {of for of, seen in done.items() if seen})
            done[article] = not part.sight.blind
            yield part


def _part(
    library: OpenLibrary, article: ArticleId, counting: Counting, done: Set[ArticleId]
) -> Part:
    store, me = library.store, library.me
    now = judging.judged(store, article, me)
    first = judging.judged(store, article, me, first=True) if counting is Counting.FIRST else now
    sight = judging.sight_of(store, article, me)
    retired = _retired(library, now)
    blank = now.furniture.translate(_ASIDE)
    live = {column.analyst.id: column.standings for column in now.columns}
    before = {column.analyst.id: column.standings for column in first.columns}
    analysts = {column.analyst.id: column.analyst for column in now.columns}
    analysts |= {one.id: one for held in retired.values() for one in held}
    columns = {
        who: _counted(live.get(who, blank), before.get(who, blank))
        + bytes(held.get(one, Standing.UNTAGGED) for held in retired.values())
        for who, one in analysts.items()
    }
    return Part(
        article,
        now.starts + array("q", (span.start for span in retired)),
        now.ends + array("q", (span.end for span in retired)),
        tuple(analysts.values()),
        columns,
        blank + bytes(len(retired)),
        _apart(library, now, sight, done) + bytes([BORDERS]) * len(retired),
        me,
        sight,
        title_claim(store, article),
    )


def _counted(now: bytes, first: bytes) -> bytes:
    """The first tags; where there is a tag and no first one, that is told from no tag at all."""
    if now == first:
        return now
    return bytes(
        SEEN if stood == Standing.UNTAGGED != stands else stood
        for stands, stood in zip(now, first, strict=True)
    )


def _retired(library: OpenLibrary, found: Judged) -> dict[Span, dict[Analyst, Standing]]:
    """Claims with other borders: who judged them, and how."""
    held: dict[Span, dict[Analyst, Standing]] = {}
    if not found.retired:
        return held
    for analyst, span, claim in voices.retired_at(library.store, found.article, _EVERYWHERE):
        if analyst.id in found.retired:
            standing = reading.assessment(library.store, analyst.id, claim).standing
            if standing is not Standing.UNTAGGED:
                held.setdefault(span, {})[analyst] = standing
    return held


def _apart(library: OpenLibrary, found: Judged, sight: Sight, done: Set[ArticleId]) -> bytes:
    """Which of the live claims are not compared: all of a blind pass, and those counted before."""
    if sight.blind:
        return bytes([BLIND]) * len(found.furniture)
    apart = bytearray(len(found.furniture))
    matched = [pair for column in found.columns for pair in column.elsewhere.items()]
    if matched and done:
        places = spans_of(library.store, sorted({claim for _, claim in matched}))
        for index, claim in matched:
            if claim in places and places[claim][0] in done:
                apart[index] = OTHER_TEXT
    return bytes(apart)
