"""From what was measured to what the agreement page shows: figures as they are printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from annotator.domain.tags import TAGS, Standing
from annotator.review.agreement import Agreement
from annotator.review.left_out import LeftOut
from annotator.review.misleading import misleading
from annotator.review.pairs import Measures, Pair
from annotator.review.standings import Counting
from annotator.review.together import Meetings, Together, tag_or_not, together
from annotator.review.units import units_of
from annotator.review.words import COUNTED, FEW, interval_in_words, number, pair_in_words
from annotator.ui.agreement.view import (
    AgreementView,
    Claims,
    Heat,
    LeftOutRow,
    MeasureRow,
    PairCell,
    ScopeRow,
    Warned,
    Who,
    spelled,
)

_TWO = 2


@dataclass(frozen=True, slots=True)
class Round:
    """What stands round the figures: who is compared, where, and how it is counted.

    ``sentences`` say it of all analysts together; from ``COUNTED`` on they are about what
    was counted and what not.
    ``measured`` is such as "48 claims in 2 articles".
    """

    who: tuple[Who, ...]
    scopes: tuple[ScopeRow, ...]
    scope: str
    counting: Counting
    sentences: tuple[str, ...]
    measured: str = ""


class Figures:
    """Everything that is measured of one table, made once; a pair is then shown at once."""

    def __init__(self, found: Agreement) -> None:
        self.found = found
        self.pairs: Mapping[tuple[int, int], PairCell] = {
            self._places(pair): _pair_cell(pair) for pair in found.pairs
        }
        units = units_of(found.table)
        tags = range(1, len(found.table.tags) + 1)
        self.each_tag = [
            together(tag_or_not(units, code), len(found.analysts), _TWO) for code in tags
        ]

    @cached_property
    def meetings(self) -> Meetings:
        return Meetings(self.found.table)

    def pair(self, chosen: tuple[int, int]) -> Pair:
        """Two analysts by their places, the first of them the rows."""
        return self.found.pair(*(self.found.analysts[place] for place in chosen))

    def _places(self, pair: Pair) -> tuple[int, int]:
        of = self.found.analysts.index
        return of(pair.a), of(pair.b)


def view_of(
    figures: Figures,
    around: Round,
    chosen: tuple[int, int] | None,
    left_out: Sequence[LeftOut],
    claims: Claims,
    cell: tuple[int, int] | None = None,
) -> AgreementView:
    """The page for two analysts, or for all of them where ``chosen`` is None."""
    found = figures.found
    you = next((who.key for who in around.who if who.you), None)
    warned: tuple[Warned, ...] = ()
    trust = ""
    words, counted = _parted(around.sentences, around.counting)
    if chosen is None:
        heat, rows = _heat_of_all(figures), _rows_of_all(figures)
    else:
        pair = figures.pair(chosen)
        words = pair_in_words(pair, you=you)
        heat, rows = _heat_of(pair), _rows_of(pair)
        warned = tuple(_warned(one.words) for one in misleading(pair, you=you))
        trust = interval_in_words(pair.measures)
        trust = f"No threshold is drawn here. {trust}" if pair.measures.kappa is not None else ""
    return AgreementView(
        around.who,
        chosen,
        around.scopes,
        around.scope,
        around.counting,
        words,
        counted,
        figures.pairs,
        heat,
        rows,
        tuple(LeftOutRow(group.units, group.why) for group in left_out),
        claims,
        warned,
        found.unanimous,
        _together(found),
        around.measured,
        trust,
        cell,
    )


def _parted(sentences: tuple[str, ...], counting: Counting) -> tuple[tuple[str, ...], str]:
    """What was found, and what was counted."""
    at = sentences.index(COUNTED[counting]) if COUNTED[counting] in sentences else len(sentences)
    return sentences[:at], " ".join(sentences[at:])


def _pair_cell(pair: Pair) -> PairCell:
    measures = pair.measures
    why = measures.undefined.get("kappa", "")
    return PairCell(measures.agreed, measures.units, measures.kappa, why)


def _heat_of(pair: Pair) -> Heat:
    words = [row.word for row in TAGS]
    return Heat(tuple(tuple(pair.confusion.count(x, y) for y in words) for x in words))


def _heat_of_all(figures: Figures) -> Heat:
    across = range(len(TAGS))
    meetings = figures.meetings
    return Heat(tuple(tuple(meetings.count(x, y) for y in across) for x in across), both_ways=True)


def _rows_of(pair: Pair) -> tuple[MeasureRow, ...]:
    used = set(pair.tags_used)
    return (
        _row_of(None, pair.measures),
        *(_row_of(row.standing, pair.tag_or_not(row.word)) for row in TAGS if row.word in used),
    )


def _row_of(standing: Standing | None, measures: Measures) -> MeasureRow:
    chance = "" if measures.chance is None else _expected(measures.chance, measures.units)
    return MeasureRow(
        standing,
        f"{measures.agreed:,} of {measures.units:,}" if measures.units else "",
        chance,
        measures.percent,
        measures.kappa,
        measures.low,
        measures.high,
        measures.alpha,
        measures.ac1,
        measures.undefined,
    )


def _rows_of_all(figures: Figures) -> tuple[MeasureRow, ...]:
    found = figures.found
    whole = Together(
        found.units,
        found.complete,
        found.unanimous,
        found.percent,
        found.chance,
        found.fleiss_kappa,
        found.alpha,
        found.ac1,
        found.undefined,
    )
    used = [sum(column.count(code) for column in found.table.columns) for code in _codes(found)]
    return (
        _row_of_all(None, whole),
        *(
            _row_of_all(row.standing, measured)
            for row, measured, times in zip(TAGS, figures.each_tag, used, strict=True)
            if times
        ),
    )


def _row_of_all(standing: Standing | None, measured: Together) -> MeasureRow:
    undefined = dict(measured.undefined)
    if "fleiss_kappa" in undefined:
        undefined["kappa"] = undefined.pop("fleiss_kappa")
    return MeasureRow(
        standing,
        f"{measured.unanimous:,} of {measured.complete:,}" if measured.complete else "",
        "" if measured.chance is None else f"{measured.chance:.0f} %",
        measured.percent,
        measured.fleiss_kappa,
        None,
        None,
        measured.alpha,
        measured.ac1,
        undefined,
    )


def _codes(found: Agreement) -> range:
    return range(1, len(found.table.tags) + 1)


def _warned(words: str) -> Warned:
    """The first sentence says what misleads; a tag's name has no full stop in it."""
    head, _, rest = words.partition(". ")
    return Warned(f"{head}.", rest)


def _together(found: Agreement) -> str:
    """Such as "All three together: alpha 0.75."; nothing where there are only two."""
    if len(found.analysts) <= _TWO:
        return ""
    head = f"All {spelled(len(found.analysts))} together"
    if found.alpha is None:
        return (
            f"{head}: alpha is {found.undefined['alpha'][0].lower()}{found.undefined['alpha'][1:]}"
        )
    return f"{head}: alpha {number(found.alpha)}."


def _expected(agreed: float, units: int) -> str:
    """With one decimal among few claims, as the sentences have it."""
    places = 1 if units < FEW else 0
    return f"{agreed:,.{places}f}".removesuffix(".0")
