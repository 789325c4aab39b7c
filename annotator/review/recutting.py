"""Where claims were cut otherwise in an earlier version: the same stretches of a later one, and their cuts.

What somebody corrected stays as corrected. A stretch is known by its words alone: it has to
begin and end where claims of the later text do, and to stand there as often as it did; else
nothing is cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.domain.article import Passage, PassageKind, Span
from annotator.domain.layout import kind_at, reading_order

LONGEST_KEY = 16
"""So many code points of a stretch are looked up; the rest of it is compared."""


class Recut(NamedTuple):
    """Claims that are to be none any more, and those in their place; none out: one is added."""

    out: tuple[Span, ...]
    into: tuple[Span, ...]


class Repaint(NamedTuple):
    """A stretch that is to be of another kind: page furniture, or text again."""

    span: Span
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class Cutting:
    """A text, the claims it was first cut into, and those it has now, in reading order."""

    text: str
    first: Sequence[Span]
    live: Sequence[Span]


def recuts(earlier: Cutting, text: str, claims: Sequence[Span]) -> list[Recut]:
    """What has to be cut otherwise in the later text, as it was in the earlier one."""
    stretches = list(_corrected(earlier))
    finder = _Finder(stretches, earlier, text, claims)
    found = []
    for stretch in stretches:
        at = finder.place(stretch)
        if at is not None:
            found.append(_recut(earlier.live, stretch, claims, Span(at, at + _length(stretch))))
    return [one for one in found if one.into]


def recut(claims: Iterable[Span], cuts: Iterable[Recut]) -> list[Span]:
    """The claims after these cuts, in reading order."""
    live = set(claims)
    for cut in cuts:
        live = (live - set(cut.out)) | set(cut.into)
    return sorted(live, key=reading_order)


def repaints(
    earlier: Cutting,
    before: Sequence[Passage],
    now: Sequence[Passage],
    text: str,
    claims: Sequence[Span],
    passages: Sequence[Passage],
) -> list[Repaint]:
    """Claims that somebody set aside in the earlier text, or made text again, found in the later.

    ``before`` and ``now`` are the earlier text's passages as they came and as they are;
    ``passages`` are the later text's, and ``claims`` its claims after its cuts.
    """
    changed = [
        (span, kind)
        for span in earlier.live
        if (kind := kind_at(now, span.start)) is not kind_at(before, span.start)
        and PassageKind.BOILERPLATE in (kind, kind_at(before, span.start))
    ]
    as_now = Cutting(earlier.text, earlier.live, earlier.live)
    finder = _Finder([span for span, _ in changed], as_now, text, claims)
    found = []
    for span, kind in changed:
        at = finder.place(span)
        if at is not None and kind_at(passages, at) is not kind:
            found.append(Repaint(Span(at, at + _length(span)), kind))
    return found


def _corrected(earlier: Cutting) -> Iterator[Span]:
    """The stretches that are cut otherwise now: claims then and now that overlap, as one."""
    first, live = set(earlier.first), set(earlier.live)
    start = end = 0
    touched = False
    for span in sorted(first | live, key=reading_order):
        if span.start >= end:
            if touched:
                yield Span(start, end)
            start, touched = span.start, False
        end = max(end, span.end)
        touched |= (span in first) is not (span in live)
    if touched:
        yield Span(start, end)


def _length(span: Span) -> int:
    return span.end - span.start


def _recut(live: Sequence[Span], stretch: Span, claims: Sequence[Span], place: Span) -> Recut:
    """How the claims within a place have to be cut to lie as those within the stretch do."""
    shift = place.start - stretch.start
    wanted = {Span(one.start + shift, one.end + shift) for one in _within(live, stretch)}
    there = set(_within(claims, place))
    out = tuple(sorted(there - wanted, key=reading_order))
    return Recut(out, tuple(sorted(wanted - there, key=reading_order)))


def _within(claims: Sequence[Span], stretch: Span) -> list[Span]:
    first = bisect_left(claims, stretch.start, key=lambda span: span.start)
    last = bisect_right(claims, stretch.end, key=lambda span: span.start)
    return [span for span in claims[first:last] if span.end <= stretch.end]


class _Finder:
    """Finds the stretches of one text in another, by their words and by claims' borders."""

    def __init__(
        self, stretches: Iterable[Span], earlier: Cutting, text: str, claims: Sequence[Span]
    ) -> None:
        self._earlier, self._text = earlier.text, text
        self._key = min([LONGEST_KEY, *map(_length, stretches)])
        self._before = self._begun(earlier.text, earlier.first)
        self._after = self._begun(text, claims)
        self._ends = {span.end for span in claims}
        self._claims = claims

    def _begun(self, text: str, claims: Iterable[Span]) -> dict[str, list[int]]:
        """How claims begin → where."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for start in sorted({span.start for span in claims}):
            found[text[start : start + self._key]].append(start)
        return found

    def place(self, stretch: Span) -> int | None:
        """Where the stretch begins in the later text; None where that is not certain."""
        words = self._earlier[stretch.start : stretch.end]
        key = words[: self._key]
        before = [at for at in self._before.get(key, ()) if self._earlier.startswith(words, at)]
        after = [at for at in self._after.get(key, ()) if self._text.startswith(words, at)]
        if len(before) != len(after) or stretch.start not in before:
            return None
        at = after[before.index(stretch.start)]
        return at if self._fits(Span(at, at + len(words))) else None

    def _fits(self, place: Span) -> bool:
        """Whether claims begin and end with it, and none lies across its end."""
        first = bisect_left(self._claims, place.start, key=lambda span: span.start)
        last = bisect_left(self._claims, place.end, key=lambda span: span.start)
        across = any(span.end > place.end for span in self._claims[first:last])
        return place.end in self._ends and not across
