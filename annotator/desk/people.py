"""Who is meant by what somebody typed: an analyst's id, or the exact name."""

from __future__ import annotations

from annotator.desk.library import OpenLibrary
from annotator.desk.words import kept_name
from annotator.domain.assessment import Analyst
from annotator.domain.errors import AnnotatorError
from annotator.store import reading
from annotator.store.library import Library
from annotator.store.people import person_of


def known_as(store: Library, wanted: str) -> Analyst | None:
    """The analyst of this id, any of theirs, or exactly this name whom the library has, or None.

    Raises AnnotatorError where two go by the name, and for what can be no name.
    """
    known = reading.analysts(store)
    person = person_of(store, wanted.strip().lower())
    for analyst in known:
        if analyst.id == person:
            return analyst
    name = kept_name(wanted)
    named = [analyst for analyst in known if analyst.name == name]
    if len(named) > 1:
        ids = " and ".join(analyst.id for analyst in named)
        raise AnnotatorError(f"Two analysts are called {name} here: name one by its id, {ids}.")
    return named[0] if named else None


def analyst_called(library: OpenLibrary, wanted: str) -> Analyst:
    """The analyst of this id or exact name. Raises AnnotatorError, which lists the known ones."""
    found = known_as(library.store, wanted)
    if found is not None:
        return found
    known = ", ".join(names(library).values()) or "nobody yet"
    raise AnnotatorError(f"There is no analyst {wanted} in this library; it knows {known}.")


def names(library: OpenLibrary) -> dict[str, str]:
    """Person's id → name, of everybody whom the library knows."""
    return {one.id: one.name for one in reading.analysts(library.store)}
