"""One window's review: its widgets, and what keeps them true to the library."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.ui.agreement.agreeing import Agreeing
from annotator.ui.review.refresh import ReviewRefresh
from annotator.ui.review.side import ReviewSide
from annotator.ui.review.typed import Typed


@dataclass(frozen=True, slots=True)
class ReviewParts:
    """Made when the view is first opened: a window that only tags pays for none of it."""

    side: ReviewSide
    refresh: ReviewRefresh
    agreeing: Agreeing
    typed: Typed

    def close(self) -> None:
        """The window is gone; waits for what is being read."""
        self.refresh.close()
        self.agreeing.close()
