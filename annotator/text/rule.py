"""What a rule is. The rules themselves stand in ``rules_*.py``, their order in ``rules.py``."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from annotator.text.candidate import Candidate

SPLIT: bool | None = True
"""The sentence ends here."""
JOIN: bool | None = False
"""It goes on."""
ABSTAIN: bool | None = None
"""This rule cannot tell."""


class Rule(NamedTuple):
    """A rule: its name (shown to the analyst), the kinds of marks it looks at, its vote."""

    name: str
    kinds: tuple[str, ...]
    vote: Callable[[Candidate], bool | None]
