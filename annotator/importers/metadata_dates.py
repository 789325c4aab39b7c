"""Dates as web pages and mails write them for programs, in ISO 8601 and with their offset."""

from __future__ import annotations

import re
from datetime import date, datetime

_EARLIEST, _LATEST = 1500, 2200
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_MINUTES = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?!:)")


def iso_date(said: str) -> str:
    """A date in ISO 8601 or RFC 2822 as "2026-01-03T14:20:00+03:30" or "2026-01-03"; "" for any other.

    The offset stays as it was written, and where there is none, none is made up.
    """
    said = said.strip()
    if day := _DAY.match(said):
        return _day(*map(int, day.groups()))
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return _from_mail(said)
    if not _EARLIEST <= moment.year <= _LATEST:
        return ""
    if len(said) <= 10 and ":" not in said and "T" not in said:
        return moment.date().isoformat()
    return moment.isoformat(timespec="minutes" if _MINUTES.match(said) else "seconds")


def _day(year: int, month: int, day: int) -> str:
    try:
        found = date(year, month, day)
    except ValueError:
        return ""
    return found.isoformat() if _EARLIEST <= year <= _LATEST else ""


def _from_mail(said: str) -> str:
    """As "Sat, 03 Jan 2026 14:20:00 +0330", the way of mails and of headers of the web."""
    if not re.search(r"\d{4} \d{1,2}:\d{2}", said):
        return ""
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, IndexError, OverflowError):
        return ""
    return moment.isoformat(timespec="seconds") if _EARLIEST <= moment.year <= _LATEST else ""
