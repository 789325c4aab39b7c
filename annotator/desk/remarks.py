"""What the writer noted at places of the text: footnotes and comments, suggestions until kept.

Each stands at a claim and is kept as evidence or as a note of it, or set aside: one edit, and
with its undo the remark waits again. Colleagues answer for themselves.
"""

from __future__ import annotations

import re
import uuid
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.desk.evidence_change import changed, registers_of
from annotator.desk.evidence_given import Given, Serving, kept_given, kept_serving, this_day
from annotator.desk.evidence_serving import link_of
from annotator.desk.library import OpenLibrary
from annotator.desk.naming import Numbers, first_words
from annotator.desk.words import kept_text
from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.edits.evidence import AddEvidence
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.remarks import KeepRemark, SetRemarkAside
from annotator.domain.enclosed import Answer, Remark
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Item, Stance
from annotator.store import enclosed as store
from annotator.store import reading
from annotator.store.claiming import counted_spans
from annotator.store.write import Applied
from annotator.text.addresses import address_problem
from annotator.text.quotations import quotations

TITLE_LENGTH = 200
"""Code points of a remark's words that the evidence made of it is called by."""

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+", re.IGNORECASE)
_AT_ITS_END = ".,;:!?)]}»”’'"
"""What stands behind an address in a sentence and is not of it."""


@dataclass(frozen=True, slots=True)
class RemarkHere:
    """A remark as the ``n``-th of its article, counted from 1, with the claim it stands at.

    ``claim`` and ``number`` are None where it stands in page furniture or outside any claim;
    ``number`` is 0 for the title.
    """

    n: int
    remark: Remark
    span: Span | None
    claim: ClaimId | None
    number: int | None
    answer: Answer | None

    @property
    def waits(self) -> bool:
        return self.answer is None


def remarks(
    library: OpenLibrary, article: ArticleId, *, answered: bool = False
) -> tuple[RemarkHere, ...]:
    """The writer's remarks in reading order that the acting person has not answered yet.

    With ``answered`` those too.
    """
    found = store.enclosed(library.store, article).remarks
    if not found:
        return ()
    given = store.answers(library.store, article, library.me)
    text = reading.article(library.store, article).text
    spans = counted_spans(library.store, article)
    numbers = Numbers(library, article)
    every = []
    for n, remark in enumerate(found, 1):
        answer = given.get(remark.digest)
        if answered or answer is None:
            span = _holder(text, spans, remark)
            claim = claim_id(article, span) if span else None
            number = numbers.of(span) if span else None
            every.append(RemarkHere(n, remark, span, claim, number, answer))
    return tuple(every)


def keep_remark(
    library: OpenLibrary, article: ArticleId, n: int, as_: Answer | str = Answer.EVIDENCE
) -> Applied:
    """Makes evidence or a note of the ``n``-th remark, at the claim that holds it: one edit.

    Evidence has the address that the remark leads to, what it quotes and its words; it is
    context until somebody says that it is more, and nobody has accessed it yet. A note comes
    behind the one the claim has. Raises AnnotatorError for a remark that is not there, is
    answered, or stands at no claim.
    """
    if as_ not in (Answer.EVIDENCE, Answer.NOTE):
        raise AnnotatorError("A remark is kept as evidence or as a note.")
    here, claim = _keepable(library, article, n)
    make = _note if as_ == Answer.NOTE else _evidence
    kept = make(library, article, claim, here.remark)
    return library.perform(KeepRemark(article, here.remark.digest, kept))


def set_aside_remark(library: OpenLibrary, article: ArticleId, n: int) -> Applied:
    """Sets the ``n``-th remark aside. Raises AnnotatorError as ``keep_remark`` does."""
    here = _waiting(library, article, n)
    return library.perform(SetRemarkAside(article, here.remark.digest))


