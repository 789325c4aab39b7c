"""The JSON of `agreement`: keys as the contract has them, and more of each pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.cli.output import Json

if TYPE_CHECKING:
    from annotator.review.agreement import Agreement
    from annotator.review.confusion import Confusion
    from annotator.review.pairs import Measures, Pair

FEW = 16
"""Up to so many tags, all cells of a confusion table are written, and each tag's own measures."""


def document(found: Agreement, in_words: str) -> Json:
    """The whole document. What is not defined is null, with its reason in ``undefined``."""
    undefined = dict(found.undefined)
    return {
        "in_words": in_words,
        "analysts": list(found.analysts),
        "units": found.units,
        "left_out": [{"why": group.why, "units": group.units} for group in found.left_out],
        "percent": found.percent,
        "pairs": [_pair(pair, undefined) for pair in found.pairs],
        "fleiss_kappa": found.fleiss_kappa,
        "alpha": found.alpha,
        "ac1": found.ac1,
        "undefined": undefined,
        "confusion": [
            {"a": pair.a, "b": pair.b, "counts": _counts(pair.confusion)} for pair in found.pairs
        ],
    }


def _pair(pair: Pair, undefined: dict[str, str]) -> Json:
    tags = pair.tags_used if len(pair.confusion.tags) <= FEW else ()
    alone = {tag: pair.tag_or_not(tag) for tag in tags}
    undefined |= {
        f"pairs.{pair.a}.{pair.b}.tags.{tag}.{name}": why
        for tag, measures in alone.items()
        for name, why in measures.undefined.items()
    }
    named = {"a": pair.a, "b": pair.b, **_measures(pair.measures)}
    return named | {"tags": {tag: _measures(measures) for tag, measures in alone.items()}}


def _measures(of: Measures) -> dict[str, Json]:
    return {
        "units": of.units,
        "agreed": of.agreed,
        "chance": of.chance,
        "percent": of.percent,
        "kappa": of.kappa,
        "kappa_low": of.low,
        "kappa_high": of.high,
        "alpha": of.alpha,
        "ac1": of.ac1,
    }


def _counts(table: Confusion) -> dict[str, dict[str, int]]:
    """A's tag → b's tag → how many; of a large vocabulary the cells that hold something."""
    if len(table.tags) <= FEW:
        return {x: {y: table.count(x, y) for y in table.tags} for x in table.tags}
    found: dict[str, dict[str, int]] = {}
    for (x, y), units in table.counts.items():
        found.setdefault(x, {})[y] = units
    return found
