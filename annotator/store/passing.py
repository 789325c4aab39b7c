"""How far everybody's pass of an article has come."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.domain.article import ArticleId
from annotator.domain.edits.kinds import HOLDING
from annotator.domain.edits.reviewing import APPROVED, REASON, RETURNED
from annotator.domain.order import Stamp
from annotator.domain.review import Pass, Said, passes, sight
from annotator.store.judging import SIGHT, said_in
from annotator.store.library import Library
from annotator.store.people import PERSON

PASSING = (*SIGHT, RETURNED, APPROVED, REASON)
"""What says how far passes have come, and who may see what of whom."""

_AFTER = (
    "SELECT 1 FROM edits CROSS JOIN edits AS done ON done.id = coalesce(edits.undoes, edits.id) "
    "CROSS JOIN parts ON parts.edit = done.id "
    f"WHERE edits.at >= ? AND done.kind IN ({', '.join('?' * len(HOLDING))}) "
    f"AND parts.article = ? AND {PERSON.format(id='edits.analyst')} = ? "
    "AND (edits.at, edits.id) > (?, ?) LIMIT 1"
)


def passes_of(library: Library, article: ArticleId) -> dict[str, Pass]:
    """Analyst → the pass, of everybody who ever submitted, hidden ones too."""
    return passes(said_in(library, article, PASSING))


def shown_passes(
    said: Iterable[Said], hidden: Iterable[str], viewer: str | None = None
) -> dict[str, Pass]:
    """Analyst → the pass, of everybody who submitted and is not hidden.

    ``viewer``: as this person may see it, else as it is.
    """
    said, left_out = [*said], set(hidden)
    blind = viewer is not None and sight(said, viewer).blind
    found = ((who, one) for who, one in passes(said).items() if who not in left_out)
    return {who: one.bare if blind and who != viewer else one for who, one in found}


def changed_after(library: Library, article: ArticleId, analyst: str, order: Stamp) -> bool:
    """Whether this person judged, noted or recorded anything otherwise after that moment."""
    return bool(library.rows(_AFTER, (order[0], *HOLDING, article, analyst, *order)))
