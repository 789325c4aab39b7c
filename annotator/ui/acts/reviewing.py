"""What the keys of Review do: settle a claim, go on to the next that waits, compare.

As in ``tagging.py`` a handler asks which claims are meant and calls one function of the
desk; decisions are made over the review of everybody, whoever is compared just now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.desk import reviewing, unsent
from annotator.domain.compare import Accord, ReviewSnapshot
from annotator.domain.errors import AnnotatorError
from annotator.domain.review import ArticleStage
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.domain.wording import listed
from annotator.ui.acts import moving
from annotator.ui.room import Handler, Room

if TYPE_CHECKING:
    from annotator.ui.review.panel import ReviewPanel

WAITING = (Accord.OPEN, Accord.RETURNED)
DIFFERENT = (Accord.OPEN, Accord.RETURNED, Accord.SETTLED)


def settle(outcome: Standing) -> Handler:
    """Decides the claims in hand so, with the reason that is typed; they stay in hand."""
    return lambda room: _settle(room, outcome)


def accept(column: int) -> Handler:
    """Decides the claim in hand as this analyst judged it."""

    def accepted(room: Room) -> None:
        found = _in_hand(room)
        if found is not None:
            snapshot, review, index = found
            reviewing.accept(room.library, snapshot, review, index, column, _reason(room))
            _said(room, snapshot, index)

    return accepted


def leave_open(room: Room) -> None:
    """Takes one's own decision back."""
    found = _in_hand(room)
    if found is None:
        return
    snapshot, review, index = found
    if reviewing.leave_open(room.library, snapshot, review, index) is None:
        room.say("You have decided nothing here: it is open as it is.")


def reason(room: Room) -> None:
    """Gives the keys to the field of the reason."""
    panel = _caught_up(room)
    if panel is not None:
        panel.focus_reason()


def comment(room: Room) -> None:
    """Gives the keys to the field of a comment."""
    panel = _caught_up(room)
    if panel is not None:
        panel.focus_comment()


def settle_next(room: Room) -> None:
    """Keeps what is decided, with the reason that is typed now, and goes on to the next."""
    found = _in_hand(room)
    if found is None:
        return
    _snapshot, review, index = found
    outcome = review.would_settle(index)
    if outcome is None and review.accord(index) in WAITING:
        _refuse_settled(review)
        room.say("Decide first: with V, D, U, Q or O, or accept an analyst with 1 to 9.")
        return
    if outcome is not None:
        _settle(room, outcome)
    # At once: the panel follows a moment later, and until then a key would be text of its field.
    moving.to_page(room)
    next_waiting(room)


def write_reason(room: Room, text: str, claim: str) -> None:
    """A reason was typed: it goes with one's own decision, where that still holds.

    Where nothing is decided, or a judgement changed since, it waits in its field for the
    next decision: words alone must not make a decision fresh again.
    """
    snapshot, review = room.hand.snapshot, room.review.whole
    if snapshot is None or review is None:
        return
    for index in review.decisions:
        if snapshot.id_at(index) != claim or review.accord(index) is not Accord.SETTLED:
            continue
        mine = review.own_decision(index)
        if mine is not None:
            reviewing.settle(room.library, snapshot, review, [index], mine.outcome, text)
            _said(room, snapshot, index)


def next_waiting(room: Room) -> None:
    _go(room, WAITING, "Nothing waits in this article.", back=False)


def previous_waiting(room: Room) -> None:
    _go(room, WAITING, "Nothing waits in this article.", back=True)


def next_disagreement(room: Room) -> None:
    _go(room, DIFFERENT, _no_difference(room), back=False)


def previous_disagreement(room: Room) -> None:
    _go(room, DIFFERENT, _no_difference(room), back=True)


