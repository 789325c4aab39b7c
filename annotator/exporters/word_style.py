"""What one style of a Word file says (ECMA-376, 17.7.4): its characters, its lines, its name.

Sizes are in points; WordprocessingML counts halves of them, and distances in twentieths.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.exporters.word_xml import NOTHING, Xml, w


@dataclass(frozen=True, slots=True)
class Letters:
    """How characters look; what is None is as in the style it is based on."""

    font: str = ""
    size: float = 0
    bold: bool | None = None
    italic: bool = False
    strike: bool = False
    ink: str = ""
    fill: str = ""
    line: tuple[str, str] | None = None
    """The underline and its colour."""
    raised: bool = False

    def xml(self) -> Xml:
        found = []
        if self.font:
            names = dict.fromkeys(("ascii", "hAnsi", "cs"), self.font)
            found.append(w("rFonts", **names))
        if self.bold is not None:
            value = {} if self.bold else {"val": "0"}
            found += [w("b", **value), w("bCs", **value)]
        if self.italic:
            found += [w("i"), w("iCs")]
        if self.strike:
            found.append(w("strike"))
        if self.ink:
            found.append(w("color", val=self.ink))
        if self.size:
            half = round(self.size * 2)
            found += [w("sz", val=half), w("szCs", val=half)]
        if self.line:
            found.append(w("u", val=self.line[0], color=self.line[1]))
        if self.fill:
            found.append(w("shd", val="clear", color="auto", fill=self.fill))
        if self.raised:
            found.append(w("vertAlign", val="superscript"))
        return w("rPr", *found) if found else NOTHING


@dataclass(frozen=True, slots=True)
class Lines:
    """How a paragraph stands; distances in points, ``tabs`` in twentieths.

    ``border``: side, colour, eighths of a point, distance. ``outline``: the level of a heading, from 0.
    """

    keep: bool = False
    before: float = 0
    after: float = 0
    height: float = 0
    left: float = 0
    hanging: float = 0
    inset: float = 0
    border: tuple[str, str, int, int] | None = None
    tabs: tuple[tuple[str, int], ...] = ()
    listed: bool = False
    right: bool = False
    outline: int | None = None

    def xml(self) -> Xml:
        found = []
        if self.keep:
            found += [w("keepNext"), w("keepLines")]
        if self.listed:
            found.append(w("numPr", w("ilvl", val=0), w("numId", val=1)))
        if self.border:
            side, colour, thick, space = self.border
            found.append(w("pBdr", w(side, val="single", sz=thick, space=space, color=colour)))
        if self.tabs:
            stops = (w("tab", val=kind, pos=place) for kind, place in self.tabs)
            found.append(w("tabs", *stops))
        if self.before or self.after or self.height:
            found.append(self._spacing())
        if self.inset:
            found.append(w("ind", right=_twentieths(self.inset)))
        if self.left or self.hanging:
            left, hanging = _twentieths(self.left + self.hanging), _twentieths(self.hanging)
            found.append(w("ind", left=left, hanging=hanging))
        if self.right:
            found.append(w("jc", val="right"))
        if self.outline is not None:
            found.append(w("outlineLvl", val=self.outline))
        return w("pPr", *found) if found else NOTHING

    def _spacing(self) -> Xml:
        height: dict[str, str | int] = {}
        if self.height:
            height = {"line": _twentieths(self.height), "lineRule": "atLeast"}
        return w(
            "spacing", before=_twentieths(self.before), after=_twentieths(self.after), **height
        )


@dataclass(frozen=True, slots=True)
class Style:
    """One style; its id is its name without blanks, capitals where words begin."""

    name: str
    letters: Letters = field(default_factory=Letters)
    lines: Lines | None = None
    based: str = ""

    @property
    def id(self) -> str:
        own = {"annotation text": "CommentText", "annotation reference": "CommentReference"}
        bare = "".join(word[:1].upper() + word[1:] for word in self.name.split())
        return own.get(self.name, bare)

    def xml(self) -> Xml:
        kind = "character" if self.lines is None else "paragraph"
        base = self.based or ("DefaultParagraphFont" if self.lines is None else "Normal")
        lines = NOTHING if self.lines is None else self.lines.xml()
        follows = [w("next", val="Normal")] if self.name.startswith("heading") else []
        return w(
            "style",
            w("name", val=self.name),
            w("basedOn", val=base),
            *follows,
            w("qFormat"),
            lines,
            self.letters.xml(),
            type=kind,
            styleId=self.id,
            **({"customStyle": "1"} if self.name.startswith("Annotator") else {}),
        )


def _twentieths(points: float) -> int:
    return round(points * 20)
