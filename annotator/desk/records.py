"""What the acting person recorded of a claim: evidence, and who the article says it comes from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from weakref import WeakKeyDictionary

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.attribution import source_of
from annotator.domain.record import NO_RECORD, Record
from annotator.domain.reminders import Around
from annotator.store.recorded import Whose, records_of, source_names
from annotator.store.reminding import naming

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


def record_of(library: OpenLibrary, claim: ClaimId) -> Record:
    """One's own record of a claim; nothing where nothing was recorded."""
    return recorded(library, claim).get((library.me, claim), NO_RECORD)


def records_for_review(library: OpenLibrary, claim: ClaimId) -> Mapping[str, Record]:
    """Person → what that person recorded of a claim, as far as the acting person may read it.

    Whose voices may be heard at all, the review says.
    """
    found = records_of(library.store, [claim], library.me)
    return {analyst: record for (analyst, _), record in found.items()}


def around_for_review(
    library: OpenLibrary,
    article: ArticleId,
    records: Mapping[str, Record],
    heard: Collection[str],
) -> Mapping[str, Around]:
    """Person → what reminders have to know beside that person's record of the claim.

    Whom the article names, any of those who are ``heard`` may have found; ``records`` as
    ``records_for_review`` gives them.
    """
    sources = source_names(library.store, article)
    first = {
        who: naming(library.store, who, records[who].attributions)
        for who in heard
        if who in records
    }
    named = {
        name
        for who, of in first.items()
        for one in records[who].attributions
        for name in (source_of(one, of), *one.via)
    }
    return {
        who: Around(sources=sources, first=of, named=frozenset(named)) for who, of in first.items()
    }
