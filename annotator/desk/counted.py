"""Who judged which claims of some articles, as they are counted for ``agreeing``."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

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
class CountedArticle:
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
    _whole: tuple[CountedArticle, Sequence[int]] | None = None
    """Where these are only some claims of an article: all of it, and where they are in it."""

    def __len__(self) -> int:
        return len(self.nobody)

    def column(self, analyst: str) -> bytes:
        return self.columns.get(analyst, self.nobody)

    def span(self, index: int) -> Span:
        return Span(self.starts[index], self.ends[index])

    def number(self, index: int) -> int | None:
        """A claim's number as the window shows it: 0 for T, None for furniture and retired ones."""
        if self._whole is not None:
            part, places = self._whole
            return part.number(places[index])
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

    def among(self, spans: Set[Span]) -> CountedArticle:
        """Only those of its claims that are among these."""
        places = [index for index in range(len(self)) if self.span(index) in spans]
        return replace(
            self,
            starts=array("q", (self.starts[at] for at in places)),
            ends=array("q", (self.ends[at] for at in places)),
            columns={who: bytes(held[at] for at in places) for who, held in self.columns.items()},
            nobody=bytes(self.nobody[at] for at in places),
            apart=bytes(self.apart[at] for at in places),
            _whole=(self, places),
        )


Among = Mapping[ArticleId, Set[Span]]
"""Article → those of its claims that alone are looked at."""


def counted_articles(
    library: OpenLibrary,
    articles: Iterable[ArticleId],
    counting: Counting,
    among: Among | None = None,
) -> Iterator[CountedArticle]:
    """The articles, each once, in this order; with ``among`` only these claims of theirs.

    A claim that was matched with one of an article before it is counted there.
    """
    done: dict[ArticleId, Set[Span] | None] = {}
    for article in articles:
        if article not in done:
            spans = None if among is None else among.get(article, frozenset())
            part = _counted_article(library, article, counting, done)
            done[article] = frozenset() if part.sight.blind else spans
            yield part if spans is None else part.among(spans)


Done = Mapping[ArticleId, Set[Span] | None]
"""Article → the claims that were counted in it; None: all of them."""


def _counted_article(
    library: OpenLibrary, article: ArticleId, counting: Counting, done: Done
) -> CountedArticle:
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
    return CountedArticle(
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


def _apart(library: OpenLibrary, found: Judged, sight: Sight, done: Done) -> bytes:
    """Which of the live claims are not compared: all of a blind pass, and those counted before."""
    if sight.blind:
        return bytes([BLIND]) * len(found.furniture)
    apart = bytearray(len(found.furniture))
    matched = [pair for column in found.columns for pair in column.elsewhere.items()]
    if matched and done:
        places = spans_of(library.store, sorted({claim for _, claim in matched}))
        for index, claim in matched:
            if claim in places and _is_counted(*places[claim][:2], done):
                apart[index] = OTHER_TEXT
    return bytes(apart)


def _is_counted(article: ArticleId, span: Span, done: Done) -> bool:
    spans = done.get(article, frozenset())
    return spans is None or span in spans
