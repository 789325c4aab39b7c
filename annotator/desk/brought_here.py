"""The article that a file read from another format is about, as it lies in the library."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from annotator.domain.article import Article, ClaimId, Span, claim_id
from annotator.domain.brought import BroughtJudgement
from annotator.domain.edits.comments import COMMENT
from annotator.domain.edits.form import Edit
from annotator.domain.edits.persons import Persons
from annotator.domain.edits.writes import Say
from annotator.domain.layout import trim
from annotator.domain.tags import Standing
from annotator.store import claiming, holding, log
from annotator.store.erased import words_erased
from annotator.store.index import is_id
from annotator.store.library import Library
from annotator.store.people import Names, persons


@dataclass
class Here:
    """One article of the library. ``acting`` is what the acting analyst is called."""

    library: Library
    article: Article
    acting: str

    @cached_property
    def spans(self) -> dict[Span, bool]:
        """Every stretch that was ever cut as a claim, and whether it is one now."""
        return claiming.named_spans(self.library, self.article.id)

    @cached_property
    def names(self) -> dict[str, str]:
        """Analyst → name, of everybody whom this library knows."""
        return Names(self.library).known

    def claim(self, span: Span) -> ClaimId | None:
        """The claim of these words, live or once cut; blanks at its ends make no other one."""
        if not self.spans.get(span, False):
            span = self._bare.get(trim(self.article.text, span) or span, span)
        return claim_id(self.article.id, span) if span in self.spans else None

    def was_added(self, claim: ClaimId) -> bool:
        """Whether it is a claim only because somebody made it one, and this file has not said so yet."""
        return claim in self._added

    @cached_property
    def _added(self) -> set[ClaimId]:
        added = claiming.added_spans(self.library, self.article.id)
        return {claim_id(self.article.id, span) for span in added if self.spans.get(span)}

    def cut(self, span: Span) -> None:
        """Counts this stretch as a claim from now on."""
        self._added.discard(claim_id(self.article.id, span))
        self.spans[span] = True
        self._bare[span] = span

    @cached_property
    def _bare(self) -> dict[Span, Span]:
        """Stretch without blanks at its ends → the claim; live ones before retired ones."""
        found: dict[Span, Span] = {}
        for span, _ in sorted(self.spans.items(), key=lambda row: (row[1], row[0])):
            found[trim(self.article.text, span) or span] = span
        return found

    def person(self, key: str) -> str:
        """The person of this id, where that is somebody whom this library knows; else empty."""
        return self._persons.of(key) if is_id(key) and key in self._known else ""

    @cached_property
    def _persons(self) -> Persons:
        return persons(self.library)

    @cached_property
    def _known(self) -> set[str]:
        """Everybody's ids: a person's other ones too."""
        return {*self.names, *self._persons.joined}

    def erased(self, person: str) -> int:
        """When in the total order that person last erased words of this article; 0: never."""
        return self._erased.get(person, 0)

    @cached_property
    def _erased(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for analyst, at in words_erased(self.library, self.article.id).items():
            person = self._persons.of(analyst)
            found[person] = max(at, found.get(person, 0))
        return found

    def holds(self, person: str, claim: ClaimId, one: BroughtJudgement) -> bool:
        """Whether that person holds just that of the claim, as far as the file says anything."""
        held = holding.assessments(self.library, person, [claim]).get(claim)
        if held is None:
            return False
        same_tag = one.standing in (Standing.UNTAGGED, held.standing)
        wording = held.wording.text if held.wording else ""
        same_words = one.note.strip() in ("", held.note) and one.wording.strip() in ("", wording)
        return same_tag and same_words

    def comment(self, edit: str) -> Edit | None:
        """The edit that wrote this comment, where it is one of this article."""
        found = log.edits(self.library, [edit]) if is_id(edit) else []
        return next((one for one in found if self.claim_of(one) is not None), None)

    def claim_of(self, comment: Edit) -> ClaimId | None:
        """The claim that it is about, where that is one of this article."""
        for part in comment.parts:
            for write in part.writes:
                if isinstance(write, Say) and write.field == COMMENT:
                    return ClaimId(write.id) if part.article == self.article.id else None
        return None
