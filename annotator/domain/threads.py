"""Comments in threads, from what was said. EDITS.md, section 6."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.domain.article import ClaimId
from annotator.domain.canonical import text_or_empty
from annotator.domain.edits.comments import COMMENT
from annotator.domain.review import Said


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. ``id`` is its edit's; ``text`` is empty where only a placeholder is left.

    ``answers``: the comment it answers, None where it stands alone. ``written`` is
    microseconds since 1970, UTC.
    """

    id: str
    claim: ClaimId
    analyst: str
    text: str
    written: int
    answers: str | None = None
    gone: bool = False


def comments(said: Iterable[Said]) -> tuple[Comment, ...]:
    """The comments of an article, each thread together: a comment, then what answers it.

    An answer must be later than what it answers, else it stands alone, so there are no
    cycles. What was taken back, or never came, is a placeholder where it was answered.
    """
    live = {one.edit: one for one in said if one.field == COMMENT and one.about == "claim"}
    ordered = sorted(live.values(), key=lambda one: one.order)
    found: dict[str, Comment] = {}
    for one in ordered:
        answers = text_or_empty(one["answers"]) or None
        target = live.get(answers) if answers else None
        if target is not None and (target.order >= one.order or target.id != one.id):
            answers = None
        if answers is not None and answers not in found:
            found[answers] = Comment(answers, ClaimId(one.id), "", "", one.clock, gone=True)
        text = text_or_empty(one["text"])
        found[one.edit] = Comment(
            one.edit, ClaimId(one.id), one.analyst, text, one.clock, answers, gone=not text
        )
    answered = {one.answers for one in found.values() if one.text}
    return _threaded([one for one in found.values() if one.text or one.id in answered])


def _threaded(found: Iterable[Comment]) -> tuple[Comment, ...]:
    """Threads by their first comment, in a thread by time: answers to answers too.

    What is answered comes before what answers it, in ``found`` already.
    """
    roots: dict[str, str] = {}
    threads: dict[str, list[Comment]] = {}
    for one in found:
        roots[one.id] = roots.get(one.answers or "", one.id)
        threads.setdefault(roots[one.id], []).append(one)
    return tuple(one for thread in threads.values() for one in thread)
