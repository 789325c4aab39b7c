"""One claim as the panel at the right wants it, from what the desk knows."""

from __future__ import annotations

from datetime import date, datetime

from annotator.desk import commenting, restoring, showing, sight, taking_over
from annotator.desk.drawing import Kept
from annotator.desk.library import OpenLibrary
from annotator.desk.naming import first_words
from annotator.domain.article import Span
from annotator.domain.assessment import Assessment
from annotator.domain.compare import ReviewSnapshot, initials
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.reporting.times import shown_day
from annotator.ui.claim.recordview import NO_RECORD
from annotator.ui.claim.view import Before, ClaimView, ColleagueLine, ColleaguesView, HistoryLine
from annotator.ui.evidence.viewing import evidence_view
from annotator.ui.viewing_record import record_view

_NOTE = 80
"""Code points of a colleague's note: more than the panel is wide."""
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def claim_view(
    library: OpenLibrary,
    snapshot: Snapshot,
    index: int,
    sample: Kept | None = None,
    *,
    passing: bool = False,
) -> ClaimView:
    """The claim in full: what is held of it, what was, and its history, newest first.

    ``sample`` is the article's, if one was drawn. ``passing``: without what takes longer to be
    worked out, for somebody who only passes by.
    """
    others = sight.colleagues(library, snapshot, index)
    seen = others.shown or not (others.blind or others.how_many)
    held = showing.held(library, snapshot, index, colleagues=seen)
    me, today = library.me, datetime.now().astimezone().date()
    back = restoring.restorable(held.history, me)
    lines = [
        HistoryLine(
            moment(row.at, today),
            "you" if row.analyst.id == me else row.analyst.name,
            row.does,
            row.id if row.id in back else "",
        )
        for row in reversed(held.history)
    ]
    return ClaimView(
        snapshot.claim(index),
        snapshot.last_number,
        held.assessment,
        tuple(lines),
        tuple(Before(span, _held_words(library, snapshot, span, old)) for span, old in held.before),
        colleagues_view(library, snapshot, index, others),
        drawn_words(sample, snapshot.span(index), me),
        NO_RECORD if passing else record_view(library, snapshot, index, held.assessment),
        evidence_view(library, snapshot, index),
    )


def drawn_words(sample: Kept | None, span: Span, me: str) -> str:
    """Who drew this claim and when: "Drawn for a second check by Anna, 26 Nov 2026"; or nothing."""
    if sample is None or span not in sample.spans:
        return ""
    who = "you" if sample.by.id == me else sample.by.name
    day = datetime.fromtimestamp(sample.at / 1_000_000).astimezone()
    return f"Drawn for a second check by {who}, {day.day} {day:%b %Y}"


def colleagues_view(
    library: OpenLibrary, snapshot: Snapshot, index: int, found: sight.ColleaguesView
) -> ColleaguesView:
    """What colleagues say of a claim, as far as one may see it yet."""
    if found.blind and not found.shown:
        return ColleaguesView(hidden="Checked blind: what colleagues say shows once you submit.")
    if not found.shown:
        return ColleaguesView(hidden=found.in_words, can_look=bool(found.how_many))
    names = [voice.analyst.name for voice in found.voices]
    said = commenting.thread(library, snapshot.article.id, snapshot.id_at(index))
    return ColleaguesView(
        tuple(
            ColleagueLine(
                initial,
                voice.analyst.name,
                voice.standing,
                # Cut before it is split into words: a note may be megabytes long.
                first_words(voice.assessment.note[: 4 * _NOTE], _NOTE),
            )
            for initial, voice in zip(initials(names), found.voices, strict=True)
        ),
        comments=sum(not one.gone for one in said),
    )


def moment(at: int, today: date) -> str:
    """When something happened (microseconds since 1970), as one says it: "today 10:42"."""
    local = datetime.fromtimestamp(at / 1_000_000).astimezone()
    if local.date() == today:
        return f"today {local:%H:%M}"
    year = "" if local.year == today.year else f" {local.year}"
    return f"{local.day} {local:%b}{year}"


def subtitle(
    snapshot: Snapshot, review: ReviewSnapshot | None = None, *, compared: bool = False
) -> str:
    """The muted line under the title: where the article is from, and what it holds.

    In Review who judged it takes the place of where the file came from; ``compared``: only
    some of them are, who are named.
    """
    article = snapshot.article
    if review is None:
        brought = f"imported from {article.file_name}" if article.file_name else "pasted"
        holds = _holds(snapshot) + _aside(snapshot)
    else:
        brought = _names(review) if compared else _analysts(review)
        holds = f"{_holds(snapshot)}, {_differing(review)}"
    published = shown_day(article.published)
    return " · ".join(filter(None, (article.publisher, published, brought, holds)))


def _analysts(review: ReviewSnapshot) -> str:
    count = len(review.columns)
    return "one analyst" if count == 1 else f"{count_word(count)} analysts"


def _names(review: ReviewSnapshot) -> str:
    people = [column.analyst for column in review.columns]
    names = ["you" if one.id == review.viewer else one.name for one in people]
    return f"{', '.join(names[:-1])} and {names[-1]} compared"


def _differing(review: ReviewSnapshot) -> str:
    if review.sight.blind:
        return "checked blind"
    return f"{review.disagreements:,} in disagreement"


def count_word(count: int) -> str:
    """A small number as a word."""
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"


def _holds(snapshot: Snapshot) -> str:
    count = snapshot.last_number
    words = f"{count:,} claim" + ("" if count == 1 else "s")
    if snapshot.has_title_claim:
        words += " and the title"
    return words


def _aside(snapshot: Snapshot) -> str:
    aside = snapshot.count(Standing.FURNITURE)
    if not aside:
        return ""
    return f", {aside:,} line{'' if aside == 1 else 's'} set aside as page furniture"


def _held_words(library: OpenLibrary, snapshot: Snapshot, span: Span, held: Assessment) -> str:
    """Such as "disputed, with a note and 2 facts: “2,300 feet from the tomb…”"."""
    text = first_words(snapshot.article.text[span.start : span.end], 60)
    return f"{taking_over.words(library, snapshot, span, held)}: “{text}”"
