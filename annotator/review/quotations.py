"""The words of a claim as they are compared, and how much of one text stands in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from annotator.domain.article import Span


def quotation(text: str, span: Span) -> str:
    """The claim's characters, each run of blanks as one space; nothing else is folded."""
    return " ".join(text[span[0] : span[1]].split())


def quotations(text: str, claims: Iterable[Span]) -> Counter[str]:
    """Each quotation of these claims, and how often it stands there."""
    return Counter(quotation(text, span) for span in claims)


def middles(here: str, there: str) -> tuple[int, int]:
    """How many characters two quotations begin and end with alike, in whole words.

    What remains between begins and ends with a blank, or where the quotation does.
    """
    head = _common(here, there)
    if not {here[head : head + 1], there[head : head + 1]} <= {"", " "}:
        head = max(here.rfind(" ", 0, head), 0)
    tail = _common(here[head:][::-1], there[head:][::-1])
    begin = here.find(" ", len(here) - tail)
    return head, len(here) - begin if begin >= 0 else 0


def _common(here: str, there: str) -> int:
    low, high = 0, min(len(here), len(there))
    while low < high:
        middle = (low + high + 1) // 2
        if here[low:middle] == there[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def shared(here: Counter[str], there: Counter[str]) -> float:
    """The share of the smaller text's claims whose quotation stands in the other, 0 to 1.

    A sentence that stands twice here and once there is shared once. 0 where either
    has no claim. The same whichever text comes first. Who looks through a library for
    the article that a newcomer is another copy of counts the newcomer's quotations once.
    """
    smaller = min(here.total(), there.total())
    return (here & there).total() / smaller if smaller else 0.0
