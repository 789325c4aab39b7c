"""What is in hand in one window: the article, the claim, and the claims chosen with it.

It stands between the desk, which knows what is saved, and the page, which knows
what is shown; every change that was saved reaches the page through here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.desk.desk import Desk
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.compare import ReviewSnapshot
from annotator.domain.snapshot import Change, Claim, Snapshot, indices
from annotator.domain.tags import Standing
from annotator.ui.only import Only
from annotator.ui.page.view import PageView


class Hand(QObject):
    """The claim in hand, as the page shows it and the desk names it."""

    opened = Signal()
    """Another article lies on the page, or none."""
    moved = Signal()
    """Another claim is in hand, or what is chosen with it."""
    changed = Signal()
    """What is saved of this article is different now."""
    listed = Signal(str)
    """An article that is not in hand stands otherwise now, or any is called otherwise."""

    def __init__(self, desk: Desk, page: PageView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._shown: Snapshot | None = None
        self.only: Only | None = None
        """The filter: moving passes over all other claims."""
        self._leave = desk.subscribe(self._on_change)
        page.current_changed.connect(lambda _index: self.moved.emit())

    @property
    def snapshot(self) -> Snapshot | None:
        return self._desk.snapshot

    @property
    def index(self) -> int | None:
        """Where the claim in hand is in the snapshot, or None."""
        return self._page.current

    @property
    def claim(self) -> Claim | None:
        snapshot, index = self.snapshot, self.index
        return None if snapshot is None or index is None else snapshot.claim(index)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The claims that an action is about: those chosen together, else the one in hand."""
        if self._page.selected:
            return self._page.selected
        return () if self.index is None else (self.index,)

    def chosen_ids(self) -> list[ClaimId]:
        snapshot = self._desk.held
        return [snapshot.id_at(index) for index in self.chosen]

    def open(self, article: ArticleId) -> None:
        """Lays an article on the page, its title in hand. Raises AnnotatorError."""
        snapshot = self._desk.open(article)
        self._show(snapshot)
        first = snapshot.title_index
        if first is None or snapshot.standing(first) is Standing.FURNITURE:
            first = snapshot.step(-1, 1)
        self._page.set_current(first, reveal=False)
        self.opened.emit()
        self.moved.emit()

    def put_away(self) -> None:
        """Takes the article off the page."""
        self._desk.put_away()
        self._show(None)
        self.opened.emit()
        self.moved.emit()

    def go(self, index: int | None) -> bool:
        """Takes a claim in hand and shows it; False where there is none."""
        if index is None:
            return False
        self._page.set_current(index)
        self.moved.emit()
        return True

    def step(self, by: int) -> bool:
        """Takes the next or previous claim in hand that the filter lets through."""
        snapshot, index = self.snapshot, self.index
        if snapshot is None:
            return False
        at = -1 if index is None else index
        one = snapshot.step(at, by) if self.only is None else self.only.step(snapshot, at, by)
        return self.go(one)

    def go_to_untagged(self, after: int) -> bool:
        """Takes the next untagged claim in hand that the filter lets through."""
        snapshot, only = self._desk.held, self.only
        among = snapshot.next_untagged if only is None else partial(only.next_untagged, snapshot)
        return self.go(among(after))

    def show_only(self, only: Only | None) -> None:
        """Mutes all other claims; None mutes none."""
        self.only = only
        self._page.set_filter(only)

    def go_to_first(self, spans: Sequence[Span]) -> bool:
        """Takes the first of these stretches in hand that is a claim, or the claim there now."""
        snapshot = self.snapshot
        if snapshot is None or not spans:
            return False
        live = indices(snapshot, spans) or snapshot.covering(min(spans).start)
        return self.go(live[0] if live else None)

    def show_review(self, review: ReviewSnapshot | None) -> None:
        """The page shows how analysts stand to each other; None: how the claims stand."""
        self._page.set_review(review)

    def restand_review(self, review: ReviewSnapshot, indices: Sequence[int]) -> None:
        """Only these claims are seen otherwise."""
        self._page.restand_review(review, indices)

    def close(self) -> None:
        self._leave()

    def _on_change(self, change: Change) -> None:
        snapshot = self.snapshot
        here = snapshot is not None and change.article == snapshot.article.id
        if snapshot is not None and here:
            if change.layout or change.about:
                self._show_anew(snapshot)
            else:
                self._page.restand(snapshot, indices(snapshot, change.touched))
                self._shown = snapshot
            self.changed.emit()
        if change.about or not here:
            self.listed.emit(change.article)

    def _show_anew(self, snapshot: Snapshot) -> None:
        """Claims may have gone: whatever lies where the one in hand was comes in hand."""
        shown, index = self._shown, self.index
        was = None if shown is None or index is None else shown.span(index)
        self._show(snapshot)
        if self.index is None and was is not None:
            here = snapshot.covering(was.start, was.end)
            claims = [i for i in here if snapshot.standing(i) is not Standing.FURNITURE]
            first = claims[0] if claims else snapshot.step(here[0] if here else -1, 1)
            self._page.set_current(first, reveal=False)
        self.moved.emit()

    def _show(self, snapshot: Snapshot | None) -> None:
        self._shown = snapshot
        self._page.show_snapshot(snapshot)
