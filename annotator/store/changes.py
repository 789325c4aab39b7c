"""What came in since a view looked last: for windows beside each other and the command line."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.form import Part
from annotator.domain.edits.writes import All, Base, Own
from annotator.domain.snapshot import Change
from annotator.store import log
from annotator.store.claiming import spans_of
from annotator.store.derive import Changed
from annotator.store.library import Library


def changes_since(library: Library, seq: int) -> tuple[int, tuple[Change, ...]]:
    """What edits did that came after ``seq`` (``Library.last_edit``), and the new last place.

    An Undo or Redo changes what its target wrote.
    """
    with library.reading():
        last = library.last_edit()
        targets = library.rows(
            "SELECT undoes FROM edits WHERE seq > ? AND undoes IS NOT NULL", (seq,)
        )
        parts = library.rows(f"SELECT {log.PART} FROM parts WHERE seq > ?", (seq,))
        parts += log.in_chunks(
            library,
            f"SELECT {log.PART} FROM parts WHERE edit IN ({{}})",
            sorted({row[0] for row in targets}),
        )
        return last, _changes(library, map(log.part_of, parts))


def _changes(library: Library, parts: Iterable[Part]) -> tuple[Change, ...]:
    changed = Changed()
    claims: set[ClaimId] = set()
    for part in parts:
        for write in part.writes:
            if isinstance(write, Own) and write.about == "claim":
                claims.add(ClaimId(write.id))
            elif isinstance(write, Own):
                changed.about.add(ArticleId(write.id if write.about == "article" else ""))
            elif part.article is not None:
                if isinstance(write, (Base, All)):
                    changed.about.add(part.article)
                if not isinstance(write, All):
                    changed.layouts.add(part.article)
    for article, span, live in spans_of(library, sorted(claims)).values():
        if live:
            changed.claims.setdefault(article, set()).add(span)
    return changed.changes()
