"""Reading an RTF file from its first brace to its last, without recursion."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from annotator.domain.article import PassageKind
from annotator.domain.errors import AnnotatorError
from annotator.importers.rtf.coding import decoded
from annotator.importers.rtf.group import AWAITED, Goes, Group
from annotator.importers.rtf.head import Head
from annotator.importers.rtf.story import Story
from annotator.importers.rtf.tokens import Kind, Token, tokens

DEEPEST = 2_000
"""Braces in braces; a word processor nests a few dozen."""

Act = Callable[["Reader", int | None], None]
"""What a control word does, given its number."""

_CUT_SHORT = "It stops in the middle, before its last brace: get the whole file, or save it anew in a word processor."
_TOO_DEEP = f"Its braces stand more than {DEEPEST:,} deep: save it anew in a word processor."
_SYMBOLS = {
    b"~": "\u00a0",
    b"_": "\u2011",
    b"\t": "\t",
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
}
"""Backslash and one character; of those that stand here for none, a hyphen that may be is the usual one."""


class Reader:
    """Where it has come to, and what it has read so far."""

    def __init__(self, words: dict[bytes, Act], ends: dict[bytes, Act], codec: str = "") -> None:
        self.head = Head()
        self.story = Story()
        self.group = Group(self.story)
        self.changes = 0
        """Stretches that were inserted or deleted, as the file has tracked them."""
        self.replaced = 0
        """Characters that fitted no code page."""
        self.author = ""
        """Who wrote the comment that follows, or is being read."""
        self.made = self.reference = ""
        """When, and which of ``places`` it stands on."""
        self.places: dict[str, list[int]] = {}
        """Where the words that comments stand on begin and end."""
        self._words, self._ends = words, ends
        self._codec = codec
        self._outer: list[Group] = []
        self._bytes = bytearray()
        self._passed = 0
        """Characters still to be passed over."""
        self._tracked = (False, False)

    def read(self, data: bytes) -> None:
        """Reads it all. Raises AnnotatorError where it stops in the middle, or stands too deep."""
        acts: dict[Kind, Callable[[Token], None]] = {
            Kind.OPEN: self._open,
            Kind.CLOSE: self._close,
            Kind.WORD: self._word,
            Kind.SYMBOL: self._symbol,
            Kind.BYTES: self._text,
            Kind.BYTE: self._text,
        }
        for token in tokens(data):
            acts[token.kind](token)
            if token.kind is Kind.CLOSE and not self._outer:
                return
        raise AnnotatorError(_CUT_SHORT)

    def begin(self, name: bytes, goes: Goes = Goes.NOTED) -> None:
        """The group's words go to this destination from here on."""
        group = self.group
        group.name, group.goes, group.begins, group.noted = name, goes, True, []

    def put(self, text: str) -> None:
        """Text, or a sign that a word stands for."""
        self.flush()
        group = self.group
        if group.goes is Goes.NOTED:
            group.noted.append(text)
        elif group.goes is Goes.TEXT:
            self._put_seen(text)

    def pass_over(self) -> None:
        """What follows says the same to readers that know no Unicode."""
        self._passed = self.group.skips

    def kind(self) -> PassageKind:
        """What the open paragraph is, if it ended here."""
        group = self.group
        if group.contents:
            return PassageKind.BOILERPLATE
        found = self.head.kind(group.style, group.outline)
        if found in (None, PassageKind.QUOTATION) and (group.listed or group.story.listed):
            return PassageKind.LIST_ITEM
        return found or PassageKind.BODY

    def flush(self) -> None:
        """The bytes so far are whole characters."""
        if not self._bytes:
            return
        data, group = bytes(self._bytes), self.group
        self._bytes.clear()
        if group.goes in (Goes.NOWHERE, Goes.WAITING):
            return
        text = decoded(data, self._codec or group.codec or self.head.default_codec())
        self.replaced += text.count("\ufffd")
        if group.goes is Goes.NOTED:
            group.noted.append(text)
        else:
            self._put_seen(text)

    def _put_seen(self, text: str) -> None:
        group = self.group
        tracked = (group.deleted, group.inserted)
        if tracked != self._tracked:
            self._tracked = tracked
            self.changes += any(tracked)
        if not (group.hidden or group.deleted):
            group.story.open.add(text, group.link)

    def _open(self, _token: Token) -> None:
        self.flush()
        self._passed = 0
        if len(self._outer) >= DEEPEST:
            raise AnnotatorError(_TOO_DEEP)
        self._outer.append(self.group)
        self.group = replace(self.group, begins=False, starred=False)

    def _close(self, _token: Token) -> None:
        self.flush()
        self._passed = 0
        if self.group.begins and self.group.name in self._ends:
            self._ends[self.group.name](self, None)
        self.group = self._outer.pop() if self._outer else self.group

    def _word(self, token: Token) -> None:
        self._passed = 0
        group = self.group
        if group.goes is Goes.NOWHERE:
            return
        if group.goes is Goes.WAITING and token.data != AWAITED[group.name]:
            return
        act = self._words.get(token.data)
        if act is not None:
            self.flush()
            act(self, token.number)
        elif group.starred:
            group.goes = Goes.NOWHERE
        group.starred = False

    def _symbol(self, token: Token) -> None:
        if token.data == b"*":
            self.flush()
            self.group.starred = True
        elif token.data in b"\\{}":
            self._text(token)
        elif token.data in b"\r\n":
            self._word(Token(Kind.WORD, b"par"))
        elif token.data in _SYMBOLS:
            self.put(_SYMBOLS[token.data])

    def _text(self, token: Token) -> None:
        data = token.data
        if self._passed:
            passed = min(self._passed, len(data))
            self._passed -= passed
            data = data[passed:]
        if self.group.goes not in (Goes.NOWHERE, Goes.WAITING):
            self._bytes += data

    def around(self, name: bytes = b"") -> Group:
        """The group around this one; the next that does not belong to the destination ``name``."""
        found = (one for one in reversed(self._outer) if one.name != name or not name)
        return next(found, self.group)
