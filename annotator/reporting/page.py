"""The article as a page: passages cut into pieces wherever a claim begins or ends.

Claims may overlap, nest, and run over the border of a passage. A piece lies in
the same claims from its first character to its last, so nested spans can draw
it: the innermost claim's fill on top, every claim's underline below each other.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from annotator.domain.article import Passage, PassageKind, Span
from annotator.domain.enclosed import Hyperlink
from annotator.reporting.words import web_address

DEPTH = 4
"""How many claims are drawn over one another; each keeps its number, however deep."""

KEPT = 30
"""A last word up to this long, in code points, is kept on the line of its note's mark."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A claim as the page draws it. ``shows`` is what a format wants of it."""

    span: Span
    look: str
    notes: tuple[object, ...]
    shows: object


class Token(NamedTuple):
    """One step of writing a passage.

    ``kind`` is open (a claim's span: ``value`` is its classes), close, number (of the
    claim in ``value``), text, or marks (the notes in ``value``, after the word ``text``).
    ``link`` is the web address that the text leads to, "" for none.
    """

    kind: str
    value: object = None
    text: str = ""
    link: str = ""


class Block(NamedTuple):
    """One passage, or a stretch between two that is not blank."""

    kind: str
    tokens: list[Token]


class Group(NamedTuple):
    """Blocks that stand together: list items in a list, furniture set aside."""

    kind: str
    blocks: list[Block]


def groups(
    text: str,
    passages: Sequence[Passage],
    claims: Sequence[Marked],
    links: Sequence[Hyperlink] = (),
) -> list[Group]:
    """The whole text, nothing left out, with its claims and links; all in reading order."""
    found: list[Group] = []
    cut = list(stretches(text, passages))
    sweep = _Sweep(text, claims, Linked(links))
    for index, passage in enumerate(cut):
        after = cut[index + 1].start if index + 1 < len(cut) else len(text) + 1
        block = Block(passage.kind.value, sweep.block(passage.span, after))
        kind = _GROUP.get(passage.kind, "text")
        if not found or found[-1].kind != kind:
            found.append(Group(kind, []))
        found[-1].blocks.append(block)
    return found


_GROUP = {
    PassageKind.LIST_ITEM: "list",
    PassageKind.BOILERPLATE: "furniture",
    PassageKind.QUOTATION: "quotation",
}


def stretches(text: str, passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, and what lies between them where it is not blank."""
    at = 0
    for passage in passages:
        yield from _between(text, at, passage.start)
        yield passage
        at = passage.end
    yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Passage]:
    inside = text[start:end]
    if inside.strip():
        start += len(inside) - len(inside.lstrip())
        yield Passage(PassageKind.BODY, start, start + len(inside.strip()))


@dataclass
class _Sweep:
    """Goes through the text once, and knows at every place which claims lie there."""

    text: str
    claims: Sequence[Marked]
    linked: Linked
    next: int = 0
    here: dict[int, Marked] = field(default_factory=dict)
    """By index, in reading order: the outer ones first."""
    ends: list[tuple[int, int]] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)

    def block(self, span: Span, after: int) -> list[Token]:
        """The tokens of one passage; ``after`` is where the next one begins."""
        self.tokens = []
        at = span.start
        while at < span.end:
            begun = self._begin(at)
            until = self._border(at, span.end)
            self._spans(begun)
            ended = self._end(after if until == span.end else until)
            self._write(at, until, [n for claim in ended for n in claim.notes])
            at = until
        self._close(0)
        if after > len(self.text):
            self._leave()
        return self.tokens

    def _begin(self, at: int) -> list[int]:
        begun = []
        while self.next < len(self.claims) and self.claims[self.next].span.start <= at:
            claim = self.claims[self.next]
            self.here[self.next] = claim
            heapq.heappush(self.ends, (max(claim.span.end, at + 1), self.next))
            begun.append(self.next)
            self.next += 1
        return begun

    def _border(self, at: int, end: int) -> int:
        """Where the next claim begins or ends, at the latest the passage's end."""
        if self.ends:
            end = min(end, max(self.ends[0][0], at + 1))
        if self.next < len(self.claims):
            end = min(end, max(self.claims[self.next].span.start, at + 1))
        return end

    def _end(self, until: int) -> list[Marked]:
        """Takes out the claims that end here, the inner ones first."""
        ended = []
        while self.ends and self.ends[0][0] <= until:
            ended.append(heapq.heappop(self.ends)[1])
        return [self.here.pop(index) for index in sorted(ended, reverse=True)]

    def _spans(self, begun: list[int]) -> None:
        """Closes and opens spans so that the innermost claims here are open, outer ones first."""
        wanted = list(islice(reversed(self.here), DEPTH))[::-1]
        same = 0
        while same < min(len(wanted), len(self.open)) and wanted[same] == self.open[same]:
            same += 1
        self._close(same)
        for index in begun:
            if index not in wanted:
                self._number(index)
        for depth, index in enumerate(wanted[same:], same):
            self.tokens.append(Token("open", f"claim {self.here[index].look} depth-{depth}"))
            self.open.append(index)
            if index in begun:
                self._number(index)

    def _number(self, index: int) -> None:
        self.tokens.append(Token("number", self.here[index].shows))

    def _close(self, depth: int) -> None:
        while len(self.open) > depth:
            self.tokens.append(Token("close"))
            self.open.pop()

    def _write(self, at: int, until: int, notes: list[object]) -> None:
        text = self.text[at:until]
        word = at + len(_last_word(text)[0]) if notes else until
        for start, end, link in self.linked.pieces(at, word):
            self.tokens.append(Token("text", text=self.text[start:end], link=link))
        if notes:
            *before, (start, end, link) = self.linked.pieces(word, until) or [(at, at, "")]
            for first, last, other in before:
                self.tokens.append(Token("text", text=self.text[first:last], link=other))
            self.tokens.append(Token("marks", notes, self.text[start:end], link))

    def _leave(self) -> None:
        """Claims that lie behind all visible text: nothing makes such, but none may be lost."""
        for index in self._begin(len(self.text)):
            self._number(index)
            if self.here[index].notes:
                self.tokens.append(Token("marks", list(self.here[index].notes)))


class Linked:
    """Which stretches of the text lead to a web address, asked from its beginning to its end."""

    def __init__(self, links: Sequence[Hyperlink]) -> None:
        self._links = [link for link in links if web_address(link.target)]
        self._next = 0

    def pieces(self, at: int, until: int) -> list[tuple[int, int, str]]:
        """``[at, until)`` cut wherever a link begins or ends: start, end, and the address."""
        found = []
        while at < until:
            while self._next < len(self._links) and self._links[self._next].end <= at:
                self._next += 1
            start, end, target = (
                self._links[self._next] if self._next < len(self._links) else (until, until, "")
            )
            inside = start <= at
            to = min(until, end if inside else start)
            found.append((at, to, target if inside else ""))
            at = to
        return found


def _last_word(text: str) -> tuple[str, str]:
    """The text before its last word, and that word with the blanks after it; none if too long."""
    start = len(text.rstrip())
    while start and not text[start - 1].isspace():
        start -= 1
        if len(text) - start > KEPT:
            return text, ""
    return text[:start], text[start:]
