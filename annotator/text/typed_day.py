"""A date as a person types it into a field."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping

from annotator.text.reckoning import MONTHS
from annotator.text.wordbook import FALLBACK, codes, months_of
from annotator.text.words import key_of

_FORMS = (
    re.compile(r"(?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})"),
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})"),
    re.compile(r"(?P<m>\d{1,2})[./](?P<y>\d{4})"),
    re.compile(
        r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?: de| of)? (?P<name>[^\W\d_]{3,14})\.?,?(?: de| of)? (?P<y>\d{4})"
    ),
    re.compile(r"(?P<name>[^\W\d_]{3,14})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})"),
    re.compile(r"(?P<name>[^\W\d_]{3,14})\.?,?(?: de| of)? (?P<y>\d{4})"),
)
_TWO_WAYS = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_LONGEST = 40
_HOW = "write it like 2024-01-03, 3 Jan 2024, 2024-01 or 2024."


def typed_day(text: str) -> str:
    """The date as ``YYYY[-MM[-DD]]``; raises ``ValueError`` with one sentence otherwise."""
    typed = " ".join(text.split()) if len(text) <= 2 * _LONGEST else ""
    if slashes := _TWO_WAYS.fullmatch(typed):
        return _slashed(typed, *map(int, slashes.groups()))
    for form in _FORMS:
        if match := form.fullmatch(typed):
            return _canonical(*_parts(match.groupdict()))
    if not text.strip():
        raise ValueError(f"There is no date yet: {_HOW}")
    raise ValueError(f"“{text.strip()[:_LONGEST]}” is no date: {_HOW}")


def _parts(given: Mapping[str, str]) -> tuple[int, int | None, int | None]:
    """Year, month and day, as far as they were typed."""
    month = int(given["m"]) if "m" in given else None
    if "name" in given:
        month = _named(given["name"])
    return int(given["y"]), month, int(given["d"]) if "d" in given else None


def _slashed(typed: str, one: int, other: int, year: int) -> str:
    """A date with strokes, where it can be only one: 13/1/2024."""
    if max(one, other) <= 12 and min(one, other) > 0 and one != other:
        both = f"{one} {MONTHS[other]} or {other} {MONTHS[one]}"
        raise ValueError(f"“{typed}” could be {both}: {_HOW}")
    day, month = (one, other) if other <= 12 else (other, one)
    return _canonical(year, month, day)


def _named(name: str) -> int:
    """The month with this name in any language there is a wordbook of, English first."""
    key = key_of(name)
    for code in (FALLBACK, *codes()):
        if month := months_of(code).get(key, 0):
            return month
    raise ValueError(f"“{name}” is no month: {_HOW}")


def _canonical(year: int, month: int | None, day: int | None) -> str:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"{year} is no year that can be meant: {_HOW}")
    if month is None:
        return str(year)
    if not 1 <= month <= 12:
        raise ValueError(f"There is no month {month}: a year has 12.")
    if day is None:
        return f"{year}-{month:02}"
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        of_year = f" {year}" if month == 2 else ""
        name = f"{MONTHS[month]}{of_year}"
        raise ValueError(f"There is no {day} {name}: {name} has {days} days.")
    return f"{year}-{month:02}-{day:02}"
