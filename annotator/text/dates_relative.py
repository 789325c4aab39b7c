"""Times that are told from a day one has to know: "Wednesday", "last month", "two days ago"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotator.domain.article import Span
from annotator.text import dates_written as written
from annotator.text.figures import figure_at
from annotator.text.mention import Form, Found, Mention, key_at, spanned, stem
from annotator.text.wordbook import Wordbook
from annotator.text.wordlists import DateWords, Phrases
from annotator.text.words import Word

_MOST = 9999
"""No calendar goes further back."""


def phrase(found: Sequence[Word], place: int, book: Wordbook) -> Found:
    """What a language says in so many words: "yesterday", "last month", "in recent years"."""
    said = book.dates.phrases.at(found, place)
    if said is None:
        return None
    what, after = said
    span = spanned(found, place, after)
    first, _, rest = what.partition(" ")
    if first == "week" and after < len(found) and _is_weekday(found[after], book.dates):
        return _of_week(found, place, after + 1, found[after], int(rest), book)
    if first == "recent":
        return Mention(span, Form.RECENT, period=rest), after
    if first == "past":
        count, _, period = rest.partition(" ")
        return Mention(span, Form.PAST, shift=-int(count), period=period), after
    return Mention(span, Form.SHIFT, shift=int(rest), period=first), after


def ago(found: Sequence[Word], place: int, book: Wordbook) -> Found:
    """Such as "two days ago", "vor zwei Tagen"."""
    return _counted(found, place, book, Form.SHIFT, (book.dates.ago_before, book.dates.ago))


def past(found: Sequence[Word], place: int, book: Wordbook) -> Found:
    """Such as "the past five years", "los cinco años pasados"."""
    return _counted(found, place, book, Form.PAST, (book.dates.span_of, book.dates.span_after))


def _counted(
    found: Sequence[Word],
    place: int,
    book: Wordbook,
    form: Form,
    told_by: tuple[Phrases[str], Phrases[str]],
) -> Found:
    """A number of periods, with words before it, in it or behind it that tell what they are."""
    before = told_by[0].at(found, place)
    at = before[1] if before else place
    figure = figure_at(found, at, book) if at < len(found) else None
    if figure is None or figure.value is None or figure.ordinal or figure.value % 1:
        return None
    amid = told_by[1].at(found, figure.after)
    after = amid[1] if amid else figure.after
    period = book.dates.periods.get(key_at(found, after))
    if period is None or not 0 < figure.value <= _MOST:
        return None
    after += 1
    if before is None and amid is None:
        behind = told_by[1].at(found, after)
        if behind is None:
            return None
        after = behind[1]
    span = spanned(found, place, after)
    return Mention(span, form, shift=-int(figure.value), period=period), after


def weekday(found: Sequence[Word], place: int, book: Wordbook) -> Found:
    """Such as "Wednesday", "last Tuesday", "mercredi dernier", "Wednesday, January 3"."""
    dates = book.dates
    shift, at = _which(found, place, dates)
    if at >= len(found) or not _is_weekday(found[at], dates):
        return None
    day = dates.weekdays[stem(found[at])]
    date_at = written.between(found, at + 1, dates)
    for read in (written.numeric, written.day_month, written.month):
        dated = read(found, date_at, book) if date_at < len(found) else None
        if dated and dated[0].form is Form.DATE and dated[0].day:
            span = Span(found[place].start, dated[0].span.end)
            return replace(dated[0], span=span, weekday=day), dated[1]
    if found[at].key in dates.short:
        return None
    after = at + 1
    week = book.dates.phrases.at(found, written.between(found, after, book.dates))
    if at == place and week and week[0].startswith("week "):
        shift = int(week[0].removeprefix("week "))
        return _of_week(found, place, week[1], found[at], shift, book)
    if at == place:
        behind, end = _which(found, after, dates)
        if (
            behind
            and key_at(found, end) not in dates.periods
            and not written.month_at(found, end, dates)
        ):
            shift, after = behind, end
    return Mention(spanned(found, place, after), Form.WEEKDAY, weekday=day, shift=shift), after


def _of_week(
    found: Sequence[Word], place: int, after: int, word: Word, shift: int, book: Wordbook
) -> Found:
    """Such as "Wednesday of last week"."""
    day, span = book.dates.weekdays[stem(word)], spanned(found, place, after)
    return Mention(span, Form.WEEKDAY, weekday=day, shift=shift, period="week"), after


def _is_weekday(word: Word, dates: DateWords) -> bool:
    return stem(word) in dates.weekdays and (word.capital or not dates.capital_dates)


def _which(found: Sequence[Word], place: int, dates: DateWords) -> tuple[int, int]:
    """-1 for "last", 1 for "next", else 0, and the place behind the word."""
    key = key_at(found, place)
    for shift, listed in ((-1, dates.last), (1, dates.next), (0, dates.this)):
        if key in listed:
            return shift, place + 1
    return 0, place


def named_month(found: Sequence[Word], place: int, book: Wordbook) -> Found:
    """Such as "last October", "next March"."""
    shift, at = _which(found, place, book.dates)
    month = written.month_at(found, at, book.dates)
    if at == place or not month or found[at].key in book.dates.short:
        return None
    return Mention(spanned(found, place, at + 1), Form.DATE, 0, month, shift=shift), at + 1
