"""Claims of other articles with the words of this one, or nearly: candidates, from the search."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.article import ArticleId
from annotator.domain.findquery import Query, Unit
from annotator.store import searchplaces
from annotator.store.library import Library
from annotator.store.searching import Finder
from annotator.store.searchrows import sum_of

CANDIDATES = 300
"""Claims that are compared, the last that came in first."""

RARE = 4
"""Words of a claim by which others are looked for: of any two of them."""

COUNTED = 500
"""Claims with a word that are counted, to find the rarest of its words."""

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
    finder = Finder(library, Query(), until)
    rare = _rarest(finder, words)
    if len(rare) < 2:
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


def _rarest(finder: Finder, words: str) -> Sequence[str]:
    """Of several that are as rare the longest."""
    counts: dict[str, int] = {}
    for word in dict.fromkeys(words.split(" ")):
        asked = Finder(finder.library, Query((Unit((word,), half=False),)), finder.until)
        found = asked.claims((0, (1 << 63) - 1), COUNTED, last_first=True)
        counts[word] = len(found.places)
    return sorted(counts, key=lambda word: (counts[word], -len(word), word))[:RARE]