def accept_unanimous(room: Room) -> None:
    """Says how many claims all judged alike, and decides them when that is accepted."""
    review = room.review.whole
    if review is None:
        return
    _refuse_settled(review)
    count = len(review.unanimous())
    if not count:
        room.say("No claim is left that two or more judged alike and nobody decided.")
        return
    claims = "1 claim was" if count == 1 else f"{count:,} claims were"
    room.messages.ask(
        f"{claims} judged alike by two or more, and not decided yet. Decide as they judged?",
        f"Accept {count:,}",
        lambda: _accept_unanimous(room),
    )


def toggle_analyst(room: Room, column: int) -> None:
    """Takes an analyst out of the comparison, or in again."""
    if not room.review.toggle(column):
        room.say("Two are the fewest that can be compared.")
        return
    shown = room.review.shown
    if shown is not None and room.review.narrowed:
        me, columns = room.library.me, shown.columns
        names = listed(["You" if one.analyst.id == me else one.analyst.name for one in columns])
        room.say(f"{names} differ on {shown.disagreements:,}; Esc shows everybody again.")


def compare_all(room: Room) -> None:
    room.review.compare(())


def _settle(room: Room, outcome: Standing) -> None:
    found = _in_hand(room)
    if found is not None:
        snapshot, review, index = found
        chosen = room.hand.chosen
        reviewing.settle(room.library, snapshot, review, chosen, outcome, _reason(room))
        _said(room, snapshot, index)


def _accept_unanimous(room: Room) -> None:
    snapshot, review = room.hand.snapshot, room.review.whole
    if snapshot is None or review is None:
        return
    count = len(review.unanimous())
    reviewing.accept_unanimous(room.library, snapshot, review)
    room.say(f"Decided {count:,} as all judged them; Ctrl+Z takes it back.")


def _refuse_settled(review: ReviewSnapshot) -> None:
    """Raises AnnotatorError where the article is settled: nothing is asked in vain."""
    from annotator.ui.review.viewing import LOCKED

    if review.stage.stage is ArticleStage.SETTLED:
        raise AnnotatorError(LOCKED)


def _go(room: Room, accords: tuple[Accord, ...], nothing: str, *, back: bool) -> None:
    review = room.review.shown
    if review is None:
        return
    at = room.hand.index
    after = (len(review) if back else -1) if at is None else at
    found = review.next(after, *accords, back=back)
    if found is None or not room.hand.go(found):
        room.say(nothing)


def _caught_up(room: Room) -> ReviewPanel | None:
    """The panel, about the claim in hand. Raises AnnotatorError where nothing can be typed."""
    if room.parts is None:
        return None
    # The panel follows a moment after the page; the field must be this claim's.
    room.parts.refresh.now()
    panel = room.parts.side.panel
    if panel.shut:
        raise AnnotatorError(panel.shut)
    return panel


def _no_difference(room: Room) -> str:
    review = room.review.whole
    from annotator.ui.review.bar import NOTHING_YET

    if review is not None and (review.sight.blind or review.count(Accord.VEILED)):
        return f"{NOTHING_YET}."
    return "Nobody disagrees in this article."


def _in_hand(room: Room) -> tuple[Snapshot, ReviewSnapshot, int] | None:
    """What is settled. Raises AnnotatorError where nobody else is there to settle anything with."""
    from annotator.ui.review.view import ALONE
    from annotator.ui.review.viewing import is_alone

    snapshot, review, index = room.hand.snapshot, room.review.whole, room.hand.index
    if snapshot is None or review is None or index is None:
        return None
    if is_alone(review):
        raise AnnotatorError(ALONE)
    return snapshot, review, index


def _said(room: Room, snapshot: Snapshot, index: int) -> None:
    """The reason that was typed for this claim went with its decision."""
    if room.parts is not None:
        room.parts.typed.said(snapshot.article.id, snapshot.id_at(index), unsent.REASON)


def _reason(room: Room) -> str:
    """What stands in the reason's field now, which must be that of the claim in hand."""
    if room.parts is None:
        return ""
    room.parts.refresh.catch_up()
    return room.parts.side.panel.reason
