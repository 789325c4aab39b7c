"""Where a text speaks of a day, a month or a year, and in which words; worked out in ``days``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from annotator.text import dates_relative as relative
from annotator.text import dates_written as written
from annotator.text.mention import Found, Mention, stem
from annotator.text.wordbook import Wordbook
from annotator.text.words import Word

_Reader = Callable[[Sequence[Word], int, Wordbook], Found]

_OF_NUMBER = (
    written.numeric,
    written.clock,
    written.day_month,
    relative.ago,
    relative.past,
    written.year,
)


def mention_at(found: Sequence[Word], place: int, book: Wordbook) -> Found:
    """The time that is spoken of from that word on, or None."""
    for read in _readers(found[place], book):
        said = read(found, place, book)
        if said:
            return said
    return None


def mentions(found: Sequence[Word], book: Wordbook) -> Iterator[tuple[int, Mention]]:
    """All that is said of time, in order, apart, each with the place of its first word."""
    place = 0
    while place < len(found):
        said = mention_at(found, place, book)
        if said:
            yield place, said[0]
        place = said[1] if said else place + 1


def _readers(word: Word, book: Wordbook) -> Iterator[_Reader]:
    """What may begin with this word; most words begin nothing."""
    dates, key = book.dates, word.key
    if key in dates.phrases:
        yield relative.phrase
    if key in dates.span_of:
        yield relative.past
    if key in dates.ago_before:
        yield relative.ago
    if word.is_number:
        yield from _OF_NUMBER
    else:
        yield from _of_word(key, stem(word), book)


def _of_word(key: str, bare: str, book: Wordbook) -> Iterator[_Reader]:
    dates = book.dates
    if bare in dates.months:
        yield written.month
    elif bare in dates.weekdays:
        yield relative.weekday
    elif key in dates.last or key in dates.next or key in dates.this:
        yield from (relative.weekday, relative.named_month)
    elif key in dates.before:
        yield written.after_word
    elif key in book.numbers.small or key in book.numbers.tens:
        yield from (relative.ago, relative.past)
    if key in dates.other_months:
        yield written.other
