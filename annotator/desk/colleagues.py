"""Colleagues: who is hidden from every view, and who is oneself on another machine.

Both are said by edits: they are remembered, merge like any other, and can be said otherwise
later. Hiding is the acting analyst's own business and is never sent.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.people import analyst_called
from annotator.domain.assessment import Analyst
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.people import Hide, SamePerson
from annotator.domain.errors import AnnotatorError
from annotator.store import reading, relating
from annotator.store.choosing import sender_ids
from annotator.store.people import Names, person_of
from annotator.store.seeing import judged_by
from annotator.store.write import Author


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody else who has a name here, or another id of the acting person (``same``).

    ``namesake``: has the acting analyst's name, and nobody said yet who that is.
    """

    analyst: Analyst
    claims: int
    articles: int
    hidden: bool
    same: bool
    namesake: bool


def everybody(library: OpenLibrary) -> tuple[Colleague, ...]:
    """Everybody but the acting analyst, by name, with how much each is known to have judged."""
    store, me = library.store, library.me
    with store.reading():
        hidden = relating.hidden_by(store, me)
        answered = relating.same_said(store, me)
        judged = judged_by(store, me)
        others = [one for one in reading.analysts(store) if one.id != me]
        own = sorted(sender_ids(store, library.author.id) - {library.author.id})
    found = [
        Colleague(
            one,
            *judged.get(one.id, (0, 0)),
            one.id in hidden,
            False,
            one.name == library.author.name and one.id not in answered,
        )
        for one in others
    ]
    name = library.author.name
    found += [Colleague(Analyst(one, name), 0, 0, False, True, False) for one in own]
    return tuple(sorted(found, key=lambda one: (one.analyst.name, one.analyst.id)))


def called(library: OpenLibrary, wanted: str) -> Analyst:
    """Who is meant by an id or an exact name. Raises AnnotatorError, also where it is oneself."""
    store, by_id = library.store, wanted.strip().lower()
    if relating.has_written(store, by_id):
        known = Names(store).known
        found = Analyst(by_id, known.get(person_of(store, by_id), by_id[:8]))
        myself = found.id == library.author.id
    else:
        found = analyst_called(library, wanted)
        myself = found.id == library.me
    if myself:
        raise AnnotatorError(f"{found.name} is you: name a colleague{_other_ids(library)}.")
    return found


def _other_ids(library: OpenLibrary) -> str:
    own = sorted(sender_ids(library.store, library.author.id) - {library.author.id})
    return f", or another id of yours ({', '.join(own)})" if own else ""


def hide(library: OpenLibrary, other: Analyst) -> bool:
    """Keeps a colleague out of every view of the acting analyst's; False where that was so."""
    return _hide(library, other, hidden=True)


def show(library: OpenLibrary, other: Analyst) -> bool:
    """Shows a hidden colleague again; False where nobody had hidden them."""
    return _hide(library, other, hidden=False)


def _hide(library: OpenLibrary, other: Analyst, *, hidden: bool) -> bool:
    person = person_of(library.store, other.id)
    if person == library.me:
        raise AnnotatorError(f"{other.name} is you: your own work is never hidden.")
    if (person in relating.hidden_by(library.store, library.me)) is hidden:
        return False
    library.perform(Hide(AnalystId(person), hidden))
    return True


def same(library: OpenLibrary, other: Analyst) -> bool:
    """Says that another id is the acting analyst on another machine; False where that was so.

    It counts when both ids say so, so both halves are written: the acting person is both.
    """
    mine = library.author
    if other.id in sender_ids(library.store, mine.id):
        return False
    library.perform(SamePerson(AnalystId(other.id), same=True))
    theirs = Author(AnalystId(other.id), other.name)
    library.perform(SamePerson(mine.id, same=True), author=theirs)
    library.rename(mine.name)  # the other id may have been given its name later
    return True


def another(library: OpenLibrary, other: Analyst) -> bool:
    """Says that another id is another person, whatever the name; False where that was said.

    Where the two were one, everything that joined them is taken back, and each has again
    what was written under its id. Ids that are oneself only by way of the other stay the
    other's.
    """
    store, mine = library.store, library.author
    links = relating.links(store)
    own = _without(links, mine.id, other.id)
    joining = [one for one, linked in links if linked == other.id and one in own]
    if not joining:
        person = person_of(store, other.id)
        if relating.same_said(store, library.me).get(person) is False:
            return False
        joining = [mine.id]
    for one in sorted(joining):
        by = Author(AnalystId(one), mine.name)
        library.perform(SamePerson(AnalystId(other.id), same=False), author=by)
    return True


def _without(links: Collection[tuple[str, str]], one: str, other: str) -> set[str]:
    """The ids that are the same person as this one, also where the other is somebody else."""
    found, new = {one}, {one}
    while new:
        new = {to for by, to in links if by in new} - found - {other}
        found |= new
    return found
