"""Which claims are flagged, by their places in a snapshot."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.desk.library import OpenLibrary
from annotator.domain.snapshot import Snapshot, indices
from annotator.domain.tags import Standing
from annotator.store import reminding
from annotator.store.holding import assessments


def flagged(library: OpenLibrary, snapshot: Snapshot) -> frozenset[int]:
    """The claims of the article that the acting analyst flagged; furniture left out."""
    spans = reminding.flagged(library.store, snapshot.article.id, library.me)
    return frozenset(
        index
        for index in indices(snapshot, spans)
        if snapshot.standings[index] != Standing.FURNITURE
    )


def flagged_among(library: OpenLibrary, snapshot: Snapshot, those: Iterable[int]) -> frozenset[int]:
    """Those of these claims that are flagged."""
    claims = {
        snapshot.id_at(index): index
        for index in those
        if snapshot.standings[index] != Standing.FURNITURE
    }
    held = assessments(library.store, library.me, list(claims))
    return frozenset(claims[claim] for claim, of in held.items() if of.flag is not None)
