"""Offers, once an article is opened, to bring along what one holds of its earlier version."""

from __future__ import annotations

from collections.abc import Callable

from annotator.desk import revising_answers
from annotator.desk.desk import Desk
from annotator.domain.article import ArticleId
from annotator.domain.snapshot import Snapshot
from annotator.ui.atrest import AtRest
from annotator.ui.hand import Hand
from annotator.ui.messages import Messages
from annotator.ui.page.view import PageView

Carry = Callable[[ArticleId], None]


class OfferToCarry(AtRest):
    """A colleague added the version, or one judged the earlier one since: nothing comes by itself."""

    def __init__(
        self, desk: Desk, hand: Hand, page: PageView, messages: Messages, carry: Carry
    ) -> None:
        super().__init__(hand, page)
        self._desk, self._messages, self._carry = desk, messages, carry
        self._asked: set[ArticleId] = set()

    def look(self, snapshot: Snapshot, _index: int) -> None:
        article = snapshot.article.id
        if article in self._asked:
            return
        waiting = revising_answers.to_carry(self._desk.library, article)
        self._asked.add(article)
        if waiting:
            one = "1 sentence that is" if waiting == 1 else f"{waiting:,} sentences that are"
            self._messages.ask(
                f"You judged {one} the same in the earlier version.",
                "Bring them along" if waiting > 1 else "Bring it along",
                lambda: self._carry(article),
            )
