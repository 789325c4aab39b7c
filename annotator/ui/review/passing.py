"""How far the article and everybody's pass have come, from what the desk knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from annotator.domain.compare import Column, ReviewSnapshot
from annotator.domain.review import DRAFT, ArticleStage, Pass, PassState
from annotator.ui.review.people import People, when
from annotator.ui.review.queueview import PassAct, PassView, StageView


def stage_view(held: ReviewSnapshot, people: People, today: date) -> StageView:
    """How far the article has come, and what can be done about it."""
    stage = held.stage
    left = f", {held.waiting:,} open" if held.waiting else ""
    settle = PassAct("settle", f"Settle the article{left}")
    if stage.stage is ArticleStage.SETTLED:
        since = held.changed_since
        changes = f", {since:,} change{'' if since == 1 else 's'} since" if since else ""
        reopen = PassAct("reopen", "Reopen…", asks="Why is it opened again?", does="Reopen")
        detail = f"by {people.name(stage.analyst)}, {when(stage.at, today)}{changes}"
        return StageView("settled", detail, acts=(reopen,))
    if stage.stage is ArticleStage.REOPENED:
        detail = f"by {people.name(stage.analyst)}, {when(stage.at, today)}"
        return StageView("reopened", detail, stage.reason, (settle,))
    acts = () if held.sight.blind or stage.stage is ArticleStage.OPEN else (settle,)
    return StageView(stage.stage.value, acts=acts)


def pass_views(held: ReviewSnapshot, people: People, today: date) -> Iterator[PassView]:
    """One's own pass, then the others in the order of the columns, then who only submitted."""
    settled = held.stage.stage is ArticleStage.SETTLED
    for person in _people(held):
        one = held.passes.get(person, DRAFT)
        acts = () if settled else tuple(_acts(one, person, held, people))
        reason = one.reason if one.state is PassState.RETURNED else ""
        yield PassView(people.who(person), _state(one, people, today), reason, acts)


def _people(held: ReviewSnapshot) -> Iterable[str]:
    columns: tuple[Column, ...] = held.columns
    known = [held.viewer, *(column.analyst.id for column in columns), *sorted(held.passes)]
    hidden = {column.analyst.id for column in held.hidden}
    return [person for person in dict.fromkeys(known) if person not in hidden]


def _state(one: Pass, people: People, today: date) -> str:
    if one.state is PassState.DRAFT:
        return "draft"
    if one.state is PassState.SUBMITTED:
        return f"submitted {when(one.submitted, today)}"
    return f"{one.state.value} by {people.name(one.answered_by)}, {when(one.answered, today)}"


def _acts(one: Pass, person: str, held: ReviewSnapshot, people: People) -> Iterator[PassAct]:
    if person == held.viewer:
        if one.state in (PassState.DRAFT, PassState.RETURNED):
            yield PassAct("submit", "Submit my pass")
        return
    if held.sight.blind:
        return
    if one.state in (PassState.SUBMITTED, PassState.APPROVED):
        asks = f"What should {people.name(person)} look at again?"
        yield PassAct("return", "Return…", person, asks, "Return it")
    if one.state in (PassState.SUBMITTED, PassState.RETURNED):
        yield PassAct("approve", "Approve", person)
