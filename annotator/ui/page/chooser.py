"""The page with something in hand: a claim, several, a caret, a selection of text.

All of it by calls; what the mouse and the keyboard mean is ``view.py``'s. Positions are
code points of the article, claims are indices of the snapshot that is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.article import Span
from annotator.domain.compare import ReviewSnapshot
from annotator.domain.snapshot import Snapshot
from annotator.ui.page import choice, speech, twin, words
from annotator.ui.page.choice import Choice
from annotator.ui.page.regions import claim_region
from annotator.ui.page.scroller import PageScroller
from annotator.ui.theme import Theme


class PageChooser(PageScroller):
    """Shows an article with how each claim stands, and what is in hand of it."""

    text_selected = Signal()
    """The selection or the caret changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._choice = Choice()
        self._twin: twin.Twin | None = None
        self.setAccessibleName("Article")

    @property
    def current(self) -> int | None:
        """The claim in hand."""
        return self._choice.current

    @property
    def selected(self) -> tuple[int, ...]:
        """The claims chosen together; the one in hand is among them."""
        return self._choice.selected

    @property
    def caret(self) -> int | None:
        """Where the caret stands in the article, or None."""
        return self._choice.caret

    @property
    def selection(self) -> Span | None:
        """The selected text, or None."""
        return self._choice.selection

    @property
    def reviewed(self) -> bool:
        """Whether the page shows a review."""
        return self._look.review is not None

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """Shows an article, or another layout of the one shown: then the place is kept."""
        old = self._sheet.snapshot if self._sheet is not None else None
        same = old is not None and snapshot is not None and old.article.id == snapshot.article.id
        kept = self._kept_place() if same else None
        if not same:
            self._unfolded = frozenset()
        fresh = choice.fitting(self._choice, old, snapshot)
        self._look = replace(
            self._look, found=(), found_current=None, review=None, flags=frozenset()
        )
        self._show_sheet(snapshot, kept)
        self._choose(fresh)
        self._say_current()

    def restand(self, snapshot: Snapshot, indices: Iterable[int]) -> None:
        """Only how these claims stand has changed: paints them anew and nothing else."""
        if self._sheet is None:
            return
        self._sheet.snapshot = snapshot
        touched = set(indices)
        for index in touched:
            self._repaint(index)
        if self.current in touched or self._twin is not None:
            self._say_current()

    def set_flags(self, flags: frozenset[int]) -> None:
        """Shows a flag in the margin beside these claims."""
        if flags != self._look.flags:
            self._look = replace(self._look, flags=flags)
            self.viewport().update()

    def set_review(self, review: ReviewSnapshot | None) -> None:
        """Shows how analysts stand to each other; None: how the claims stand for the analyst.

        The review must be of the snapshot that is shown: other borders show without one.
        """
        count = 0 if self._sheet is None else len(self._sheet.snapshot)
        if review is not None and len(review) != count:
            review = None
        self._look = replace(self._look, review=review)
        self.viewport().update()
        self._say_current()

    def restand_review(self, review: ReviewSnapshot, indices: Iterable[int]) -> None:
        """Only these claims are seen otherwise: paints them anew and nothing else."""
        self._look = replace(self._look, review=review)
        for index in indices:
            self._repaint(index)
        self._say_current()

    def set_current(self, index: int | None, *, reveal: bool = True) -> None:
        """Puts a claim in hand, and scrolls so that it is read with ease."""
        if index is not None and not self._has(index):
            index = None
        self._choose(choice.take(self._choice, index))
        if reveal and index is not None and self._sheet is not None:
            self._reveal(self._sheet.snapshot.span(index))

    def select_claims(self, indices: Iterable[int]) -> None:
        """Chooses these claims together; furniture is left out."""
        if self._sheet is not None:
            self._choose(choice.choose(self._choice, self._sheet.snapshot, indices))

    def extend_claims(self, index: int) -> None:
        """Chooses all claims from where the choice began to this one, which comes in hand."""
        if self._sheet is not None and self._has(index):
            self._choose(choice.extend(self._choice, self._sheet.snapshot, index))
            self._reveal(self._sheet.snapshot.span(index))

    def extend_selection(self, by: int) -> None:
        """Moves the end of the chosen range to the next (1) or previous (-1) claim."""
        if self._sheet is None or self.current is None:
            return
        index = self._sheet.snapshot.step(self.current, by)
        if index is not None:
            self.extend_claims(index)

    def move_caret(self, by: int, *, extend: bool) -> None:
        """Moves the caret by words inside the claim in hand, from its start at first.

        ``by`` counts presses of the arrow that points right; in a right-to-left passage
        these lead back to its beginning. With ``extend`` the text between is selected.
        """
        if self._sheet is None or self.current is None:
            return
        inside = self._sheet.snapshot.span(self.current)
        at = self._choice.caret
        before = self._choice
        if at is None:
            at = inside.start
            before = replace(before, caret=at)
        to = words.step(self._sheet, inside, at, by)
        self._choose_text(choice.put_caret(before, to, extend=extend))
        self._reveal((to, to + 1))

    def clear_selection(self) -> None:
        """Takes the caret and the selected text away."""
        self._choose_text(choice.without_text(self._choice))

    def accessible_sentence(self, index: int) -> str:
        """What a screen reader says of a claim: "claim 5 of 48, disputed: According to…"."""
        if self._sheet is None:
            return ""
        return speech.sentence(self._sheet.snapshot, index, self._look.review)

    def _has(self, index: int) -> bool:
        return self._sheet is not None and 0 <= index < len(self._sheet.snapshot)

    def _choose(self, fresh: Choice) -> None:
        """Takes over what is in hand; paints only the claims for which that differs."""
        old = self._choice
        if fresh == old:
            return
        self._choose_text(fresh)
        changed = set(old.selected) ^ set(fresh.selected)
        if old.current != fresh.current:
            changed |= {i for i in (old.current, fresh.current) if i is not None}
            self._say_current()
        for index in changed:
            self._repaint(index)

    def _choose_text(self, fresh: Choice) -> None:
        old, self._choice = self._choice, fresh
        self._look = replace(
            self._look,
            current=fresh.current,
            selected=fresh.selected,
            caret=fresh.caret,
            selection=fresh.selection,
        )
        if (old.caret, old.fixed) != (fresh.caret, fresh.fixed):
            self.viewport().update()
            self.text_selected.emit()

    def _repaint(self, index: int) -> None:
        if self._sheet is not None and self._has(index):
            region = claim_region(self._sheet, self._anchor, self.viewport().height(), index)
            if not region.isEmpty():
                self.viewport().update(region)

    def _show_focus(self, focused: bool) -> None:
        self._look = replace(self._look, focused=focused)
        for index in self.selected:
            self._repaint(index)

    def _say_current(self) -> None:
        """Tells a screen reader, if one is there, what is in hand."""
        snapshot = self._sheet.snapshot if self._sheet is not None else None
        review = self._look.review
        self.setAccessibleName(speech.page_name(snapshot, self.current, review))
        if self._twin is None and twin.is_wanted():
            self._twin = twin.Twin(self.viewport(), self._show_focus)
            self._twin.show()
            self.setFocusProxy(self._twin)
        if self._twin is not None:
            around = range(0)
            if self._sheet is not None and self.current is not None:
                around = self._sheet.claims_about(self.current)
            self._twin.say(snapshot, self.current, around, review)
