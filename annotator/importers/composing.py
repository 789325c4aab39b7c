"""Putting an article's text together from what a format has: passages, links, remarks.

Formats with marks (HTML, Word, Markdown and their like) have paragraphs where a text file has
lines. Their text is composed in one way, so that the same article saved in two of them is
the same text: passages stand apart by a blank line, items of one list by a line end; inside
a passage a run of blanks is one space, as a browser shows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.domain.article import Passage, PassageKind
from annotator.domain.enclosed import Hyperlink, Remark, RemarkKind

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
BETWEEN, IN_LIST = "\n\n", "\n"


class Composed(NamedTuple):
    """A text with its passages in order, its links and remarks by code points of it."""

    text: str
    passages: tuple[Passage, ...]
    links: tuple[Hyperlink, ...]
    remarks: tuple[Remark, ...]


@dataclass
class Composer:
    """Takes an article piece by piece, in reading order.

    ``begin`` a passage, ``add`` its words, ``end`` it; what has nothing to see leaves no trace.
    ``at`` is where the next character to be seen will stand, so that places can be noted
    while one reads. Add what belongs together in one link in one call or in several.
    """

    _done: list[str] = field(default_factory=list)
    _length: int = 0
    _kind: PassageKind = PassageKind.BODY
    _words: list[str] = field(default_factory=list)
    _here: int = 0
    """Code points in ``_words``."""
    _space: str = ""
    """A blank or line end that came, and stands only if something follows it."""
    _last: PassageKind | None = None
    _passages: list[Passage] = field(default_factory=list)
    _links: list[Hyperlink] = field(default_factory=list)
    _remarks: list[Remark] = field(default_factory=list)

    @property
    def at(self) -> int:
        """Where the next character to be seen will stand, in code points of the whole text."""
        return self._start + self._here + (len(self._space) if self._here else 0)

    @property
    def end_at(self) -> int:
        """Where the last character that is seen ends."""
        return self._start + self._here

    @property
    def _start(self) -> int:
        return self._length + len(self._gap())

    def begin(self, kind: PassageKind = PassageKind.BODY) -> None:
        """Begins a passage; one that is open comes to its end."""
        self.end()
        self._kind = kind

    def add(self, text: str, link: str = "") -> None:
        """Adds words, which lead to ``link`` where that is not empty. Blanks run together."""
        said = _BLANKS.sub(" ", clean(text))
        words = said.strip(" ")
        if said.startswith(" "):
            self._space = self._space or " "
        start = self.at
        if words:
            self._put(words)
            if said.endswith(" "):
                self._space = self._space or " "
        self._lead(start, link)

    def add_exactly(self, text: str) -> None:
        """Adds words whose blanks and line ends are meant, as in ``pre``."""
        for number, line in enumerate(clean(text).split("\n")):
            if number:
                self.break_line()
            if line.strip():
                self._put(line if self._here else line.lstrip())

    def break_line(self) -> None:
        """A line end inside the passage, as ``br`` makes it."""
        if self._here:
            self._space = (self._space if self._space.startswith("\n") else "") + "\n"

    def end(self) -> None:
        """The passage is over; blanks of any kind at its end go."""
        words = "".join(self._words).rstrip()
        if words:
            start = self._start
            self._done += [self._gap(), words]
            self._length = start + len(words)
            self._passages.append(Passage(self._kind, start, self._length))
            self._last = self._kind
            if len(words) < self._here:
                self._take_back(start)
        self._words, self._here, self._space = [], 0, ""

    def remark(
        self,
        kind: RemarkKind,
        start: int,
        end: int,
        text: str,
        *,
        author: str = "",
        made: str = "",
        links: tuple[str, ...] = (),
    ) -> None:
        """Notes what the writer said of ``[start, end)``, places that ``at`` and ``end_at`` gave."""
        said = clean(text).strip()
        if said:
            self._remarks.append(Remark(kind, start, end, said, clean(author), made, links))

    def composed(self) -> Composed:
        """All of it."""
        self.end()
        text = "".join(self._done)
        links = tuple(link for link in self._links if link.end <= len(text))
        remarks = tuple(
            one._replace(
                start=min(one.start, len(text)), end=min(max(one.end, one.start), len(text))
            )
            for one in self._remarks
        )
        return Composed(text, tuple(self._passages), links, remarks)

    def _gap(self) -> str:
        """What stands between the passage before and this one."""
        if self._last is None:
            return ""
        items = self._last is self._kind is PassageKind.LIST_ITEM
        return IN_LIST if items else BETWEEN

    def _take_back(self, start: int) -> None:
        """What stood on blanks at the end of the passage that began at ``start`` ends with its words."""
        end = self._length
        while self._links and self._links[-1].start >= end:
            self._links.pop()
        if self._links and self._links[-1].end > end:
            self._links[-1] = self._links[-1]._replace(end=end)
        for at in range(len(self._remarks) - 1, -1, -1):
            one = self._remarks[at]
            if one.end < start:
                break
            self._remarks[at] = one._replace(start=min(one.start, end), end=min(one.end, end))

    def _put(self, piece: str) -> None:
        if not self._here and not (piece := piece.lstrip()):
            return
        if self._here and self._space:
            self._words.append(self._space)
            self._here += len(self._space)
        self._space = ""
        self._words.append(piece)
        self._here += len(piece)

    def _lead(self, start: int, target: str) -> None:
        """Says where the words since ``start`` lead, if anywhere."""
        if not target or self.end_at <= start:
            return
        last = self._links[-1] if self._links else None
        if last and last.target == target and last.end >= start - 1:
            self._links[-1] = last._replace(end=self.end_at)
        else:
            self._links.append(Hyperlink(start, self.end_at, target))


def clean(text: str) -> str:
    """The text without what no text has: controls go, halves of a pair are joined or replaced."""
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _CONTROLS.sub("", text)
