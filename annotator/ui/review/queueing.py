"""The queue of one article, its passes and its bar, from what the desk knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from itertools import compress

from annotator.desk.naming import first_words
from annotator.domain.compare import Accord, Column, ReviewSnapshot
from annotator.domain.review import DRAFT, ArticleStage, Pass, PassState
from annotator.domain.snapshot import Snapshot, number_label
from annotator.domain.tags import NOT_JUDGED, Standing
from annotator.domain.wording import listed
from annotator.ui.review.people import People, when
from annotator.ui.review.queueview import (
    BarView,
    Filter,
    FilterView,
    OtherArticle,
    PassAct,
    PassView,
    QueueGroup,
    QueueRow,
    QueueView,
    StageView,
)
from annotator.ui.review.viewing import changed_since, is_alone, is_party

_WORDS = 90
"""Code points of a claim's beginning: more than the panel is wide."""
_BLIND = "Checked blind: colleagues' tags stay hidden until you submit your pass."
_NONE = {
    Filter.DISAGREEMENT: "Nobody disagrees on anything.",
    Filter.AGREEMENT: "No claim was judged alike by two or more.",
    Filter.COMMENT: "No claim has a comment.",
    Filter.ONE: "No claim was judged by one analyst alone.",
}
_HEADS = {
    Filter.DISAGREEMENT: (Accord.OPEN, "Waiting for me"),
    Filter.AGREEMENT: (Accord.AGREED, "Judged alike"),
    Filter.ONE: (Accord.ONE, "Seen by one analyst"),
}
_KINDS = {Accord.OPEN: Filter.DISAGREEMENT, Accord.AGREED: Filter.AGREEMENT, Accord.ONE: Filter.ONE}


def queue_view(
    snapshot: Snapshot,
    held: ReviewSnapshot,
    names: Mapping[str, str],
    *,
    current: int | None = None,
    chosen: Filter = Filter.DISAGREEMENT,
    others: Sequence[OtherArticle] = (),
    today: date | None = None,
) -> QueueView:
    """What waits, what came back and what is settled, by the filter that is chosen.

    ``names``: person → name, of everybody who decided anything or handed a pass in.
    """
    today = today or datetime.now().astimezone().date()
    people, kinds = People(held, names), Kinds(held)
    return QueueView(
        snapshot.article.id,
        tuple(_groups(held, kinds, chosen)),
        partial(_row, snapshot, held, people),
        current,
        tuple(_filters(held, kinds)),
        chosen,
        _hidden(held),
        _empty(held, chosen),
        _stage(held, people, today),
        tuple(_passes(held, people, today)),
        tuple(others),
    )


def bar_view(held: ReviewSnapshot, sentence: str = "") -> BarView:
    """How far the review has come; ``sentence`` is the first of ``review.words``."""
    kinds = Kinds(held)
    settled = len(kinds.decided(Filter.DISAGREEMENT, Accord.SETTLED))
    returned = len(kinds.decided(Filter.DISAGREEMENT, Accord.RETURNED))
    waiting = held.count(Accord.OPEN)
    return BarView(
        settled, returned, settled + returned + waiting, held.waiting, " ".join(sentence.split())
    )


class Kinds:
    """Whether people agree on a claim or not, decided or not: each claim is of one kind or none.

    A decision is no agreement: what was settled counts as the disagreement it was. 100,000
    claims may be settled, so they are counted by the ways in which they are judged.
    """

    def __init__(self, held: ReviewSnapshot) -> None:
        self._held = held
        self._columns = [column.standings for column in held.columns]
        self._decided: dict[Accord, dict[Filter | None, list[int]]] = {}

    def count(self, kind: Filter) -> int:
        accord = next(accord for accord, of in _KINDS.items() if of is kind)
        settled, returned = self.decided(kind, Accord.SETTLED), self.decided(kind, Accord.RETURNED)
        return self._held.count(accord) + len(settled) + len(returned)

    def decided(self, kind: Filter, accord: Accord) -> list[int]:
        """The claims of this kind that are settled, or that came back, in reading order."""
        if accord not in self._decided:
            found = self._settled() if accord is Accord.SETTLED else self._returned()
            by_kind: dict[Filter | None, list[int]] = {}
            for index, of in found:
                by_kind.setdefault(of, []).append(index)
            self._decided[accord] = by_kind
        return self._decided[accord].get(kind, [])

    def _returned(self) -> Iterator[tuple[int, Filter | None]]:
        for index in self._held.indices(Accord.RETURNED):
            yield index, self._ever(index)

    def _settled(self) -> Iterator[tuple[int, Filter | None]]:
        """A decision that is not stale was made over what is judged now, so this tells what it was.

        Where the viewer does not see all of it, the decision does.
        """
        known: dict[tuple[int, ...], Filter | None] = {}
        for index, row in self._rows(chosen(self._held.accords, Accord.SETTLED)):
            if row not in known:
                known[row] = kind_of(row)
            now = known[row]
            yield index, self._then(index) if now in (None, Filter.ONE) else now

    def _rows(self, mask: bytes) -> Iterator[tuple[int, tuple[int, ...]]]:
        """How these claims are judged: one by one where they are few, else all columns at once."""
        if self._columns and mask.count(1) > len(mask) // 8:
            yield from compress(enumerate(zip(*self._columns, strict=True)), mask)
        else:
            for index in compress(range(len(mask)), mask):
                yield index, tuple(column[index] for column in self._columns)

    def _ever(self, index: int) -> Filter | None:
        """A disagreement where people differ now, or differed when it was decided."""
        now = kind_of(tuple(column[index] for column in self._columns))
        kinds = (now, self._then(index))
        return next((kind for kind in _KINDS.values() if kind in kinds), None)

    def _then(self, index: int) -> Filter | None:
        """By what the decision was made over."""
        decision = self._held.decisions[index][0]
        then = [standing for standing in decision.over.values() if standing is not None]
        return kind_of((*then, *(s for held in decision.elsewhere.values() for s in held.values())))


