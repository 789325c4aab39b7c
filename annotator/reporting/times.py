"""Moments in words. A moment is microseconds since 1970, UTC, as clocks said it; 0 is none."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from annotator.reporting.labels import ENGLISH, labels

_SECOND = 1_000_000
_MINUTE = 60 * _SECOND
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST = (datetime.min.replace(tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)
_LAST = (datetime.max.replace(tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Labels, in the order of the year."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_TIME = re.compile(r"T(\d\d:\d\d)(?::\d\d)?(Z|([+-])(\d\d):(\d\d))?")


@lru_cache(maxsize=4096)
def iso(moment: int) -> str:
    """ISO 8601 with all six digits: "2024-01-04T10:42:07.000000Z"."""
    return f"{_at(moment).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def seconds(moment: int) -> str:
    """ISO 8601 to the second, as HTML takes it: "2024-01-04T10:42:07Z"."""
    return _seconds(moment // _SECOND)


def shown(moment: int, language: str = ENGLISH) -> str:
    """As people read it: "4 Jan 2024, 10:42 UTC"."""
    return _shown(moment // _MINUTE, language)


def shown_date(moment: int, language: str = ENGLISH) -> str:
    """Its day alone: "4 Jan 2024"."""
    return _shown_date(moment // (24 * 60 * _MINUTE), language)


@lru_cache(maxsize=4096)
def _seconds(second: int) -> str:
    """Many moments of one report lie in the same second, and more in one minute: each is told once."""
    return f"{iso(second * _SECOND)[:19]}Z"


@lru_cache(maxsize=4096)
def _shown(minute: int, language: str) -> str:
    at, t = _at(minute * _MINUTE), labels(language)
    return t("{day}, {time} UTC", day=_day(at, language), time=f"{at:%H:%M}")


@lru_cache(maxsize=4096)
def _shown_date(day: int, language: str) -> str:
    return _day(_at(day * 24 * 60 * _MINUTE), language)


@lru_cache(maxsize=4096)
def shown_day(text: str, language: str = ENGLISH) -> str:
    """A day given as "2024-01-04" in words; anything else stays as it was given.

    With its time it is "4 Jan 2024, 14:20 UTC+3:30", and without "UTC" where no zone is known.
    """
    found = _DAY.match(text)
    try:
        day = _day(date(*map(int, found.groups())), language) if found else text
    except ValueError:
        return text
    at = _TIME.fullmatch(text, found.end()) if found else None
    if at is None:
        return day
    clock, zone, sign, hours, minutes = at.groups()
    if not zone:
        return f"{day}, {clock}"
    utc = labels(language)("{day}, {time} UTC", day=day, time=clock)
    ahead = f"{int(hours or 0)}" + (f":{minutes}" if minutes not in (None, "00") else "")
    return utc if ahead == "0" else f"{utc}{'−' if sign == '-' else '+'}{ahead}"


def _at(moment: int) -> datetime:
    """A clock may have said anything: what no calendar holds becomes its first or last day."""
    return _EPOCH + timedelta(microseconds=min(max(moment, _FIRST), _LAST))


def _day(day: date, language: str) -> str:
    t = labels(language)
    month = t(MONTHS[day.month - 1])
    return t("{day} {month} {year}", day=day.day, month=month, year=day.year)
