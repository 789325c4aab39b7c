"""Which signal of the panel's sections leads where: what is recorded of a claim beside its tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.desk import notes, typed
from annotator.domain.article import ClaimId, Span
from annotator.domain.edits.form import EditId
from annotator.domain.snapshot import Claim
from annotator.ui.acts import attributing, came, marks, recording, telling, twins
from annotator.ui.carrying import OfferToCarry
from annotator.ui.claim.kept import Kept
from annotator.ui.claim.note import Note

if TYPE_CHECKING:
    from annotator.ui.window import AnnotatorWindow


def connect(window: AnnotatorWindow) -> None:
    """Everything the sections ask for."""
    room, panel = window.room, window.room.panel
    _keep(window, panel.wording.kept, typed.WORDING)
    _keep(window, panel.flag.kept, typed.FLAG)
    _keep(window, panel.why.kept, typed.WHY)
    _keep(window, panel.attribution.kept, typed.ATTRIBUTION)
    _give_back(window)
    _judged(window)
    _attributed(window)
    panel.history.restore_wanted.connect(
        lambda edit: window.do(lambda: telling.restore(room, EditId(edit)))
    )
    panel.twins.look_wanted.connect(lambda twin: window.do(lambda: twins.look(room, twin)))
    panel.twins.take_wanted.connect(lambda twin: window.do(lambda: twins.take(room, twin)))
    _came(window)
    _marked(window)
    panel.wording.taken_wanted.connect(
        lambda taken: window.do(lambda: recording.set_taken(room, taken))
    )
    panel.numbers.keep_wanted.connect(
        lambda sentence: window.do(lambda: recording.keep_calculation(room, sentence))
    )
    panel.numbers.published_given.connect(
        lambda day: window.do(lambda: recording.set_published(room, day))
    )
    panel.more.type_wanted.connect(lambda kind: window.do(lambda: recording.set_type(room, kind)))
    panel.more.relate_wanted.connect(
        lambda how, number: window.do(lambda: recording.relate(room, how, number))
    )
    panel.more.unrelate_wanted.connect(
        lambda other: window.do(lambda: recording.unrelate(room, other))
    )


def _marked(window: AnnotatorWindow) -> None:
    """What the earlier version has of the claim."""
    room, panel = window.room, window.room.panel
    panel.marks.look_wanted.connect(lambda mark: window.do(lambda: marks.look(room, mark)))
    panel.marks.take_wanted.connect(lambda mark: window.do(lambda: marks.take(room, mark)))


def carrying_offered(window: AnnotatorWindow) -> OfferToCarry:
    """The offer to bring one's own along to a new version."""
    room = window.room
    return OfferToCarry(
        room.desk,
        room.hand,
        room.page,
        room.messages,
        lambda article: window.do(lambda: marks.carry(room, article)),
    )


def _came(window: AnnotatorWindow) -> None:
    """What came with the text."""
    room, panel = window.room, window.room.panel
    panel.links.open_wanted.connect(lambda to: window.do(lambda: came.open_link(room, to)))
    panel.links.take_wanted.connect(lambda to: window.do(lambda: came.take_link(room, to)))
    panel.remarks.kept.connect(lambda n, as_: window.do(lambda: came.keep_remark(room, n, as_)))
    panel.remarks.set_aside.connect(lambda n: window.do(lambda: came.set_aside(room, n)))


def _give_back(window: AnnotatorWindow) -> None:
    """What was typed and could not be saved stands in its field again until it is."""
    room, panel = window.room, window.room.panel
    fields: dict[str, Note | Kept] = {
        notes.NOTE: panel.note,
        typed.WORDING: panel.wording.kept,
        typed.FLAG: panel.flag.kept,
        typed.WHY: panel.why.kept,
    }

    def give(claim: ClaimId, field: str, text: str) -> None:
        if field == typed.ATTRIBUTION:
            panel.attribution.give_back(claim, text)
        else:
            fields[field].give_back(claim, text)

    def saved(claim: ClaimId, field: str, text: str) -> None:
        if field == typed.ATTRIBUTION:
            panel.attribution.forget(claim, text)
        else:
            fields[field].forget(claim, text)

    def opened() -> None:
        if room.article is not None:
            for draft in room.session.take_unsettled(room.article):
                give(draft.claim, draft.field, draft.text)

    room.drafts.refused.connect(give)
    room.drafts.saved.connect(saved)
    room.hand.opened.connect(opened)


def _judged(window: AnnotatorWindow) -> None:
    """Why, how sure, and which facts."""
    room, panel = window.room, window.room.panel
    panel.because.reason_wanted.connect(
        lambda reason: window.do(lambda: recording.set_because(room, reason))
    )
    panel.because.against_wanted.connect(
        lambda against: window.do(lambda: recording.set_against(room, against))
    )
    panel.because.numbered.connect(
        lambda number: window.do(lambda: recording.set_against_number(room, number))
    )
    panel.sure.wanted.connect(lambda sure: window.do(lambda: recording.set_sure(room, sure)))
    panel.facts.said.connect(
        lambda span, right: window.do(lambda: recording.set_fact(room, span, right))
    )


def _attributed(window: AnnotatorWindow) -> None:
    """Who says it, and words of the page for it."""
    room, panel = window.room, window.room.panel

    def go(span: Span) -> None:
        room.hand.go_to_first([span])

    panel.attribution.opened.connect(lambda: window.do(lambda: attributing.offer_sources(room)))
    panel.attribution.pick_wanted.connect(lambda: attributing.select_in_page(room))
    panel.attribution.remove_wanted.connect(
        lambda one: window.do(lambda: attributing.remove(room, one))
    )
    for part in (panel.attribution, panel.more):
        part.go_wanted.connect(go)


def _keep(window: AnnotatorWindow, kept: Kept, field: str) -> None:
    """What is typed in a field is a draft, and an edit when it is done."""
    room = window.room

    def typed_here(text: str, claim: Claim) -> None:
        if room.article is not None:
            room.drafts.typed(room.article, claim.id, text, field)

    def left(text: str, claim: Claim) -> None:
        article = room.article
        if article is None:
            return
        if field == typed.FLAG:
            window.do(lambda: recording.flag_chosen(room, article, claim.id, text))
        room.drafts.left(article, claim.id, text, field)

    kept.typed.connect(typed_here)
    kept.left.connect(left)