def kind_of(row: tuple[int, ...]) -> Filter | None:
    """What kind of claim one is that is judged so."""
    judged = [standing for standing in row if standing not in NOT_JUDGED]
    if len(judged) < 2:
        return Filter.ONE if judged else None
    return Filter.AGREEMENT if len(set(judged)) == 1 else Filter.DISAGREEMENT


def _groups(held: ReviewSnapshot, kinds: Kinds, kind: Filter) -> Iterator[QueueGroup]:
    if kind is Filter.COMMENT:
        found = [index for index in sorted(held.comments) if held.comments[index]]
        yield QueueGroup("comment", "With a comment", found, 8)
        return
    accord, name = _HEADS[kind]
    mask = chosen(held.accords, accord)
    yield QueueGroup("waiting", name, list(compress(range(len(mask)), mask)))
    returned = kinds.decided(kind, Accord.RETURNED)
    if returned:
        yield QueueGroup("returned", "Returned", returned)
    settled = kinds.decided(kind, Accord.SETTLED)
    if settled:
        yield QueueGroup("settled", "Settled", settled, 2, settled=True)


def chosen(accords: bytes, accord: Accord) -> bytes:
    """1 for each claim that stands so; no loop of Python's own over 100,000 of them."""
    wanted = bytearray(256)
    wanted[accord] = 1
    return accords.translate(bytes(wanted))


def _filters(held: ReviewSnapshot, kinds: Kinds) -> Iterator[FilterView]:
    commented = sum(bool(count) for count in held.comments.values())
    yield FilterView(Filter.DISAGREEMENT, "≠", "Disagreement", kinds.count(Filter.DISAGREEMENT))
    yield FilterView(Filter.AGREEMENT, "=", "Agreement", kinds.count(Filter.AGREEMENT))
    yield FilterView(Filter.COMMENT, "✎", "With a comment", commented)
    yield FilterView(Filter.ONE, "1", "Seen by one analyst", kinds.count(Filter.ONE))


def _row(snapshot: Snapshot, held: ReviewSnapshot, people: People, index: int) -> QueueRow:
    span = snapshot.span(index)
    # Cut before it is split into words: a claim may be megabytes long.
    text = snapshot.article.text[span.start : min(span.end, span.start + 4 * _WORDS)]
    decision, settled = held.decision(index), held.accord(index) is Accord.SETTLED
    return QueueRow(
        index,
        number_label(snapshot.number(index)),
        first_words(text, _WORDS),
        tuple(_marks(held, index)),
        decision.outcome if decision is not None and settled else None,
        *_aside(held, people, index),
    )


def _aside(held: ReviewSnapshot, people: People, index: int) -> tuple[str, str, str]:
    """A few words about a claim, fewer, and the same with names."""
    accord, decision = held.accord(index), held.decision(index)
    comments = held.comments.get(index, 0)
    if accord is Accord.RETURNED:
        changed = changed_since(held, index)
        short, names = ([of(who) for who in changed] for of in (people.short, people.name))
        return (
            f"{_some(short)} changed the tag",
            f"{_some(short)} changed",
            f"{_some(names)} changed the tag",
        )
    if accord is Accord.SETTLED and decision is not None:
        party = ", a party" if is_party(decision) else ""
        who, name = people.short(decision.reviewer), people.name(decision.reviewer)
        return f"by {who}{party}", f"{who}{party}", f"by {name}{party}"
    if comments:
        words = f"{comments:,} comment" + ("" if comments == 1 else "s")
        return words, f"✎ {comments:,}", words
    return "", "", ""


def _some(who: Sequence[str]) -> str:
    """Two by name, more by number."""
    if not who:
        return "somebody"
    return listed(who) if len(who) < 3 else f"{len(who)} people"


def _marks(held: ReviewSnapshot, index: int) -> Iterator[tuple[str, Standing]]:
    for initial, column in zip(held.initials, held.columns, strict=True):
        standing = column.standing(index)
        if standing not in NOT_JUDGED:
            yield initial, standing


def _hidden(held: ReviewSnapshot) -> str:
    if held.sight.blind:
        return _BLIND
    count = held.count(Accord.VEILED)
    if not count:
        return ""
    claims = "1 more was" if count == 1 else f"{count:,} more were"
    return f"{claims} judged by colleagues and not by you: hidden until you have."


def _empty(held: ReviewSnapshot, kind: Filter) -> str:
    if is_alone(held):
        return "Nobody else has tagged this article yet."
    return "" if held.sight.blind else _NONE[kind]


def _stage(held: ReviewSnapshot, people: People, today: date) -> StageView:
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


def _passes(held: ReviewSnapshot, people: People, today: date) -> Iterator[PassView]:
    """One's own pass, then the others in the order of the columns, then who only submitted."""
    settled = held.stage.stage is ArticleStage.SETTLED
    for person in _passing(held):
        one = held.passes.get(person, DRAFT)
        acts = () if settled else tuple(_acts(one, person, held, people))
        reason = one.reason if one.state is PassState.RETURNED else ""
        yield PassView(people.who(person), _state(one, people, today), reason, acts)


def _passing(held: ReviewSnapshot) -> Iterable[str]:
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
