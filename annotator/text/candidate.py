"""A place where a sentence may end, and what the rules may see of its surroundings."""

from __future__ import annotations

import re
import unicodedata

from annotator.text.expression import (
    CALLS,
    CLOSING_BRACKETS,
    CLOSING_QUOTES,
    DOTS,
    ENDS,
    INVISIBLE,
    OPENING_BRACKETS,
    OPENING_QUOTES,
    WORD,
)
from annotator.text.language import Language

REACH = 80
"""How many code points a rule may look back or ahead: the bound that keeps it linear."""

STOP, DOTTED, CALL, END = "stop", "dots", "call", "end"
SMILE, ITEM, BREAK = "smile", "item", "break"
"""The kinds: ``.`` alone; an ellipsis; ``!`` or ``?``; a mark such as ``。`` that can
only be an end; a smiley; the line end before a list item; a dash where somebody broke off."""

_OPENING = re.escape(OPENING_QUOTES + OPENING_BRACKETS) + "¿¡*_" + INVISIBLE
_HEAD = re.compile(rf"([{_OPENING}]*+)([–—―-]*+[^\S\n]?)([{_OPENING}]*+)([^\W_][{WORD}'’.-]*+)?")
_LAST = re.compile(rf"[^\W_](?:(?:[{WORD}&'’.]|(?<=[א-ת])[\"”״](?=[א-ת]))*[{WORD}])?$")
"""The word at the mark. A quotation mark amid Hebrew letters is part of one: an acronym."""

_ORDINARY = re.compile(rf"[^\W\d_][{WORD}]*(?:['’-][^\W\d_][{WORD}]*)*")
_SPELLED = re.compile(r"[^\W\d_]{1,3}(?:\.[^\W\d_]{1,3})*\.")

LONGEST_SPELLED = 5
"""A word that is spelled with others before it is shorter: "z. Zt."."""

