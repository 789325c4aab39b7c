"""Where an article's claims and passages lie: cuts and paints replayed in order.

One layout for all (EDITS.md, section 5). Both the pure state and the store's
tables come from these functions, so there is one law, not two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from annotator.domain.article import ArticleId, ClaimId, Passage, PassageKind, Span, claim_id
from annotator.domain.edits.writes import Base, Cut, Paint


def reading_order(span: Span) -> tuple[int, int]:
    """The key claims are sorted by: start, the longer first."""
    return (span[0], -span[1])


class Layout:
    """The live claims of one article, and every span that was ever named as one."""

    def __init__(self, article: ArticleId, length: int, base: Base | None) -> None:
        """Begins with the first base's claims; ``length`` is the text's, in code points."""
        self._article = article
        self._length = length
        spans = [span for span in base.claims if span.end <= length] if base else []
        self.live: dict[ClaimId, Span] = {claim_id(article, span): span for span in spans}

    def cut(self, cut: Cut) -> bool:
        """Applies a cut, or leaves it void where not all its claims are there."""
        if not self.fits(cut):
            return False
        for claim in cut.out:
            del self.live[claim]
        for span in cut.into:
            self.live[claim_id(self._article, span)] = span
        return True

    def fits(self, cut: Cut) -> bool:
        there = all(claim in self.live for claim in cut.out) and len(set(cut.out)) == len(cut.out)
        return there and all(span.end <= self._length for span in cut.into)


def replay(
    article: ArticleId, length: int, base: Base | None, cuts: Iterable[Cut]
) -> dict[ClaimId, Span]:
    """The live claims after all cuts, each void unless its claims are there at its turn."""
    layout = Layout(article, length, base)
    for cut in cuts:
        layout.cut(cut)
    return layout.live


def trim(text: str, span: Span) -> Span | None:
    """The span without blanks at its ends, or None when nothing visible is left."""
    inside = text[span[0] : span[1]]
    start = span[0] + len(inside) - len(inside.lstrip())
    end = span[0] + len(inside.rstrip())
    return Span(start, end) if start < end else None


def painted(text: str, passages: Sequence[Passage], paints: Iterable[Paint]) -> tuple[Passage, ...]:
    """The passages after all paints: the last wins for each character.

    A paint never joins two passages; where it ends inside one, that passage is
    parted, without the blanks at the border.
    """
    coats = _coats(paints)
    if not coats:
        return tuple(passages)
    result: list[Passage] = []
    starts = [coat[0] for coat in coats]
    for passage in passages:
        first = max(bisect_right(starts, passage.start) - 1, 0)
        last = bisect_left(starts, passage.end)
        over = [coat for coat in coats[first:last] if coat[1] > passage.start]
        result.extend(_parted(text, passage, over) if over else (passage,))
    return tuple(result)


def kind_at(passages: Sequence[Passage], at: int) -> PassageKind:
    """The kind of the passage that holds this character; body between two."""
    index = bisect_right(passages, at, key=lambda passage: passage.start) - 1
    if index >= 0 and at < passages[index].end:
        return passages[index].kind
    return PassageKind.BODY


_Coat = tuple[int, int, PassageKind]


def _coats(paints: Iterable[Paint]) -> list[_Coat]:
    """Disjoint, sorted stretches of paint, each with the last kind put there."""
    coats: list[_Coat] = []
    for paint in paints:
        start, end = paint.span
        kept: list[_Coat] = []
        for low, high, kind in coats:
            if low < start:
                kept.append((low, min(high, start), kind))
            if high > end:
                kept.append((max(low, end), high, kind))
        kept.append((start, end, paint.kind))
        coats = sorted(kept)
    return coats


def _parted(text: str, passage: Passage, coats: Sequence[_Coat]) -> list[Passage]:
    pieces: list[Passage] = []
    at = passage.start
    for low, high, kind in coats:
        low, high = max(low, passage.start), min(high, passage.end)
        pieces += [Passage(passage.kind, at, low), Passage(kind, low, high)]
        at = high
    pieces.append(Passage(passage.kind, at, passage.end))
    joined: list[Passage] = []
    for piece in pieces:
        if piece.start >= piece.end:
            continue
        if joined and joined[-1].kind is piece.kind:
            joined[-1] = Passage(piece.kind, joined[-1].start, piece.end)
        else:
            joined.append(piece)
    spans = ((piece.kind, trim(text, piece.span)) for piece in joined)
    return [Passage(kind, *span) for kind, span in spans if span is not None]
