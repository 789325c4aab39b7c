"""A place where a sentence may end, and what the rules may see of its surroundings."""

from __future__ import annotations

import re

from annotator.text.expression import (
    BRACKETS,
    CALLS,
    CLOSING_QUOTES,
    DOTS,
    ENDS,
    INVISIBLE,
    OPENING_BRACKETS,
    OPENING_QUOTES,
)
from annotator.text.language import Language

REACH = 80
"""How many code points a rule may look back or ahead: the bound that keeps it linear."""

LEAD = OPENING_QUOTES + re.sub(r"\\", "", OPENING_BRACKETS) + "¿¡*_#•·–—-"
_HEAD = re.compile(
    rf"([{re.escape(OPENING_QUOTES)}{OPENING_BRACKETS}¿¡*_{INVISIBLE}]*+)"
    rf"([–—―-]*+[^\S\n]?)([{re.escape(OPENING_QUOTES)}{OPENING_BRACKETS}¿¡*_{INVISIBLE}]*+)"
    r"([^\W_][\w'’.-]*+)?+"
)
_LAST = re.compile(r"[^\W_](?:[\w&'’.]*\w)?$")
_ORDINARY = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

STOP, DOTTED, CALL, END, ITEM = "stop", "dots", "call", "end", "item"
"""The kinds of marks: ``.`` alone, an ellipsis, ``!`` or ``?``, a mark such as ``。``
that can only be an end, and the line end before a list item."""

_ENDS, _CALLS, _DOTS = frozenset(ENDS), frozenset(CALLS), frozenset(DOTS)
_QUOTES, _BRACKETS = frozenset(CLOSING_QUOTES), frozenset(re.sub(r"\\", "", BRACKETS))


def kind_of(mark: str) -> str:
    """What a run of end marks amounts to; the strongest mark in it counts."""
    if mark == ".":
        return STOP
    marks = set(mark)
    if marks & _CALLS:
        return CALL
    if marks & _ENDS:
        return END
    return DOTTED if len(mark) > 1 or marks & _DOTS else STOP


class Candidate:
    """An end mark in its sentence; every position counts code points of ``text``.

    ``begin`` is where the sentence began, ``start`` and ``stop`` hold the marks,
    ``end`` is behind closers and notes, ``after`` is the next visible character
    and ``limit`` the end of the block. The words around are worked out when a
    rule asks for them.
    """

    __slots__ = (
        "_head", "_word", "after", "begin", "end", "gap", "kind", "lang",
        "limit", "mark", "noted", "start", "stop", "tail", "text",
    )  # fmt: skip

    def __init__(
        self, text: str, lang: Language, begin: int, limit: int, match: re.Match[str]
    ) -> None:
        self.text, self.lang, self.begin, self.limit = text, lang, begin, limit
        self.start = match.start()
        self.after = match.end()
        self._word: str | None = None
        self._head: tuple[str, str, str] | None = None
        self.stop = match.end(1)
        if self.stop < 0:
            self.kind, self.stop, self.end = ITEM, self.start, self.start
            self.mark = self.tail = ""
            self.gap, self.noted = "\n", False
            while text[self.after].isspace():
                self.after += 1
            return
        self.mark = text[self.start : self.stop]
        self.kind = kind_of(self.mark)
        self.tail = match[2]
        self.end = match.end(3)
        self.noted = match.start(3) > match.end(2)
        self.gap = match[4]

    @property
    def token(self) -> str:
        """Everything from the last blank to the mark."""
        back = self.text[max(self.begin, self.start - REACH) : self.start]
        return back.rsplit(None, 1)[-1] if back and not back[-1].isspace() else ""

    @property
    def word(self) -> str:
        """The word the mark stands at, without quotes or brackets before it: "U.S"."""
        if self._word is None:
            token = self.token
            if not token.isalpha():
                found = _LAST.search(token)
                token = found[0] if found else ""
            self._word = token
        return self._word

    @property
    def previous(self) -> str:
        """The word before ``word``, or nothing."""
        back = self.text[max(self.begin, self.start - REACH) : self.start].split()
        return back[-2] if len(back) > 1 else ""

    @property
    def ahead(self) -> str:
        """What comes next, as far as a rule may look."""
        return self.text[self.after : min(self.limit, self.after + REACH)]

    @property
    def _parts(self) -> tuple[str, str, str]:
        if self._head is None:
            match = _HEAD.match(self.text, self.after, min(self.limit, self.after + REACH))
            assert match is not None
            self._head = (match[1] + match[3], match[2], match[4] or "")
        return self._head

    @property
    def lead(self) -> str:
        """Quotation marks and brackets that open before the next word."""
        return self._parts[0]

    @property
    def dash(self) -> str:
        """A dash before the next word."""
        return self._parts[1].strip()

    @property
    def next(self) -> str:
        """The next word with what hangs on it: "U.S.", "don't"; nothing before a symbol."""
        return self._parts[2]

    @property
    def next_word(self) -> str:
        """The next word without the stop behind it."""
        return self.next.rstrip(".'’-")

    @property
    def lower(self) -> bool:
        """Whether what follows begins with a small letter ("iPhone" does not count)."""
        word = self.next
        return word[:1].islower() and not (len(word) > 2 and word[1].isupper())

    @property
    def upper(self) -> bool:
        word = self.next
        return word[:1].isupper() or (len(word) > 2 and word[1].isupper())

    @property
    def digit(self) -> bool:
        return self.next[:1].isdigit()

    @property
    def opener(self) -> bool:
        """Whether what follows is a word that begins sentences."""
        word = self.next_word.replace("’", "'")
        return word in self.lang.openers or word.split("'")[0] in self.lang.openers

    @property
    def quoted(self) -> bool:
        """Whether a quotation closes at the mark."""
        return bool(self.tail) and not _QUOTES.isdisjoint(self.tail)

    @property
    def bracketed(self) -> bool:
        """Whether a bracket closes at the mark."""
        return bool(self.tail) and not _BRACKETS.isdisjoint(self.tail)

    @property
    def ordinary(self) -> bool:
        """Whether the mark stands at a plain word of letters that is in no list."""
        word = self.word
        return bool(_ORDINARY.fullmatch(word)) and word not in self.lang.abbreviations
