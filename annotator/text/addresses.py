"""What a person types to enter evidence: an address and a few signs, in any order.

Typing is always in progress, so nothing here fails: what is wrong is said in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from annotator.domain.article import Span
from annotator.domain.evidence import CREDIBILITIES, RELIABILITIES, Stance
from annotator.text.quotations import quotations

STANCES = {
    "+": Stance.SUPPORTS,
    "-": Stance.CONTRADICTS,
    "\u2212": Stance.CONTRADICTS,
    "~": Stance.CONTEXT,
}
PRIMARY = "!"

_SIGNS = re.compile(f"[{re.escape(''.join(STANCES))}{PRIMARY}]+")
_GRADE = re.compile(f"([{RELIABILITIES}])([{CREDIBILITIES}])", re.IGNORECASE)
_SIGNED_GRADE = re.compile(f"({_SIGNS.pattern})([{RELIABILITIES}][{CREDIBILITIES}])", re.IGNORECASE)
_QUOTED = "\n"
"""Keeps the place of a quotation: no word is a line end."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_DOI = re.compile(r"(?:doi:\s*)?10\.\d{4,9}(?:\.\d+)*/\S+", re.IGNORECASE)
_BARE = re.compile(
    r"(?=[^/?#]{1,253}(?:[/?#]|$))(?:[\w-]{1,63}\.)+[^\W\d_]{2,24}(?::\d{1,5})?(?:[/?#]\S*)?"
)
"""An address without its scheme, as people type it: "example.org/map"."""

_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff<>\"“”{}|\\^`\u200e\u200f\u202a-\u202e]")
_LABEL = re.compile(r"\w(?:[\w-]{0,61}\w)?")
_WEB = ("http", "https", "ftp", "ftps")
_NO_SOURCE = ("about", "blob", "chrome", "data", "file", "javascript", "mailto", "tel", "vbscript")
"""Schemes that are told from a word with a colon even without "//"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed, taken apart. ``problem`` is one sentence, or empty where all is well.

    ``url`` is as it was typed; ``quote`` is without its marks; what is no sign, grade,
    address or quotation is the ``title``. ``stance`` is a value of ``Stance``.
    """

    url: str = ""
    title: str = ""
    stance: str | None = None
    primary: bool = False
    reliability: str = ""
    credibility: str = ""
    quote: str = ""
    problem: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is there that could be kept: an address, a title or a quotation."""
        return not (self.url or self.title or self.quote)


def read_entry(text: str) -> Entry:
    """Takes a quick entry apart: ``https://example.org/map - B2 “396 m from the tomb”``.

    ``+`` supports, ``-`` contradicts, ``~`` is context, ``!`` primary, a letter with a digit
    the grade. Of two stances or grades the last counts, so that one may type on instead of
    going back. A lone dash between two words of a title belongs to the title.
    """
    words: list[str] = []
    quotes: list[str] = []
    end = 0
    for one in quotations(text, Span(0, len(text))):
        words += [*_words(text[end : one.span.start]), _QUOTED]
        quotes.append(text[one.inner.start : one.inner.end])
        end = one.span.end
    return _entry([*words, *_words(text[end:])], " […] ".join(quotes))


def _words(text: str) -> Iterator[str]:
    """What blanks part; a grade that was typed right behind a sign stands alone."""
    for word in text.split():
        both = _SIGNED_GRADE.fullmatch(word)
        yield from both.groups() if both else (word,)


def _entry(words: Sequence[str], quote: str) -> Entry:
    stance: Stance | None = None
    primary = False
    reliability = credibility = ""
    addresses: list[str] = []
    title: list[str] = []
    for word, of_title in zip(words, _of_title(words), strict=True):
        if of_title:
            title.append(word)
        elif grade := _GRADE.fullmatch(word):
            reliability, credibility = grade[1].upper(), grade[2]
        elif _SIGNS.fullmatch(word):
            stance = next((STANCES[sign] for sign in reversed(word) if sign in STANCES), stance)
            primary = primary or PRIMARY in word
        elif word != _QUOTED:
            addresses.append(word)
    entry = Entry(
        addresses[0] if addresses else "",
        " ".join(title),
        stance.value if stance else None,
        primary,
        reliability,
        credibility,
        quote,
    )
    return replace(entry, problem=_problem(entry, addresses))


def _problem(entry: Entry, addresses: Sequence[str]) -> str:
    if len(addresses) > 1:
        return "There are two addresses: one piece of evidence has one; enter the other apart."
    if addresses:
        return address_problem(entry.url)
    if entry.empty and (entry.stance or entry.primary or entry.reliability):
        return "Say what it is: an address, a title or a quotation."
    return ""


def _of_title(words: Sequence[str]) -> Iterator[bool]:
    """Of each word whether it belongs to the title."""
    plain = [_is_plain(word) for word in words]
    for place, word in enumerate(words):
        between = word == "-" and 0 < place < len(words) - 1
        yield plain[place] or (between and plain[place - 1] and plain[place + 1])


def _is_plain(word: str) -> bool:
    signs = _SIGNS.fullmatch(word) or _GRADE.fullmatch(word)
    return not signs and word != _QUOTED and not _is_attempt(word)


def _is_attempt(word: str) -> bool:
    """Whether somebody means an address, right or wrong."""
    if "://" in word or _DOI.fullmatch(word) or word.lower().startswith("www."):
        return True
    scheme = _SCHEME.match(word)
    if scheme and scheme[1].lower() in _NO_SOURCE:
        return len(word) > scheme.end()
    # "Inc.Next" is a forgotten blank, "example.org" is not: in an address all is small.
    return bool(_BARE.fullmatch(word)) and word[:1].islower()


def address_problem(text: str) -> str:
    """What is wrong with an address, in one sentence; "" for one that can be kept.

    Right are http, https and ftp, the addresses of archives with another in them, a DOI, and
    what browsers take without a scheme: "example.org/map". Nothing is looked up.
    """
    address = text.strip()
    if not address:
        return "The address is empty."
    if _DOI.fullmatch(address):
        return ""
    if any(map(str.isspace, address)):
        return "An address has no space in it: write %20 there, or take the title out."
    if _FORBIDDEN.search(address):
        return "The address has a character that no address has: copy it again."
    scheme = _SCHEME.match(address)
    if scheme and (address.startswith("//", scheme.end()) or scheme[1].lower() in _NO_SOURCE):
        return _scheme_problem(scheme[1].lower()) or _host_problem(address)
    return "" if _BARE.fullmatch(address) else _host_problem(f"https://{address}") or _NO_HOST


_NO_HOST = "The address names no site: it should look like https://example.org/page."
_NO_PORT = "What stands behind the colon in the address is no number from 1 to 65535."


def _scheme_problem(scheme: str) -> str:
    if scheme in _WEB:
        return ""
    if scheme == "file":
        return "That is a file on this machine: drop or attach it, and it is kept in the library."
    return f"“{scheme[:24]}:” is no address of a page: it should begin with https:// or http://."


def _host_problem(address: str) -> str:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError as fault:
        return _NO_PORT if "ort" in str(fault) else _NO_HOST
    if not host:
        return _NO_HOST
    if port == 0:
        return _NO_PORT
    if ":" in host or all(map(_LABEL.fullmatch, host.removesuffix(".").split("."))):
        return ""
    return f"“{host[:60]}” is no name of a site: it should look like example.org."
