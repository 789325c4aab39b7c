"""What a time that was said amounts to in the calendar, and by which rule."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from annotator.text.mention import Form, Mention

MONTHS = tuple(calendar.month_name)
"""English names whatever the machine speaks; the first is empty."""

WEEKDAYS = tuple(calendar.day_name)

RECENT = 3
"""So many years (months, weeks, days) back "in recent years" is read: nobody can know."""


class Reckoned(NamedTuple):
    """From the first to the last day, both included; in words; and the rule as a sentence."""

    first: date
    last: date
    says: str
    rule: str


def in_words(day: date) -> str:
    """Such as "Wednesday 3 January 2024"."""
    return f"{WEEKDAYS[day.weekday()]} {plain(day)}"


def plain(day: date) -> str:
    """Such as "3 January 2024"."""
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def written_out(mention: Mention) -> Reckoned:
    """A time with its year. Raises ``ValueError`` for a day the calendar has not."""
    year, month = mention.year, mention.month
    if mention.day:
        day = date(year, month, mention.day)
        return Reckoned(day, day, in_words(day), f"Written out; {_fits(day, mention.weekday)}")
    if month:
        return _month(year, month, "Written out.")
    until = mention.until or year
    says = f"{year} to {until}" if until > year else str(year)
    return Reckoned(date(year, 1, 1), date(until, 12, 31), says, "Written out.")


def told_from(published: date, mention: Mention, *, ahead: bool) -> Reckoned:
    """A time that has to be told from the day of publication; ``ahead``: it is to come.

    Raises ``ValueError`` or ``OverflowError`` where the calendar has no such day.
    """
    if mention.form is Form.WEEKDAY:
        return _weekday(published, mention, ahead=ahead)
    if mention.form is Form.SHIFT:
        return _SHIFTS[mention.period](published, mention.shift)
    if mention.form in (Form.RECENT, Form.PAST):
        return _up_to(published, mention)
    if mention.day:
        return _day_of_year(published, mention, ahead=ahead)
    return _month_of_year(published, mention, ahead=ahead)


def _fits(day: date, stated: int) -> str:
    """Which weekday it was, and whether the text says so too."""
    was = f"{plain(day)} was a {WEEKDAYS[day.weekday()]}"
    if stated < 0:
        return f"{was}."
    return f"{was}, as stated." if stated == day.weekday() else f"{was}, not a {WEEKDAYS[stated]}."


def _weekday(published: date, mention: Mention, *, ahead: bool) -> Reckoned:
    name = WEEKDAYS[mention.weekday]
    if mention.period:
        days = mention.weekday - published.weekday() + 7 * mention.shift
        rule = f"The {name} of that week, told from {_of(published)}."
    elif mention.shift > 0:
        days = (mention.weekday - published.weekday() - 1) % 7 + 1
        rule = f"The first {name} after {_of(published)}."
    elif mention.shift < 0:
        days = -((published.weekday() - mention.weekday - 1) % 7 + 1)
        rule = f"The last {name} before {_of(published)}; some mean the one before."
    elif ahead:
        days = (mention.weekday - published.weekday()) % 7
        rule = f"The first {name} on or after {_of(published)}: it is to come."
    else:
        days = -((published.weekday() - mention.weekday) % 7)
        rule = f"The last {name} on or before {_of(published)}."
    day = published + timedelta(days)
    return Reckoned(day, day, in_words(day), rule)


def _of(published: date) -> str:
    return f"{plain(published)}, the day of publication"


def _day_of_year(published: date, mention: Mention, *, ahead: bool) -> Reckoned:
    """A day without its year; 29 February is looked for where it is."""
    step = 1 if ahead else -1
    which = "first such day on or after" if ahead else "last such day on or before"
    for years in range(9):
        try:
            day = date(published.year + step * years, mention.month, mention.day)
        except ValueError:
            continue
        if (day - published).days * step >= 0:
            rule = f"The {which} {_of(published)}; {_fits(day, mention.weekday)}"
            return Reckoned(day, day, in_words(day), rule)
    raise ValueError("no year has this day")


def _month_of_year(published: date, mention: Mention, *, ahead: bool) -> Reckoned:
    """A month without its year. "Last" and "next" leave the month of publication out."""
    name, gap = MONTHS[mention.month], mention.month - published.month
    if mention.shift > 0 or (ahead and not mention.shift):
        year = published.year + (gap < 0 or (gap == 0 and mention.shift > 0))
        rule = f"The first {name} from {_of(published)}, on."
    else:
        year = published.year - (gap > 0 or (gap == 0 and mention.shift < 0))
        rule = f"The last {name} up to {_of(published)}."
    return _month(year, mention.month, rule)


def _month(year: int, month: int, rule: str, about: str = "") -> Reckoned:
    last = calendar.monthrange(year, month)[1]
    says = f"{about}{MONTHS[month]} {year}"
    return Reckoned(date(year, month, 1), date(year, month, last), says, rule)


def _counted(published: date, shift: int, period: str) -> str:
    """The rule: "Two weeks" is not worth a list of number words, so digits."""
    many = f"{abs(shift)} {period}{'s' if abs(shift) != 1 else ''}"
    if not shift:
        return f"The {period} of {_of(published)}."
    return f"{many} {'before' if shift < 0 else 'after'} {_of(published)}."


def _days(published: date, shift: int) -> Reckoned:
    day = published + timedelta(shift)
    return Reckoned(day, day, in_words(day), _counted(published, shift, "day"))


def _weeks(published: date, shift: int) -> Reckoned:
    first = published - timedelta(published.weekday()) + timedelta(7 * shift)
    last = first + timedelta(6)
    says = _about(shift) + _from_to(first, last)
    rule = f"{_counted(published, shift, 'week')[:-1]}, Monday to Sunday."
    return Reckoned(first, last, says, rule)


def _months(published: date, shift: int) -> Reckoned:
    year, month = _shifted(published, shift)
    return _month(year, month, _counted(published, shift, "month"), _about(shift))


def _years(published: date, shift: int) -> Reckoned:
    year = published.year + shift
    says = f"{_about(shift)}{year}"
    rule = _counted(published, shift, "year")
    return Reckoned(date(year, 1, 1), date(year, 12, 31), says, rule)


def _decades(published: date, shift: int) -> Reckoned:
    year = published.year + 10 * shift
    rule = _counted(published, shift, "decade")
    return Reckoned(date(year - 2, 1, 1), date(year + 2, 12, 31), f"about {year}", rule)


_SHIFTS = {"day": _days, "week": _weeks, "month": _months, "year": _years, "decade": _decades}


def _about(shift: int) -> str:
    """Nobody who says "three weeks ago" has counted the days; "last week" is exact."""
    return "about " if abs(shift) > 1 else ""


def _shifted(published: date, months: int) -> tuple[int, int]:
    """The year and month so many months away."""
    count = published.year * 12 + published.month - 1 + months
    return count // 12, count % 12 + 1


def _up_to(published: date, mention: Mention) -> Reckoned:
    """A stretch that ends with the day of publication: "recent", or so many periods."""
    recent = mention.form is Form.RECENT
    count = RECENT if recent else -mention.shift
    period, about = mention.period, "about " if recent else ""
    if period in ("year", "decade"):
        years = count * (10 if period == "decade" else 1)
        first = date(published.year - years, 1, 1)
        says = f"{about}{first.year} to {published.year}"
    elif period == "month":
        first = date(*_shifted(published, -count), 1)
        says = f"{about}{_from_month(first, published)}"
    else:
        first = published - timedelta(count * (7 if period == "week" else 1))
        says = f"{about}{_from_to(first, published)}"
    many = f"{count} {period}{'s' if count > 1 else ''}"
    what = f"“Recent” read as {many}" if recent else many
    return Reckoned(first, published, says, f"{what} up to {_of(published)}.")


def _from_month(first: date, last: date) -> str:
    year = "" if first.year == last.year else f" {first.year}"
    return f"{MONTHS[first.month]}{year} to {MONTHS[last.month]} {last.year}"


def _from_to(first: date, last: date) -> str:
    """Such as "25 to 31 December 2023", "28 December 2023 to 4 January 2024"."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {plain(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month]} to {plain(last)}"
    return f"{plain(first)} to {plain(last)}"
