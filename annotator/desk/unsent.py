"""What is typed in Review and not said yet: reasons without a decision, comments not sent.

They are kept as drafts, so that neither a crash nor closing the window costs them, and
come back into their fields; nothing is said for anybody by itself.
"""

from __future__ import annotations

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.store import drafts
from annotator.store.drafts import Draft
from annotator.store.write import DraftKey

REASON, COMMENT = "reason", "comment"
"""The fields of these drafts; that of a note is its own."""


def keep(library: OpenLibrary, article: ArticleId, claim: ClaimId, field: str, text: str) -> None:
    """Keeps what is being typed; an empty text forgets it. Raises BusyError; ask again then."""
    key = DraftKey(library.author.id, claim, field)
    if text.strip():
        drafts.save_draft(library.store, key, article, text, wait=library.wait)
    else:
        drafts.drop_draft(library.store, key, wait=library.wait)


def unsent(library: OpenLibrary, article: ArticleId) -> tuple[Draft, ...]:
    """What the acting analyst typed in this article's review and did not say, the oldest first."""
    found = drafts.drafts(library.store, library.author.id)
    return tuple(
        draft for draft in found if draft.article == article and draft.field in (REASON, COMMENT)
    )
