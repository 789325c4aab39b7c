"""When an article was published or updated, as a person types it: a day, or a moment with its zone.

Kept is ISO 8601: "2026", "2026-01", "2026-01-03", "2026-01-03T14:20+03:30". A time whose zone
nobody knows stays without one; it is never taken for this machine's.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, timezone

from annotator.desk.said import read_day
from annotator.desk.words import kept_line
from annotator.domain.errors import AnnotatorError

_TIME = re.compile(
    r"(?P<day>.*\d)(?:T|,?\s+)(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>.*)",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+\-\u2212])\s*(\d{1,2})(?::?(\d\d))?", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?=\S*\d|\S+\s+\d)", re.IGNORECASE
)
_FARTHEST = timedelta(hours=14)
"""No clock on Earth is farther ahead of UTC."""
_HOW = "write it like 2026-01-03 14:20 +03:30, 2026-01-03T14:20Z or 3 Jan 2026 14:20 Asia/Tehran."


def read_moment(typed: str, now: datetime | None = None) -> str:
    """The day or moment as it is kept. Raises AnnotatorError with one sentence for any other."""
    line = _WEEKDAY.sub("", kept_line(typed, "The time"), count=1)
    found = _TIME.fullmatch(line)
    if found is None:
        return read_day(line, (now or datetime.now().astimezone()).date())
    day = read_day(found["day"], (now or datetime.now().astimezone()).date())
    if len(day) < len("2026-01-03"):
        raise AnnotatorError(f"“{line[:40]}” is a time without its day: {_HOW}")
    at = datetime.combine(datetime.fromisoformat(day).date(), _clock(found, line))
    at = at.replace(tzinfo=_zone(found["zone"].strip(), at))
    return at.isoformat(timespec="seconds" if at.second else "minutes")


def is_to_come(kept: str, now: datetime | None = None) -> bool:
    """Whether a day or moment that ``read_moment`` gave lies ahead of now, wherever it was."""
    now = now or datetime.now().astimezone()
    if "T" not in kept:
        return kept > now.date().isoformat()[: len(kept)]
    at = datetime.fromisoformat(kept)
    return (at if at.tzinfo else at.replace(tzinfo=timezone(_FARTHEST))) > now


def _clock(found: re.Match[str], line: str) -> time:
    hour, half = int(found["hour"]), (found["half"] or "")[:1].lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 24
    try:
        return time(hour, int(found["minute"]), int(found["second"] or 0))
    except ValueError:
        raise AnnotatorError(f"No clock shows the time in “{line[:40]}”: {_HOW}") from None


def _zone(words: str, at: datetime) -> timezone | None:
    """The offset from UTC that holds at that moment in that zone; None where none was typed."""
    if not words:
        return None
    if words.upper() in ("Z", "UTC", "GMT"):
        return UTC
    if offset := _OFFSET.fullmatch(words):
        sign = 1 if offset[1] == "+" else -1
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        if ahead > _FARTHEST or int(offset[3] or 0) > 59:
            raise AnnotatorError(f"No place is {words} from UTC: {_HOW}")
        return timezone(sign * ahead)
    return _named(words, at)


def _named(words: str, at: datetime) -> timezone:
    """The zone of this name in the system's list: "Asia/Tehran", or its city alone."""
    import zoneinfo  # reads a folder of files, which few times need

    wanted = re.sub(r"\s+time$", "", words, flags=re.IGNORECASE).replace(" ", "_").casefold()
    names = {name.casefold(): name for name in zoneinfo.available_timezones()}
    cities = sorted(name for name in names if "/" in name and name.endswith(f"/{wanted}"))
    known = names.get(wanted) if "/" in wanted else names.get(cities[0]) if cities else None
    offset = zoneinfo.ZoneInfo(known).utcoffset(at) if known else None
    if offset is None:
        raise AnnotatorError(f"“{words[:40]}” is no time zone that is known here: {_HOW}")
    return timezone(offset)
