"""What the page says of itself in words, for screen readers."""

from __future__ import annotations

from annotator.domain.compare import Accord, ReviewSnapshot
from annotator.domain.snapshot import TITLE_NUMBER, Snapshot, claim_name
from annotator.domain.tags import ROW, Standing

_LONGEST = 400
_ACCORDS = {
    Accord.NOBODY: "nobody judged it",
    Accord.ONE: "seen by one analyst",
    Accord.AGREED: "all agree",
    Accord.OPEN: "open",
    Accord.VEILED: "colleagues' tags are hidden yet",
}


def claim_words(snapshot: Snapshot, index: int, review: ReviewSnapshot | None = None) -> str:
    """A claim's number and how it stands: "claim 5 of 48, disputed".

    In Review how analysts stand to each other: "claim 5 of 48, open: You disputed, Ben
    verified".
    """
    number = snapshot.number(index)
    name = claim_name(number)
    if number is not None and number != TITLE_NUMBER:
        name = f"{name} of {snapshot.last_number}"
    standing = Standing(snapshot.standings[index])
    if standing not in ROW:
        return f"{name}, not counted"
    if review is not None:
        return f"{name}, {review_words(review, index)}"
    noted = ", with a note" if snapshot.notes[index] else ""
    return f"{name}, {ROW[standing].label.lower()}{noted}"


def review_words(review: ReviewSnapshot, index: int) -> str:
    """How analysts stand to each other: "settled as disputed: You disputed, Ben verified"."""
    accord, decision = review.accord(index), review.decision(index)
    words = _ACCORDS.get(accord, "")
    if decision is not None:
        outcome = ROW[decision.outcome].label.lower()
        words = f"settled as {outcome}"
        if accord is Accord.RETURNED:
            words = f"returned, it was settled as {outcome}"
    held = ", ".join(held_words(review, index))
    return f"{words}: {held}" if held else words


def held_words(review: ReviewSnapshot, index: int) -> list[str]:
    """Who holds what: "You disputed", "Ben verified"."""
    return [
        f"{'You' if column.analyst.id == review.viewer else column.analyst.name} "
        f"{ROW[standing].label.lower()}"
        for column, standing in review.held(index)
    ]


def sentence(snapshot: Snapshot, index: int, review: ReviewSnapshot | None = None) -> str:
    """The same and the claim's text."""
    start, end = snapshot.span(index)
    text = snapshot.article.text[start : min(end, start + _LONGEST)]
    return f"{claim_words(snapshot, index, review)}: {' '.join(text.split())}"


def page_name(
    snapshot: Snapshot | None, index: int | None, review: ReviewSnapshot | None = None
) -> str:
    """The page's own name: "Article, claim 5 of 48, disputed"."""
    if snapshot is None:
        return "Article, none open"
    return "Article" if index is None else f"Article, {claim_words(snapshot, index, review)}"
