"""Which days an article means: "Wednesday", "in October 2022", "in recent years".

Each is a suggestion with the rule it comes from in words. Nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from annotator.domain.article import Span
from annotator.text.dates import mentions
from annotator.text.mention import Form, Mention
from annotator.text.reckoning import told_from, written_out
from annotator.text.typed_day import typed_day
from annotator.text.wordbook import wordbook

_REACH = 20
"""So many words before a time may say that it is to come."""


@dataclass(frozen=True, slots=True)
class DaySaid:
    """A time the text speaks of, from its first to its last day, both included.

    ``says``: "Wednesday 3 January 2024", "October 2022", "about 2021 to 2024". ``rule``: the
    sentence that says why.
    """

    span: Span
    first: date
    last: date
    says: str
    rule: str


def days_said(
    text: str, span: Span, published: date | None, language: str | None = None
) -> tuple[DaySaid, ...]:
    """The times in ``text[span]``, in order, told from the day the article was published.

    What needs that day gives nothing while it is not known (see ``needs_published``); a day
    that no calendar has gives nothing at all.
    """
    said = (_said(*one, published) for one in _mentions(text, span, language))
    return tuple(one for one in said if one is not None)


def needs_published(text: str, span: Span, language: str | None = None) -> bool:
    """Whether ``text[span]`` speaks of a time that only the day of publication tells."""
    return any(_is_relative(mention) for mention, _ in _mentions(text, span, language))


def read_day(text: str) -> str:
    """The day, month or year a person typed, as ``YYYY[-MM[-DD]]``: "4 Jan 2024", "4.1.2024".

    Raises ``ValueError`` with one sentence for a day that does not exist, and for what is no
    date or could be two.
    """
    return typed_day(text)


def _mentions(text: str, span: Span, language: str | None) -> Iterator[tuple[Mention, bool]]:
    """The times in a stretch, each with whether what stands before says that it is to come."""
    book = wordbook(text, language)
    found = book.words(text, span)
    for place, mention in mentions(found, book):
        before = range(max(0, place - _REACH), place)
        yield mention, any(book.dates.future.at(found, at) for at in before)


def _is_relative(mention: Mention) -> bool:
    return mention.form is not Form.OTHER and not mention.year


def _said(mention: Mention, ahead: bool, published: date | None) -> DaySaid | None:
    if mention.form is Form.OTHER:
        return None
    try:
        if mention.year:
            return DaySaid(mention.span, *written_out(mention))
        if published is not None:
            return DaySaid(mention.span, *told_from(published, mention, ahead=ahead))
    except (ValueError, OverflowError):
        pass  # no calendar has that day, or that year
    return None
