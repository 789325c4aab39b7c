"""Who is who in the tables: ids that are one person, and edits that are copies of others.

Everything that is held is kept under a person, the smallest of the ids; only the log
itself knows the ids that wrote. Both tables are filled by ``derive.derive_anew`` alone.
"""

from __future__ import annotations

from annotator.domain.assessment import Analyst
from annotator.domain.edits.form import EditId
from annotator.domain.edits.persons import Persons
from annotator.store.library import Library

PERSON = "coalesce((SELECT person FROM persons WHERE persons.analyst = {id}), {id})"
"""SQL: the person whose id stands in the column ``id``."""

IDS = "SELECT ? UNION SELECT analyst FROM persons WHERE person = ?"
"""SQL: all ids of a person; wants the person twice."""


_ALL = "SELECT analyst, person, 0 FROM persons UNION ALL SELECT edit, original, 1 FROM copies"


def persons(library: Library) -> Persons:
    """Who is who in this library."""
    joined: dict[str, str] = {}
    originals: dict[EditId, EditId] = {}
    for one, other, is_edit in library.rows(_ALL):
        if is_edit:
            originals[EditId(one)] = EditId(other)
        else:
            joined[one] = other
    return Persons(joined, originals)


def person_of(library: Library, analyst: str) -> str:
    """The person whose id this is."""
    found = library.rows("SELECT person FROM persons WHERE analyst = ?", (analyst,))
    return str(found[0][0]) if found else analyst


def any_pseudonym(library: Library) -> bool:
    """Whether anybody's secret may be here."""
    return bool(library.rows("SELECT 1 FROM edits WHERE kind = 'TakePseudonym' LIMIT 1"))


def put_persons(library: Library, who: Persons) -> None:
    """Fills both tables, which are empty."""
    library.many("INSERT INTO persons (analyst, person) VALUES (?, ?)", sorted(who.joined.items()))
    library.many("INSERT INTO copies (edit, original) VALUES (?, ?)", sorted(who.originals.items()))


class Names:
    """What persons are called: the beginning of the id where nobody has said so."""

    def __init__(self, library: Library) -> None:
        self.known: dict[str, str] = dict(library.rows("SELECT analyst, name FROM names"))

    def of(self, person: str) -> str:
        return self.known.get(person) or person[:8]

    def analyst(self, person: str) -> Analyst:
        return Analyst(person, self.of(person))
