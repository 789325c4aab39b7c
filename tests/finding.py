"""A library in which something is found everywhere: two articles, colleagues, evidence and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from annotator.desk import evidencing, importing
from annotator.desk.attributing import AttributionGiven, attribute
from annotator.desk.evidence_given import Given, Serving
from annotator.desk.filters import NO_FILTER, Filters
from annotator.desk.library import OpenLibrary
from annotator.desk.search_found import Found, GroupKind, Hit
from annotator.desk.searching import search
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.attribution import Quoted
from annotator.domain.evidence import Stance
from annotator.store import reading

Opened = Callable[..., OpenLibrary]

PORT = (
    "Port strike enters third week\n\n"
    "The port of Kerman stood still. Workers said that 40 ships wait. "
    "ISNA counted the ships again. 習近平国家主席は訪問しました。\n\n"
    "كتاب جديد في الميناء.\n"
)
HARBOUR = "A harbour town\n\nThe harbour is quiet. Workers said that 40 ships wait.\n"


def bring_in(library: OpenLibrary, text: str) -> ArticleId:
    return importing.save(library, importing.prepare(text.encode(), "article.txt")).article


def claims_of(library: OpenLibrary, article: ArticleId) -> list[ClaimId]:
    """Every claim in order; T is the first."""
    shown = reading.snapshot(library.store, article, library.me)
    return [shown.id_at(index) for index in range(len(shown))]


def add_item(
    library: OpenLibrary,
    article: ArticleId,
    claims: Iterable[ClaimId],
    quote: str = "",
    **given: object,
) -> str:
    """Evidence that contradicts these claims; gives its id."""
    made = Given(**given)  # type: ignore[arg-type]
    serving = Serving(Stance.CONTRADICTS, quote)
    return evidencing.add(library, article, list(claims), made, serving).item


def name_source(library: OpenLibrary, article: ArticleId, claim: ClaimId, name: str) -> str:
    """An attribution of the claim to a source of this name; gives its id."""
    shown = reading.snapshot(library.store, article, library.me)
    return attribute(library, shown, claim, AttributionGiven(source=Quoted(name)))[0]


def found(
    library: OpenLibrary,
    typed: str,
    article: ArticleId | None = None,
    filters: Filters = NO_FILTER,
    limit: int = 10,
) -> Found:
    """With as much time as it takes."""
    return search(library, typed, article, filters, limit, seconds=60)


def hits(found: Found, kind: GroupKind) -> list[Hit]:
    return [hit for group in found.groups if group.kind is kind for hit in group.hits]


def records(library: OpenLibrary, typed: str, article: ArticleId | None = None) -> list[str]:
    """What is found of notes, evidence and sources, in words: where it is, and its text."""
    of = found(library, typed, article)
    return [
        " | ".join(filter(None, (hit.where or hit.claims, hit.text, hit.rest)))
        for hit in (*hits(of, GroupKind.RECORDS), *hits(of, GroupKind.SOURCES))
    ]
