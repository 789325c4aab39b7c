"""The story of an article as rows: when, who, which claim, what."""

from __future__ import annotations

from datetime import date, datetime

from annotator.desk.story import StoryLine
from annotator.domain.assessment import Analyst
from annotator.ui.lists.model import Column, ListModel


def at_words(at: int, today: date | None = None) -> str:
    """When something happened (microseconds since 1970), to the minute: "today 10:42"."""
    local = datetime.fromtimestamp(at / 1_000_000).astimezone()
    now = today or datetime.now().astimezone().date()
    if local.date() == now:
        return f"today {local:%H:%M}"
    year = "" if local.year == now.year else f" {local.year}"
    return f"{local.day} {local:%b}{year} {local:%H:%M}"


def who(line: StoryLine) -> str:
    return "you" if line.mine else line.analyst.name


def does(line: StoryLine) -> str:
    return f"{line.does} (taken back)" if line.taken_back else line.does


def _place(line: StoryLine) -> tuple[int, int]:
    """By where the first claim lies; what concerns the whole article comes first."""
    return (line.spans[0].start, -line.spans[0].end) if line.spans else (-1, 0)


COLUMNS: tuple[Column[StoryLine], ...] = (
    Column("What", does, lambda line: line.does.casefold(), 420),
    Column("Claim", lambda line: line.where, _place, 300),
    Column("Who", who, lambda line: who(line).casefold(), 140),
    Column("When", lambda line: at_words(line.at), lambda line: line.at, 140),
)


def new_model() -> ListModel[StoryLine]:
    return ListModel(COLUMNS, lambda line: f"{line.does} {line.where} {who(line)}")


def people(lines: list[StoryLine], known: tuple[Analyst, ...]) -> tuple[Analyst, ...]:
    """Who did any of it, those that are known already first."""
    found = {one.id: one for one in known}
    for line in lines:
        found.setdefault(line.analyst.id, line.analyst)
    return tuple(found.values())
