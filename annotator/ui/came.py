"""What came with the article's text, shown in the panel at the claim that it stands at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from annotator.desk import enclosing, remarks
from annotator.desk.desk import Desk
from annotator.desk.naming import first_words
from annotator.desk.remarks import RemarkHere
from annotator.domain.address import short_address
from annotator.domain.article import ArticleId, Span
from annotator.domain.enclosed import Hyperlink
from annotator.domain.snapshot import Snapshot
from annotator.ui.atrest import AtRest
from annotator.ui.claim.cameview import LinkView, RemarkView
from annotator.ui.claim.panel import ClaimPanel
from annotator.ui.hand import Hand
from annotator.ui.page.view import PageView

_WORDS = 40
"""Code points of a link's words: more than a row has room for."""


class HeldCame(AtRest):
    """Reads an article's links once, and its writer's remarks after each change of the article."""

    def __init__(self, desk: Desk, hand: Hand, panel: ClaimPanel, page: PageView) -> None:
        super().__init__(hand, panel)
        self._desk, self._panel, self._page = desk, panel, page
        self._article: ArticleId | None = None
        self._links: tuple[Hyperlink, ...] = ()
        self._ends: list[int] = []
        self._remarks: tuple[RemarkHere, ...] | None = None

    def look(self, snapshot: Snapshot, index: int) -> None:
        remarks_now = self._read(snapshot.article.id)
        claim, text = snapshot.claim(index), snapshot.article.text
        self._panel.links.show_links(claim.id, tuple(self._links_in(claim.span, text)))
        here = [one for one in remarks_now if one.claim == claim.id]
        self._panel.remarks.show_offers(claim.id, tuple(map(_remark, here)))

    def forget(self) -> None:
        self._remarks = None

    def _read(self, article: ArticleId) -> tuple[RemarkHere, ...]:
        library = self._desk.library
        if article != self._article:
            self._links = enclosing.links(library, article)
            self._ends = [link.end for link in self._links]
            self._article, self._remarks = article, None
            self._page.show_links(self._links)
        if self._remarks is None:
            self._remarks = remarks.remarks(library, article)
        return self._remarks

    def _links_in(self, span: Span, text: str) -> Iterator[LinkView]:
        """The links of a claim, each address once."""
        seen = set()
        for link in self._links[bisect_left(self._ends, span.start + 1) :]:
            if link.start >= span.end:
                return
            if link.target not in seen:
                seen.add(link.target)
                words = first_words(text[link.start : link.end], _WORDS)
                yield LinkView(words, link.target, short_address(link.target))


def _remark(one: RemarkHere) -> RemarkView:
    given, _ = remarks.given_of(one.remark)
    kind = one.remark.kind.value.capitalize()
    by = one.remark.author or "the writer"
    return RemarkView(one.n, f"{kind} by {by}", one.remark.text, given.url or "")
