"""How alike people tagged, in the language of the labels.

What measures says it in English sentences with the figures in them (``review/words.py``). Here
each is taken apart by the label it was made of; a test holds that every one has its label, and
one that has none is printed as it came.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from annotator.domain.report import AgreementLine
from annotator.reporting.labels import ENGLISH, Labels

SENTENCES = (
    "Two who tagged the same claim agree every time, but only one tag was used.",
    "Two who tagged the same claim agree {agreed} times in 100; by chance it would be {chance}.",
    (
        "{names} agree on {agreed} of {units} claim, but only one tag was used: "
        "by chance it would be as many."
    ),
    (
        "{names} agree on {agreed} of {units} claims, but only one tag was used: "
        "by chance it would be as many."
    ),
    "{names} agree on {agreed} of {units} claim; by chance it would be {chance}.",
    "{names} agree on {agreed} of {units} claims; by chance it would be {chance}.",
    "There is no claim that both {names} tagged, so there is nothing to compare.",
    "That is {better} better than chance; {possible} was possible.",
    "That is no better than chance; {possible} better was possible.",
    "That is {worse} worse than chance; {possible} better was possible.",
    (
        "Counted are {units} claim that two or more of {analysts} analysts tagged; "
        "all {every} tagged {complete} of them and agree on {unanimous}."
    ),
    (
        "Counted are {units} claims that two or more of {analysts} analysts tagged; "
        "all {every} tagged {complete} of them and agree on {unanimous}."
    ),
    "Only {name} tagged, so there is nothing to compare.",
    "Nobody tagged anything, so there is nothing to compare.",
    "There is no claim that two of them tagged, so there is nothing to compare.",
    "It says how alike they tag, not whether they are right.",
    "Counted are first tags, given before a colleague's tag of the claim could be seen.",
    "Undefined, because only one tag was used.",
    "Undefined, because nothing was tagged by both.",
    "Undefined, because nothing was tagged by two analysts.",
    "Undefined, because nothing was tagged by every analyst.",
    "Undefined, because only one analyst tagged.",
    "Undefined, because nobody tagged anything.",
)
"""Whole sentences: labels."""

CELLS = (
    "All together",
    "undefined",
    "{kappa} (Fleiss)",
    "{kappa}, {low} to {high}",
)
"""What stands in the table of figures beside numbers and names: labels."""


class FigureView(NamedTuple):
    """A row of the table of figures as it is printed, cell by cell."""

    label: str
    alike: str
    percent: str
    kappa: str
    alpha: str
    ac1: str


_NAMES = ("names", "name")
_FIGURE = r"[−-]?[\d,]+(?:\.\d+)?"


def sentence(text: str, t: Labels) -> str:
    """One sentence of the agreement; a reason may stand behind a pair's names and a colon."""
    if t.language == ENGLISH:
        return text
    found = _matched(text, SENTENCES, t)
    if found is not None:
        return found
    names, colon, why = text.rpartition(": ")
    said = _matched(why, SENTENCES, t) if colon else None
    return text if said is None else t("{names}: {why}", names=_who(names, t), why=said)


def figures(one: AgreementLine, t: Labels) -> FigureView:
    """A row of the table of figures, in words."""
    said = line(one, t)
    if one.agreed is None:
        agreed = t.count(one.of, "{n} claim", "{n} claims")
    else:
        agreed = t("{n} of {count}", n=t.number(one.agreed), count=t.number(one.of))
    return FigureView(said.label, agreed, said.percent, said.kappa, said.alpha, said.ac1)


def line(one: AgreementLine, t: Labels) -> AgreementLine:
    """The same row with its words in the language of the labels."""
    if t.language == ENGLISH:
        return one
    return replace(
        one,
        label=_who(one.label, t),
        percent=_cell(one.percent, t),
        kappa=_cell(one.kappa, t),
        alpha=_cell(one.alpha, t),
        ac1=_cell(one.ac1, t),
    )


def _cell(text: str, t: Labels) -> str:
    found = _matched(text, CELLS, t)
    return t.figure(text) if found is None else found


def _who(label: str, t: Labels) -> str:
    """All together, or "Ann and Ben"."""
    if label in CELLS:
        return t(label)
    first, said, last = label.partition(" and ")
    return t.listed([first, last]) if said else label


def _matched(text: str, labels: tuple[str, ...], t: Labels) -> str | None:
    for label, pattern in _patterns(labels):
        found = pattern.fullmatch(text)
        if found is not None:
            values = found.groupdict()
            shown = {
                key: _who(value, t) if key in _NAMES else t.figure(value)
                for key, value in values.items()
            }
            return t(label, **shown)
    return None


@cache
def _patterns(labels: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((label, _pattern(label)) for label in labels)


def _pattern(label: str) -> re.Pattern[str]:
    """A label as an expression: its placeholders are figures or, by their name, people."""
    parts = re.split(r"\{(\w+)\}", label)
    return re.compile(
        "".join(
            re.escape(part) if n % 2 == 0 else rf"(?P<{part}>{'.+' if part in _NAMES else _FIGURE})"
            for n, part in enumerate(parts)
        ),
        re.DOTALL,
    )
