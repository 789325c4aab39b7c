"""Why a claim is not counted, in words: from how it stands for those who are compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.domain.tags import ROW, TAGS, Standing

SEEN = len(Standing)
"""Beside the standings: tagged, but only after a colleague's tag of the claim could be seen."""

_TAGGED = frozenset(row.standing for row in TAGS)
_NO_TAG = (Standing.ON_SOURCE, Standing.NOT_CHECKABLE, SEEN, Standing.UNTAGGED)
_AFTER = "tagged only after seeing a colleague's tag"
_BY = "tagged by {} only after seeing a colleague's tag"


class Reason(NamedTuple):
    """``rank`` is its place in the list; ``one`` is said of one claim, ``many`` of several."""

    rank: int
    one: str
    many: str


def _always(rank: int, words: str) -> Reason:
    return Reason(rank, words, words)


BORDERS, OTHER_TEXT, BLIND = 1, 2, 3

APART = {
    BORDERS: _always(5, "different borders"),
    OTHER_TEXT: _always(6, "counted with the same claim of another text"),
    BLIND: _always(7, "in an article that you tag blind, until you submit"),
}
"""Why a claim is not compared at all, by the byte that stands for it in ``Standings``."""


def of_pair(names: Sequence[str], row: Sequence[int]) -> Reason:
    """Why a claim is left out between two, of whom one at least gave it no tag.

    ``names`` are theirs in the same order, "you" for whoever is spoken to.
    """
    both = "both of you" if "you" in names else "both"
    if row[0] == row[1]:
        either = "either of you" if "you" in names else "either"
        return {
            Standing.ON_SOURCE: _same(0, f"for {both}", Standing.ON_SOURCE),
            Standing.NOT_CHECKABLE: _same(0, f"for {both}", Standing.NOT_CHECKABLE),
            SEEN: _always(2, _BY.format(both)),
        }.get(row[0], _always(4, f"not tagged by {either}"))
    for rank, standing, words in ((3, Standing.UNTAGGED, "not tagged by {}"), (2, SEEN, _BY)):
        if standing in row:
            return _always(rank, words.format(names[row.index(standing)]))
    first, second = (_standing(standing, name) for standing, name in zip(row, names, strict=True))
    return Reason(1, f"{first[0]}, {second[0]}", f"{first[1]}, {second[1]}")


def of_all(names: Sequence[str], row: Sequence[int]) -> Reason:
    """Why a claim is left out among several: at most one of them gave it a tag."""
    tagged = [name for name, standing in zip(names, row, strict=True) if standing in _TAGGED]
    others = [standing for standing in _NO_TAG if standing in row] or [Standing.UNTAGGED]
    if tagged and others == [Standing.UNTAGGED]:
        return _always(3, f"tagged by {tagged[0]} only")
    if tagged:
        return _mixed(1, "one tag, otherwise", others)
    if len(others) > 1:
        return _mixed(1, "no tag:", others)
    return {
        Standing.ON_SOURCE: _same(0, "for all", Standing.ON_SOURCE),
        Standing.NOT_CHECKABLE: _same(0, "for all", Standing.NOT_CHECKABLE),
        SEEN: _always(2, _BY.format("all")),
    }.get(others[0], _always(4, "not tagged by anybody"))


def _same(rank: int, whom: str, standing: Standing) -> Reason:
    one, many = _words(standing)
    return Reason(rank, f"{one} {whom}", f"{many} {whom}")


def _standing(standing: int, name: str) -> tuple[str, str]:
    one, many = _words(standing)
    return f"{one} for {name}", f"{many} for {name}"


def _mixed(rank: int, head: str, standings: Sequence[int]) -> Reason:
    words = [_words(standing) for standing in standings]
    one, many = (" or ".join(each) for each in zip(*words, strict=True))
    return Reason(rank, f"{head} {one}", f"{head} {many}")


def _words(standing: int) -> tuple[str, str]:
    """What one claim of that standing is, and what several are."""
    if standing == SEEN:
        return _AFTER, _AFTER
    if standing == Standing.UNTAGGED:
        return "not tagged", "not tagged"
    word = ROW[Standing(standing)].label.lower()
    return word, word.replace("its", "their")
