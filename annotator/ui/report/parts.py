"""One window's Report view: its widgets, and what keeps them true to the library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.ui.report.making import Making
from annotator.ui.report.side import ReportSide
from annotator.ui.report.telling import Telling


def _nothing() -> None:
    pass


@dataclass(slots=True)
class ReportParts:
    """Made when the view is first opened: a window that only tags pays for none of it."""

    side: ReportSide
    making: Making
    telling: Telling
    leave: Callable[[], None] = _nothing
    """Ends hearing of what is saved."""
    asked: Path | None = None
    """The file or folder that was asked for last."""

    def close(self) -> None:
        """The window is gone; waits for what is being made and drawn."""
        self.leave()
        self.making.close()
        self.telling.close()
        self.side.middle.sheets.close_down()
