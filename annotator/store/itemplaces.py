"""Where an item of evidence goes: the articles whose logs tell of it, and the claims it serves."""

from __future__ import annotations

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.evidence import link_field
from annotator.domain.evidence import THERE, Link, private_name
from annotator.store.evidencing import LINKS, link_of
from annotator.store.library import Library
from annotator.store.log import in_chunks
from annotator.store.marks import ALIVE
from annotator.store.people import PERSON

_WRITTEN = (
    "SELECT DISTINCT parts.article FROM writes CROSS JOIN parts ON parts.seq = writes.part "
    "CROSS JOIN edits ON edits.id = parts.edit "
    "WHERE writes.id = ? AND form = 'own' AND about = 'evidence' "
    f"AND {PERSON.format(id='edits.analyst')} = ? AND parts.article IS NOT NULL"
)
_TOLD = f"{_WRITTEN} AND field IN (?, ?) AND {ALIVE.format(edit='edits.id')}"
_LINKED = (
    "SELECT DISTINCT writes.id, parts.article FROM writes "
    "CROSS JOIN parts ON parts.seq = writes.part CROSS JOIN edits ON edits.id = parts.edit "
    "WHERE form = 'own' AND about = 'claim' AND field IN (?, ?) "
    f"AND {PERSON.format(id='edits.analyst')} = ? AND parts.article IS NOT NULL "
    "AND writes.id IN ({})"
)


def articles_of(library: Library, person: str, item: str) -> frozenset[ArticleId]:
    """The articles a person's item goes to: those that it serves, and those that it ever did.

    What took it away from an article may be taken back, and then that article's log has to
    know what became of the item meanwhile; a settled one, where nothing can be taken back,
    wants nothing that does not serve it.
    """
    serves = set(link_places(library, person, item).values())
    written = {ArticleId(row[0]) for row in library.rows(_WRITTEN, (item, person))}
    shut = library.rows("SELECT article FROM stages WHERE state = 'settled'")
    return frozenset(serves | (written - {row[0] for row in shut}))


def told_in(library: Library, person: str, item: str) -> frozenset[ArticleId]:
    """The articles whose logs say, in edits that count, that the item is there."""
    fields = (THERE, private_name(THERE))
    rows = library.rows(_TOLD, (item, person, *fields))
    return frozenset(ArticleId(row[0]) for row in rows)


def links_to(library: Library, person: str, item: str) -> list[tuple[ClaimId, Link]]:
    """How a person lets an item serve claims; both sides of a link, where both stand."""
    rows = library.rows(f"SELECT {LINKS} FROM links WHERE item = ? AND analyst = ?", (item, person))
    return [(claim, link) for claim, _, link in map(link_of, rows)]


def link_places(library: Library, person: str, item: str) -> dict[ClaimId, ArticleId]:
    """The claims that a person lets an item serve, and whose articles they are of.

    By the log: a claim's text may not be here.
    """
    claims = {claim for claim, _ in links_to(library, person, item)}
    fields = (link_field(item, private=False), link_field(item, private=True))
    rows = in_chunks(library, _LINKED, sorted(claims), (*fields, person))
    return {ClaimId(claim): ArticleId(article) for claim, article in rows}
