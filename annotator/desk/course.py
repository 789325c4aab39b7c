"""What the desk does around a union, inside of its transaction: other copies matched, all counted."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from annotator.desk.othertexts import Ids, OtherText, other_texts
from annotator.desk.previews import ArticleIn, Merged, Person, Preview, WrongClock
from annotator.domain.article import ArticleId
from annotator.domain.assessment import Analyst
from annotator.domain.edits.revisions import AddRevision
from annotator.review.alignment import PairKind
from annotator.store import merges, twins
from annotator.store.arriving import Arriving
from annotator.store.judging import sight_of
from annotator.store.library import Library
from annotator.store.people import Names, person_of
from annotator.store.relating import same_said
from annotator.store.tally import Counts, Tally, Witness, tally
from annotator.store.write import Applied, Author


class Rehearsal:
    """A merge into a copy: ``before`` is the library as it is, ``after`` the copy."""

    def __init__(
        self, before: Library | None, after: Library, author: Author, sources: Sequence[Arriving]
    ) -> None:
        self._before = before
        self._after = after
        self._author = author
        self._sources = sources
        self._witness = Witness()
        for source in sources:
            source.witness = self._witness
        self._known: frozenset[ArticleId] = frozenset()
        self._texts: tuple[OtherText, ...] = ()
        self.found: Preview | None = None

    def begun(self) -> None:
        self._known = twins.articles_here(self._after)

    def follows(self) -> Sequence[AddRevision]:
        articles = self._articles()
        self._texts = other_texts(self._after, articles, articles - self._known)
        acts = (text.act(self._is_confirmed) for text in self._texts)
        return [act for act in acts if act is not None]

    def _is_confirmed(self, _ids: Ids, _kind: PairKind) -> bool:
        return False

    def _articles(self) -> frozenset[ArticleId]:
        """The articles of the files that are here now."""
        named = {article for source in self._sources for article in source.articles()}
        return twins.articles_here(self._after) & named

    def ended(self, _applied: Applied, came: bool) -> None:
        assert self._before is not None
        counted = tally(self._witness, self._before, self._after, time.time_ns() // 1000)
        self.found = self._preview(counted, came)

    def _preview(self, counted: Tally, came: bool) -> Preview:
        named = Names(self._after).analyst
        people = [Person(named(who), judged) for who, judged in counted.judged.items()]
        return Preview(
            tuple(source.name for source in self._sources),
            tuple(sorted(people, key=lambda one: (one.analyst.name, one.analyst.id))),
            tuple(self._articles_in(counted)),
            tuple(row for source in self._sources for row in source.left_out.rows()),
            tuple(WrongClock(named(one.analyst), one.edits, one.latest) for one in counted.clocks),
            self._questions([person.analyst for person in people]),
            self._texts,
            not came,
            sum(source.added for source in self._sources),
        )

    def _articles_in(self, counted: Tally) -> list[ArticleIn]:
        me = person_of(self._after, self._author.id)
        found = []
        for article in sorted(self._articles()):
            counts = counted.counts.get(article, Counts())
            if sight_of(self._after, article, me).blind:
                counts = replace(counts, conflicting=0)
            title = twins.title_of(self._after, article)
            found.append(ArticleIn(article, title, article not in self._known, counts))
        return sorted(found, key=lambda one: (one.title, one.id))

    def _questions(self, people: Sequence[Analyst]) -> tuple[Analyst, ...]:
        me = person_of(self._after, self._author.id)
        answered = {me, *same_said(self._after, me)}
        return tuple(
            one for one in people if one.name == self._author.name and one.id not in answered
        )


class Merging(Rehearsal):
    """A merge into the library itself: a backup first, and what ``take_back`` has to know."""

    def __init__(
        self,
        library: Library,
        author: Author,
        sources: Sequence[Arriving],
        confirmed: Collection[Ids],
        kinds: Collection[PairKind],
    ) -> None:
        super().__init__(None, library, author, sources)
        self._confirmed = confirmed
        self._kinds = kinds
        self._kept: Path | None = None
        self._paired = 0

    def begun(self) -> None:
        super().begun()
        self._kept = merges.keep(self._after)

    def _is_confirmed(self, ids: Ids, kind: PairKind) -> bool:
        return kind in self._kinds or ids in self._confirmed

    def follows(self) -> Sequence[AddRevision]:
        acts = super().follows()
        self._paired = sum(len(act.matches) for act in acts)
        return acts

    def ended(self, applied: Applied, came: bool) -> None:
        assert self._kept is not None
        with merges.opened(self._kept) as before:
            self._before = before
            super().ended(applied, came)
        if came:
            names = [source.name for source in self._sources]
            merges.remember(self._after, self._kept, applied.last, names)

    def over(self) -> Merged:
        """After the commit. Where nothing came in the backup is not needed."""
        assert self.found is not None
        if self.found.nothing:
            self.forget()
            return Merged(self.found, None, 0)
        merges.forget_older(self._after)
        return Merged(self.found, self._kept, self._paired)

    def forget(self) -> None:
        """Nothing was changed: the backup goes away again."""
        if self._kept is not None:
            self._kept.unlink(missing_ok=True)
