"""What can be done here, found by the beginnings of its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from annotator.ui.action import ActionId, ActionRow

_WORDS = re.compile(r"\w+")


def action_rows(
    rows: Sequence[ActionRow], typed: str, enabled: Callable[[ActionId], bool]
) -> list[ActionRow]:
    """The actions that can be done now and have words that begin with all these."""
    wanted = typed.casefold().split()
    return [
        row
        for row in rows
        if enabled(row.id) and row.id is not ActionId.SEARCH and _has(row, wanted)
    ]


def _has(row: ActionRow, wanted: Sequence[str]) -> bool:
    words = _WORDS.findall(f"{row.label} {row.group}".casefold())
    return all(any(word.startswith(one) for word in words) for one in wanted)
