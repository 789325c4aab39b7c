"""Moments as files write them, as ISO 8601 without parts of seconds."""

from __future__ import annotations

import re
from datetime import datetime

_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:T(?P<time>\d\d:\d\d)(?P<seconds>:\d\d)?(?:[.,]\d*)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)


def plain_moment(said: str) -> str:
    """The day, the time and the offset as far as they are said; empty for what is no moment.

    Seconds stand only where they say something.
    """
    found = _MOMENT.fullmatch(said.strip())
    if not found:
        return ""
    time, zone = found["time"], (found["zone"] or "").replace("Z", "+00:00")
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    seconds = "" if found["seconds"] in (None, ":00") else found["seconds"]
    moment = f"{found['day']}T{time}{seconds}{zone}" if time else found["day"]
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return ""
    return moment
