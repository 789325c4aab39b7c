"""Which signal of the evidence in the panel leads where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.desk import evidence_drafts
from annotator.domain.snapshot import Claim
from annotator.ui.acts import bringing, evidence, evidence_list
from annotator.ui.evidence.asked import Asked, Enter, Use
from annotator.ui.evidence.listpage import EvidencePage
from annotator.ui.evidence.pasted import Pasted, pasted
from annotator.ui.evidence.viewing import DeskAnswers
from annotator.ui.patience import Request

if TYPE_CHECKING:
    from annotator.ui.window import AnnotatorWindow


def connect(window: AnnotatorWindow) -> None:
    """What is asked and typed in the section, and what a crash left of it."""
    room, section = window.room, window.room.panel.evidence
    section.set_answers(DeskAnswers(room.library, room.hand))

    def ask(what: Asked, claim: Claim) -> None:
        if room.article is None:
            return
        # It may have to wait, and meanwhile another claim may be taken in hand.
        of = evidence.asked_of(room, claim.id)
        back: Request | None = None
        if isinstance(what, Enter | Use):
            text = what.text
            # Refused, what was typed stands in its field again.
            back = lambda: section.give_back(claim, text)  # noqa: E731
        window.do(lambda: evidence.perform(of, what), back)
        if isinstance(what, Enter | Use):
            # What is typed since is a draft of its own.
            section.say_again(claim)

    def typed(text: str, claim: Claim) -> None:
        if room.article is not None:
            room.typed.typed(room.article, claim.id, evidence_drafts.ENTRY, text)

    def word(item: str, field: str, text: str, claim: Claim) -> None:
        if room.article is not None:
            name = evidence_drafts.name_of(item, field)
            room.typed.typed(room.article, claim.id, name, text)

    section.asked.connect(ask)
    section.typed.connect(typed)
    section.word_typed.connect(word)
    section.brought.connect(lambda data: _bring(window, pasted(data)))
    room.hand.moved.connect(lambda: section.quick.show_together(len(room.hand.chosen)))
    room.hand.opened.connect(lambda: window.do(lambda: _put_back(window)))
    room.evidence.made.connect(lambda page: _list(window, page))
    room.evidence.failed.connect(room.messages.fail)


def _bring(window: AnnotatorWindow, found: Pasted) -> None:
    """A picture or files were pasted into the entry."""
    window.do(lambda: bringing.bring(window.room, found, "pasted"))


def _list(window: AnnotatorWindow, page: EvidencePage) -> None:
    """The page with all evidence, just made."""
    room = window.room
    page.use_wanted.connect(lambda item: window.do(lambda: evidence_list.use(room, item)))
    page.go_wanted.connect(lambda serves: window.do(lambda: evidence_list.go(room, serves)))
    page.join_wanted.connect(
        lambda items, first: window.do(lambda: evidence_list.join(room, items, first))
    )
    page.csv_wanted.connect(lambda chosen: window.do(lambda: evidence_list.save_csv(room, chosen)))


def _put_back(window: AnnotatorWindow) -> None:
    """Another article lies on the page: what was typed for its claims is in its fields again."""
    room, section = window.room, window.room.panel.evidence
    if room.article is None or not room.session.keeps:
        return
    left = evidence_drafts.put_back(room.library, room.article)
    for claim, text in left.entries:
        if not room.typed.pends(claim, evidence_drafts.ENTRY):
            section.put_back(claim, text)
    for word in left.words:
        section.put_back_word(word.claim, word.item, word.field, word.text)
