"""What installed packages add to a table of ours, by entry points."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, TypeVar


class Named(Protocol):
    """A row of a table."""

    @property
    def name(self) -> str: ...


Row = TypeVar("Row", bound=Named)

_TOLD: set[tuple[str, str]] = set()
"""What was said once: a table is read several times in one command."""


def offered(group: str, kind: type[Row]) -> tuple[Row, ...]:
    """The rows of this kind in this group. One that cannot be loaded is logged and left out."""
    found = (_loaded(point) for point in entry_points(group=group))
    return tuple(row for row in found if isinstance(row, kind))


def with_ours(ours: tuple[Row, ...], theirs: Sequence[Row]) -> tuple[Row, ...]:
    """Our own rows, then theirs by name; a name is taken once, ours first."""
    taken = {row.name for row in ours}
    rows = {row.name: row for row in theirs if row.name not in taken}
    return ours + tuple(rows[name] for name in sorted(rows))


def _loaded(point: EntryPoint) -> object:
    try:
        return point.load()
    # A stranger's module may fail in any way, and ours must work.
    except (Exception, SystemExit):  # noqa: BLE001
        if (point.group, point.name) not in _TOLD:
            _TOLD.add((point.group, point.name))
            logging.getLogger(__name__).warning("%s: %s cannot be loaded", point.group, point.name)
        return None
