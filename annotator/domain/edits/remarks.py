"""What the writer noted, taken over or set aside: each analyst answers for themselves.

A remark came in with the text and stays there. That somebody answered it is a register of the
article, under the digest of what it says (``domain/enclosed.py``), so that it is the same remark
in every library.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.article import ArticleId
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.evidence import AddEvidence
from annotator.domain.edits.form import PartClass
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.writes import Own
from annotator.domain.enclosed import Answer

REMARK = "remark"


@dataclass(frozen=True, slots=True)
class KeepRemark(Plain):
    """Makes evidence or a note of a remark, and says that it is answered.

    ``remark`` is its digest. Undone as a whole, so the remark waits again.
    """

    kind: ClassVar[str] = "KeepRemark"

    article: ArticleId
    remark: str
    kept: AddEvidence | SetNote

    def writes(self) -> tuple[Placed, ...]:
        how = Answer.EVIDENCE if isinstance(self.kept, AddEvidence) else Answer.NOTE
        return (_answered(self.article, self.remark, how), *self.kept.writes())


@dataclass(frozen=True, slots=True)
class SetRemarkAside(Plain):
    """Says that a remark is of no use here."""

    kind: ClassVar[str] = "SetRemarkAside"

    article: ArticleId
    remark: str

    def writes(self) -> tuple[Placed, ...]:
        return (_answered(self.article, self.remark, Answer.ASIDE),)


def remark_field(remark: str) -> str:
    """The register of an article that says how this remark was answered."""
    return f"{REMARK} {remark}"


def _answered(article: ArticleId, remark: str, how: Answer) -> Placed:
    own = Own("article", article, remark_field(remark), how.value)
    return (PartClass.TAGS, article, own)
