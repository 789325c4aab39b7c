"""Claims of other articles with the words of this one, or nearly: candidates, from the search."""

from __future__ import annotations

import time
from collections.abc import Sequence

from annotator.domain.article import ArticleId
from annotator.store import searchplaces
from annotator.store.library import Library
from annotator.store.searchrows import sum_of

CANDIDATES = 300
"""Claims that are compared, the last that came in first."""

RARE = 4
"""Words of a claim by which others are looked for: of any two of them."""

COUNTED = 100
"""Claims with a word that are counted, to find the rarest of its words."""

LONGEST = 8
"""Words of a claim that are counted: a long word is seldom frequent."""

Candidate = tuple[int, str]
"""A place, and its words."""


def same(library: Library, article: ArticleId, words: str) -> list[Candidate]:
    """The claims of other articles with exactly these words."""
    first, last = searchplaces.claims_of(searchplaces.shelf_of(library, article))
    rows = library.rows(
        "SELECT place, words FROM claim_words WHERE sum = ? AND words = ? "
        "AND place NOT BETWEEN ? AND ? ORDER BY place DESC LIMIT ?",
        (sum_of(words), words, first, last, CANDIDATES),
    )
    return [(place, text) for place, text in rows]


def near(library: Library, article: ArticleId, words: str, until: float) -> list[Candidate]:
    """Claims of other articles that share two of the rarest of these words."""
    rare = _rarest(library, words, until)
    if len(rare) < 2 or time.perf_counter() > until:
        return []
    pairs = (f'("{one}" AND "{other}")' for at, one in enumerate(rare) for other in rare[at + 1 :])
    first, last = searchplaces.claims_of(searchplaces.shelf_of(library, article))
    rows, _ = library.rows_by(
        until,
        "SELECT place, claim_words.words FROM claim_search "
        "CROSS JOIN claim_words ON place = claim_search.rowid WHERE claim_search MATCH ? "
        "AND place NOT BETWEEN ? AND ? ORDER BY claim_search.rowid DESC LIMIT ?",
        (" OR ".join(pairs), first, last, CANDIDATES),
    )
    return [(place, text) for place, text in rows]


def _rarest(library: Library, words: str, until: float) -> Sequence[str]:
    """Of several that are as rare the longest."""
    ordered = sorted(dict.fromkeys(words.split(" ")), key=lambda word: (-len(word), word))
    counts = {}
    for word in ordered[:LONGEST]:
        rows, _ = library.rows_by(
            until,
            "SELECT rowid FROM claim_search WHERE claim_search MATCH ? LIMIT ?",
            (f'"{word}"', COUNTED),
        )
        counts[word] = len(rows)
    return sorted(counts, key=lambda word: (counts[word], -len(word), word))[:RARE]
