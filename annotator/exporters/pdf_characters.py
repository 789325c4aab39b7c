"""Which characters of a report can be drawn, and what stands in the place of those that cannot.

typst refuses an accessible page with a single character that has no glyph. So each one is looked
for in the fonts beforehand; what no font has is printed as its code point, marked: U+1F692 in a frame.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from annotator.exporters.pdf_ink import Run, Runs, run

UNSEEN = frozenset(
    {0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFFA0}
    | set(range(0x180B, 0x1810))
    | set(range(0x200B, 0x2010))
    | set(range(0x202A, 0x202F))
    | set(range(0x2060, 0x2070))
    | set(range(0xFE00, 0xFE10))
    | set(range(0xE0000, 0xE1000))
)
"""What a font needs no glyph for (Default_Ignorable_Code_Point, Unicode 15), but U+FEFF."""

BLANKS = frozenset({0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2028, 0x2029})
"""What becomes a space or the end of a line."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = "\u202d\u202e"
_CLOSES = {
    "\u202a": "\u202c",
    "\u202b": "\u202c",
    "\u2066": "\u2069",
    "\u2067": "\u2069",
    "\u2068": "\u2069",
}
_LINE = 33
_LONG = re.compile(r"[^\s\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\u200b/-]{34,}")
"""So much without a place to break has to be broken anyway: no line is longer."""
_STEP = 16
_BREAK = "\u200b"


def strings(data: Any) -> Iterator[str]:
    """Everything that is printed of these data: the strings that stand in lists."""
    if isinstance(data, list):
        for one in data:
            if isinstance(one, str):
                yield one
            else:
                yield from strings(one)
    elif isinstance(data, dict):
        for value in data.values():
            if isinstance(value, (list, dict)):
                yield from strings(value)


@dataclass
class Printed:
    """What is printed of some data: all characters, and whether a word is longer than a line."""

    characters: set[str] = field(default_factory=set)
    long: bool = False

    def gather(self, data: Any) -> None:
        """Adds what stands in these data."""
        texts = isinstance(data, list)
        for one in data if texts else data.values():
            if isinstance(one, str):
                if texts:
                    self.characters.update(one)
                    self.long = self.long or (len(one) > _LINE and bool(_LONG.search(one)))
            elif isinstance(one, (list, dict)):
                self.gather(one)


def refusable(code: int) -> bool:
    """Whether PDF takes it as no text, whatever a font has: controls, surrogates, noncharacters, U+FEFF."""
    if code == 0xFEFF or unicodedata.category(chr(code)) in ("Cc", "Cs"):
        return True
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


