"""Writing the words of claims into the search: a few with what brought them, the rest in portions.

Triggers note in ``due_claims`` from where to where an article's claims may be otherwise than
their words say (m0004_search.py). What is written is compared first, so to note too much does
no harm.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.domain.article import ArticleId
from annotator.domain.findwords import joined
from annotator.store import searchplaces, searchtables
from annotator.store.library import Library, Row
from annotator.store.searchplaces import LAST_START, SLOTS
from annotator.store.searchtables import CLAIM

PIECE = 1_000_000
"""Code points of a text that are held at a time: SQLite counts to the first of them each time."""

_DUE = "SELECT article, first, last FROM due_claims ORDER BY article LIMIT ?"
_WANTED = (
    'SELECT start, "end" FROM claims WHERE article = ? AND live = 1 AND furniture = 0 '
    'AND start BETWEEN ? AND ? ORDER BY start, "end" DESC LIMIT ?'
)
_HELD = 'SELECT place, "end" FROM claim_words WHERE place BETWEEN ? AND ? ORDER BY place'


class Texts:
    """Pieces of articles' texts, the last one held: claims come in order."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._article = ""
        self._from = 0
        self._piece = ""

    def between(self, article: ArticleId, start: int, end: int) -> str:
        """The words of a stretch of an article."""
        inside = self._article == article and self._from <= start
        if not inside or end > self._from + len(self._piece):
            self._read(article, start, max(PIECE, end - start))
        return self._piece[start - self._from : end - self._from]

    def _read(self, article: ArticleId, start: int, length: int) -> None:
        rows = self._library.rows(
            "SELECT substr(text, ?, ?) FROM articles WHERE id = ?", (start + 1, length, article)
        )
        self._article, self._from = article, start
        self._piece = rows[0][0] if rows else ""


@dataclass(frozen=True, slots=True)
class Due:
    """Of one article, the claims that begin between these two places, both of them in it."""

    article: ArticleId
    first: int
    last: int


def due(library: Library, most: int) -> list[Due]:
    """What may be otherwise; ``most`` articles of it."""
    rows = library.rows(_DUE, (most,))
    return [Due(ArticleId(article), first, min(last, LAST_START)) for article, first, last in rows]


def due_of(library: Library, article: ArticleId) -> Due | None:
    """What may be otherwise of this article, if anything may."""
    rows = library.rows("SELECT first, last FROM due_claims WHERE article = ?", (article,))
    return Due(article, *rows[0]) if rows else None


def count_due(library: Library, one: Due, most: int) -> int:
    """How many claims that is; no more than ``most`` are counted."""
    sql = f"SELECT count(*) FROM ({_WANTED})"
    return int(library.rows(sql, (one.article, one.first, one.last, most))[0][0])


def doubt_all(library: Library) -> None:
    """Every claim may be otherwise: all of it is compared again."""
    library.run("DELETE FROM due_claims")
    library.run(
        "INSERT INTO due_claims (article, first, last) SELECT article, 0, ? FROM "
        "(SELECT article FROM shelves UNION SELECT article FROM claims)",
        (LAST_START,),
    )


def write_claims(library: Library, texts: Texts, one: Due, most: int) -> int:
    """Looks at ``most`` claims of what is due; gives how many it wrote. In a transaction."""
    limit = max(most, SLOTS)
    found = library.rows(_WANTED, (one.article, one.first, one.last, limit + 1))
    upto = one.last
    if len(found) > limit:  # of the last ones there may be more that begin there
        upto = max(found[-1][0] - 1, one.first)
    shelf = searchplaces.shelf_of(library, one.article)
    if found and not shelf:
        shelf = searchplaces.shelf_for(library, one.article)
    between = searchplaces.claims_between(shelf, one.first, upto)
    groups = _Groups(found, upto)
    for place, end in library.rows(_HELD, between):
        groups.held(place, end)
    gone, missing, upto = groups.differences(shelf, most)
    searchtables.take(library, CLAIM, gone)
    rows = (_row(texts, one.article, *claim) for claim in missing)
    searchtables.put(library, CLAIM, rows)
    if upto < one.last:
        library.run("UPDATE due_claims SET first = ? WHERE article = ?", (upto + 1, one.article))
    else:
        library.run("DELETE FROM due_claims WHERE article = ?", (one.article,))
    return len(missing)


Claim = tuple[int, int, int]
"""Where its words are kept, its start and its end."""


class _Groups:
    """The claims of one article that begin at one character: those there are, and those written."""

    def __init__(self, wanted: Iterable[Row], upto: int) -> None:
        self._wanted: dict[int, list[int]] = {}
        self._held: dict[int, dict[int, int]] = {}
        self._upto = upto
        for start, end in wanted:
            ends = self._wanted.setdefault(start, [])
            if start <= upto and len(ends) < SLOTS:
                ends.append(end)

    def held(self, place: int, end: int) -> None:
        self._held.setdefault(searchplaces.start_of(place), {})[place] = end

    def differences(self, shelf: int, most: int) -> tuple[list[int], list[Claim], int]:
        """Places to be emptied, claims to be written, and up to which start that is all."""
        gone: list[int] = []
        missing: list[Claim] = []
        for start in sorted(self._wanted.keys() | self._held.keys()):
            if len(missing) >= most:
                return gone, missing, start - 1
            if start <= self._upto:
                self._differ(shelf, start, gone, missing)
        return gone, missing, self._upto

    def _differ(self, shelf: int, start: int, gone: list[int], missing: list[Claim]) -> None:
        wanted, held = self._wanted.get(start, []), self._held.get(start, {})
        if len(wanted) == 1 and [*held.values()] == wanted:
            return
        kept = {end: place for place, end in held.items() if end in wanted}
        gone += [place for place in held if place not in kept.values()]
        first = searchplaces.claim_place(shelf, start)
        free = (place for place in range(first, first + SLOTS) if place not in kept.values())
        missing += [(next(free), start, end) for end in wanted if end not in kept]


def _row(texts: Texts, article: ArticleId, place: int, start: int, end: int) -> Row:
    return words_row(place, end, texts.between(article, start, end))


def words_row(place: int, end: int, text: str) -> Row:
    """The columns of ``claim_words``."""
    words = joined(text)
    return place, end, sum_of(words), words


def sum_of(words: str) -> int:
    """A number that two claims share where their words are the same; 0 where there are none.

    Of so many claims that two would share it by chance (2^32, by the birthday bound) no
    library holds the thousandth part.
    """
    if not words:
        return 0
    digest = hashlib.blake2b(words.encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True) or 1
