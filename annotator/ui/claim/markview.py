"""What is said beside a claim that an earlier version of its article has: plain values."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.ui.kit.styled import Piece


@dataclass(frozen=True, slots=True)
class MarkView:
    """``pill`` is the mark itself: "carried", "check again", "the same claim?".

    ``says`` is what one held of the claim there, ``where`` which version that is. ``words`` are
    those of the earlier claim with what is otherwise now, where they differ; ``weighs`` is what
    of that may turn the meaning. ``take`` is what can be done about it, "" for nothing; ``asks``:
    that is to say that it is the same claim.
    """

    pill: str
    says: str
    where: str
    article: ArticleId
    claim: ClaimId
    span: Span
    words: tuple[Piece, ...] = ()
    weighs: tuple[str, ...] = ()
    take: str = ""
    asks: bool = False
