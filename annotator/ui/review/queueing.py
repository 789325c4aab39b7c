"""The queue of one article and its bar, from what the desk knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from itertools import compress

from annotator.desk.naming import first_words
from annotator.domain.compare import Accord, ReviewSnapshot
from annotator.domain.snapshot import Snapshot, number_label
from annotator.domain.tags import NOT_JUDGED, Standing
from annotator.domain.wording import listed
from annotator.ui.review.kinds import Kinds, mask_of
from annotator.ui.review.passing import pass_views, stage_view
from annotator.ui.review.people import People
from annotator.ui.review.queueview import (
    BarView,
    Filter,
    FilterView,
    OtherArticle,
    QueueGroup,
    QueueRow,
    QueueView,
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
        stage_view(held, people, today),
        tuple(pass_views(held, people, today)),
        tuple(others),
    )


def bar_view(held: ReviewSnapshot, sentence: str = "") -> BarView:
    """How far the review has come; ``sentence`` is the first of ``review.words``."""
    kinds = Kinds(held)
    settled = len(kinds.decided(Filter.DISAGREEMENT, Accord.SETTLED))
    returned = len(kinds.decided(Filter.DISAGREEMENT, Accord.RETURNED))
    waiting = held.count(Accord.OPEN)
    return BarView(
        settled,
        returned,
        settled + returned + waiting,
        held.waiting,
        " ".join(sentence.split()),
        held.sight.blind or held.count(Accord.VEILED) > 0,
    )


def _groups(held: ReviewSnapshot, kinds: Kinds, kind: Filter) -> Iterator[QueueGroup]:
    if kind is Filter.COMMENT:
        found = [index for index in sorted(held.comments) if held.comments[index]]
        yield QueueGroup("comment", "With a comment", found, 8)
        return
    accord, name = _HEADS[kind]
    mask = mask_of(held.accords, accord)
    yield QueueGroup("waiting", name, list(compress(range(len(mask)), mask)))
    returned = kinds.decided(kind, Accord.RETURNED)
    if returned:
        yield QueueGroup("returned", "Returned", returned)
    settled = kinds.decided(kind, Accord.SETTLED)
    if settled:
        yield QueueGroup("settled", "Settled", settled, 2, settled=True)


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
