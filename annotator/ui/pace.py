"""How far a batch of imports has come, and how long the rest of it may take."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence

from annotator.domain.wording import amount, set_apart
from annotator.ui.incoming import ON_THE_WAY, Incoming, State

SURE = 2.0
"""Seconds that must have gone by, and a twentieth of the work, before anybody says how long it takes."""
_SURE_SHARE = 0.05
_FEW, _NEARLY = 8, 55


class Pace:
    """Begins with the first article of a batch."""

    def __init__(self) -> None:
        self._since = time.monotonic()

    def left(self, entries: Sequence[Incoming]) -> str:
        """Such as "about 10 seconds left"; empty while nobody can know."""
        gone, share = time.monotonic() - self._since, share_of(entries)
        if gone < SURE or not _SURE_SHARE < share < 1:
            return ""
        return left_in_words(gone / share * (1 - share))


def share_of(entries: Collection[Incoming]) -> float:
    """How much of them is done, 0 to 1; what waits for somebody was read."""
    wanted = [one for one in entries if one.state is not State.LISTED]
    if not wanted:
        return 0.0
    return sum(_share(one) for one in wanted) / len(wanted)


def _share(one: Incoming) -> float:
    if one.state not in ON_THE_WAY:
        return 1.0
    return one.share or 0.0


def left_in_words(seconds: float) -> str:
    """As nobody measures it: a few seconds, tens of seconds, minutes."""
    if seconds < _FEW:
        return "a few seconds left"
    if seconds < _NEARLY:
        return f"about {max(1, round(seconds / 10)) * 10} seconds left"
    return f"about {amount(max(1, round(seconds / 60)), 'minute')} left"


def at_work(entries: Sequence[Incoming], left: str) -> str:
    """What the bar says while it goes on: "Importing 7 of 8 · about 10 seconds left"."""
    one = next((one for one in entries if one.state is State.READS), None)
    if one is None:
        return ""
    if len(entries) == 1:
        reads = f"Reading {set_apart(one.source.name)}"
        return " · ".join(filter(None, (reads, one.says, left)))
    done = sum(each.state not in (*ON_THE_WAY, State.LISTED) for each in entries)
    return " · ".join(filter(None, (f"Importing {done + 1} of {len(entries)}", left)))


def waiting(entries: Collection[Incoming]) -> str:
    """What the bar says when it is over and somebody has to look: "1 of 8 not read · 1 question"."""
    failed = sum(one.state is State.FAILED and not one.seen for one in entries)
    asks = sum(one.state is State.ASKS for one in entries)
    listed = sum(one.state is State.LISTED for one in entries)
    said = [
        f"{failed:,} of {len(entries):,} not read" if failed else "",
        amount(asks, "question") if asks else "",
        f"{listed:,} web address{'' if listed == 1 else 'es'}" if listed else "",
    ]
    return "Import: " + " · ".join(filter(None, said)) if any(said) else ""
