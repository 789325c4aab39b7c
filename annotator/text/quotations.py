"""Where something is quoted: the stretches between quotation marks, in any language's marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.domain.article import Span
from annotator.text.expression import CLOSING_QUOTES, OPENING_QUOTES

_ENDS_OF = {
    '"': '"”',
    "＂": "＂",
    "“": '”“"',
    "”": "”",
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "'": "'",
    "‘": "’",
    "‚": "‘’",
    "‛": "’",
    "`": "'`’",
    "＇": "＇",
}
"""What may close a mark: German has „…“ and »…«, Swedish ”…”, a careless writer “…"."""

_GOES_ON = frozenset('"“„«「『»”‟')
"""Marks that nothing else is written with: one that is not closed quotes to the end."""

_CAME_BEFORE = frozenset("”»」』")
"""Marks that only close: one that closes nothing quotes from the beginning."""

_NESTING = frozenset("“«「『")
"""Marks that may open again in what they opened."""

_STOPS = frozenset(".,!?…")

_APOSTROPHES = frozenset("'’‛`＇")
_MARK = re.compile(f"[{re.escape(OPENING_QUOTES + CLOSING_QUOTES)}]")


class Quotation(NamedTuple):
    """A quotation. ``span`` is with its marks, ``inner`` what they enclose, without blanks.

    ``opened`` and ``closed`` say whether its marks stand in the stretch that was read: a
    quotation of several sentences begins in one claim and ends in another.
    """

    span: Span
    inner: Span
    opened: bool = True
    closed: bool = True


def quotations(text: str, span: Span) -> list[Quotation]:
    """The quotations in ``text[span]``, outermost only, in order; each holds a visible character.

    One that is opened and not closed goes on to the end of the stretch; one that is closed
    and was never opened begins with it. Apostrophes are not taken for marks.
    """
    found: list[Quotation] = []
    begin, depth = -1, 0
    for match in _MARK.finditer(text, *span):
        at = match.start()
        if begin < 0:
            if _opens(text, at, span):
                begin = at
            elif not found and _ended_before(text, at, span):
                _put(found, text, Span(span[0], at + 1), Span(span[0], at), opened=False)
        elif text[at] in _ENDS_OF[text[begin]] and _closes(text, at, span):
            depth -= 1
            if depth < 0:
                _put(found, text, Span(begin, at + 1), Span(begin + 1, at))
                begin, depth = -1, 0
        elif _opens(text, at, span) and text[begin] in _APOSTROPHES:
            begin = at  # what looked like a mark was an apostrophe: "’90s"
        elif text[at] in _NESTING and text[at] == text[begin]:
            depth += 1
    if begin >= 0 and text[begin] in _GOES_ON:
        _put(found, text, Span(begin, span[1]), Span(begin + 1, span[1]), closed=False)
    return found


def _opens(text: str, at: int, span: Span) -> bool:
    """Whether the mark can open: nothing of a word stands before it, something behind."""
    mark = text[at]
    if mark not in _ENDS_OF or at + 1 >= span[1]:
        return False
    if mark in "「『":
        return True
    before = text[at - 1] if at > span[0] else " "
    after = text[at + 1]
    if before.isalnum() or (before in _STOPS and mark not in "“„«"):
        return False
    # French sets « a blank » behind the mark; elsewhere a blank tells a mark that closes.
    return not after.isspace() or (mark == "«" and at + 2 < span[1])


def _closes(text: str, at: int, span: Span) -> bool:
    """Whether the mark can close: it does not stand inside a word, nor behind a blank only."""
    after = text[at + 1] if at + 1 < span[1] else " "
    if text[at] in _APOSTROPHES:
        return not after.isalnum() and not text[at - 1 : at].isspace()
    return text[at] in "»」』" or not (text[at - 1 : at].isspace() and after.isalnum())


def _ended_before(text: str, at: int, span: Span) -> bool:
    """Whether a mark that nothing opened ends what an earlier sentence began to quote."""
    if text[at] == '"':
        after = text[at + 1] if at + 1 < span[1] else " "
        return at > span[0] and text[at - 1] in _STOPS and not after.isalnum()
    return text[at] in _CAME_BEFORE and _closes(text, at, span)


def _put(
    found: list[Quotation],
    text: str,
    span: Span,
    inner: Span,
    *,
    opened: bool = True,
    closed: bool = True,
) -> None:
    start, end = inner
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(map(str.isalnum, text[start : min(end, start + 80)])):
        found.append(Quotation(span, Span(start, end), opened, closed))
