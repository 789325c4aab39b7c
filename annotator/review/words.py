"""Agreement in plain words: what comes first on the page, in the report and on the command line.

The sentences say how alike people tag. None says that a value is good, and none says
that anybody is right.
"""

from __future__ import annotations

from annotator.domain.wording import amount
from annotator.review.agreement import Agreement
from annotator.review.pairs import Measures, Pair
from annotator.review.standings import Counting

FEW = 20
"""Below so many items half an item is too much to round away."""

COUNTED = {
    Counting.FIRST: (
        "Counted are first tags, given before a colleague's tag of the claim could be seen."
    ),
    Counting.NOW: "Counted are the tags as they stand now.",
}

MEANINGS = {
    "percent": "Percent is how often people agree. It counts chance as skill.",
    "chance": (
        "By chance is how often two would agree who kept their own shares of each tag and "
        "never looked at the text."
    ),
    "kappa": (
        "Cohen's kappa takes chance away: 0 is what chance gives, 1 is agreement on everything, "
        "below 0 is less than chance gives."
    ),
    "interval": (
        "The interval is where kappa may lie when such claims are tagged again and again: "
        "95 % of intervals made like this hold it. Few claims make it wide."
    ),
    "fleiss_kappa": (
        "Fleiss' kappa takes chance away for all analysts at once, over what every one of them "
        "tagged."
    ),
    "alpha": (
        "Krippendorff's alpha takes chance away too, and copes with gaps and with any number of "
        "analysts."
    ),
    "ac1": "Gwet's AC1 stays steady where one tag is rare, which makes kappa fall.",
}
"""What each statistic means, by its name in ``--json``."""


def all_in_words(
    found: Agreement,
    *,
    you: str | None = None,
    counting: Counting | None = None,
    noun: str = "claim",
) -> tuple[str, ...]:
    """Of all analysts together; of two as ``pair_in_words``.

    ``you`` is the analyst who is spoken to, where one is; ``noun`` what an item is called.
    """
    if len(found.analysts) == 2:
        return pair_in_words(found.pairs[0], you=you, counting=counting, noun=noun)
    if found.percent is None or found.chance is None:
        return (_nothing(found, noun), *_counted(counting))
    head = f"Two who tagged the same {noun} agree"
    if found.alpha is None:
        lines: tuple[str, ...] = (f"{head} every time, but only one tag was used.",)
    else:
        agreed, chance, better, possible = _figures(found.percent, found.chance, 100, fine=False)
        lines = (
            f"{head} {agreed} times in 100; by chance it would be {chance}.",
            _against_chance(better, possible),
        )
    return (*lines, _covered(found, noun), _caveat(you in found.analysts), *_counted(counting))


def pair_in_words(
    pair: Pair,
    *,
    you: str | None = None,
    counting: Counting | None = None,
    noun: str = "claim",
) -> tuple[str, ...]:
    """Of two analysts: how often they agree, against chance, what it does not say, what was counted.

    The figures of a sentence add up as they are printed.
    """
    whom, measures = _both(pair, you), pair.measures
    if measures.chance is None:
        nobody = f"There is no {noun} that both {whom} tagged, so there is nothing to compare."
        return (nobody, *_counted(counting))
    subject = whom.replace("you", "You", 1) if you in (pair.a, pair.b) else whom
    of = f"{subject} agree on {measures.agreed:,} of {amount(pair.units, noun)}"
    if measures.kappa is None:
        lines: tuple[str, ...] = (
            f"{of}, but only one tag was used: by chance it would be as many.",
        )
    else:
        fine = pair.units < FEW
        _, chance, better, possible = _figures(
            measures.agreed, measures.chance, pair.units, fine=fine
        )
        lines = (f"{of}; by chance it would be {chance}.", _against_chance(better, possible))
    return (*lines, _caveat(you in (pair.a, pair.b)), *_counted(counting))


def interval_in_words(measures: Measures, noun: str = "claim") -> str:
    """How far kappa can be trusted, such as "0.76 from 48 claims may be anything from 0.60 to 0.92."."""
    if measures.kappa is None:
        return measures.undefined["kappa"]
    found = f"{number(measures.kappa)} from {amount(measures.units, noun)}"
    if measures.interval is None:
        return f"{found}, which are too alike to say how far off it may be."
    low, high = measures.interval
    return f"{found} may be anything from {number(low)} to {number(high)}."


def number(value: float) -> str:
    """A statistic with two decimals and a real minus; what rounds to nought has none."""
    text = f"{value:.2f}"
    return text.replace("-", "" if float(text) == 0 else "−")


def _both(pair: Pair, you: str | None) -> str:
    if you not in (pair.a, pair.b):
        return f"{pair.a} and {pair.b}"
    return f"you and {pair.b if you == pair.a else pair.a}"


def _figures(
    agreed: float, chance: float, units: int, *, fine: bool
) -> tuple[str, str, float, str]:
    """What is agreed, what chance gives, the difference and what was possible, as they are printed.

    With one decimal where whole ones would say less than there is: among few items,
    and where the difference is less than one.
    """
    places = 1 if fine or abs(agreed - chance) < 1 or _hides(agreed, units) else 0
    agreed, chance = round(agreed, places), round(chance, places)
    return _plain(agreed), _plain(chance), round(agreed - chance, places), _plain(units - chance)


def _hides(agreed: float, units: int) -> bool:
    return agreed < units <= round(agreed)


def _plain(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0")


def _against_chance(better: float, possible: str) -> str:
    if better > 0:
        return f"That is {_plain(better)} better than chance; {possible} was possible."
    worse = f"{_plain(-better)} worse than" if better < 0 else "no better than"
    return f"That is {worse} chance; {possible} better was possible."


def _covered(found: Agreement, noun: str) -> str:
    many = len(found.analysts)
    return (
        f"Counted are {amount(found.units, noun)} that two or more of {many} analysts tagged; "
        f"all {many} tagged {found.complete:,} of them and agree on {found.unanimous:,}."
    )


def _nothing(found: Agreement, noun: str) -> str:
    if len(found.analysts) == 1:
        return f"Only {found.analysts[0]} tagged, so there is nothing to compare."
    if not found.analysts:
        return "Nobody tagged anything, so there is nothing to compare."
    return f"There is no {noun} that two of them tagged, so there is nothing to compare."


def _caveat(to_you: bool) -> str:
    whom = "you" if to_you else "they"
    return f"It says how alike {whom} tag, not whether {whom} are right."


def _counted(counting: Counting | None) -> tuple[str, ...]:
    return () if counting is None else (COUNTED[counting],)
