"""Days and moments as files write them, in ISO 8601 as the record of an article keeps them.

"2026-01-03", "2026-01-03T14:20+03:30", "2026-01-03T14:20:05". The offset stays as it was written,
and where there is none, none is made up; seconds stand only where they say something.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_EARLIEST, _LATEST = 1500, 2200
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_OF_A_MAIL = re.compile(r"\d{4} \d{1,2}:\d{2}")
_LONGEST = 200


def plain_moment(said: str) -> str:
    """What ISO 8601 or a mail's form says; "" for any other, and for years that are none of ours."""
    said = said.strip()
    if day := _DAY.match(said):
        return _day(*map(int, day.groups()))
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return mail_moment(said) if _OF_A_MAIL.search(said) else ""
    if len(said) <= len("2026-01-03") and "T" not in said and ":" not in said:
        return _day(moment.year, moment.month, moment.day)
    return in_iso(moment)


def mail_moment(said: str) -> str:
    """As "Sat, 03 Jan 2026 14:20:00 +0330", the way of mails and of the web's headers; "" for any other."""
    from email.utils import parsedate_to_datetime

    said = said[:_LONGEST]
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return ""
    # "-0000" says that the time is universal, and not where it was written.
    universal = moment.tzinfo is None and re.search(r"-0000\b", said)
    return in_iso(moment.replace(tzinfo=UTC) if universal else moment)


def in_iso(moment: datetime) -> str:
    """A moment that is known; "" where its year is none of ours, as of a clock that was never set."""
    if not _EARLIEST <= moment.year <= _LATEST:
        return ""
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def _day(year: int, month: int, day: int) -> str:
    try:
        found = date(year, month, day)
    except ValueError:
        return ""
    return found.isoformat() if _EARLIEST <= year <= _LATEST else ""
