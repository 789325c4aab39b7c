"""Days, months and years as they are written: "3 January 2024", "in 2020", "2024-01-03"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from annotator.domain.article import Span
from annotator.text.mention import MIDDLE, Form, Found, Mention, is_amount, key_at, spanned, stem
from annotator.text.wordbook import Wordbook
from annotator.text.wordlists import DateWords
from annotator.text.words import Word, adjacent

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_YEARS = re.compile(r"(1\d\d\d|20\d\d)-(\d{4}|\d\d)")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_DAY_ENDS = frozenset(("st", "nd", "rd", "th", "er", "º", "ª", "e"))
_MARKS = frozenset((".", ",", "،"))
_RECENT_YEAR = 1900


def numeric(found: Sequence[Word], place: int, book: Wordbook) -> Found:
    """Such as "2024-01-03", "3.1.2024", "13/1/2024", "2019-21"."""
    digits = found[place].text
    span = spanned(found, place, place + 1)
    if match := _ISO.fullmatch(digits):
        in_year, number, day = map(int, match.groups())
        return Mention(span, Form.DATE, in_year, number, day), place + 1
    if match := _DOTS.fullmatch(digits):
        day, number, in_year = map(int, match.groups())
        return Mention(span, Form.DATE, in_year, number, day), place + 1
    if match := _SLASHES.fullmatch(digits):
        return _slashed(span, match, book.dates), place + 1
    match = _YEARS.fullmatch(digits)
    return _years(span, match, place) if match else None


def _slashed(span: Span, match: re.Match[str], dates: DateWords) -> Mention:
    """The day is what cannot be the month; where both could be, the language tells, or nobody."""
    day, number, in_year = map(int, match.groups())
    if dates.month_first and max(day, number) <= 12 and day != number:
        return Mention(span, Form.OTHER)
    if number > 12:
        day, number = number, day
    return Mention(span, Form.DATE, in_year, number, day)


def _years(span: Span, match: re.Match[str], place: int) -> Found:
    year, until = int(match[1]), int(match[2])
    until += year // 100 * 100 if until < 100 else 0
    if not year < until <= year + 100:
        return None
    return Mention(span, Form.DATE, year, until=until), place + 1


def clock(found: Sequence[Word], place: int, book: Wordbook) -> Found:
    """Such as "10:30", "3 p.m."."""
    behind = book.dates.clock.at(found, place + 1)
    after = behind[1] if behind else place + 1
    digits = found[place].text
    short = behind is not None and digits.isdecimal() and len(digits) <= 2
    if not short and not _CLOCK.fullmatch(digits):
        return None
    while more := book.dates.clock.at(found, after):
        after = more[1]
    return Mention(spanned(found, place, after), Form.OTHER), after


def _day(found: Sequence[Word], place: int) -> tuple[int, int] | None:
    """A day of a month, "3", "3rd", "3.", and the place behind it."""
    digits = found[place].text if place < len(found) else ""
    if not digits.isdecimal() or len(digits) > 2 or not 1 <= int(digits) <= 31:
        return None
    after = place + 1
    if key_at(found, after) in _DAY_ENDS and adjacent(found, after):
        after += 1
    return int(digits), after


def between(found: Sequence[Word], place: int, dates: DateWords) -> int:
    """The place behind ".", "," and "of", "de" between the parts of a date."""
    if key_at(found, place) in _MARKS:
        place += 1
    while key_at(found, place) in dates.between and place < len(found):
        place += 1
    return place + 1 if key_at(found, place) in _MARKS else place


def _year_at(found: Sequence[Word], place: int) -> int:
    """The year that stands there, or 0."""
    digits = found[place].text if place < len(found) else ""
    year = int(digits) if len(digits) == 4 and digits.isdecimal() else 0
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else 0


def month_at(found: Sequence[Word], place: int, dates: DateWords) -> int:
    """The month that stands there, or 0."""
    if place >= len(found):
        return 0
    small = found[place].text.removeprefix(MIDDLE)[:1].islower()
    return 0 if dates.capital_dates and small else dates.months.get(stem(found[place]), 0)


def day_month(found: Sequence[Word], place: int, book: Wordbook) -> Found:
    """Such as "3 January", "3. Januar 2024", "3 de enero de 2024"."""
    day = _day(found, place)
    if day is None:
        return None
    at = between(found, day[1], book.dates)
    number = month_at(found, at, book.dates)
    if not number:
        return _other_month(found, place, at, book.dates)
    year_at = between(found, at + 1, book.dates)
    in_year = _year_at(found, year_at)
    after = year_at + 1 if in_year else at + 1
    return Mention(spanned(found, place, after), Form.DATE, in_year, number, day[0]), after


def _other_month(found: Sequence[Word], place: int, at: int, dates: DateWords) -> Found:
    """Such as "13 دی 1402": a day of another calendar."""
    if key_at(found, at) not in dates.other_months:
        return None
    after = at + 2 if key_at(found, at + 1).isdecimal() else at + 1
    return Mention(spanned(found, place, after), Form.OTHER), after


def other(found: Sequence[Word], place: int, book: Wordbook) -> Found:
    """Such as "دی 1402"; without a year such a word is mostly another."""
    year = key_at(found, place + 1)
    if not year.isdecimal() or len(year) != 4 or found[place].key not in book.dates.other_months:
        return None
    return Mention(spanned(found, place, place + 2), Form.OTHER), place + 2


def month(found: Sequence[Word], place: int, book: Wordbook) -> Found:
    """Such as "January 3, 2024", "October 2022"; alone it needs "in" or the like before it."""
    dates = book.dates
    number = month_at(found, place, dates)
    if not number:
        return None
    at = between(found, place + 1, dates)
    if in_year := _year_at(found, at):
        return Mention(spanned(found, place, at + 1), Form.DATE, in_year, number), at + 1
    day = _day(found, at) if dates.month_first else None
    if day and not is_amount(found, day[1], book):
        year_at = between(found, day[1], dates)
        in_year = _year_at(found, year_at)
        after = year_at + 1 if in_year else day[1]
        return Mention(spanned(found, place, after), Form.DATE, in_year, number, day[0]), after
    told = key_at(found, place - 1) in dates.before or found[place].key.startswith(MIDDLE)
    if found[place].key in dates.short or not told:
        return None
    return Mention(spanned(found, place, place + 1), Form.DATE, 0, number), place + 1


def after_word(found: Sequence[Word], place: int, book: Wordbook) -> Found:
    """Such as "in 2020", "since 1979"; not "around 2000 houses"."""
    at = place + 1
    number = _year_at(found, at)
    if not number or is_amount(found, at + 1, book):
        return None
    sure = found[place].key in book.dates.before_year
    if _counts_things(found, at + 1) and not sure:
        return None
    mention, after = _decade(found, at, number) or _one_year(found, at, number)
    return replace(mention, span=Span(found[place].start, mention.span.end)), after


def _decade(found: Sequence[Word], place: int, year: int) -> Found:
    """Such as "1990s"."""
    if key_at(found, place + 1) != "s" or not adjacent(found, place + 1):
        return None
    until = year + (99 if year % 100 == 0 else 9)
    return Mention(spanned(found, place, place + 2), Form.DATE, year, until=until), place + 2


def _one_year(found: Sequence[Word], place: int, year: int) -> tuple[Mention, int]:
    """A year, or two with a dash between them: "2019–2021"."""
    until = _year_at(found, place + 2) if key_at(found, place + 1) in {"–", "—", "-"} else 0
    after = place + 3 if until > year else place + 1
    until = until if until > year else 0
    return Mention(spanned(found, place, after), Form.DATE, year, until=until), after


def year(found: Sequence[Word], place: int, book: Wordbook) -> Found:
    """A year with nothing before it that tells: "the 1979 revolution", "2020 was"."""
    number = _year_at(found, place)
    if not number or adjacent(found, place) or is_amount(found, place + 1, book):
        return None
    if decade := _decade(found, place, number):
        return decade
    if place + 1 < len(found) and adjacent(found, place + 1) and not found[place + 1].is_mark:
        return None
    named = place + 1 < len(found) and found[place + 1].capital
    told = key_at(found, place - 1) in book.dates.articles or (named and place > 0)
    if _counts_things(found, place + 1) or not (told or number >= _RECENT_YEAR):
        return None
    return _one_year(found, place, number)


def _counts_things(found: Sequence[Word], place: int) -> bool:
    """Whether a small word in the plural follows: "1500 soldiers"."""
    if place >= len(found):
        return False
    key = found[place].key
    plural = key.endswith("s") and not key.endswith("ss") and len(key) > 3
    return plural and found[place].text[0].islower()
