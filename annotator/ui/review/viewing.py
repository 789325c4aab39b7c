"""One claim as the panel of Review wants it, from what the desk knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from annotator.desk.naming import first_words
from annotator.desk.reviewing import Before, ClaimReview, Voice
from annotator.domain.compare import Accord, ReviewSnapshot
from annotator.domain.decision import Decision
from annotator.domain.record import Record
from annotator.domain.reminders import NOTHING_AROUND, Around
from annotator.domain.review import ArticleStage
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.domain.threads import Comment
from annotator.domain.wording import listed, raised
from annotator.review.difference import Part, difference
from annotator.ui.kit.styled import Look, Piece
from annotator.ui.review.people import People, when
from annotator.ui.review.recordlines import record_lines, why_words
from annotator.ui.review.view import (
    NO_LINES,
    BeforeView,
    ClaimReviewView,
    CommentView,
    DecisionView,
    VoiceView,
)

_LOOKS = {Part.KEPT: Look.PLAIN, Part.DROPPED: Look.DROPPED, Part.ADDED: Look.ADDED}
_COMPARED = 20_000
"""Code points: of longer quotations the beginning is shown, and no difference."""
_RUN = 70
"""Code points that stay as they are between two differences; of more the middle goes."""
_EDGE = 28
_QUOTED = 200
LOCKED = "This article is settled. Reopen it at the left, with a reason, to change anything."
_BLIND = (
    "This article is checked blind: colleagues' tags, decisions and comments "
    "stay hidden until you submit your pass."
)
_UNSEEN = "Colleagues judged this claim. What they say shows once you have judged it yourself."

_PLACES = {
    Accord.NOBODY: "nobody judged it",
    Accord.ONE: "seen by one analyst",
    Accord.AGREED: "all agree",
    Accord.SETTLED: "settled",
    Accord.VEILED: "hidden yet",
}


def claim_review_view(
    snapshot: Snapshot,
    held: ReviewSnapshot,
    found: ClaimReview,
    today: date | None = None,
    records: Mapping[str, Record] | None = None,
    around: Mapping[str, Around] | None = None,
) -> ClaimReviewView:
    """The claim in full; ``held`` is the review that ``found`` was asked with.

    ``records``: person → what was recorded of the claim, as far as the viewer may read it;
    ``around``: what reminders of it have to know beside that.
    """
    today = today or datetime.now().astimezone().date()
    people = People(held, found.names)
    claim = snapshot.claim(found.index)
    mine, settles = held.own_decision(found.index), held.would_settle(found.index)
    return ClaimReviewView(
        claim,
        snapshot.last_number,
        found.accord,
        "" if held.sight.blind else _place(held, found.index),
        tuple(
            _voice(claim.text, voice, people, records or {}, around or {}) for voice in found.voices
        ),
        _silent(found, people),
        tuple(_before(snapshot, one, people) for one in found.before),
        tuple(_decisions(found.decisions, people, today)),
        _stale(held, found, people) if found.stale else "",
        tuple(_comment(one, people, today) for one in found.comments),
        chosen=mine.outcome if mine else None,
        settles=settles,
        reason=mine.reason if mine else "",
        overruled=() if settles is None else _overruled(found.voices, settles, people),
        party=found.party,
        veil=_veil(held, found),
        locked=LOCKED if held.stage.stage is ArticleStage.SETTLED else "",
        alone=is_alone(held),
    )


def is_alone(held: ReviewSnapshot) -> bool:
    """Whether there is nobody to compare with, and nothing was said either."""
    colleagues = [column for column in held.columns if column.analyst.id != held.viewer]
    said = held.decisions or held.comments or held.passes.keys() - {held.viewer}
    veiled = held.sight.blind or held.count(Accord.VEILED)
    return not (colleagues or held.hidden or said or veiled)


def _place(held: ReviewSnapshot, index: int) -> str:
    accord = held.accord(index)
    if accord in (Accord.OPEN, Accord.RETURNED):
        word = "waiting" if accord is Accord.OPEN else "returned"
        before = held.accords.count(int(accord).to_bytes(), 0, index)
        return f"{before + 1:,} of {held.count(accord):,} {word}"
    return _PLACES.get(accord, "")


def _veil(held: ReviewSnapshot, found: ClaimReview) -> str:
    """A blind article hides of every claim alike, so that nobody sees which ones were judged."""
    if held.sight.blind:
        return _BLIND
    return _UNSEEN if found.veiled else ""


def _voice(
    text: str,
    voice: Voice,
    people: People,
    records: Mapping[str, Record],
    around: Mapping[str, Around],
) -> VoiceView:
    held = voice.assessment
    other = _quoted(text, voice.other_text) if voice.other_text else ()
    # What was recorded of another text's claim stands beside that one.
    record = None if voice.other_text else records.get(voice.analyst.id)
    return VoiceView(
        voice.column,
        people.who(voice.analyst.id),
        voice.standing,
        held.note,
        voice.note_withheld and not held.note,
        why_words(voice.standing, held),
        other,
        any(piece.look is not Look.PLAIN for piece in other),
        NO_LINES
        if record is None
        else record_lines(held, record, around.get(voice.analyst.id, NOTHING_AROUND)),
    )


def _quoted(here: str, there: str) -> tuple[Piece, ...]:
    """The other text's quotation, with what is different in it marked."""
    if max(len(here), len(there)) > _COMPARED:
        return (Piece(first_words(there[:_QUOTED], _QUOTED - 1)),)
    here, there = " ".join(here.split()), " ".join(there.split())
    return tuple(
        Piece(_shortened(text) if part is Part.KEPT else text, _LOOKS[part])
        for part, text in difference(here, there)
    )


