"""What of the log leaves with an article, and whether everything else follows from that alone.

The log that leaves holds every edit of the article but its private parts, and beside
them who those analysts are: their names, and which ids they say are one person. It is
the same in every library that holds the same set.

An edit that was made under a pseudonym, and whose original is here, stays behind: a copy
*is* its original (EDITS.md, section 7). Whoever can tell holds the secret, and a file with
both would tell everybody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from annotator.domain.article import ArticleId
from annotator.domain.edits.form import Edit, EditId, Part
from annotator.domain.edits.persons import Persons, persons
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import is_private
from annotator.store import log, people
from annotator.store.library import Library, Row, connect
from annotator.store.strays import EVIDENCE, PRIVATE, attributed_elsewhere, told_elsewhere
from annotator.store.write import NewText, absorb

NEVER = ("Hide", "TakePseudonym")
"""Kinds that say of an analyst what is nobody else's business."""

_NO_COPY = "NOT IN (SELECT edit FROM copies)"
_OF_ARTICLE = f"SELECT edit FROM parts WHERE article = ? AND class <> ? AND edit {_NO_COPY}"
_EDITS = (
    f"{_OF_ARTICLE} UNION SELECT id FROM edits WHERE undoes IN ({_OF_ARTICLE}) AND id {_NO_COPY}"
)
_OF_ANALYSTS = (
    "SELECT edit FROM parts JOIN edits ON id = edit WHERE article IS NULL AND class <> ? "
    f"AND class <> '{EVIDENCE}' AND kind NOT IN ('{NEVER[0]}', '{NEVER[1]}') "
    f"AND edit {_NO_COPY} AND analyst IN ({{0}})"
)
_NAMINGS = (
    f"{_OF_ANALYSTS} UNION SELECT id FROM edits WHERE undoes IN ({_OF_ANALYSTS}) "
    f"AND id {_NO_COPY} AND analyst IN ({{0}})"
)
_FEW = log.CHUNK // 3


def leaving_log(library: Library, article: ArticleId) -> tuple[Edit, ...]:
    """The edits of an article in the total order, with what takes them back or gives them back.

    Only what may leave: parts that are not private, and only those of this article or of
    none; beside them how those who wrote them are called, and who is who among them.
    """
    with library.reading():
        ids = {row[0] for row in library.rows(_EDITS, (article, PRIVATE) * 2)}
        rows = log.in_chunks(
            library, "SELECT DISTINCT analyst FROM edits WHERE id IN ({})", sorted(ids)
        )
        of = same_persons(library).of
        writers = {of(row[0]) for row in rows}
        everybody = [row[0] for row in library.rows("SELECT DISTINCT analyst FROM edits")]
        authors = [one for one in everybody if of(one) in writers]
        for start in range(0, len(authors), _FEW):
            chunk = authors[start : start + _FEW]
            marks = ", ".join("?" * len(chunk))
            values = (PRIVATE, *chunk, PRIVATE, *chunk, *chunk)
            ids |= {row[0] for row in library.rows(_NAMINGS.format(marks), values)}
        edits = log.edits(library, sorted(ids))
    return tuple(_leaving(edit, article) for edit in edits)


def _leaving(edit: Edit, article: ArticleId) -> Edit:
    """The edit with the parts that may leave with this article.

    Evidence of no article is an item that serves no claim yet, and is nobody else's business.
    """
    return Edit(
        edit.header,
        tuple(
            part
            for part in edit.parts
            if part.part_class != PRIVATE
            and (part.article == article or (part.article is None and part.part_class != EVIDENCE))
        ),
    )


def same_persons(library: Library) -> Persons:
    """Who is one person by what they say themselves, whatever a secret here tells beyond that."""
    rows = library.rows("SELECT id FROM edits WHERE kind = 'SamePerson'")
    edits = log.edits(library, [row[0] for row in rows])
    return persons(
        Edit(edit.header, tuple(filter(_of_nobodys_article, edit.parts))) for edit in edits
    )


def _of_nobodys_article(part: Part) -> bool:
    return part.article is None and part.part_class != PRIVATE


def follows(library: Library, article: ArticleId, edits: Sequence[Edit]) -> bool:
    """Whether the tables say of this article what they would say had this log alone come in.

    They do, unless a secret here makes two ids one person, or somebody wrote of it where
    this program never does: in a part of another article, or in a private one.
    """
    public, here = same_persons(library), people.persons(library)
    writers = {edit.header.analyst for edit in edits}
    if any(public.of(writer) != here.of(writer) for writer in writers):
        return False
    return not (
        any(
            library.rows(sql, (article, article))
            for sql in (_STRAY_CLAIMS, _STRAY_COMMENTS, _STRAY_ATTRIBUTIONS)
        )
        or told_elsewhere(library, article)
        or attributed_elsewhere(library, article, edits)
        or log.in_chunks(library, _STRAY_NAMES, sorted(writers), (article, article))
        or any(map(_says_more_than_notes, library.rows(_PRIVATE_PARTS, (article, PRIVATE))))
    )


_STRAY_CLAIMS = (
    "SELECT 1 FROM claims CROSS JOIN writes ON writes.id = claims.id AND form = 'own' "
    "AND about = 'claim' CROSS JOIN parts ON parts.seq = writes.part "
    "WHERE claims.article = ? AND coalesce(parts.article, '') <> ? LIMIT 1"
)
_STRAY_COMMENTS = (
    "SELECT 1 FROM sayings CROSS JOIN writes ON writes.id = sayings.edit AND form = 'own' "
    "AND writes.about = 'comment' CROSS JOIN parts ON parts.seq = writes.part "
    "WHERE sayings.article = ? AND (coalesce(parts.article, '') <> ? OR class = 'private') LIMIT 1"
)
_STRAY_ATTRIBUTIONS = (
    "SELECT 1 FROM claims CROSS JOIN attributions AS held ON held.claim = claims.id "
    "CROSS JOIN writes ON writes.id = held.id AND form = 'own' AND about = 'attribution' "
    "CROSS JOIN parts ON parts.seq = writes.part "
    "WHERE claims.article = ? AND (coalesce(parts.article, '') <> ? OR class = 'private') LIMIT 1"
)
_STRAY_NAMES = (
    "SELECT 1 FROM writes JOIN parts ON parts.seq = writes.part "
    "WHERE (coalesce(article, ?) <> ? OR class = 'private') AND form = 'own' "
    "AND about = 'analyst' AND field = 'name' AND writes.id IN ({})"
)
_PRIVATE_PARTS = "SELECT body FROM parts WHERE article = ? AND class = ?"


def _says_more_than_notes(row: Row) -> bool:
    """Whether a private part holds anything but what is for oneself, which is never read here."""
    part = Part(EditId(""), PRIVATE, None, "", row[0])
    return any(not isinstance(write, Own) or not is_private(write.field) for write in part.writes)


@contextmanager
def read_back(article: ArticleId, text: str, edits: Sequence[Edit]) -> Iterator[Library]:
    """A library in memory into which this text and this log alone have come."""
    from annotator.store.migrate import upgrade  # Alembic, which hardly any export needs

    with Library(Path(":memory:"), connect(None, write=True)) as library:
        upgrade(library)
        absorb(library, edits, {article: NewText(text, b"")})
        yield library