def refuse_unanswerable(
    library: OpenLibrary, article: ArticleId, keep: Iterable[int], set_aside: Iterable[int]
) -> None:
    """Raises AnnotatorError where one of these cannot be kept, or set aside; nothing is saved."""
    for n in keep:
        _keepable(library, article, n)
    for n in set_aside:
        _waiting(library, article, n)


def given_of(remark: Remark) -> tuple[Given, Serving]:
    """The evidence that a remark makes: its address, what it is called, and what it quotes."""
    address = _address(remark)
    rest = remark.text.replace(address, " ") if address else remark.text
    words = " ".join(rest.split()).strip(" .,;:")
    quoted = [
        remark.text[one.inner.start : one.inner.end]
        for one in quotations(remark.text, Span(0, len(remark.text)))
    ]
    return (
        Given(
            url=address,
            title=first_words(words, TITLE_LENGTH),
            accessed="",
            note=in_words(remark),
        ),
        Serving(Stance.CONTEXT, " […] ".join(quoted)),
    )


def in_words(remark: Remark) -> str:
    """A remark as a note has it: "The writer’s footnote: …", "Comment by Anna Berg: …"."""
    by = f" by {remark.author}" if remark.author else ""
    who = f"Comment{by}" if remark.kind == "comment" else f"The writer’s {remark.kind.value}{by}"
    return f"{who}: {remark.text}"


def _keepable(library: OpenLibrary, article: ArticleId, n: int) -> tuple[RemarkHere, ClaimId]:
    here = _waiting(library, article, n)
    if here.claim is None:
        raise AnnotatorError(
            f"Remark {n} stands at no claim: make that place text first, or set the remark aside."
        )
    return here, here.claim


def _waiting(library: OpenLibrary, article: ArticleId, n: int) -> RemarkHere:
    every = remarks(library, article, answered=True)
    if not 1 <= n <= len(every):
        there = f"they run from 1 to {len(every)}" if every else "its writer left none"
        raise AnnotatorError(f"There is no remark {n} in this article: {there}.")
    found = every[n - 1]
    if found.answer is not None:
        said = "set aside" if found.answer is Answer.ASIDE else f"kept as {_ANSWERED[found.answer]}"
        raise AnnotatorError(f"Remark {n} is {said} already: take that back with undo first.")
    return found


_ANSWERED = {Answer.EVIDENCE: "evidence", Answer.NOTE: "a note"}


def _evidence(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, remark: Remark
) -> AddEvidence:
    given, serving = given_of(remark)
    today = this_day()
    item = Item(str(uuid.uuid4()), library.me)
    item = changed(library, item, kept_given(given, today=today), today)
    link = link_of(item, kept_serving(serving))
    return AddEvidence(item.id, registers_of(item), {(article, claim): link})


def _note(library: OpenLibrary, article: ArticleId, claim: ClaimId, remark: Remark) -> SetNote:
    held = reading.assessment(library.store, library.me, claim)
    text = "\n\n".join(filter(None, (held.note, in_words(remark))))
    was = held.audience if held.note else None
    return SetNote(article, claim, kept_text(text, "The note"), held.audience, was)


def _address(remark: Remark) -> str:
    """The first address that the remark leads to, or names in its words."""
    named = (match[0].rstrip(_AT_ITS_END) for match in _ADDRESS.finditer(remark.text))
    return next((one for one in (*remark.links, *named) if not address_problem(one)), "")


def _holder(text: str, spans: Sequence[Span], remark: Remark) -> Span | None:
    """The claim that a remark stands at; the mark of a note stands behind what it is of."""
    at, end = remark.start, remark.end
    after = bisect_left(spans, (max(at, 0), 0))
    if end > at:
        inside = (one for one in spans if one.start < end and at < one.end)
        return next(inside, None)
    before = spans[:after]
    holding = [one for one in before if at <= one.end]
    if holding:
        return min(holding, key=lambda one: one.end - one.start)
    if before and "\n" not in text[before[-1].end : at]:
        return before[-1]
    next_one = spans[after] if after < len(spans) else None
    return next_one if next_one and "\n" not in text[at : next_one.start] else None
