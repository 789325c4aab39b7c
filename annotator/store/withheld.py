"""What was not sent: parts that an edit has and that are not here."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.article import ArticleId
from annotator.domain.edits.form import PartClass
from annotator.store.library import Library
from annotator.store.marks import ALIVE
from annotator.store.people import PERSON


@dataclass(frozen=True, slots=True)
class Withheld:
    """Of a person, by id: how many edits lack their part of this class."""

    analyst: str
    part_class: str
    edits: int


_MISSING = (
    f"SELECT {PERSON.format(id='edits.analyst')}, json_extract(seal.value, '$.class') AS class, "
    "count(*) FROM edits, json_each(edits.seals) AS seal "
    "WHERE instr(edits.seals, ?1) > 0 AND json_extract(seal.value, '$.article') = ?1 "
    "AND json_extract(seal.value, '$.class') <> ?2 "
    "AND NOT EXISTS (SELECT 1 FROM parts WHERE parts.edit = edits.id "
    "AND parts.class = json_extract(seal.value, '$.class') AND coalesce(parts.article, '') = ?1) "
    f"AND {ALIVE.format(edit='edits.id')} GROUP BY 1, 2 ORDER BY 1, 2"
)


def withheld(library: Library, article: ArticleId) -> tuple[Withheld, ...]:
    """What is missing of an article, by person and class; what is private is nobody's business."""
    rows = library.rows(_MISSING, (article, PartClass.PRIVATE.value))
    return tuple(Withheld(*row) for row in rows)
