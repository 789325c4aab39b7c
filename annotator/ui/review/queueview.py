"""What the panel at the left and the bar show in Review, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.domain.tags import Standing
from annotator.ui.review.view import Who


class Filter(StrEnum):
    """Which claims the queue lists: one of these."""

    DISAGREEMENT = "disagreement"
    AGREEMENT = "agreement"
    COMMENT = "comment"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One claim of the queue.

    ``label`` is its number, or "T"; ``marks`` are initial and standing of each who judged
    it; ``outcome`` is what was decided, where it is settled; ``aside`` says a few words
    about it, "by you, a party", ``brief`` fewer, and ``full`` the same with names.
    """

    index: int
    label: str
    words: str
    marks: tuple[tuple[str, Standing], ...] = ()
    outcome: Standing | None = None
    aside: str = ""
    brief: str = ""
    full: str = ""


@dataclass(frozen=True, slots=True)
class QueueGroup:
    """Claims under one heading, by index in reading order; at first ``most`` of them show.

    ``settled``: each is one line, with what was decided.
    """

    key: str
    name: str
    indices: Sequence[int]
    most: int = 4
    settled: bool = False


@dataclass(frozen=True, slots=True)
class FilterView:
    """One line under "Show": how many claims of the article are of that kind."""

    key: Filter
    sign: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class OtherArticle:
    """Another article of the library, and how many claims wait there."""

    id: str
    title: str
    waiting: int


@dataclass(frozen=True, slots=True)
class PassAct:
    """Something to do with a pass or with the article's state.

    ``act`` is the command line's word, ``analyst`` whose pass it is, or "". ``asks`` is
    what the field of its reason asks, and empty where no reason is needed; ``does`` is
    what the button beside that field says.
    """

    act: str
    label: str
    analyst: str = ""
    asks: str = ""
    does: str = ""


@dataclass(frozen=True, slots=True)
class PassView:
    """One analyst's pass: "submitted yesterday 17:20", and why it was returned."""

    who: Who
    state: str
    reason: str = ""
    acts: tuple[PassAct, ...] = ()


@dataclass(frozen=True, slots=True)
class StageView:
    """How far the article's review has come: "settled", and "by Anna, 2 changes since"."""

    words: str
    detail: str = ""
    reason: str = ""
    acts: tuple[PassAct, ...] = ()


@dataclass(frozen=True, slots=True)
class QueueView:
    """Everything the left panel shows of one article's review.

    ``row`` makes the line of a claim, by index: only those that show are made.
    ``hidden`` says what may not be seen yet, ``empty`` what to say where nothing is listed.
    """

    article: str
    groups: tuple[QueueGroup, ...]
    row: Callable[[int], QueueRow] = field(compare=False)
    current: int | None = None
    filters: tuple[FilterView, ...] = ()
    chosen: Filter = Filter.DISAGREEMENT
    hidden: str = ""
    empty: str = ""
    stage: StageView | None = None
    passes: tuple[PassView, ...] = ()
    others: tuple[OtherArticle, ...] = ()


@dataclass(frozen=True, slots=True)
class BarView:
    """The bar at the bottom: how many disagreements are settled, and how alike people tag.

    ``sentence`` is how the page about agreement begins; empty where there is none.
    ``veiled``: there may be more than is shown, since colleagues' tags are hidden yet.
    """

    settled: int
    returned: int
    total: int
    waiting: int
    sentence: str = ""
    veiled: bool = False
