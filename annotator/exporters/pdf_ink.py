"""What the template of the PDF draws, as plain values: runs of text, and where links lead.

A list is text to print: strings, and ``Run``s among them. Nothing else that is printed stands anywhere
but in a list, and whatever stands in a run beside its list ``r`` is ours: the name of a look, of a place,
an address. So one walk over the data finds every character that has to have a font.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from string import Formatter
from typing import Any, NamedTuple

from annotator.domain.edition import Section
from annotator.domain.report import Outcome
from annotator.reporting import words
from annotator.reporting.labels import Labels
from annotator.reporting.words import Look, Ref

Run = dict[str, Any]
Runs = list[Any]
"""Strings and runs."""

Block = dict[str, Any]
"""What the template draws by itself: ``k`` says how. ``w`` weighs it where a report is cut in parts."""

_RTL = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""What may turn the line it stands in (Unicode 15, blocks written from right to left)."""

FIRST, LAST = "\u2068", "\u2069"
"""First strong isolate, and its end (UAX 9)."""


def alone(text: str) -> str:
    """Text from outside in a line of ours: its direction does not turn what stands beside it."""
    return f"{FIRST}{text}{LAST}" if _RTL.search(text) else text


def run(kind: str, inside: Runs, **about: object) -> Run:
    """One run; ``about`` is what its kind wants to know."""
    return {"k": kind, "r": inside, **about}


def bold(*inside: object) -> Run:
    """In bold."""
    return run("b", list(inside))


def muted(*inside: object) -> Run:
    """In grey."""
    return run("m", list(inside))


def glyph(look: Look) -> Run:
    """The cue beside a colour."""
    return run("g", [look.glyph], look=look.name)


def cued(look: Look, word: str = "") -> Runs:
    """An outcome's word after its cue; what nobody has judged has no cue."""
    said = word or look.word
    return [said] if look.outcome is Outcome.UNTAGGED else [glyph(look), " ", said]


def inked(look: Look, word: str = "") -> Run:
    """An outcome in a line of text."""
    return whole(run("k", cued(look, word), look=look.name))


def chip(look: Look) -> Run:
    """An outcome as the page paints it."""
    return run("chip", cued(look), look=look.name)


def whole(*inside: object) -> Run:
    """What stays on one line. A no-break space will not do: it is one more layer of marks in the PDF, in
    which a reader that asks for the text of a tag (Poppler's) loses the rest of the line.
    """
    return run("whole", list(inside))


def separated(parts: Iterable[Runs], by: str = " · ") -> Runs:
    """The parts that are not empty, with this between them."""
    found: Runs = []
    for part in parts:
        if part:
            found += [by, *part] if found else part
    return found


def para(inside: Runs, direction: str = "ltr", style: str = "") -> dict[str, Any]:
    """A paragraph: its runs, its direction, and how it is drawn."""
    return {"r": inside, "dir": direction, "style": style}


def pieces(changed: Iterable[tuple[str, str]]) -> Iterator[Run | str]:
    """A proposed wording with its changes marked."""
    kinds, before = {"dropped": "x", "new": "n"}, ""
    for text, kind in changed:
        if (before, kind) == ("dropped", "new"):
            yield " "
        before = kind
        yield run(kinds[kind], [text]) if kind in kinds else text


class Places(NamedTuple):
    """Which parts of the report are printed, so that a link can lead there."""

    page: bool = False
    rows: bool = False
    items: bool = False
    wordings: bool = False

    @classmethod
    def of(cls, sections: Set[Section]) -> Places:
        """The places of a report with these sections."""
        return cls(
            Section.ARTICLE in sections,
            Section.CLAIMS in sections,
            Section.EVIDENCE in sections,
            Section.DECIDE in sections,
        )


class Pen:
    """How one report is written: its labels, which places it has, and how those are called.

    ``prefix`` begins the name of every place, so that several reports can stand in one file.
    ``many``: more than one analyst judged, so notes say whose they are. ``names`` gathers what the
    places that are linked mean in words.
    """

    def __init__(self, t: Labels, places: Places, *, prefix: str = "", many: bool = False) -> None:
        self.t = t
        self.places = places
        self.many = many
        self.names: dict[str, str] = {}
        self._prefix = prefix
        self._page, self._row = t("{claim}, in the article"), t("{claim}, in the list of claims")

    def says(self, label: str, **values: str | Runs | Run) -> Runs:
        """A label with its values in it, which may be runs; text from outside stands alone."""
        found: Runs = []
        for before, name, _, _ in Formatter().parse(self.t(label)):
            if before:
                found.append(before)
            if name is not None:
                value = values[name]
                found += value if isinstance(value, list) else [value]
        return found

    def counted(self, number: int, one: str, many: str, **values: str | Runs | Run) -> Runs:
        """As ``says``, for one or for many; both may name ``{n}``."""
        return self.says(one if number == 1 else many, n=self.t.number(number), **values)

    def people(self, names: Sequence[str]) -> str:
        """Such as "Ann, Ben and Chloé"; who has no name is left out."""
        return self.t.listed([alone(name) for name in names if name])

    def link(self, target: str, inside: Runs, own: str = "", name: str = "") -> Run:
        """A link inside the report. ``own``: the place that it is itself, where it leads if it has no
        target; ``name``: what it leads to.
        """
        place = f"{self._prefix}{own}" if own else ""
        to = f"{self._prefix}{target}" if target else place
        if name:
            self.names.setdefault(to, name)
        return run("a", inside, to=f"x:{place}>{to}")

    def web(self, address: str, shown: str) -> Run | str:
        """An address of the web, or its words alone where it can be no link."""
        return run("w", [alone(shown)], to=address) if address else alone(shown)

    def called(self, place: str, ref: Ref) -> str:
        """What the place of a claim is called: "c" is its number on the page, "r" in the list."""
        return (self._row if place == "r" else self._page).format(claim=ref.name)

    def claim(self, ref: Ref, *, listed: bool = False) -> Run | str:
        """A claim's number; it leads to the article, or to the list where ``listed`` is preferred."""
        page, row = self.places.page, self.places.rows
        if not (page or row) or not ref.label:
            return ref.label
        place = "r" if (listed and row) or not page else "c"
        return self.link(f"{place}{ref.key}", [ref.label], name=self.called(place, ref))

    def number(self, ref: Ref, inside: Runs) -> Run | Runs:
        """A claim's number on the page, which leads to its row and is a place itself."""
        target = f"r{ref.key}" if self.places.rows else ""
        name = self.called("r" if target else "c", ref)
        return self.link(target, inside, own=f"c{ref.key}", name=name)

    def row(self, ref: Ref) -> Runs:
        """A claim's number in the list, which leads to the page and is a place itself."""
        if not ref.label:
            return []
        target = f"c{ref.key}" if self.places.page else ""
        name = self.called("c" if target else "r", ref)
        return [self.link(target, [ref.label], own=f"r{ref.key}", name=name)]

    def brief(self, text: str, size: int = 140) -> Runs:
        """The beginning of a claim, for a list."""
        return [words.first_words(" ".join(text.split()), size)]
