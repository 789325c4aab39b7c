"""The rows of ``claims`` and ``passages``: made, compared with those held, and put in."""

from __future__ import annotations

import hashlib
import uuid
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from annotator.domain.article import ArticleId, ClaimId, Passage, PassageKind, Span
from annotator.store.assess import settle_places
from annotator.store.library import Library, Row
from annotator.store.searchothers import doubt_quotes

COLUMNS = 'id, article, start, "end", live, furniture, first'
"""``first``: it is one of the claims the article was first cut into."""

OF_ARTICLE = f"SELECT {COLUMNS} FROM claims WHERE article = ?"
OF_IDS = f"SELECT {COLUMNS} FROM claims WHERE id IN ({{}})"


def claim_ids(article: ArticleId, spans: Iterable[Span]) -> dict[Span, ClaimId]:
    """``domain.article.claim_id`` of many spans, three times as quickly; a test compares them."""
    begun = hashlib.sha1(uuid.UUID(article).bytes, usedforsecurity=False)
    ids: dict[Span, ClaimId] = {}
    for span in spans:
        hashed = begun.copy()
        hashed.update(b"%d-%d" % span)
        digest = bytearray(hashed.digest()[:16])
        digest[6] = digest[6] & 0x0F | 0x50
        digest[8] = digest[8] & 0x3F | 0x80
        text = digest.hex()
        ids[span] = ClaimId(f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}")
    return ids


class Furniture:
    """Which characters lie in passages that are page furniture."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        aside = [p for p in passages if p.kind is PassageKind.BOILERPLATE]
        self._starts = [passage.start for passage in aside]
        self._ends = [passage.end for passage in aside]

    def at(self, character: int) -> int:
        """1 where this character is furniture, else 0."""
        index = bisect_right(self._starts, character) - 1
        return int(index >= 0 and character < self._ends[index])


def put_claims(library: Library, rows: Collection[Row], held: Collection[Row]) -> bool:
    """Makes the rows of ``claims`` what they should be; says whether any was otherwise."""
    before = {row[0]: row for row in held}
    new = [row for row in rows if row[0] not in before]
    other = [row for row in rows if row[0] in before and row != before[row[0]]]
    slots = ", ".join("?" * 7)
    library.many(f"INSERT INTO claims ({COLUMNS}) VALUES ({slots})", sorted(new))
    library.many(
        "UPDATE claims SET live = ?, furniture = ?, first = ? WHERE id = ?",
        [(row[4], row[5], row[6], row[0]) for row in other],
    )
    settle_places(library, [row[:4] for row in new])
    doubt_quotes(library, (row[0] for row in new))
    return bool(new or other)


def put_passages(library: Library, article: ArticleId, passages: Sequence[Passage]) -> bool:
    """Makes the rows of ``passages`` what they should be; says whether any was otherwise."""
    held = set(
        library.rows('SELECT start, "end", kind FROM passages WHERE article = ?', (article,))
    )
    wanted = {(passage.start, passage.end, passage.kind.value) for passage in passages}
    library.many(
        "DELETE FROM passages WHERE article = ? AND start = ?",
        [(article, start) for start, _, _ in held - wanted],
    )
    library.many(
        'INSERT INTO passages (article, start, "end", kind) VALUES (?, ?, ?, ?)',
        [(article, *row) for row in sorted(wanted - held)],
    )
    return held != wanted


def furniture_at(library: Library, article: ArticleId, character: int) -> int:
    """1 where this character lies in a passage that is page furniture, else 0."""
    found = library.rows(
        'SELECT "end", kind FROM passages WHERE article = ? AND start <= ? '
        "ORDER BY start DESC LIMIT 1",
        (article, character),
    )
    return int(bool(found) and character < found[0][0] and found[0][1] == PassageKind.BOILERPLATE)
