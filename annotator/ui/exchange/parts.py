"""One window's exchange with colleagues: its pages, and what looks at files and brings them in."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.ui.exchange.bringing import Bringing
from annotator.ui.exchange.pages import ExchangePages


@dataclass(frozen=True, slots=True)
class ExchangeParts:
    """Made with the window; a page of it only when it is first wanted."""

    pages: ExchangePages
    bringing: Bringing

    def close(self) -> None:
        """The window is gone; stops what is being brought in, and waits until it has."""
        self.bringing.close()
