"""The last resort for a page that says neither when nor by whom it was written: its words are searched."""

from __future__ import annotations

from annotator.importers.html.tree import Page
from annotator.importers.html.vote import copied

_LONGEST_NAME = 80


def guess_date(page: Page, address: str) -> str:
    """A day in ISO 8601 that htmldate takes for the day of publication, or ""."""
    copy = copied(page.root)
    if copy is None:
        return ""
    import htmldate

    found = htmldate.find_date(
        copy,
        original_date=True,
        extensive_search=False,
        outputformat="%Y-%m-%d",
        url=address or None,
    )
    return found or ""


def guess_author(page: Page) -> str:
    """A name that trafilatura takes for the author's, or ""."""
    copy = copied(page.root)
    if copy is None:
        return ""
    from trafilatura.metadata import extract_author

    found = " ".join((extract_author(copy) or "").split()).replace("; ", ", ")
    return found if len(found) <= _LONGEST_NAME else ""
