"""Reminders as the acting analyst gets them: of one claim, of an article, and where to go next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from annotator.desk.flagging import flagged
from annotator.desk.library import OpenLibrary
from annotator.desk.reminded import Places, Reminded, reminded
from annotator.domain.article import ArticleId
from annotator.domain.reminders import Reminder
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.store import reminding
from annotator.store.reading import snapshot as snapshot_of

__all__ = ["Reminded", "all_reminders", "counts", "next_open", "reminders_of"]

FIRST, MOST = 32, 2048
"""Claims that are looked at together: few first, since the next open one is mostly near."""


def reminders_of(library: OpenLibrary, snapshot: Snapshot, index: int) -> tuple[Reminder, ...]:
    """What there is to say of one claim, the most important first; of furniture nothing."""
    span = snapshot.span(index)
    found = reminded(library, snapshot, [(span, snapshot.id_at(index))])
    return found[0].reminders if found else ()


def all_reminders(library: OpenLibrary, article: ArticleId) -> tuple[Reminded, ...]:
    """Every claim of the article of which there is something to say, in reading order."""
    with library.store.reading():
        snapshot = snapshot_of(library.store, article, library.me)
        places = reminding.candidates(library.store, article, library.me)
        return reminded(library, snapshot, places)


def counts(library: OpenLibrary, article: ArticleId) -> Mapping[str, int]:
    """Rule → how many claims of the article it reminds of."""
    found = all_reminders(library, article)
    return Counter(rule for one in found for rule in {each.rule for each in one.reminders})


def next_open(library: OpenLibrary, snapshot: Snapshot, after: int) -> int | None:
    """The next claim with a flag or a reminder, or untagged, round the end; None: there is none."""
    flags = flagged(library, snapshot)
    for chunk in _round(after, len(snapshot)):
        told = reminded(library, snapshot, _candidates(library, snapshot, chunk))
        minded = {snapshot.index_of(one.span) for one in told}
        for index in chunk:
            untagged = snapshot.standings[index] == Standing.UNTAGGED
            if untagged or index in flags or index in minded:
                return index
    return None


def _round(after: int, length: int) -> Iterator[range]:
    """The indices behind ``after``, then those before it, in stretches that grow."""
    size = FIRST
    for start, end in ((after + 1, length), (0, max(after, 0))):
        while start < end:
            yield range(start, min(start + size, end))
            start, size = start + size, min(size * 2, MOST)


def _candidates(library: OpenLibrary, snapshot: Snapshot, chunk: range) -> Places:
    """Those of these claims that may need a reminder; what is untagged is open as it is."""
    end = chunk.stop
    untagged = snapshot.standings.find(int(Standing.UNTAGGED).to_bytes(), chunk.start, chunk.stop)
    if untagged >= 0:
        end = untagged
    if end == chunk.start:
        return ()
    bounds = snapshot.starts[chunk.start], snapshot.starts[end - 1]
    return reminding.candidates(library.store, snapshot.article.id, library.me, bounds)
