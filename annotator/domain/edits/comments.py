"""What analysts say to each other about a claim, in threads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.form import EditId, PartClass
from annotator.domain.edits.writes import Own, Say

COMMENT, TEXT = "comment", "text"


@dataclass(frozen=True, slots=True)
class Comment(Plain):
    """A comment on a claim, or an answer to one; its edit's id is its own."""

    kind: ClassVar[str] = "Comment"

    article: ArticleId
    claim: ClaimId
    text: str
    answers: EditId | None = None

    def writes(self) -> tuple[Placed, ...]:
        value = {"answers": self.answers, "text": self.text}
        return ((PartClass.NOTES, self.article, Say("claim", self.claim, COMMENT, value)),)


@dataclass(frozen=True, slots=True)
class EditComment(Plain):
    """Words one's own comment otherwise; empty, a placeholder stays for those who answered."""

    kind: ClassVar[str] = "EditComment"

    article: ArticleId
    comment: EditId
    text: str

    def writes(self) -> tuple[Placed, ...]:
        return ((PartClass.NOTES, self.article, Own("comment", self.comment, TEXT, self.text)),)
