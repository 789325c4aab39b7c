"""What the acting person recorded of a claim: evidence, and who the article says it comes from."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.record import NO_RECORD, Record
from annotator.store.recorded import records_of


def record_of(library: OpenLibrary, article: ArticleId, claim: ClaimId) -> Record:  # noqa: ARG001
    """One's own record of a claim; nothing where nothing was recorded."""
    return records_of(library.store, [claim], library.me).get((library.me, claim), NO_RECORD)


def records_for_review(library: OpenLibrary, claim: ClaimId) -> Mapping[str, Record]:
    """Person → what that person recorded of a claim, as far as the acting person may read it.

    Whose voices may be heard at all, the review says.
    """
    found = records_of(library.store, [claim], library.me)
    return {analyst: record for (analyst, _), record in found.items()}