@dataclass(frozen=True)
class Drawable:
    """What the fonts of one report can draw. ``fonts``: of each the code points that it has."""

    fonts: tuple[frozenset[int], ...]
    missing: frozenset[int]
    odd: re.Pattern[str]
    plain: bool
    """Whether everything can be printed as it stands."""

    @classmethod
    def of(cls, found: Printed, fonts: tuple[frozenset[int], ...]) -> Drawable:
        """``found``: what is printed."""
        characters = frozenset(map(ord, found.characters))
        has = frozenset().union(*fonts) | UNSEEN | BLANKS
        refused = {one for one in characters - BLANKS if refusable(one)}
        missing = frozenset((characters - has) | refused)
        joined = {one for one in characters if unicodedata.category(chr(one)).startswith("M")}
        breaks = BLANKS - {0x20, 0xA0} | {ord(one) for one in _TURNING_ALL} | {0x200D, 0x20E3}
        every = missing | joined | breaks
        odd = "".join(re.escape(chr(one)) for one in sorted(every))
        plain = not (found.long or every & characters)
        return cls(fonts, missing, re.compile(f"[{odd}]"), plain)

    def lay(self, data: Any) -> Any:
        """The same data with every string made drawable."""
        return data if self.plain else self._laid(data)

    def _laid(self, data: Any) -> Any:
        if isinstance(data, list):
            found: Runs = []
            for one in data:
                if isinstance(one, str):
                    found += self.pieces(one)
                else:
                    found.append(self._laid(one))
            return found
        if isinstance(data, dict):
            return {
                key: self._laid(value) if isinstance(value, (list, dict)) else value
                for key, value in data.items()
            }
        return data

    def pieces(self, text: str) -> Runs:
        """A string as runs: as it is, where there is nothing odd in it."""
        if len(text) >= _STEP:
            text = _LONG.sub(_broken, text)
        if not self.odd.search(text):
            return [text]
        return _merged(self._pieces(text))

    def _pieces(self, text: str) -> Iterator[str | Run]:
        text = text.replace("\r\n", "\n")
        turning = _unbalanced(text) if _TURNING.search(text) else frozenset()
        at = 0
        while at < len(text):
            end = at + 1
            while end < len(text) and _joins(text, end):
                end += 1
            if at in turning:
                yield mark(ord(text[at]))
            elif text[at] in "\n\r\u2028\u2029":
                yield run("br", [])
            elif text[at] == "\t":
                yield " "
            else:
                yield from self._cluster(text[at:end])
                at = end
                continue
            at += 1

    def _cluster(self, cluster: str) -> Iterator[str | Run]:
        """A character with what is written on it: one font has to have all of it."""
        plain = len(cluster) == 1 and ord(cluster) not in self.missing
        if plain or self._in_one_font(cluster):
            yield cluster
        else:
            for character in cluster:
                code = ord(character)
                if code in UNSEEN and not _turns(character):
                    continue
                alone = len(cluster) > 1 and unicodedata.category(character).startswith("M")
                yield mark(code) if code in self.missing or alone else character

    def _in_one_font(self, cluster: str) -> bool:
        seen = {ord(one) for one in cluster} - UNSEEN - BLANKS
        whole = {ord(one) for one in unicodedata.normalize("NFC", cluster)} - UNSEEN - BLANKS
        return not seen & self.missing and any(seen <= one or whole <= one for one in self.fonts)


_TURNING_ALL = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def mark(code: int) -> Run:
    """The code point in place of the character."""
    return run("u", [f"U+{code:04X}"])


def _turns(character: str) -> bool:
    return bool(_TURNING.match(character))


def _joins(text: str, at: int) -> bool:
    """Whether this character is drawn together with the one before it."""
    here, before = text[at], text[at - 1]
    if before in _TURNING_ALL or before in "\n\r\t\u2028\u2029":
        return False
    joiner = here == "\u200d" or (before == "\u200d" and unicodedata.category(here) == "So")
    modifier = "\U0001f3fb" <= here <= "\U0001f3ff" or "\U000e0020" <= here <= "\U000e007f"
    return joiner or modifier or unicodedata.category(here).startswith("M")


def _unbalanced(text: str) -> frozenset[int]:
    """Where overrides stand, and what opens a direction without closing it or the other way round.

    Such a character turns what stands beside it; a reader has to see that it is there.
    """
    found: set[int] = set()
    opened: list[tuple[int, str]] = []
    for at, character in enumerate(text):
        if character == "\n":
            found.update(place for place, _ in opened)
            opened = []
        elif character in _OVERRIDES:
            found.add(at)
            opened.append((at, "\u202c"))
        elif character in _CLOSES:
            opened.append((at, _CLOSES[character]))
        elif character in "\u202c\u2069":
            if opened and opened[-1][1] == character:
                if opened[-1][0] in found:
                    found.add(at)
                opened.pop()
            else:
                found.add(at)
    return frozenset(found | {place for place, _ in opened})


def _broken(found: re.Match[str]) -> str:
    """A word that is longer than a line, with places to break."""
    text, parts, at = found.group(), [], 0
    while at < len(text):
        end = at + _STEP
        while end < len(text) and (
            unicodedata.category(text[end])[0] in "MC"
            or unicodedata.category(text[end - 1])[0] == "C"
        ):
            end += 1
        parts.append(text[at:end])
        at = end
    return _BREAK.join(parts)


def _merged(pieces: Iterator[str | Run]) -> Runs:
    """Strings beside each other as one."""
    found: Runs = []
    for one in pieces:
        if isinstance(one, str) and found and isinstance(found[-1], str):
            found[-1] += one
        else:
            found.append(one)
    return found
