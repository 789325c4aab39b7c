"""Fields of a Word file: what a program works out and writes into the text (ECMA-376, 17.16).

A field begins, has a code that nobody sees, is separated from its result, and ends; that may go over
several paragraphs, and fields stand in one another. The result is text like any other; a link is a
field, too, and so is a table of contents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from annotator.office.word_names import local, value

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_TAKES_ONE = ("\\o", "\\t")
"""Switches of HYPERLINK that are followed by something that is no address."""


def link_of(code: str) -> str:
    """Where a field with this code leads; empty where it is no link, or leads to a place of its own file."""
    tokens = _TOKEN.finditer(code)
    first = next(tokens, None)
    if first is None or first[0].upper() != "HYPERLINK":
        return ""
    address = anchor = ""
    for token in tokens:
        switch = token[0].lower()
        if switch == "\\l":
            anchor = _said(next(tokens, None))
        elif switch in _TAKES_ONE:
            next(tokens, None)
        elif not switch.startswith("\\"):
            address = address or _said(token)
    return f"{address}#{anchor}" if address and anchor else address


def _said(token: re.Match[str] | None) -> str:
    """What a word of a code says, without its quotes."""
    return "" if token is None else (token[1] or token[2] or "").replace("\\\\", "\\")


def is_contents(code: str) -> bool:
    """Whether a field with this code is a table of contents, of pictures or of what an index lists."""
    name, _, _ = code.strip().partition(" ")
    return name.upper() in ("TOC", "INDEX", "TOA")


@dataclass
class _Field:
    code: list[str] = field(default_factory=list)
    shown: bool = False
    """Its code is over: what follows is its result."""
    link: str = ""
    contents: bool = False

    def coded(self, code: str) -> None:
        """Its code is known."""
        self.shown, self.link, self.contents = True, link_of(code), is_contents(code)


@dataclass
class Fields:
    """The fields in which one stands while one goes through a document."""

    _open: list[_Field] = field(default_factory=list)
    _stray: frozenset[Any] = frozenset()
    """Beginnings that nothing ends; all that follows would be lost in them."""

    @classmethod
    def of(cls, document: Any) -> Fields:
        """Looks through a document for beginnings that have no end."""
        begun: list[Any] = []
        for one in document.iter("{*}fldChar"):
            if value(one, "fldCharType") == "begin":
                begun.append(one)
            elif value(one, "fldCharType") == "end" and begun:
                begun.pop()
        return cls(_stray=frozenset(begun))

    def meet(self, mark: Any) -> None:
        """Goes past a ``fldChar``."""
        kind = value(mark, "fldCharType")
        if kind == "begin" and mark not in self._stray:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].coded("".join(self._open[-1].code))
        elif kind == "end" and self._open:
            self._open.pop()

    def hear(self, code: Any) -> None:
        """Goes past a piece of code."""
        if self._open and not self._open[-1].shown:
            self._open[-1].code.append(code.text or "")

    def enter(self, simple: Any) -> None:
        """Goes into a ``fldSimple``, which has its code beside it; ``leave`` it afterwards."""
        one = _Field()
        one.coded(value(simple, "instr"))
        self._open.append(one)

    def leave(self) -> None:
        """The end of a ``fldSimple``."""
        del self._open[-1:]

    @property
    def visible(self) -> bool:
        """Whether what stands here is seen."""
        return all(one.shown for one in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether it is a line of a table of contents."""
        return any(one.contents for one in self._open)

    @property
    def link(self) -> str:
        """Where it leads."""
        return next((one.link for one in reversed(self._open) if one.link), "")


def is_gallery_of_contents(sdt: Any) -> bool:
    """Whether a content control (``sdt``) is the frame that Word puts around a table of contents."""
    return any(
        value(one).casefold() in ("table of contents", "tables of contents")
        for one in sdt.iter("{*}docPartGallery")
        if local(one)
    )
