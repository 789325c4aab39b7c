"""Who is meant by what somebody typed: an analyst's id, or the exact name."""

from __future__ import annotations

from annotator.desk.library import OpenLibrary
from annotator.desk.words import kept_name
from annotator.domain.assessment import Analyst
from annotator.domain.errors import AnnotatorError
from annotator.store import reading
from annotator.store.library import Library


def known_as(store: Library, wanted: str) -> Analyst | None:
    """The analyst of this id or exactly this name whom the library has, or None.

    Raises AnnotatorError where two go by the name, and for what can be no name.
    """
    known = reading.analysts(store)
    for analyst in known:
        if analyst.id == wanted.strip().lower():
            return analyst
    name = kept_name(wanted)
    named = [analyst for analyst in known if analyst.name == name]
    if len(named) > 1:
        ids = " and ".join(analyst.id for analyst in named)
        raise AnnotatorError(f"Two analysts are called {name} here: name one by its id, {ids}.")
    return named[0] if named else None


def names(library: OpenLibrary) -> dict[str, str]:
    """Person's id → name, of everybody whom the library knows."""
    return {one.id: one.name for one in reading.analysts(library.store)}
