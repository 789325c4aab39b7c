"""One window's exchange with colleagues: its pages, and what looks at files and brings them in."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.ui.exchange.bringing import Bringing
from annotator.ui.exchange.places import Exchange


@dataclass(frozen=True, slots=True)
class ExchangeParts:
    """Made with the window; a page of it only when it is first wanted."""

    places: Exchange
    bringing: Bringing

    def close(self) -> None:
        """The window is gone; stops what is being brought in, and waits until it has."""
        self.bringing.close()
