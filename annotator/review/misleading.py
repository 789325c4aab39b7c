"""Where kappa misleads because a tag is rare, said beside it with AC1."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.wording import amount
from annotator.review.pairs import Measures, Pair
from annotator.review.words import number

TIMES = 2
"""By how much kappa must make more of the same disagreement than AC1 does."""


@dataclass(frozen=True, slots=True)
class Misleading:
    """One row of measures that wants AC1 beside it; ``tag`` is None for all tags together."""

    tag: str | None
    measures: Measures
    words: str


def misleading(
    pair: Pair, *, you: str | None = None, noun: str = "claim"
) -> tuple[Misleading, ...]:
    """The rows of two analysts in which kappa and AC1 part because a tag is rare, or is on nearly all.

    Kappa is 1 − disagreement / room, the room being the share of items on which chance
    would disagree (Cohen); AC1 is the same with Gwet's chance. When nearly all items
    carry one tag, or a tag is rare, two people who never look agree on nearly all:
    Cohen's room shrinks towards nothing, Gwet's does not, and one item then moves kappa
    as far as many did before (A. R. Feinstein and D. V. Cicchetti, High agreement but low
    kappa, Journal of Clinical Epidemiology 43 (1990), 543–549). We warn where kappa's
    room is less than half of AC1's, that is where the same disagreement costs kappa more
    than twice as much; for one tag that two people give alike often, that is below a share of
    about a fifth, or above four fifths. The rule asks how far the two part, never how high
    either is. Without any disagreement both are 1, and there is nothing to warn of.
    """
    first, second = pair.confusion.first, pair.confusion.second
    used = list(pair.tags_used)
    if len(used) == 2:
        # "A or not" and "B or not" are then the same table.
        used = [min(used, key=lambda tag: first[tag] + second[tag])]
    rows = [(None, pair.measures), *((tag, pair.tag_or_not(tag)) for tag in used)]
    return tuple(
        Misleading(tag, measures, _words(pair, tag, measures, you, noun))
        for tag, measures in rows
        if _parts(measures)
    )


def _parts(measures: Measures) -> bool:
    if measures.kappa is None or measures.ac1 is None:
        return False
    return 1 - measures.kappa > TIMES * (1 - measures.ac1) > 0


def _words(pair: Pair, tag: str | None, measures: Measures, you: str | None, noun: str) -> str:
    assert measures.chance is not None, "kappa is defined, so chance is"
    assert measures.kappa is not None
    assert measures.ac1 is not None
    whom = "you" if you in (pair.a, pair.b) else "they"
    differing = measures.units - measures.agreed
    where = "" if tag is None else f" for “{tag}”"
    return (
        f"Kappa misleads{where}. {_shares(pair, tag, noun)}, so two people who never looked "
        f"would agree on {measures.chance:,.0f}. Kappa falls to {number(measures.kappa)} although "
        f"{whom} agree on {measures.agreed:,}. Read AC1, {number(measures.ac1)}, and look at the "
        + (f"{noun} itself." if differing == 1 else f"{differing:,} {noun}s themselves.")
    )


def _shares(pair: Pair, tag: str | None, noun: str) -> str:
    first, second, units = pair.confusion.first, pair.confusion.second, pair.units
    of = amount(units, noun)
    if tag is None:
        most = max(pair.confusion.tags, key=lambda one: first[one] + second[one])
        return f"{first[most]:,} and {second[most]:,} of {of} are “{most}”"
    if first[tag] + second[tag] > units:
        return f"All but {units - first[tag]:,} and {units - second[tag]:,} of {of} carry the tag"
    return f"Only {first[tag]:,} and {second[tag]:,} of {of} carry the tag"
