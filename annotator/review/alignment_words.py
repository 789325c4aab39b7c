"""An alignment in plain words, for the preview and for screen readers."""

from __future__ import annotations

from annotator.review.alignment import Alignment, Pair, PairKind


def in_words(alignment: Alignment) -> str:
    """What became of this text's claims in the other, in one to three sentences.

    "45 of 48 claims are the same, 1 stands elsewhere, 2 are worded otherwise, 1 is only
    in the other text." Then, where it is so, how many of them weigh and how many are a
    choice among several.
    """
    return " ".join([_summary(alignment), *_warnings(alignment)])


def pair_in_words(pair: Pair) -> str:
    """How one claim stands in the other text."""
    return f"{_how(pair)}.{_doubt(pair)}"


def _summary(alignment: Alignment) -> str:
    here = len(alignment.pairs) - len(alignment.only_there)
    there = len(alignment.pairs) - len(alignment.only_here)
    if not here and not there:
        return "Neither text has a claim."
    if not here:
        return f"This text has no claim, the other has {there:,}."
    if not there:
        return f"The other text has no claim, this one has {here:,}."
    if alignment.counts[PairKind.MISSING] == len(alignment.pairs):
        return f"The two texts share nothing: this one has {_claims(here)}, the other {there:,}."
    return ", ".join(_parts(alignment, here)) + "."


def _parts(alignment: Alignment, here: int) -> list[str]:
    moved = alignment.of_kind(PairKind.MOVED)
    elsewhere = sum(pair.elsewhere for pair in moved)
    parts = [
        (elsewhere, "stands elsewhere", "stand elsewhere"),
        (len(moved) - elsewhere, "stands beside other claims", "stand beside other claims"),
        (alignment.counts[PairKind.CHANGED], "is worded otherwise", "are worded otherwise"),
        (len(alignment.only_here), "is only in this text", "are only in this text"),
        (len(alignment.only_there), "is only in the other text", "are only in the other text"),
    ]
    told = [f"{n:,} {one if n == 1 else many}" for n, one, many in parts if n]
    return [_same(alignment.counts[PairKind.EXACT], here), *told]


def _same(same: int, here: int) -> str:
    if here == 1:
        return "The one claim is the same" if same else "The one claim is not the same"
    if same == here:
        return f"{'Both' if here == 2 else f'All {here:,}'} claims are the same"
    count = f"{same:,}" if same else "None"
    return f"{count} of {here:,} claims {'are' if same > 1 else 'is'} the same"


def _warnings(alignment: Alignment) -> list[str]:
    weighty = sum(bool(pair.weighs) for pair in alignment.pairs)
    doubtful = sum(pair.ambiguous for pair in alignment.pairs if pair.asks)
    warnings = []
    if weighty:
        warnings.append(f"A number, a name or a negation is another in {weighty:,}.")
    if doubtful:
        warnings.append(f"For {doubtful:,} more than one claim would fit.")
    return warnings


def _claims(count: int) -> str:
    return f"{count:,} claim" + ("" if count == 1 else "s")


def _how(pair: Pair) -> str:
    match pair.kind:
        case PairKind.EXACT:
            return "The same words in the same place"
        case PairKind.MOVED:
            where = "elsewhere" if pair.elsewhere else "beside other claims"
            return f"The same words, {where}"
        case PairKind.CHANGED:
            where = ", and elsewhere" if pair.elsewhere else ""
            what = f": {'; '.join(pair.weighs)}" if pair.weighs else ""
            return f"Worded otherwise{where}{what}"
    return f"Only in {'this' if pair.here else 'the other'} text"


def _doubt(pair: Pair) -> str:
    if not pair.ambiguous:
        return ""
    if pair.asks:
        return " More than one claim would fit."
    where = "the other text" if pair.here else "this text"
    return f" The same words are in {where}, but not as often."
