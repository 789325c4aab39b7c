"""A time that a text speaks of, and the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.article import Span
from annotator.text.wordbook import Wordbook
from annotator.text.words import Word


class Form(StrEnum):
    """What was said of the time."""

    DATE = "date"
    """A day, as far as it is said: "3 January", "October 2022", "2020", "October"."""
    WEEKDAY = "weekday"
    SHIFT = "shift"
    """So many periods before or after: "yesterday", "last month", "two days ago"."""
    RECENT = "recent"
    """Periods nobody counted: "in recent years"."""
    PAST = "past"
    """So many periods up to now: "the past five years"."""
    OTHER = "other"
    """A time that is not worked out: "10:30 a.m.", a month of another calendar."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A time as it is said. What is not said is 0; ``weekday`` is -1, or 0 for Monday.

    ``until`` is the last year of several ("2019-21", "the 1990s"). ``shift`` counts
    ``period``s; of a weekday or month -1 is "last", 1 "next", and
    with ``period`` it is that of a week so far away.
    """

    span: Span
    form: Form
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = -1
    until: int = 0
    shift: int = 0
    period: str = ""


Found = tuple[Mention, int] | None
"""What is said there, and the place of the word behind it."""


MIDDLE = "mid-"


def stem(word: Word) -> str:
    """The word without what stands behind an apostrophe ("Ocak'ta"), and without "mid-"."""
    return word.key.partition("'")[0].removeprefix(MIDDLE)


def spanned(found: Sequence[Word], first: int, after: int) -> Span:
    """From the first word to the one before ``after``, without what an apostrophe adds to it."""
    last = found[after - 1]
    bare = re.match("[^'’]+", last.text)
    return Span(found[first].start, last.start + bare.end() if bare else last.end)


def key_at(found: Sequence[Word], place: int) -> str:
    """The key of the word there; nothing before the first and behind the last."""
    return found[place].key if 0 <= place < len(found) else ""


def is_amount(found: Sequence[Word], place: int, book: Wordbook) -> bool:
    """Whether a number before that word counts something, and is no day or year."""
    if place >= len(found):
        return False
    return book.units.at(found, place) is not None or found[place].key in book.numbers.counted
