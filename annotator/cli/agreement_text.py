"""`agreement` for reading: the plain sentences first, then the numbers, then what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from annotator.cli import output
from annotator.domain.wording import amount
from annotator.review.misleading import misleading
from annotator.review.words import MEANINGS, interval_in_words, number

if TYPE_CHECKING:
    from annotator.review.agreement import Agreement
    from annotator.review.pairs import Measures, Pair

FEW = 16
"""Of up to so many tags each is measured alone, and the confusion table is printed."""

NONE = "–"
_HEAD = ("AGREE", "BY CHANCE", "PERCENT", "KAPPA", "95 %", "ALPHA", "AC1")


def put(found: Agreement, sentences: Sequence[str], noun: str) -> None:
    """Prints all of it. ``noun`` is what an item is called."""
    _put_lines(sentences)
    if found.percent is not None:
        _put_numbers(found, noun)
    if found.left_out:
        output.put()
        _put_lines(["Left out:"])
        _put_lines(f"  {amount(group.units, noun)}: {group.why}" for group in found.left_out)
    if found.undefined:
        output.put()
        _put_lines(f"{name}: {why}" for name, why in found.undefined.items())


def _put_lines(lines: Iterable[str]) -> None:
    for line in lines:
        output.put(line)


def _put_numbers(found: Agreement, noun: str) -> None:
    few = len(found.table.tags) <= FEW
    output.put()
    if len(found.pairs) == 1 and few:
        _put_pair(found.pairs[0], noun)
    else:
        rows = [(pair.a, pair.b, *_cells(pair.measures)) for pair in found.pairs]
        output.put_table(("", "", *_HEAD), rows)
        output.put()
        output.put(
            f"Together: Fleiss' kappa {_value(found.fleiss_kappa)}, "
            f"Krippendorff's alpha {_value(found.alpha)}, Gwet's AC1 {_value(found.ac1)}."
        )
    for pair in found.pairs if few else ():
        for warning in misleading(pair, noun=noun):
            whose = "" if len(found.pairs) == 1 else f"{pair.a} and {pair.b}: "
            output.put()
            output.put(whose + warning.words)
    output.put()
    _put_lines(MEANINGS[name] for name in ("kappa", "interval", "alpha", "ac1"))


def _put_pair(pair: Pair, noun: str) -> None:
    rows = [("all tags", *_cells(pair.measures))]
    rows += [(f"{tag}, or not", *_cells(pair.tag_or_not(tag))) for tag in pair.tags_used]
    output.put_table(("", *_HEAD), rows)
    output.put()
    tags = pair.confusion.tags
    table = [(x, *(f"{pair.confusion.count(x, y):,}" for y in tags)) for x in tags]
    output.put_table((f"{pair.a} ↓ {pair.b} →", *tags), table)
    output.put()
    output.put(f"Kappa: {interval_in_words(pair.measures, noun)}")


def _cells(of: Measures) -> tuple[str, ...]:
    return (
        f"{of.agreed:,} of {of.units:,}",
        NONE if of.chance is None else f"{of.chance:,.1f}",
        NONE if of.percent is None else f"{of.percent:.0f} %",
        _value(of.kappa),
        NONE if of.interval is None else " to ".join(map(number, of.interval)),
        _value(of.alpha),
        _value(of.ac1),
    )


def _value(value: float | None) -> str:
    return NONE if value is None else number(value)
