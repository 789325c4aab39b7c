"""What the agreement page shows, as plain values: the page knows no desk.

Analysts go by their place in ``AgreementView.who``, claims by a number that only their
``Claims`` understands. Texts and notes are read when a card is about to be seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from annotator.domain.article import ArticleId, Span
from annotator.domain.tags import Standing
from annotator.review.standings import Counting

_SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

Places = Sequence[int]
"""Claims by the numbers of ``Claims.line``, in reading order."""


@dataclass(frozen=True, slots=True)
class Who:
    """One analyst. ``done`` counts the claims that are done; ``key`` tells namesakes apart."""

    key: str
    name: str
    initial: str
    done: int = 0
    you: bool = False

    @property
    def called(self) -> str:
        return "You" if self.you else self.name


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """Where one can compare: ``units`` are the claims that would be counted there."""

    key: str
    label: str
    units: int


@dataclass(frozen=True, slots=True)
class PairCell:
    """Two analysts in the matrix; ``kappa`` is None where it is undefined, and ``why`` says so."""

    agreed: int
    units: int
    kappa: float | None = None
    why: str = ""

    @property
    def percent(self) -> float | None:
        """0 to 100, or None where nothing was tagged by both."""
        return 100 * self.agreed / self.units if self.units else None


@dataclass(frozen=True, slots=True)
class Heat:
    """How the tags meet: ``counts[row][column]``, both in the order of ``TAGS``.

    Of a pair, the rows are the first analyst's. ``both_ways``: of several analysts, a
    cell beside the diagonal counts the claims that some tagged so and others so, which
    is the same seen from either side; then there are no totals.
    """

    counts: tuple[tuple[int, ...], ...]
    both_ways: bool = False

    @property
    def rows(self) -> tuple[int, ...]:
        return tuple(map(sum, self.counts))

    @property
    def columns(self) -> tuple[int, ...]:
        return tuple(map(sum, zip(*self.counts, strict=True)))

    @property
    def total(self) -> int:
        return sum(self.rows)


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """The statistics of all tags, or of one tag "or not" (``standing``); None where undefined.

    ``agree`` and ``chance`` are as they are printed; ``percent`` is 0 to 100. ``low`` and
    ``high`` are kappa's interval, None for several analysts. ``undefined``: name → why.
    """

    standing: Standing | None
    agree: str
    chance: str
    percent: float | None
    kappa: float | None
    low: float | None
    high: float | None
    alpha: float | None
    ac1: float | None
    undefined: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Warned:
    """Where kappa misleads: what, and what to read instead."""

    head: str
    rest: str


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """Claims that are not counted, and why."""

    units: int
    why: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim as a card shows it.

    ``number`` is its number in the article ("T" for the title, "" for one with other
    borders), ``title`` that of the article where it is not the one on the page. ``held``:
    analyst's place → how the claim stands for them; ``notes``: who says it, and the words.
    """

    article: ArticleId
    span: Span
    number: str
    text: str
    title: str = ""
    held: tuple[tuple[int, Standing], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


class Claims(Protocol):
    """The claims behind the numbers, found at once and read one by one."""

    def in_cell(self, row: int, column: int) -> Places:
        """Those of one cell of the heat map."""
        ...

    def left_out(self, group: int) -> Places:
        """Those of one line of what was left out."""
        ...

    def line(self, place: int) -> ClaimLine:
        """One of them in full."""
        ...


@dataclass(frozen=True)
class AgreementView:
    """Everything the page shows at one moment.

    ``chosen`` are the two analysts who are compared, None for all together; ``pairs`` has
    every two, the smaller place first. ``words`` are the sentences, the first of them the
    headline; ``counted`` says what was counted. ``together`` is the line under the matrix,
    ``measured`` the last one of all, ``trust`` says how far kappa may be off. ``unanimous``
    are the claims on which all agree.
    """

    who: tuple[Who, ...]
    chosen: tuple[int, int] | None
    scopes: tuple[ScopeRow, ...]
    scope: str
    counting: Counting
    words: tuple[str, ...]
    counted: str
    pairs: Mapping[tuple[int, int], PairCell]
    heat: Heat
    rows: tuple[MeasureRow, ...]
    left_out: tuple[LeftOutRow, ...]
    claims: Claims
    warned: tuple[Warned, ...] = ()
    unanimous: int = 0
    together: str = ""
    measured: str = ""
    trust: str = ""
    cell: tuple[int, int] | None = None

    @property
    def many(self) -> bool:
        """Whether more than two are measured together."""
        return self.chosen is None

    def called(self, place: int) -> str:
        return self.who[place].called


def spelled(count: int) -> str:
    """A small number as a word: "three"."""
    return _SPELLED[count] if count < len(_SPELLED) else f"{count:,}"
