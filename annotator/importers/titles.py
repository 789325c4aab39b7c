"""A title that a file says of its article, at the top of a text that does not begin with it."""

from __future__ import annotations

from collections.abc import Callable

from annotator.domain.article import PassageKind
from annotator.importers.composing import Composed


def with_title(composed_below: Callable[[str], Composed], title: str) -> Composed:
    """The article below ``title``, or as it is where it begins with the same words.

    ``composed_below`` composes it with a title passage of these words first, or without one
    where there are none.
    """
    below = composed_below(title)
    if not title:
        return below
    first = _first(below, after=1)
    if first is None or _said(below, first) != title.split():
        return below
    alone = composed_below("")
    at = _first(alone)
    return alone if at is None else _titled(alone, at)


def _titled(composed: Composed, at: int) -> Composed:
    passages = list(composed.passages)
    passages[at] = passages[at]._replace(kind=PassageKind.TITLE)
    return composed._replace(passages=tuple(passages))


def _first(composed: Composed, after: int = 0) -> int | None:
    """The first passage that is no furniture."""
    places = range(after, len(composed.passages))
    kinds = composed.passages
    return next((at for at in places if kinds[at].kind is not PassageKind.BOILERPLATE), None)


def _said(composed: Composed, at: int) -> list[str]:
    _, start, end = composed.passages[at]
    return composed.text[start:end].split()
