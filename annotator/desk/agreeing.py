"""How alike the analysts of a library tag: in one article, in several, in all."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress
from typing import NamedTuple

from annotator.desk import drawing
from annotator.desk.counted import CountedArticle, counted_articles
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.assessment import Analyst
from annotator.domain.tags import NOT_JUDGED
from annotator.domain.wording import amount
from annotator.review.agreement import Agreement, agreement
from annotator.review.confusion import cells
from annotator.review.left_out import LeftOut
from annotator.review.reasons import BORDERS
from annotator.review.standings import Counting, Standings
from annotator.review.words import all_in_words

Cells = Mapping[tuple[str, str], tuple[Hashable, ...]]
"""Two analysts' tags → the items that got them."""
_BEGINNING = 8
"""Characters of an id that tell two of one name apart, but for ids made to look alike."""


class Place(NamedTuple):
    """A claim that was counted or left out: of which article, and where, in code points."""

    article: ArticleId
    span: Span

    @property
    def claim(self) -> ClaimId:
        return claim_id(self.article, self.span)


@dataclass(frozen=True)
class Measured:
    """The agreement of a library's analysts over some articles.

    Items are numbers; ``place`` says which claim one is. Analysts go by name, with the
    beginning of their id where two share one; the acting person, ``you``, is the first
    of them, or None where that person judged nothing. ``blind`` are the articles whose
    colleagues' tags that person may not see yet: nothing of them is counted.
    """

    agreement: Agreement
    standings: Standings
    counting: Counting
    you: str | None
    persons: Mapping[str, str]
    """Name → person's id."""
    blind: tuple[ArticleId, ...]
    drawn: bool
    """Whether only claims that were drawn for a second check are looked at."""
    _parts: Sequence[CountedArticle]
    _begins: Sequence[int]
    """At which item each of them begins."""
    _cells: dict[tuple[str, str], Cells] = field(default_factory=dict)

    def sentences(self) -> tuple[str, ...]:
        """All of them together in plain words, the headline first."""
        said = all_in_words(self.agreement, you=self.you, counting=self.counting)
        if self.drawn:
            said = (*said, f"Only what was drawn for a second check counts: {self._looked_at()}.")
        if not self.blind:
            return said
        if self.agreement.percent is None:
            said = ("There is nothing to compare yet.", *said[1:])
        many = len(self.blind)
        which = "one article is" if many == 1 else f"{many:,} articles are"
        return (*said, f"What colleagues say of {which} hidden until you submit, and not counted.")

    def place(self, item: Hashable) -> Place:
        """Which claim this item is."""
        part, index = self._where(item)
        return Place(part.article, part.span(index))

    def number(self, item: Hashable) -> int | None:
        """The number of this claim in its article; 0 for the title, None where it has none."""
        part, index = self._where(item)
        return part.number(index)

    def shows(self, item: Hashable) -> bool:
        """Whether the acting person may see what colleagues say of this claim."""
        part, index = self._where(item)
        return part.shows(index)

    def cells(self, a: str, b: str) -> Cells:
        """The items that ``a`` gave the first tag and ``b`` the second; made once for each pair."""
        if (a, b) not in self._cells:
            items = self.agreement.table.items
            self._cells[a, b] = {
                tags: tuple(items[place] for place in places)
                for tags, places in cells(self.agreement.table, a, b).items()
            }
        return self._cells[a, b]

    def left_out_of(self, a: str, b: str) -> tuple[LeftOut, ...]:
        """Claims that not both tagged, by reason, in words for the acting person."""
        return self.standings.left_out_of(a, b, self.you)

    def done(self) -> dict[str, int]:
        """How many claims each analyst judged: tagged, on their source, or not checkable."""
        live = [why != BORDERS for why in self.standings.apart]
        done = {}
        for name, column in zip(self.standings.analysts, self.standings.columns, strict=True):
            held = column if all(live) else bytes(compress(column, live))
            done[name] = len(held) - sum(held.count(nothing) for nothing in NOT_JUDGED)
        return done

    def _looked_at(self) -> str:
        """Such as "20 claims in 2 articles"."""
        articles = sum(map(bool, map(len, self._parts)))
        claims = amount(sum(map(len, self._parts)), "claim")
        return claims if articles == 1 else f"{claims} in {amount(articles, 'article')}"

    def _where(self, item: Hashable) -> tuple[CountedArticle, int]:
        assert isinstance(item, int), "items are numbers"
        at = bisect_right(self._begins, item) - 1
        return self._parts[at], item - self._begins[at]


def measured(
    library: OpenLibrary,
    articles: Iterable[ArticleId],
    counting: Counting = Counting.FIRST,
    *,
    drawn: bool = False,
) -> Measured:
    """Measures how alike these articles' claims were tagged, by first tags or as they stand.

    Colleagues whom the acting person hid are left out. Page furniture counts nowhere.
    ``drawn``: only claims of the samples that were drawn last, and only articles that have one.
    """
    with library.store.reading():
        samples = drawing.samples(library, articles) if drawn else None
        chosen = articles if samples is None else tuple(samples)
        parts = tuple(counted_articles(library, chosen, counting, samples))
    persons = {one.id: one for part in parts for one in part.analysts}
    order = sorted(persons.values(), key=lambda one: (one.id != library.me, one.name, one.id))
    names = _labels(order)
    begins = [0, *accumulate(map(len, parts))]
    standings = Standings(
        tuple(names.values()),
        range(begins[-1]),
        tuple(b"".join(part.column(who) for part in parts) for who in names),
        b"".join(part.apart for part in parts),
        b"".join(part.nobody for part in parts),
    )
    return Measured(
        agreement(standings.table(), standings.left_out()),
        standings,
        counting,
        names.get(library.me),
        {name: who for who, name in names.items()},
        tuple(part.article for part in parts if part.sight.blind),
        drawn,
        parts,
        begins,
    )


def _labels(order: Sequence[Analyst]) -> dict[str, str]:
    """Person → name; those who share one are told apart by the beginning of their ids."""
    labels = {one.id: one.name for one in order}
    for long in (_BEGINNING, None):
        shared = Counter(labels.values())
        labels |= {
            one.id: f"{one.name} ({one.id[:long]})" for one in order if shared[labels[one.id]] > 1
        }
    return labels
