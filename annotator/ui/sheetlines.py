"""What the shortcut sheet says, made from ``ACTIONS`` alone: pure values, no Qt.

Actions that share a line ("tag and stay") share its keys too: their modifiers
stand once, then a plus, then what differs. An action without a key has no line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from annotator.domain.tags import Standing
from annotator.ui.action import ActionRow, Group
from annotator.ui.actions import ACTIONS
from annotator.ui.views import View

_HEAD = 2
"""A group's heading and the gap before it, in lines."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line: ``held`` are modifiers pressed with each of ``keys``; empty: each key alone."""

    group: Group
    text: str
    held: str
    keys: tuple[str, ...]
    standing: Standing | None = None
    view: View | None = None
    """The view that has these keys; None: every view."""

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys as they are shown: a row of digits by its first and its last."""
        if len(self.keys) > 2 and all(key.isdecimal() for key in self.keys):
            return (self.keys[0], "to", self.keys[-1])
        return self.keys

    @property
    def spoken(self) -> str:
        """How a screen reader says it: "next claim: J or Down"."""
        shown = self.shown
        if "to" in shown:
            return f"{self.text}: {self.held}{' '.join(shown)}"
        return f"{self.text}: {' or '.join(self.held + key for key in shown)}"

    def matches(self, query: str) -> bool:
        """One character asks for a key; more are words of the line, its group or its keys."""
        query = query.strip().casefold()
        if len(query) == 1:
            return query in (key.rpartition("+")[2].casefold() or "+" for key in self.keys)
        said = f"{self.text} {self.group} {self.spoken}".casefold()
        return all(word in said for word in query.split())


def sheet_lines(rows: Iterable[ActionRow] = ACTIONS) -> list[SheetLine]:
    """The lines of the sheet, in the table's order."""
    shared: dict[tuple[Group, str], list[ActionRow]] = {}
    for row in rows:
        if row.keys:
            shared.setdefault((row.group, row.sheet or row.label), []).append(row)
    lines = [_line(group, text, of) for (group, text), of in shared.items()]
    return sorted(lines, key=lambda line: list(Group).index(line.group))


def columns(lines: Sequence[SheetLine], count: int) -> list[list[Group]]:
    """The groups in ``count`` columns, in order, the highest column as low as it can be."""
    groups = list(dict.fromkeys(line.group for line in lines))
    count = min(count, len(groups))
    if count == 0:
        return []

    def cut(at: tuple[int, ...]) -> list[list[Group]]:
        edges = (0, *at, len(groups))
        return [groups[a:b] for a, b in pairwise(edges)]

    def height(column: list[Group]) -> int:
        return sum(_HEAD + sum(line.group is group for line in lines) for group in column)

    def worth(found: list[list[Group]]) -> tuple[int, list[int]]:
        heights = [height(column) for column in found]
        return max(heights), [-high for high in heights]

    return min(map(cut, combinations(range(1, len(groups)), count - 1)), key=worth)


def _line(group: Group, text: str, rows: list[ActionRow]) -> SheetLine:
    view = rows[0].view
    if len(rows) == 1:
        return SheetLine(group, _words(text), "", _shown(rows[0]), rows[0].standing, view)
    keys = tuple(row.keys[0] for row in rows)
    held = {_held(key) for key in keys}
    if len(held) == 1:
        modifiers = held.pop()
        keys = tuple(key.removeprefix(modifiers) for key in keys)
        return SheetLine(group, _words(text), modifiers, keys, None, view)
    return SheetLine(group, _words(text), "", keys, None, view)


def _shown(row: ActionRow) -> tuple[str, ...]:
    """The first key, and the others that are one key only: J and ↓, but not / and Ctrl+F."""
    return (row.keys[0], *(key for key in row.keys[1:] if not _held(key) and row.bare))


def _held(key: str) -> str:
    """The modifiers of a key with their plus: "Ctrl+Shift+" of "Ctrl+Shift+Z", "Ctrl+" of "Ctrl++"."""
    return key[: key[:-1].rfind("+") + 1]


def _words(text: str) -> str:
    return text.removesuffix("…")
