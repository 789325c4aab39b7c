"""The claims of the queue, under their headings; rows are made only for what shows."""

from __future__ import annotations

from bisect import bisect_left

from annotator.domain.tags import ROW
from annotator.ui.review.lines import STEP, Kind, Line, LineModel
from annotator.ui.review.queueview import QueueGroup, QueueRow, QueueView

FEW = 4
"""So many hidden claims are named by their numbers."""


class ClaimLines(LineModel):
    """The queue of the article in hand; a long group shows those round the claim in hand."""

    def __init__(self) -> None:
        super().__init__()
        self._view: QueueView | None = None
        self._groups: dict[str, QueueGroup] = {}
        self._unfolded: dict[str, int] = {}
        self._rows: dict[int, QueueRow] = {}

    @property
    def current(self) -> int | None:
        """The claim in hand, by index."""
        return None if self._view is None else self._view.current

    def show(self, view: QueueView | None) -> None:
        """Takes another view; lines that stay keep their place."""
        if view is None or self._view is None or view.article != self._view.article:
            self._unfolded = {}
        self._view = view
        self._rows = {}
        self._groups = {group.key: group for group in view.groups} if view else {}
        self._put(self._wanted())

    def unfold(self, line: Line) -> None:
        self._unfolded[line.group] = self._unfolded.get(line.group, 0) + STEP
        self._put(self._wanted())

    def row(self, index: int) -> QueueRow:
        """The line of a claim."""
        assert self._view is not None, "there are lines, so there is a view"
        if index not in self._rows:
            self._rows[index] = self._view.row(index)
        return self._rows[index]

    def group(self, line: Line) -> QueueGroup:
        return self._groups[line.group]

    def place_of_current(self) -> int | None:
        """Which line is the claim in hand, or None where it does not show."""
        for place, line in enumerate(self._lines):
            if line.kind is Kind.CLAIM and line.at == self.current:
                return place
        return None

    def words(self, line: Line) -> str:
        if line.kind is Kind.HEAD:
            return self.group(line).name
        if line.kind is Kind.MORE:
            return self._more(line)
        if line.kind is Kind.EMPTY:
            return self._view.empty if self._view else ""
        return self.row(line.at).words

    def spoken(self, line: Line) -> str:
        if line.kind is Kind.HEAD:
            return f"{self.words(line)}, {len(self.group(line).indices):,}"
        return spoken(self.row(line.at)) if line.kind is Kind.CLAIM else self.words(line)

    def tip(self, line: Line) -> str:
        if line.kind is not Kind.CLAIM:
            return ""
        row = self.row(line.at)
        return "\n".join(filter(None, (row.words, row.full)))

    def window(self, group: QueueGroup) -> tuple[int, int]:
        """Which of a group's claims show, as places in it: those round the claim in hand."""
        count, most = len(group.indices), group.most + self._unfolded.get(group.key, 0)
        if count <= most + 1:
            # "and 1 more" would take as much room as that one.
            return 0, count
        place = self._place_in(group)
        if place is None or place < most:
            return 0, most
        start = min(place - most // 2, count - most)
        return start, start + most

    def _wanted(self) -> list[Line]:
        lines: list[Line] = []
        for group in self._groups.values():
            lines.append(Line(Kind.HEAD, group.key))
            start, end = self.window(group)
            if start:
                lines.append(Line(Kind.MORE, group.key, -1))
            lines += (Line(Kind.CLAIM, group.key, index) for index in group.indices[start:end])
            if end < len(group.indices):
                lines.append(Line(Kind.MORE, group.key, 1))
        listed = any(group.indices for group in self._groups.values())
        if self._view is not None and self._view.empty and not listed:
            lines.append(Line(Kind.EMPTY, ""))
        return lines

    def _place_in(self, group: QueueGroup) -> int | None:
        if self.current is None:
            return None
        place = bisect_left(group.indices, self.current)
        found = place < len(group.indices) and group.indices[place] == self.current
        return place if found else None

    def _more(self, line: Line) -> str:
        group = self.group(line)
        start, end = self.window(group)
        hidden = group.indices[:start] if line.at < 0 else group.indices[end:]
        words = f"{len(hidden):,} before" if line.at < 0 else f"and {len(hidden):,} more"
        if len(hidden) > FEW:
            return words
        return f"{words}: {', '.join(self.row(index).label for index in hidden)}"


def spoken(row: QueueRow) -> str:
    """What a screen reader says of a claim in the queue."""
    name = "The title" if row.label == "T" else f"Claim {row.label}"
    held = [f"{who} {ROW[standing].label.lower()}" for who, standing in row.marks]
    if row.outcome is not None:
        held = [f"settled as {ROW[row.outcome].label.lower()}"]
    return ". ".join(filter(None, (f"{name}: {', '.join(held)}", row.full, row.words)))
