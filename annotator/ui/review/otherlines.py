"""The other articles of the library in which claims wait."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.ui.review.lines import STEP, Kind, Line, LineModel
from annotator.ui.review.queueview import OtherArticle

FIRST = 4
"""So many show at first."""


class OtherLines(LineModel):
    """A line for each article, the first ones of many."""

    def __init__(self) -> None:
        super().__init__()
        self._others: Sequence[OtherArticle] = ()
        self._most = FIRST

    @property
    def waiting(self) -> int:
        """How many claims wait in all of them."""
        return sum(other.waiting for other in self._others)

    def show(self, others: Sequence[OtherArticle]) -> None:
        self._others = others
        self._put(self._wanted())

    def unfold(self, line: Line) -> None:  # noqa: ARG002 - there is but one group
        self._most += STEP
        self._put(self._wanted())

    def article(self, line: Line) -> OtherArticle:
        return self._others[line.at]

    def words(self, line: Line) -> str:
        if line.kind is Kind.HEAD:
            return "Other articles"
        if line.kind is Kind.MORE:
            return f"and {len(self._others) - self._most:,} more"
        return self.article(line).title

    def spoken(self, line: Line) -> str:
        if line.kind is Kind.HEAD:
            return f"{self.words(line)}, {self.waiting:,} waiting"
        if line.kind is Kind.MORE:
            return self.words(line)
        return f"{self.words(line)}, {self.article(line).waiting:,} waiting"

    def tip(self, line: Line) -> str:
        return self.words(line) if line.kind is Kind.ARTICLE else ""

    def _wanted(self) -> list[Line]:
        count = len(self._others)
        if not count:
            return []
        shown = count if count <= self._most + 1 else self._most
        lines = [Line(Kind.HEAD, "others")]
        lines += (Line(Kind.ARTICLE, "others", place) for place in range(shown))
        if shown < count:
            lines.append(Line(Kind.MORE, "others", 1))
        return lines