def _shortened(text: str) -> str:
    if len(text) <= _RUN:
        return text
    head, tail = text[:_EDGE].rpartition(" ")[0], text[-_EDGE:].partition(" ")[2]
    return f"{head or text[:_EDGE]} … {tail or text[-_EDGE:]}"


def _silent(found: ClaimReview, people: People) -> str:
    if not found.silent:
        return ""
    names = [people.name(one.id) for one in found.silent]
    return raised(f"{listed(names)} did not judge it.")


def _before(snapshot: Snapshot, old: Before, people: People) -> BeforeView:
    # Cut before it is split into words: a claim may be megabytes long.
    text = snapshot.article.text[old.span.start : min(old.span.end, old.span.start + _QUOTED)]
    held = old.assessment
    return BeforeView(
        people.who(old.analyst.id), held.standing, first_words(text, _QUOTED - 40), held.note
    )


def _decisions(
    decisions: Sequence[Decision], people: People, today: date
) -> Iterator[DecisionView]:
    for place, one in enumerate(decisions):
        yield DecisionView(
            people.who(one.reviewer),
            one.outcome,
            when(one.decided, today),
            one.reason,
            listed([people.name(person) for person in one.overruled()]),
            party=is_party(one),
            stands=place == 0,
        )


def is_party(decision: Decision) -> bool:
    """Whether the reviewer held one of the tags that differed: a reminder wherever it is shown."""
    here = decision.over.get(decision.reviewer) is not None
    there = any(decision.reviewer in held for held in decision.elsewhere.values())
    return bool(decision.overruled()) and (here or there)


def _stale(held: ReviewSnapshot, found: ClaimReview, people: People) -> str:
    """Whose judgement is another one now, and that it asks again."""
    changed = changed_since(held, found.index)
    if not changed:
        return "A judgement changed since: decide again."
    names = listed([people.name(person) for person in changed])
    return raised(f"{names} changed the tag since: decide again.")


def changed_since(held: ReviewSnapshot, index: int) -> tuple[str, ...]:
    """Who judges the claim otherwise than when the decision that stands was made.

    Those who are hidden count, for the decision does: they are named only where nobody
    else changed anything.
    """
    decision = held.decision(index)
    if decision is None:
        return ()
    shown = _changed(held, index, decision, hidden=False)
    return shown or _changed(held, index, decision, hidden=True)


def _changed(
    held: ReviewSnapshot, index: int, decision: Decision, *, hidden: bool
) -> tuple[str, ...]:
    columns = held.hidden if hidden else held.columns
    now = {column.analyst.id: column.standing(index) for column in columns}
    then = dict(decision.over)
    for others in decision.elsewhere.values():
        then |= {who: standing for who, standing in others.items() if who not in then}
    left_out = {who for who, standing in then.items() if standing is None}
    known = {column.analyst.id for column in (*held.columns, *held.hidden)}
    gone = then.keys() - known if hidden else set[str]()
    people = (*now, *sorted(gone))
    return tuple(
        who
        for who in people
        if who not in left_out
        and then.get(who, Standing.UNTAGGED) != now.get(who, Standing.UNTAGGED)
    )


def _comment(one: Comment, people: People, today: date) -> CommentView:
    return CommentView(
        one.id,
        people.who(one.analyst),
        one.text,
        "" if one.gone else when(one.written, today),
        answer=one.answers is not None,
        gone=one.gone,
    )


def _overruled(voices: Iterable[Voice], outcome: Standing, people: People) -> tuple[str, ...]:
    return tuple(people.name(voice.analyst.id) for voice in voices if voice.standing is not outcome)
