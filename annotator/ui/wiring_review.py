"""Which signal of the review's parts leads where; connected when the view is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.desk import unsent
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.tags import Standing
from annotator.ui.action import ActionId
from annotator.ui.acts import articles, commenting, moving, passes, reviewing, views
from annotator.ui.review.parts import ReviewParts
from annotator.ui.review.queueview import Filter

if TYPE_CHECKING:
    from annotator.ui.window import AnnotatorWindow


def connect(window: AnnotatorWindow, parts: ReviewParts) -> None:
    """Everything the review's parts say to the window and to each other."""
    window.room.hand.opened.connect(window.room.review.again)
    window.room.review.renewed.connect(lambda: views.name_article(window.room))
    window.room.review.followed.connect(lambda _touched: views.name_article(window.room))
    _panel(window, parts)
    _comments(window, parts)
    _drafts(window, parts)
    _queue(window, parts)
    _margin(window, parts)
    _bar(window, parts)
    _agreement(window, parts)


def _panel(window: AnnotatorWindow, parts: ReviewParts) -> None:
    room, panel = window.room, parts.side.panel

    def settle(outcome: Standing) -> None:
        window.do(lambda: reviewing.settle(outcome)(room))

    def accept(column: int) -> None:
        window.do(lambda: reviewing.accept(column)(room))

    def reason_left(text: str, claim: str) -> None:
        window.do(lambda: reviewing.write_reason(room, text, claim))

    panel.settle.connect(settle)
    panel.accept.connect(accept)
    panel.leave_open.connect(lambda: window.run(ActionId.LEAVE_OPEN))
    panel.reason_left.connect(reason_left)
    panel.next_wanted.connect(lambda: window.run(ActionId.SETTLE_NEXT))
    panel.reveal.connect(lambda: window.do(lambda: passes.reveal_in_hand(room)))
    panel.leave_wanted.connect(lambda: moving.to_page(room))


def _comments(window: AnnotatorWindow, parts: ReviewParts) -> None:
    room, panel = window.room, parts.side.panel

    def say(text: str, answers: str) -> None:
        claim = parts.refresh.claim
        if claim is not None:
            window.do(
                lambda: commenting.say(room, claim, text, answers),
                lambda: commenting.give_back(room, claim, text, answers=answers),
            )

    def edited(comment: str, text: str) -> None:
        claim = parts.refresh.claim
        if claim is not None:
            window.do(
                lambda: commenting.word_otherwise(room, comment, text),
                lambda: commenting.give_back(room, claim, text, edits=comment),
            )

    def removed(comment: str) -> None:
        window.do(lambda: commenting.take_away(room, comment))

    panel.comment.connect(say)
    panel.comment_edited.connect(edited)
    panel.comment_removed.connect(removed)


def _drafts(window: AnnotatorWindow, parts: ReviewParts) -> None:
    room, panel = window.room, parts.side.panel

    def typed(field: str, text: str, claim: str) -> None:
        if room.article is not None:
            parts.typed.typed(room.article, ClaimId(claim), field, text)

    def opened() -> None:
        review = room.review.whole
        if review is not None:
            window.do(lambda: parts.typed.put_back(review.article))

    panel.reason_changed.connect(lambda text, claim: typed(unsent.REASON, text, claim))
    panel.comment_changed.connect(lambda text, claim: typed(unsent.COMMENT, text, claim))
    room.review.renewed.connect(opened)


def _queue(window: AnnotatorWindow, parts: ReviewParts) -> None:
    room, queue, hidden = window.room, parts.side.queue, parts.side.hidden

    def take(index: int) -> None:
        room.hand.go(index)
        moving.to_page(room)

    def show(article: str) -> None:
        window.do(lambda: articles.show(room, ArticleId(article)))
        moving.to_page(room)

    def do_pass(act: str, analyst: str, reason: str) -> None:
        window.do(
            lambda: passes.do(room, act, analyst, reason),
            lambda: queue.passes.give_back(act, analyst, reason),
        )
        moving.to_page(room)

    queue.claim_wanted.connect(take)
    queue.article_wanted.connect(show)
    queue.filter_wanted.connect(lambda word: parts.refresh.choose(Filter(word)))
    queue.pass_wanted.connect(do_pass)
    queue.agreement_wanted.connect(lambda: window.run(ActionId.AGREEMENT))
    for asking in (queue, parts.side.panel):
        asking.send_wanted.connect(lambda: window.run(ActionId.SEND))
        asking.bring_wanted.connect(lambda: window.run(ActionId.BRING))
    hidden.reveal.connect(lambda: window.do(lambda: passes.reveal(room)))
    hidden.submit.connect(lambda: window.run(ActionId.SUBMIT))


def _margin(window: AnnotatorWindow, parts: ReviewParts) -> None:
    room, margin = window.room, parts.side.margin

    def take(index: int, column: int) -> None:
        room.hand.go(index)
        moving.to_page(room)
        if column >= 0:
            parts.refresh.now()
            parts.side.panel.show_voice(column)

    margin.claim_wanted.connect(take)
    margin.analyst_wanted.connect(lambda column: reviewing.toggle_analyst(room, column))


def _bar(window: AnnotatorWindow, parts: ReviewParts) -> None:
    room, bar = window.room, parts.side.bar
    bar.next_waiting.connect(lambda: window.run(ActionId.NEXT_WAITING))
    bar.agreement_wanted.connect(lambda: window.run(ActionId.AGREEMENT))
    bar.cancel_wanted.connect(room.imports.cancel)
    bar.look_wanted.connect(lambda: window.run(ActionId.IMPORTS))
    room.messages.said.connect(bar.show_said)
    room.patience.waiting.connect(bar.show_waiting)
    room.imports.progress.connect(bar.show_progress)
    room.imports.seen.connect(bar.set_seen)
    parts.refresh.around.failed.connect(room.messages.fail)


def _agreement(window: AnnotatorWindow, parts: ReviewParts) -> None:
    room, page = window.room, parts.side.agreement

    def open_claim(article: ArticleId, span: Span) -> None:
        window.do(lambda: views.open_claim(room, article, span))

    page.claim_wanted.connect(open_claim)
    page.back_wanted.connect(lambda: window.run(ActionId.VIEW_REVIEW))
    page.csv_wanted.connect(lambda: views.save_csv(room))
    parts.agreeing.failed.connect(room.messages.fail)
