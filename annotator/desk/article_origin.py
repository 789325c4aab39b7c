"""Where an article is from: who brought it in and when, from which file, and what told its record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.desk.article_record import as_kept
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.store import enclosed as store
from annotator.store import reading


@dataclass(frozen=True, slots=True)
class Origin:
    """How an article came in. ``imported_at`` is microseconds since 1970, UTC.

    ``original``: its original bytes are here, and so many. ``sources``: field of the record → where
    what stands there was read, in words ("the page’s og:site_name"); a field that somebody
    typed is not in it.
    """

    imported_at: int
    imported_by: str
    file_name: str
    encoding: str
    sha256: str
    original: int | None
    sources: Mapping[str, str]


def origin(library: OpenLibrary, article: ArticleId) -> Origin:
    """Raises AnnotatorError where there is no such article."""
    of = reading.article(library.store, article)
    sources: dict[str, str] = {}
    for one in store.enclosed(library.store, article).offered:
        value = as_kept(one.field, one.value)
        if value and value == getattr(of, one.field):
            sources.setdefault(one.field, one.source)
    return Origin(
        of.imported_at,
        of.imported_by,
        of.file_name,
        of.encoding,
        of.sha256,
        store.original_size(library.store, article),
        sources,
    )
