"""A claim of another article that says the same, as plain values: the panel knows no desk."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.article import ArticleId, ClaimId
from annotator.ui.kit.styled import Piece


@dataclass(frozen=True, slots=True)
class TwinView:
    """``says`` "You disputed this in March"; ``where`` the article's title.

    ``words`` are its own where they are only nearly the same, what is otherwise marked;
    ``weighs`` is what of that may turn the meaning. ``number`` is the claim's there.
    """

    article: ArticleId
    claim: ClaimId
    number: int | None
    says: str
    where: str
    words: tuple[Piece, ...] = ()
    weighs: tuple[str, ...] = ()
