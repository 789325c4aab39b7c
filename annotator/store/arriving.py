"""What a merge asks of a file that comes in, whether it is a library or was read from another format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from annotator.domain.article import ArticleId
from annotator.store.leftout import Counted
from annotator.store.tally import Witness
from annotator.store.union import Source

Progress = Callable[[int, int], None]
"""Is told how many edits of how many were read; raises CancelledError to give up."""


def no_progress(_done: int, _all: int) -> None:
    """Nobody waits for it."""


class Arriving(Source, Protocol):
    """One file, opened and looked through. ``name`` is the file's, without its folder."""

    name: str
    left_out: Counted
    progress: Progress
    witness: Witness | None
    """Is shown everything that is read; where there is one, also what is here already."""
    added: int
    """Stretches that become claims with it, because no claim was ever cut there."""

    @property
    def count(self) -> int:
        """How many edits it holds."""

    def articles(self) -> set[ArticleId]:
        """Every article that anything in the file is about."""
