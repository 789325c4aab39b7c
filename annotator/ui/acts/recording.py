"""What is recorded of a claim beside its tag: why, which facts, how sure, how related, what next.

As in ``tagging.py`` a handler asks the hand which claims are meant and calls one function of
the desk. Fields are opened here; what is typed in them goes by ``drafts.py``.
"""

from __future__ import annotations

from annotator.desk import assessing, reminding, said, tagging, typed
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Because, ClaimType, Relation
from annotator.domain.snapshot import Snapshot
from annotator.ui.claim.wording import LONGEST
from annotator.ui.room import Handler, Room


def because(reason: Because) -> Handler:
    """Says why the claims in hand are disputed; the same reason again takes it back."""
    return lambda room: set_because(room, None if _held(room) is reason else reason)


def set_because(room: Room, reason: Because | None) -> None:
    snapshot = room.hand.snapshot
    if snapshot is not None and room.hand.chosen:
        claims = room.hand.chosen_ids()
        assessing.dispute_because(room.library, snapshot.article.id, claims, reason, looked=True)


def ask_against(room: Room) -> None:
    """Opens the field that names what contradicts the claim."""
    if _in_hand(room) is None:
        return
    if _held(room) is not Because.CONTRADICTED:
        room.say("First say that it is contradicted: D disputes a claim, then 1 says why.")
        return
    room.panel.because.ask_against()


def set_against(room: Room, against: str) -> None:
    """Names the evidence or the claim that contradicts the claim in hand; empty: nothing."""
    found = _in_hand(room)
    if found is not None:
        snapshot, index = found
        claims = [snapshot.id_at(index)]
        reason, article = Because.CONTRADICTED, snapshot.article.id
        assessing.dispute_because(room.library, article, claims, reason, against, looked=True)


def set_against_number(room: Room, number: str) -> None:
    """Names the claim of this number."""
    set_against(room, typed.claim_of_number(room.desk.held, number))


def not_checkable_why(room: Room) -> None:
    """Says that there is nothing to check, stays, and asks why."""
    found = _in_hand(room)
    if found is None:
        return
    snapshot, index = found
    claims = [snapshot.id_at(index)]
    tagging.mark_not_checkable(room.library, snapshot.article.id, claims, looked=True)
    room.refresh.now()
    room.panel.why.open()


def ask_sure(room: Room) -> None:
    if _in_hand(room) is not None:
        room.panel.sure.open()


def set_sure(room: Room, sure: int) -> None:
    snapshot = room.hand.snapshot
    if snapshot is not None and room.hand.chosen:
        assessing.set_confidence(room.library, snapshot.article.id, room.hand.chosen_ids(), sure)


def tick_next(room: Room) -> None:
    """Ticks the next fact of the claim in hand that nobody said anything of."""
    found = _in_hand(room)
    if found is None:
        return
    snapshot, index = found
    facts = assessing.facts_of(room.library, snapshot, index)
    span = next((fact.span for fact, right in facts if right is None), None)
    if span is None:
        room.say("Every fact here is looked at." if facts else "No fact to tick was found here.")
        return
    set_fact(room, span, True)


def set_fact(room: Room, span: Span, right: bool | None) -> None:
    found = _in_hand(room)
    if found is not None:
        snapshot, index = found
        assessing.tick(room.library, snapshot.article.id, snapshot.id_at(index), span, right)
        room.panel.facts.pointed.emit(span)


def word(room: Room) -> None:
    """Opens the proposed wording."""
    claim = room.hand.claim
    if _in_hand(room) is None or claim is None:
        return
    if len(claim.text) > LONGEST:
        room.say("This claim is too long to be worded anew: split it first.")
        return
    room.panel.wording.open()


def set_taken(room: Room, taken: bool | None) -> None:
    found = _in_hand(room)
    if found is not None:
        snapshot, index = found
        assessing.set_taken(room.library, snapshot.article.id, snapshot.id_at(index), taken)


def flag(room: Room) -> None:
    """Opens the flag; what is typed goes to all claims that are chosen together."""
    if _in_hand(room) is not None:
        chosen = room.hand.chosen
        room.panel.flag.open(room.hand.chosen_ids() if len(chosen) > 1 else ())


def flag_chosen(room: Room, article: ArticleId, claim: ClaimId, text: str) -> None:
    """The flag typed for this claim goes to those it was opened for as well, in one edit."""
    flagged = room.panel.flag.flagged
    if claim in flagged:
        typed.write_flag(room.library, article, flagged, text)


def more(room: Room) -> None:
    """Opens the type of the claim, and its relations."""
    if _in_hand(room) is not None:
        room.panel.more.open()


def set_type(room: Room, kind: ClaimType | None) -> None:
    snapshot = room.hand.snapshot
    if snapshot is not None and room.hand.chosen:
        assessing.set_type(room.library, snapshot.article.id, room.hand.chosen_ids(), kind)


def relate(room: Room, relation: Relation, number: str) -> None:
    found = _in_hand(room)
    if found is not None:
        snapshot, index = found
        other = typed.claim_of_number(snapshot, number)
        claim = snapshot.id_at(index)
        assessing.relate(room.library, snapshot.article.id, claim, other, relation)


def unrelate(room: Room, other: ClaimId) -> None:
    found = _in_hand(room)
    if found is not None:
        snapshot, index = found
        assessing.relate(room.library, snapshot.article.id, snapshot.id_at(index), other, None)


def keep_calculation(room: Room, sentence: str) -> None:
    """Keeps what was worked out of the claim as evidence."""
    found = _in_hand(room)
    if found is not None:
        snapshot, index = found
        said.keep_calculation(room.library, snapshot.article.id, [snapshot.id_at(index)], sentence)
        room.say("Kept as evidence of this claim.")


def set_published(room: Room, day: str) -> None:
    """Says when the article was published: the days it speaks of are told from that."""
    if room.article is not None:
        said.set_published(room.library, room.article, day)


def next_open(room: Room) -> None:
    """To the next claim that has a flag or a reminder, or no tag."""
    snapshot = room.hand.snapshot
    if snapshot is None:
        return
    index = -1 if room.hand.index is None else room.hand.index
    found = reminding.next_open(room.library, snapshot, index)
    if found is None:
        room.say("Nothing is open in this article: no flag, no reminder, nothing untagged.")
    else:
        room.hand.go(found)


def _in_hand(room: Room) -> tuple[Snapshot, int] | None:
    """The claim in hand; the panel shows it from now on, so that its fields are this claim's."""
    snapshot, index = room.hand.snapshot, room.hand.index
    if snapshot is None or index is None:
        return None
    room.refresh.now()
    return snapshot, index


def _held(room: Room) -> Because | None:
    """Why the claim in hand is disputed, as it is saved."""
    found = _in_hand(room)
    view = room.panel.view if found is not None else None
    return None if view is None else view.assessment.because
