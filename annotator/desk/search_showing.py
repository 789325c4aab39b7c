"""How what was found is shown: titles, numbers, words, and where it is, each looked up once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotator.desk.claim_sight import Asked
from annotator.desk.library import OpenLibrary
from annotator.desk.search_found import Hit, HitKind
from annotator.domain.article import ArticleId, Span, claim_id
from annotator.domain.assessment import Analyst
from annotator.domain.findquery import EXCERPT, Marks, Query, excerpt
from annotator.domain.snapshot import Snapshot, claim_name
from annotator.domain.tags import Standing
from annotator.store import holding, reading
from annotator.store.claimrows import claim_ids
from annotator.store.people import Names
from annotator.store.searchtexts import title_and_publisher

PAGE = 4_000
"""Code points that are taken into words at once to be shown."""
LOOKED_AT = 2_000_000
"""Code points of one text in which the words are looked for to be shown."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as it is shown, and where in it the words are."""

    text: str
    marks: Marks


class Showing:
    """One search's words, and what is known of the places where they are found.

    ``snapshot``, where there is one, is the article in hand: its text and its numbers are at
    hand. ``whole``: texts are not cut.
    """

    def __init__(
        self,
        library: OpenLibrary,
        query: Query,
        snapshot: Snapshot | None = None,
        here: ArticleId | None = None,
        *,
        whole: bool = False,
    ) -> None:
        self._library = library
        self._query = query
        self._snapshot = snapshot
        self._whole = whole
        self._here = here
        self._records: dict[ArticleId, tuple[str, str]] = {}
        self.names = Names(library.store)

    def text(self, text: str) -> Shown:
        """A text with the words in it marked."""
        if self._whole:
            return Shown(text, self._query.marks(text))
        piece = self._piece(text)
        found = excerpt(piece, self._query.marks(piece), EXCERPT)
        return Shown(found.text, found.marks)

    def _piece(self, text: str) -> str:
        """Of a text of many pages a piece that has the words, as far as they are found quickly.

        Taking all of it into words would hold up the key that is typed.
        """
        if len(text) <= PAGE or self._query.marks(text[:PAGE]):
            return text if len(text) <= PAGE else text[:PAGE]
        low = text[:LOOKED_AT].lower()
        places = (low.find(unit.words[0], PAGE - EXCERPT) for unit in self._query.units)
        first = min((at for at in places if at >= 0), default=0)
        # A letter that is two in small ones moves the place, never by as much as a page.
        start = max(0, first - EXCERPT)
        return text[start : start + PAGE]

    def title(self, article: ArticleId) -> str:
        return self._record(article)[0]

    def publisher(self, article: ArticleId) -> str:
        return self._record(article)[1]

    def _record(self, article: ArticleId) -> tuple[str, str]:
        if article not in self._records:
            self._records[article] = title_and_publisher(self._library.store, article)
        return self._records[article]

    def number(self, article: ArticleId, span: Span) -> int | None:
        """A claim's number; None for furniture, and for one that was cut since."""
        snapshot = self._snapshot
        if snapshot is None or snapshot.article.id != article:
            return reading.number_of(self._library.store, article, span)
        index = snapshot.index_of(span)
        return None if index is None else snapshot.number(index)

    def words_of(self, article: ArticleId, span: Span) -> str:
        """What a claim says."""
        if self._snapshot is not None and self._snapshot.article.id == article:
            return self._snapshot.article.text[span.start : span.end]
        return reading.text_of(self._library.store, article, span)

    def standings(self, article: ArticleId, spans: Iterable[Span]) -> dict[Span, Standing]:
        """How claims stand for the acting analyst."""
        store, me = self._library.store, self._library.me
        found = holding.standings(store, article, me, frozenset(spans))
        return {span: standing for span, (standing, _) in found.items()}

    def at_claim(self, hit: Hit, place: Asked, what: str) -> Hit:
        """The hit, with where it is: of which claim; ``what``: "note"."""
        article, span = place.article, place.span
        return replace(
            hit,
            where=self._where(article, span, what),
            article=article,
            title=self.title(article),
            claim=place.claim,
            number=self.number(article, span),
            span=span,
            standing=self.standings(article, [span])[span],
        )

    def colleague(self, analyst: str) -> Analyst | None:
        """Who this is; None for the acting person."""
        return None if analyst == self._library.me else self.names.analyst(analyst)

    def whose(self, analyst: str, what: str) -> str:
        """What it is called: "note", or "Ben’s note"."""
        who = self.colleague(analyst)
        return what if who is None else f"{who.name}’s {what}"

    def _where(self, article: ArticleId, span: Span, what: str) -> str:
        """Such as "claim 5 · note"; in another article its title stands before it."""
        number = self.number(article, span)
        name = claim_name(number)
        if number is None and not self._is_live(article, span):
            name = "a claim cut since"
        there = "" if article == self._here else f"{self.title(article)}, "
        return f"{there}{name} · {what}"

    def _is_live(self, article: ArticleId, span: Span) -> bool:
        found = reading.claim_by_id(self._library.store, article, claim_id(article, span))
        return found is not None and found[1]

    def claim_hits(self, article: ArticleId, spans: Iterable[Span]) -> list[Hit]:
        """Claims of one article."""
        wanted = list(spans)
        ids = claim_ids(article, wanted) if wanted else {}
        stands = self.standings(article, wanted)
        title = self.title(article) if wanted else ""
        found = []
        for span in wanted:
            shown = self.text(self.words_of(article, span))
            found.append(
                Hit(
                    HitKind.CLAIM,
                    shown.text,
                    shown.marks,
                    article=article,
                    title=title,
                    claim=ids[span],
                    number=self.number(article, span),
                    span=span,
                    standing=stands[span],
                )
            )
        return found
