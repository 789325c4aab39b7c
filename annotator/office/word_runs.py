"""What stands inside a paragraph of a Word file: runs, and what is around and between them.

ECMA-376, part 1, 17.3.2 (runs), 17.3.3 (what they hold), 17.13.5 (tracked changes), 17.16 (fields).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from annotator.office.word_fields import Fields
from annotator.office.word_names import child, is_on, local, relation, said, value
from annotator.office.word_styles import Styles
from annotator.office.word_symbols import has_symbols, symbol

BREAK: Final = "\v"
"""A line end inside a paragraph."""

CHANGES: Final = ("ins", "del", "moveTo")
"""Tracked changes; what was moved is counted where it went."""

GOES: Final = ("del", "moveFrom")
"""Those by which something goes."""

RANGES: Final = {"commentRangeStart": "comment begins", "commentRangeEnd": "comment ends"}
BESIDE: Final = ("pPr", "rPr", "tcPr", "tblPr", "trPr", "sdtPr", "sdtEndPr", "tblGrid", "sectPr")
"""What says how something looks, and holds no text."""

_SIGNS: Final = {
    "tab": "\t",
    "ptab": "\t",
    "br": BREAK,
    "cr": BREAK,
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_REFERENCES: Final = {
    "commentReference": "comment",
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
}
_PRIVATE: Final = re.compile("[\uf020-\uf0ff]")
_HOLDS_BOXES: Final = ("drawing", "pict", "object")


class Piece(NamedTuple):
    """Words, and where they stand.

    ``holder`` is the element that holds them, ``run`` the run which that is in; both are
    None for what no element holds (the stroke between two cells), ``run`` for a formula.
    """

    text: str
    holder: Any = None
    run: Any = None
    link: str = ""


class Note(NamedTuple):
    """A place: "comment begins", "comment ends", "comment", "footnote", "endnote", of the one with this id."""

    kind: str
    id: str


@dataclass
class Changes:
    """Counts tracked changes; one that goes on over several runs or paragraphs is one."""

    found: int = 0
    last: tuple[str, str, str] | None = None
    """The change counted last, where no other text came between."""

    def meet(self, one: Any) -> None:
        """Goes past one."""
        change = (local(one), value(one, "author"), value(one, "date"))
        self.found += change != self.last
        self.last = change


@dataclass
class Runs:
    """Goes through one paragraph after another.

    ``targets``: the ids of relationships → the addresses they lead to. Of the last paragraph
    ``boxes`` are the text boxes that were met, and ``left_out`` says whether it was, as a line of a
    table of contents.
    """

    styles: Styles
    targets: Mapping[str, str]
    fields: Fields = field(default_factory=Fields)
    changes: Changes = field(default_factory=Changes)
    boxes: list[Any] = field(default_factory=list)
    left_out: bool = False
    _pieces: list[Piece | Note] = field(default_factory=list)
    _gone: bool = False
    """It was deleted."""
    _hides: bool = False
    """The paragraph's style hides it."""
    _links: list[str] = field(default_factory=list)
    _enter: dict[str, Callable[[Any], None]] = field(init=False)
    """What goes through an element of this name, which holds runs."""

    def __post_init__(self) -> None:
        self._enter = {
            "r": self._run,
            "hyperlink": self._hyperlink,
            "fldSimple": self._simple_field,
            "sdt": self._control,
            "ins": self._coming,
            "moveTo": self._coming,
            "del": self._going,
            "moveFrom": self._going,
            "mc:AlternateContent": self._alternatives,
        }

    def read(self, paragraph: Any, pieces: list[Piece | Note]) -> None:
        """Adds what stands in a paragraph to ``pieces``."""
        self._pieces, self.boxes, self.left_out = pieces, [], False
        self._hides = self.styles.hides(self.styles.of_paragraph(child(paragraph, "pPr")))
        self._inside(paragraph)

    def _inside(self, parent: Any) -> None:
        for one in parent:
            name = local(one)
            enter = self._enter.get(name)
            if enter is not None:
                enter(one)
            elif name in RANGES:
                self._pieces.append(Note(RANGES[name], value(one, "id")))
            elif name == "m:t" and not self._gone:
                self._add(one.text or "", one, None)
            elif name and name not in BESIDE:
                self._inside(one)

    def _hyperlink(self, one: Any) -> None:
        target, anchor = self.targets.get(relation(one), ""), value(one, "anchor")
        self._links.append(f"{target}#{anchor}" if target and anchor else target)
        self._inside(one)
        self._links.pop()

    def _simple_field(self, one: Any) -> None:
        self.fields.enter(one)
        self._inside(one)
        self.fields.leave()

    def _control(self, one: Any) -> None:
        if child(one, "sdtPr", "showingPlcHdr") is None:
            self._inside(one)

    def _coming(self, one: Any) -> None:
        self.changes.meet(one)
        change = self.changes.last
        self._inside(one)
        self.changes.last = change

    def _going(self, one: Any) -> None:
        if local(one) in CHANGES:
            self.changes.meet(one)
        gone, self._gone = self._gone, True
        self._inside(one)
        self._gone = gone

    def _alternatives(self, one: Any) -> None:
        self._inside(chosen(one))

    def _run(self, run: Any) -> None:
        hidden = self._gone or self._is_hidden(run)
        marked = False
        for one in run:
            name = local(one)
            if name == "t":
                if not hidden and not marked:
                    self._add(_words(one, run), one, run)
            elif name == "fldChar":
                self.fields.meet(one)
            elif name == "instrText":
                self.fields.hear(one)
            elif name in _REFERENCES:
                self._pieces.append(Note(_REFERENCES[name], value(one, "id")))
                marked = marked or value(one, "customMarkFollows") in ("1", "true", "on")
            elif not hidden:
                self._other(name, one, run)

    def _other(self, name: str, one: Any, run: Any) -> None:
        """What else may stand in a run."""
        if name in _SIGNS:
            self._add(_SIGNS[name], one, run)
        elif name == "sym":
            self._add(symbol(value(one, "font"), value(one, "char")), one, run)
        elif name == "ruby":
            base = child(one, "rubyBase")
            self._inside(base if base is not None else ())
        elif name == "mc:AlternateContent":
            for inner in chosen(one):
                self._other(local(inner), inner, run)
        elif name in _HOLDS_BOXES:
            self.boxes += _boxes(one)

    def _add(self, text: str, holder: Any, run: Any) -> None:
        if not text or not self.fields.visible:
            return
        if self.fields.in_contents:
            self.left_out = self.left_out or bool(text.strip())
            return
        self.changes.last = None
        link = self.fields.link or next(filter(None, reversed(self._links)), "")
        self._pieces.append(Piece(text, holder, run, link))

    def _is_hidden(self, run: Any) -> bool:
        properties = child(run, "rPr")
        direct = is_on(properties, "vanish")
        if direct is not None:
            return direct
        style = said(properties, "rStyle")
        return self._hides or self.styles.hides(style)


def chosen(alternatives: Any) -> Any:
    """The first of several ways to say the same, as newer programs read it."""
    found = child(alternatives, "mc:Choice")
    if found is None:
        found = child(alternatives, "mc:Fallback")
    return () if found is None else found


def _boxes(holder: Any) -> Iterator[Any]:
    """The text boxes in a drawing, each once, whatever stands in one another."""
    for one in holder:
        if local(one) == "txbxContent":
            yield one
        elif local(one) == "mc:AlternateContent":
            yield from _boxes(chosen(one))
        elif type(one.tag) is str:
            yield from _boxes(one)


def _words(holder: Any, run: Any) -> str:
    """What an element ``t`` holds; blanks at its ends count only where it says so."""
    text: str = holder.text or ""
    if holder.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
        text = text.strip(" \t\r\n")
    if not _PRIVATE.search(text):
        return text
    fonts = child(run, "rPr", "rFonts")
    font = "" if fonts is None else value(fonts, "ascii") or value(fonts, "hAnsi")
    if not has_symbols(font):
        return text
    return _PRIVATE.sub(lambda sign: symbol(font, f"{ord(sign[0]):X}"), text)
