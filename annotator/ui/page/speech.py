"""What the page says of itself in words, for screen readers."""

from __future__ import annotations

from annotator.domain.snapshot import TITLE_NUMBER, Snapshot, claim_name
from annotator.domain.tags import ROW, Standing

_LONGEST = 400


def claim_words(snapshot: Snapshot, index: int) -> str:
    """A claim's number and how it stands: "claim 5 of 48, disputed"."""
    number = snapshot.number(index)
    name = claim_name(number)
    if number is not None and number != TITLE_NUMBER:
        name = f"{name} of {snapshot.last_number}"
    standing = Standing(snapshot.standings[index])
    if standing not in ROW:
        return f"{name}, not counted"
    noted = ", with a note" if snapshot.notes[index] else ""
    return f"{name}, {ROW[standing].label.lower()}{noted}"


def sentence(snapshot: Snapshot, index: int) -> str:
    """The same and the claim's text."""
    start, end = snapshot.span(index)
    text = snapshot.article.text[start : min(end, start + _LONGEST)]
    return f"{claim_words(snapshot, index)}: {' '.join(text.split())}"


def page_name(snapshot: Snapshot | None, index: int | None) -> str:
    """The page's own name: "Article, claim 5 of 48, disputed"."""
    if snapshot is None:
        return "Article, none open"
    return "Article" if index is None else f"Article, {claim_words(snapshot, index)}"
