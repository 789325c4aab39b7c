"""What is in hand on the page: a claim, several, a caret, a stretch of text.

Values and pure functions; positions are code points, claims are indices.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotator.domain.article import Span
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing


@dataclass(frozen=True, slots=True)
class Choice:
    """``pivot`` is where a range of claims began, ``fixed`` the text selection's still end."""

    current: int | None = None
    selected: tuple[int, ...] = ()
    pivot: int | None = None
    caret: int | None = None
    fixed: int | None = None

    @property
    def selection(self) -> Span | None:
        if self.caret is None or self.fixed is None or self.caret == self.fixed:
            return None
        return Span(min(self.caret, self.fixed), max(self.caret, self.fixed))


def take(choice: Choice, index: int | None) -> Choice:
    """One claim in hand, or none; the caret stays only in the claim it was in."""
    if index is None:
        return Choice()
    if index == choice.current:
        return replace(choice, selected=(index,), pivot=index)
    return Choice(index, (index,), index)


def toggle(choice: Choice, index: int) -> Choice:
    """Adds a claim to the chosen ones, or takes it out; one always stays."""
    if index not in choice.selected:
        chosen = tuple(sorted((*choice.selected, index)))
        return Choice(index, chosen, index)
    left = tuple(other for other in choice.selected if other != index)
    if not left:
        return choice
    current = choice.current if choice.current in left else left[-1]
    return Choice(current, left, current)


def extend(choice: Choice, snapshot: Snapshot, index: int) -> Choice:
    """Every claim from where the range began to ``index``, which comes in hand."""
    pivot = index if choice.pivot is None else choice.pivot
    low, high = min(pivot, index), max(pivot, index)
    chosen = tuple(i for i in range(low, high + 1) if _is_claim(snapshot, i))
    return Choice(index, chosen, pivot)


def choose(choice: Choice, snapshot: Snapshot, indices: Iterable[int]) -> Choice:
    """These claims together; the one in hand stays so if it is among them."""
    chosen = tuple(sorted({i for i in indices if _is_claim(snapshot, i)}))
    if not chosen:
        return Choice()
    current = choice.current if choice.current in chosen else chosen[0]
    return Choice(current, chosen, current)


def put_caret(choice: Choice, at: int, *, extend: bool) -> Choice:
    """The caret at a place; with ``extend`` what lies between is selected."""
    if not extend:
        return replace(choice, caret=at, fixed=None)
    fixed = choice.fixed if choice.fixed is not None else choice.caret
    return replace(choice, caret=at, fixed=at if fixed is None else fixed)


def without_text(choice: Choice) -> Choice:
    """No caret and no selected text."""
    return replace(choice, caret=None, fixed=None)


def fitting(choice: Choice, old: Snapshot | None, new: Snapshot | None) -> Choice:
    """What is still in hand when the article is shown anew, or another one is."""
    if old is None or new is None or old.article.id != new.article.id:
        return Choice()
    kept = [new.index_of(old.span(i)) for i in choice.selected if i < len(old)]
    chosen = tuple(sorted(i for i in kept if i is not None and _is_claim(new, i)))
    current = new.index_of(old.span(choice.current)) if choice.current is not None else None
    if current is None or current not in chosen:
        return Choice()
    return Choice(current, chosen, current)


def _is_claim(snapshot: Snapshot, index: int) -> bool:
    return 0 <= index < len(snapshot) and snapshot.standings[index] != Standing.FURNITURE
