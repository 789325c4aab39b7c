"""The rules that decide whether a sentence ends at an end mark, in their order.

The first that has an opinion decides; where none has one the sentence ends
(``END_MARK``). To add a rule, write a function of a ``Candidate`` that answers
``SPLIT``, ``JOIN`` or ``ABSTAIN`` and enter it in the table of its family. What
each family is worth was measured on public treebanks (SENTENCES.md).
"""

from __future__ import annotations

from collections.abc import Callable

from annotator.text import (
    rules_abbreviations,
    rules_numbers,
    rules_quotes,
    rules_starts,
    rules_tight,
)
from annotator.text.candidate import BREAK, CALL, DOTTED, END, ITEM, SMILE, STOP, Candidate
from annotator.text.rule import Rule

END_MARK = "end mark"
"""The name of the decision where no rule had an opinion."""

RULES: tuple[Rule, ...] = (
    *rules_starts.FIRST,
    *rules_tight.FIRST,
    *rules_abbreviations.FIRST,
    *rules_quotes.RULES,
    *rules_tight.RULES,
    *rules_numbers.RULES,
    *rules_abbreviations.RULES,
    *rules_starts.RULES,
)

_Votes = tuple[tuple[str, Callable[[Candidate], bool | None]], ...]


def _votes(kind: str, *, tight: bool, closed: bool) -> _Votes:
    seeing = (rule for rule in RULES if rule.sees(kind, tight=tight, closed=closed))
    return tuple((rule.name, rule.vote) for rule in seeing)


_BY_KIND: dict[str, tuple[_Votes, _Votes, _Votes, _Votes]] = {
    kind: (
        _votes(kind, tight=False, closed=False),
        _votes(kind, tight=True, closed=False),
        _votes(kind, tight=False, closed=True),
        _votes(kind, tight=True, closed=True),
    )
    for kind in (STOP, DOTTED, CALL, END, SMILE, ITEM, BREAK)
}
"""The rules that look at a kind of mark: before a blank, before none; so with closers."""


def decide(candidate: Candidate) -> tuple[str, bool]:
    """The name of the rule that decides, and whether the sentence ends here."""
    place = (2 if candidate.tail else 0) + (0 if candidate.gap else 1)
    for name, vote in _BY_KIND[candidate.kind][place]:
        said = vote(candidate)
        if said is not None:
            return name, said
    return END_MARK, True
