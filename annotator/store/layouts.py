"""``claims`` and ``passages``: the layout of an article, replayed by the law's own functions.

A cut concerns only the cuts that name the same claims, and those that name theirs, so
only these are replayed; where a base or a text came, the whole article is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.domain.article import ArticleId, ClaimId, Passage, Span
from annotator.domain.edits.state import spans_named
from annotator.domain.edits.writes import Base, Cut, Paint
from annotator.domain.layout import Layout, painted, replay
from annotator.store import log
from annotator.store.claimrows import (
    OF_ARTICLE,
    OF_IDS,
    Furniture,
    claim_ids,
    furniture_at,
    put_claims,
    put_passages,
)
from annotator.store.library import Library, Row
from annotator.store.placements import Placements


class Layouts:
    """Lays articles out anew, inside of a transaction.

    Each method says whether the article is laid out otherwise now; an article whose
    text is not here has no layout yet.
    """

    def __init__(self, library: Library, placements: Placements) -> None:
        self._library = library
        self._placements = placements

    def whole(self, article: ArticleId) -> bool:
        """Replays the whole article."""
        length = self._length(article)
        if length is None:
            return False
        placed = self._placements.of_article(article)
        counting = [write for write, counts in placed if counts]
        base = next((write for write in counting if isinstance(write, Base)), None)
        cuts = [write for write in counting if isinstance(write, Cut)]
        paints = [write for write in counting if isinstance(write, Paint)]
        passages = self._painted(article, length, base.passages if base else (), paints)
        named = (span for write, _ in placed for span in spans_named(write))
        ids = claim_ids(article, (span for span in named if span.end <= length))
        first = set(base.claims) if base else set()
        live = set(replay(article, length, base, cuts)) if cuts else {ids.get(s) for s in first}
        furniture = Furniture(passages)
        rows = [
            (claim, article, *span, int(claim in live), furniture.at(span[0]), int(span in first))
            for span, claim in ids.items()
        ]
        repainted = put_passages(self._library, article, passages)
        held = self._library.rows(OF_ARTICLE, (article,))
        return put_claims(self._library, rows, held) or repainted

    def around(self, article: ArticleId, claims: Iterable[ClaimId]) -> bool:
        """Replays the cuts that concern these claims."""
        length = self._length(article)
        if length is None:
            return False
        found = self._placements.concerning(article, set(claims))
        if found is None:
            return self.whole(article)
        concerned, cuts = found
        held = self._held(article, concerned)
        layout = Layout(article, length, None)
        layout.live = {ClaimId(row[0]): Span(row[2], row[3]) for row in held if row[6]}
        for cut, counts in cuts:
            if counts:
                layout.cut(cut)
        live = layout.live
        rows = [(*row[:4], int(row[0] in live), *row[5:]) for row in held]
        known = {row[0] for row in held}
        named = (span for cut, _ in cuts for span in cut.into if span.end <= length)
        for span, claim in claim_ids(article, named).items():
            if claim not in known:
                furniture = furniture_at(self._library, article, span.start)
                rows.append((claim, article, *span, int(claim in live), furniture, 0))
        return put_claims(self._library, rows, held)

    def _held(self, article: ArticleId, claims: Iterable[ClaimId]) -> list[Row]:
        """Those of these claims that are this article's: a cut may name any."""
        rows = log.in_chunks(self._library, OF_IDS, sorted(claims))
        return [row for row in rows if row[1] == article]

    def repaint(self, article: ArticleId) -> bool:
        """Paints the passages anew, and sets claims aside or makes them text again."""
        length = self._length(article)
        if length is None:
            return False
        base = self._placements.base_passages(article)
        passages = self._painted(article, length, base, self._placements.paints(article))
        if not put_passages(self._library, article, passages):
            return False
        furniture = Furniture(passages)
        held = self._library.rows(
            "SELECT furniture, start, id FROM claims WHERE article = ?", (article,)
        )
        renewed = ((furniture.at(start), before, claim) for before, start, claim in held)
        self._library.many(
            "UPDATE claims SET furniture = ? WHERE id = ?",
            [(now, claim) for now, before, claim in renewed if now != before],
        )
        return True

    def _length(self, article: ArticleId) -> int | None:
        found = self._library.rows("SELECT length FROM articles WHERE id = ?", (article,))
        return int(found[0][0]) if found else None

    def _painted(
        self,
        article: ArticleId,
        length: int,
        passages: Sequence[Passage],
        paints: Sequence[Paint],
    ) -> tuple[Passage, ...]:
        within = [passage for passage in passages if passage.end <= length]
        if not paints:
            return tuple(within)
        text = self._library.rows("SELECT text FROM articles WHERE id = ?", (article,))[0][0]
        return painted(text, within, paints)
