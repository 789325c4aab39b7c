"""What waits, over all articles: claims to decide, passes to answer, one's own that came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.assessment import Analyst
from annotator.domain.review import DRAFT, Pass, PassState, Stage
from annotator.store import queue as store
from annotator.store.people import Names


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One article as it waits for the acting person.

    ``open``, ``returned`` and ``settled`` count claims: people differ, somebody changed a
    judgement after it was settled, and neither. ``mine`` is one's own pass. ``to_answer``
    handed theirs in and have no answer; ``sent_back`` are those to whom one returned it.
    Names are of persons; ``by`` brought the article to its stage.
    """

    article: ArticleId
    title: str
    open: int
    returned: int
    settled: int
    mine: Pass
    mine_answered_by: str
    to_answer: tuple[Analyst, ...]
    sent_back: tuple[tuple[Analyst, str], ...]
    """With the reason."""
    stage: Stage
    by: str

    @property
    def waiting(self) -> int:
        """How many claims ask for a decision."""
        return self.open + self.returned

    @property
    def came_back(self) -> str:
        """Such as "Your pass was returned by Ben: claim 5 has no source"; empty where it was not."""
        if self.mine.state is not PassState.RETURNED:
            return ""
        why = f": {self.mine.reason}" if self.mine.reason else ""
        return f"Your pass was returned by {self.mine_answered_by}{why}"


def queue(
    library: OpenLibrary, articles: Sequence[ArticleId] | None = None
) -> tuple[QueueRow, ...]:
    """The acting person's list, in the order in which it came in; only ``articles``, where given.

    A change of one article asks for that one again. In one that is checked blind nothing
    of colleagues is counted, and whom one hid is in none of it.
    """
    listed = store.listed(library.store, library.me)
    wanted = [one for one in listed if articles is None or one in articles]
    names = Names(library.store)
    me = library.me
    found = store.waiting(library.store, wanted, me)
    return tuple(_row(article, listed[article], of, me, names) for article, of in found.items())


def _row(article: ArticleId, title: str, of: store.Waiting, me: str, names: Names) -> QueueRow:
    mine = of.passes.get(me, DRAFT)
    others = sorted(
        ((names.analyst(who), one) for who, one in of.passes.items() if who != me),
        key=lambda one: one[0].name,
    )
    return QueueRow(
        article,
        title,
        of.open,
        of.returned,
        of.settled,
        mine,
        names.of(mine.answered_by),
        tuple(who for who, one in others if one.state is PassState.SUBMITTED),
        tuple(
            (who, one.reason)
            for who, one in others
            if one.state is PassState.RETURNED and one.answered_by == me
        ),
        of.stage,
        names.of(of.stage.analyst),
    )