_ENDS, _CALLS, _DOTS = frozenset(ENDS), frozenset(CALLS), frozenset(DOTS)
_QUOTES, _BRACKETS = frozenset(CLOSING_QUOTES), frozenset(CLOSING_BRACKETS)
_UNSEEN = re.compile(f"^[{INVISIBLE}]+|[{INVISIBLE}]+$")


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
        "_head", "_listed", "_spelled", "_tokens", "_word", "after", "begin", "end", "gap", "kind", "lang",
        "limit", "mark", "noted", "start", "stop", "tail", "text",
    )  # fmt: skip

    def __init__(
        self, text: str, lang: Language, begin: int, limit: int, match: re.Match[str]
    ) -> None:
        self.text, self.lang, self.begin, self.limit = text, lang, begin, limit
        self.start, self.after = match.span()
        self._word: str | None = None
        self._spelled: str | None = None
        self._listed: tuple[str, ...] | None = None
        self._tokens: list[str] | None = None
        self._head: tuple[str, str, str] | None = None
        self.stop = match.end(1)
        if self.stop < 0:
            self._without_mark(match)
            return
        self.mark = text[self.start : self.stop]
        self.kind = kind_of(self.mark)
        self.tail = match[2]
        self.end = match.end(3)
        self.noted = match.start(3) > match.end(2)
        self.gap = match[4]

    def _without_mark(self, match: re.Match[str]) -> None:
        self.mark = self.tail = ""
        self.noted = False
        smiley_end = match.end(5)
        if smiley_end >= 0:
            self.kind, self.stop, self.end, self.gap = SMILE, self.start, smiley_end, match[6]
            return
        if self.text[self.start] == "—":
            self.kind, self.stop, self.end, self.gap = BREAK, self.start, self.after, " "
            self.after += 1
            return
        self.kind, self.stop, self.end, self.gap = ITEM, self.start, self.start, "\n"
        while self.text[self.after].isspace():
            self.after += 1

    @property
    def tokens(self) -> list[str]:
        """What blanks part before the mark, the nearest last; empty if a blank stands there."""
        if self._tokens is None:
            back = self.text[max(self.begin, self.start - REACH) : self.start]
            self._tokens = back.split() if back and not back[-1].isspace() else []
        return self._tokens

    @property
    def token(self) -> str:
        """Everything from the last blank to the mark."""
        return self.tokens[-1] if self.tokens else ""

    @property
    def word(self) -> str:
        """The word the mark stands at, without quotes or brackets before it: "U.S"."""
        if self._word is None:
            word = self.token
            if not word.isalpha():
                found = _LAST.search(_UNSEEN.sub("", word))
                letter_of_formula = found and len(found[0]) == 1 and word[-2:-1] in "+/=_^"
                if not letter_of_formula:
                    word = found[0] if found else ""
            self._word = word if word.isascii() else unicodedata.normalize("NFC", word)
        return self._word

    @property
    def spelled(self) -> str:
        """The word with the abbreviations before it, written without blanks: "z.B", "v.Chr"."""
        if self._spelled is None:
            word = self.word
            for token in reversed(self.tokens[-5:-1]):
                if token[-1] != "." or not _SPELLED.fullmatch(token):
                    break
                word = token + word
            self._spelled = word
        return self._spelled

    @property
    def listed(self) -> tuple[str, ...]:
        """The forms in which the word is in a list of abbreviations: alone, or spelled."""
        if self._listed is None:
            word, known = self.word, self.lang.abbreviations
            forms: tuple[str, ...] = (word,) if word in known else ()
            if len(word) < LONGEST_SPELLED and self.spelled != word and self.spelled in known:
                forms += (self.spelled,)
            if "'" in word or "’" in word:
                # French and Italian elide: "l'ing.", "d'art."
                elided = word.replace("’", "'").rsplit("'", 1)[1]
                forms += (elided,) if elided in known else ()
            self._listed = forms
        return self._listed

    def among(self, words: frozenset[str]) -> bool:
        """Whether the word, or with what is spelled before it, is in a list of abbreviations."""
        listed = self.listed
        return bool(listed) and not words.isdisjoint(listed)

    @property
    def previous(self) -> str:
        """The token before the word's, or nothing."""
        return self.tokens[-2] if len(self.tokens) > 1 else ""

    @property
    def ahead(self) -> str:
        """What comes next, as far as a rule may look."""
        return self.text[self.after : min(self.limit, self.after + REACH)]

    @property
    def _parts(self) -> tuple[str, str, str]:
        if self._head is None:
            match = _HEAD.match(self.text, self.after, min(self.limit, self.after + REACH))
            assert match is not None, "every part of it may be empty"
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
        """Whether what follows begins with a capital."""
        word = self.next
        return word[:1].isupper() or (len(word) > 2 and word[1].isupper())

    @property
    def caseless(self) -> bool:
        """Whether what follows is a letter of a script without capitals."""
        letter = self.text[self.after]
        return letter.isalpha() and letter.lower() == letter.upper()

    @property
    def wide(self) -> bool:
        """Whether two blanks follow, as typists have them behind a sentence only."""
        return self.gap[:2] == "  "

    @property
    def digit(self) -> bool:
        return self.next[:1].isdigit()

    @property
    def opener(self) -> bool:
        """Whether what follows is a word that begins sentences."""
        word = self.next_word.replace("’", "'")
        return word in self.lang.openers or word.split("'")[0] in self.lang.openers

    @property
    def small_opener(self) -> bool:
        """Whether it is one with which careless writers begin, in small letters."""
        return self.next_word.replace("’", "'") in self.lang.small_openers

    @property
    def informal(self) -> bool:
        """Whether the sentence so far began in small letters, or the next word is "i"."""
        return self.text[self.begin].islower() or self.next.split("'")[0] in ("i", "im", "ive")

    @property
    def quoted(self) -> bool:
        """Whether a quotation closes at the mark."""
        return bool(self.tail) and not _QUOTES.isdisjoint(self.tail)

    @property
    def bracketed(self) -> bool:
        """Whether a bracket closes at the mark."""
        return bool(self.tail) and not _BRACKETS.isdisjoint(self.tail)

    @property
    def aside(self) -> bool:
        """Whether all of the sentence so far stands in brackets that close at the mark."""
        return self.bracketed and self.text[self.begin] in OPENING_BRACKETS

    @property
    def ordinary(self) -> bool:
        """Whether the mark stands at a plain word of letters that is in no list."""
        word = self.word
        return bool(_ORDINARY.fullmatch(word)) and word not in self.lang.abbreviations
