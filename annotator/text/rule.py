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


BARE, TIGHT, CLOSED = "bare", "tight", "closed"
"""Where a rule may look: at a mark that a blank follows at once; at one that none follows,
with closers or without; at one with closers, before a blank or not."""


class Rule(NamedTuple):
    """A rule: its name (shown to the analyst), the kinds of marks it looks at, its vote.

    A rule that can tell at some marks only says which; it is not asked elsewhere.
    """

    name: str
    kinds: tuple[str, ...]
    vote: Callable[[Candidate], bool | None]
    only: str = ""

    def sees(self, kind: str, *, tight: bool, closed: bool) -> bool:
        """Whether it looks at such a mark."""
        where = {BARE: not tight and not closed, TIGHT: tight, CLOSED: closed}
        return kind in self.kinds and where.get(self.only, True)
