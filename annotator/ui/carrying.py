"""Offers, once an article is opened, to bring along what one holds of its earlier version."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.desk.tied import is_tied
from annotator.domain.article import ArticleId
from annotator.domain.snapshot import Snapshot
from annotator.ui.atrest import AtRest
from annotator.ui.hand import Hand
from annotator.ui.lists.reading import Read, Reading
from annotator.ui.messages import Messages
from annotator.ui.page.view import PageView

Carry = Callable[[ArticleId], None]


class Waiting(NamedTuple):
    """So many claims of an article wait for what one holds of its earlier version."""

    article: ArticleId
    claims: int


class OfferToCarry(AtRest):
    """A colleague added the version, or one judged the earlier one since: nothing comes by itself.

    It is counted off the window's thread: in a long article that takes seconds.
    """

    def __init__(
        self, desk: Desk, hand: Hand, page: PageView, messages: Messages, carry: Carry
    ) -> None:
        super().__init__(hand, page)
        self._library = desk.library
        self._messages, self._carry = messages, carry
        self._asked: set[ArticleId] = set()
        self._reading = Reading(desk.library, self)
        self._reading.portion.connect(self._found)
        # Another program holds the library: it is only an offer.
        self._reading.failed.connect(lambda _error: None)

    def look(self, snapshot: Snapshot, _index: int) -> None:
        article = snapshot.article.id
        if article not in self._asked:
            tied = is_tied(self._library, article)
            self._asked.add(article)
            if tied:
                self._reading.read(_counted(article))

    def stop(self) -> None:
        super().stop()
        self._reading.stop()

    def _found(self, found: object, _first: bool) -> None:
        assert isinstance(found, Waiting)
        snapshot = self._hand.snapshot
        if not found.claims or snapshot is None or snapshot.article.id != found.article:
            return
        many = found.claims > 1
        which = f"{found.claims:,} sentences that are" if many else "1 sentence that is"
        self._messages.ask(
            f"You judged {which} the same in the earlier version.",
            "Bring them along" if many else "Bring it along",
            lambda: self._carry(found.article),
        )


def _counted(article: ArticleId) -> Read:
    def read(library: OpenLibrary) -> Iterator[Waiting]:
        from annotator.desk import revising_answers  # it compares texts

        yield Waiting(article, revising_answers.to_carry(library, article))

    return read
