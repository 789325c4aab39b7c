"""What the acting person recorded of a claim: evidence, and who the article says it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.record import NO_RECORD, Record
from annotator.store.recorded import Whose, records_of

_LAST: WeakKeyDictionary[OpenLibrary, tuple[object, Mapping[Whose, Record]]] = WeakKeyDictionary()


def recorded(library: OpenLibrary, claim: ClaimId) -> Mapping[Whose, Record]:
    """What everybody recorded of a claim, as the acting person may read it.

    A window asks several times for the same claim at every key; of ten thousand pieces of
    evidence that would be seen. What was read last holds as long as nothing was written.
    """
    store = library.store
    stand = (claim, library.me, store.last_edit(), store.data_version())
    last = _LAST.get(library)
    if last is None or last[0] != stand:
        last = (stand, records_of(store, [claim], library.me))
        _LAST[library] = last
    return last[1]


def record_of(library: OpenLibrary, article: ArticleId, claim: ClaimId) -> Record:  # noqa: ARG001
    """One's own record of a claim; nothing where nothing was recorded."""
    return recorded(library, claim).get((library.me, claim), NO_RECORD)


def records_for_review(library: OpenLibrary, claim: ClaimId) -> Mapping[str, Record]:
    """Person → what that person recorded of a claim, as far as the acting person may read it.

    Whose voices may be heard at all, the review says.
    """
    found = records_of(library.store, [claim], library.me)
    return {analyst: record for (analyst, _), record in found.items()}
