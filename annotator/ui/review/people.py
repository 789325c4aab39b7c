"""How people are called in Review: a name, "You", and the letters of their mark."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from annotator.domain.compare import ReviewSnapshot
from annotator.ui.review.view import Who
from annotator.ui.viewing import moment

_LAST = 253_402_000_000_000_000
"""Late in the year 9999: clocks may have said anything, and calendars end there."""


class People:
    """Who is who in one review; the marks are those of its columns."""

    def __init__(self, held: ReviewSnapshot, names: Mapping[str, str]) -> None:
        """``names``: person → name, of everybody who is mentioned."""
        self._me = held.viewer
        self._names = dict(names) | {c.analyst.id: c.analyst.name for c in held.columns}
        ids = (column.analyst.id for column in held.columns)
        self._marks = dict(zip(ids, held.initials, strict=True))

    def who(self, person: str) -> Who:
        """The person as a card names one."""
        if person == self._me:
            return Who(self._mark(person), "You", me=True)
        return Who(self._mark(person), self.name(person))

    def name(self, person: str) -> str:
        """The person's name; "you" in the middle of a sentence."""
        if person == self._me:
            return "you"
        return " ".join(self._names.get(person, "").split()) or "somebody"

    def short(self, person: str) -> str:
        """The letters of the person's mark; "you" for the viewer."""
        return "you" if person == self._me else self._mark(person)

    def _mark(self, person: str) -> str:
        """One or two letters; who has no column gets letters that no column has, if there are any."""
        if person in self._marks:
            return self._marks[person]
        name = self._names.get(person, "").strip() or "?"
        taken = set(self._marks.values())
        marks = (name[:1].upper(), name[:2].upper(), (name[:1] + name[-1:]).upper())
        return next((mark for mark in marks if mark not in taken), marks[0])


def when(at: int, today: date) -> str:
    """A moment (microseconds since 1970) in a conversation: "09:12", "yesterday 17:20", "4 Jan"."""
    at = min(max(at, 86_400_000_000), _LAST)
    local = datetime.fromtimestamp(at / 1_000_000).astimezone()
    if local.date() == today:
        return f"{local:%H:%M}"
    if local.date() == today - timedelta(days=1):
        return f"yesterday {local:%H:%M}"
    return moment(at, today)
