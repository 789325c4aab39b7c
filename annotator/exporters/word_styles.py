"""The styles of the Word file, few and named: how everything in it looks (ECMA-376, 17.7).

Sizes are in points; WordprocessingML counts halves of them, and distances in twentieths.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from annotator.exporters.word_cues import CUES, DOT, LINE, MUTED, PAPER, TEXT
from annotator.exporters.word_xml import NOTHING, Xml, root, w

SERIF, SANS = "Times New Roman", "Arial"

WIDTH: Final = 9660
"""Of the text on a page of A4 with margins of 20 mm, in twentieths of a point."""


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


_TOP = ("top", LINE, 4, 5)
_SMALL = Letters(size=8, ink=MUTED)

PARAGRAPHS: Final = (
    Style("heading 1", Letters(SERIF, 18, bold=True), Lines(True, 0, 4, 23, outline=0)),
    Style("heading 2", Letters(SERIF, 13, bold=True), Lines(True, 16, 5, 17, outline=1)),
    Style("heading 3", Letters(size=8.5, bold=True), Lines(True, 8, 3, outline=2)),
    Style("Annotator First Line", _SMALL, Lines(after=9, tabs=(("right", WIDTH),))),
    Style("Annotator Muted", _SMALL, Lines()),
    Style("Annotator Line", Letters(SERIF, 9.5), Lines(before=1, height=12.5)),
    Style("Annotator Fact", Letters(), Lines(before=1, after=1)),
    Style("Annotator Claim Text", Letters(SERIF, 10), Lines(height=13)),
    Style("Annotator Brief", Letters(SERIF, 10), Lines(before=3, height=13, hanging=20)),
    Style("Annotator Under", Letters(size=7.5, ink=MUTED), Lines(left=20)),
    Style("Annotator Who", _SMALL, Lines(True, 3, 1)),
    Style("Annotator Flag", Letters(), Lines(before=3, hanging=46)),
    Style("Annotator Under Right", Letters(size=7.5, ink=MUTED), Lines(inset=20, right=True)),
    Style("Annotator Figure", Letters(SERIF, 19), Lines(height=22)),
    Style("Annotator Chart", Letters(size=8.5), Lines(before=10, after=3, height=19)),
    Style("Annotator Legend", _SMALL, Lines(after=6)),
    Style("Annotator Passage", Letters(SERIF, 11.5), Lines(after=8, height=19)),
    Style(
        "Annotator Passage Title", Letters(SERIF, 16, bold=True), Lines(True, 4, 8, 24, outline=2)
    ),
    Style(
        "Annotator Passage Heading",
        Letters(SERIF, 12.5, bold=True),
        Lines(True, 8, 6, 20, outline=2),
    ),
    Style("Annotator Passage List", Letters(), Lines(listed=True), "AnnotatorPassage"),
    Style(
        "Annotator Passage Quotation",
        Letters(),
        Lines(left=14, border=("left", LINE, 18, 9)),
        "AnnotatorPassage",
    ),
    Style("Annotator Passage Caption", Letters(italic=True), Lines(), "AnnotatorPassage"),
    Style("Annotator Furniture", _SMALL, Lines(after=4)),
    Style("Annotator Note", Letters(), Lines(before=1, after=1)),
    Style("Annotator Verdict", Letters(SERIF, 20, bold=True), Lines(True, 12, 3, 25, outline=1)),
    Style("Annotator Counts", Letters(size=9.5, ink=MUTED), Lines(after=8)),
    Style("Annotator End", Letters(size=8, ink=MUTED), Lines(before=1.5, right=True)),
    Style("Annotator Choices", Letters(size=9), Lines(before=18, after=28)),
    Style("Annotator Gap", Letters(size=1), Lines(height=2)),
    Style("Annotator Sign", Letters(size=7, ink=MUTED), Lines(border=("top", TEXT, 6, 3))),
    Style("annotation text", Letters(size=8.5), Lines(after=2)),
    Style(
        "footer",
        Letters(size=7, ink=MUTED),
        Lines(before=6, border=_TOP, tabs=(("left", 6200), ("right", WIDTH))),
    ),
)

CHARACTERS: Final = (
    Style("Hyperlink", Letters(line=("single", DOT))),
    Style("annotation reference", Letters(size=8)),
    Style("Annotator Claim Number", Letters(SANS, 11, bold=True, raised=True)),
    Style("Annotator Number", Letters(SANS, 8.5, bold=True)),
    Style("Annotator Strong", Letters(bold=True, ink=TEXT)),
    Style("Annotator Quiet", Letters(SANS, 8, bold=False, ink=MUTED)),
    Style("Annotator New Words", Letters(fill=PAPER, line=("single", TEXT))),
    Style("Annotator Dropped Words", Letters(strike=True, ink=MUTED)),
)


def styles(language: str) -> Xml:
    """The part: defaults, then paragraphs, characters, tables. ``language`` is that of our labels."""
    letters = w(
        "rPr",
        w("rFonts", ascii=SANS, hAnsi=SANS, eastAsia=SANS, cs=SANS),
        w("sz", val=17),
        w("szCs", val=17),
        w("lang", val=language, eastAsia="zh-CN", bidi="ar-SA"),
    )
    lines = w("pPr", w("spacing", after=0, line=236, lineRule="atLeast"))
    defaults = w("docDefaults", w("rPrDefault", letters), w("pPrDefault", lines))
    rows = [*PARAGRAPHS, *CHARACTERS, *_claims()]
    return root("w:styles", defaults, *_BUILT_IN, *(row.xml() for row in rows), _TABLE, spaces="w")


def _claims() -> list[Style]:
    """For each outcome how its claims are marked, and how its name is written."""
    found = []
    for cue in CUES.values():
        line = (cue.line, cue.colour) if cue.line else None
        word = " ".join(("Annotator", "Claim", _apart(cue.claim)))
        found.append(Style(word, Letters(fill=cue.fill, line=line)))
        ink = MUTED if cue.colour == DOT else cue.colour
        word = " ".join(("Annotator", "Ink", _apart(cue.claim)))
        found.append(Style(word, Letters(bold=cue.strong, ink=ink)))
    return found


def _apart(claim: str) -> str:
    name = claim.removeprefix("AnnotatorClaim")
    return "".join(f" {one}" if one.isupper() and place else one for place, one in enumerate(name))


_BUILT_IN: Final = (
    w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        w("rPr", w("color", val=TEXT)),
        type="paragraph",
        default="1",
        styleId="Normal",
    ),
    w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("uiPriority", val=1),
        w("semiHidden"),
        type="character",
        default="1",
        styleId="DefaultParagraphFont",
    ),
    w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w(
            "tblPr",
            w("tblInd", w=0, type="dxa"),
            w(
                "tblCellMar",
                w("top", w=0, type="dxa"),
                w("left", w=0, type="dxa"),
                w("bottom", w=0, type="dxa"),
                w("right", w=120, type="dxa"),
            ),
        ),
        type="table",
        default="1",
        styleId="TableNormal",
    ),
)

_TABLE: Final = w(
    "style",
    w("name", val="Annotator Table"),
    w("basedOn", val="TableNormal"),
    w("qFormat"),
    w(
        "tblPr",
        w(
            "tblBorders",
            *(w(side, val="single", sz=4, space=0, color=LINE) for side in ("top", "bottom")),
            w("insideH", val="single", sz=4, space=0, color=LINE),
        ),
        w(
            "tblCellMar",
            w("top", w=80, type="dxa"),
            w("left", w=0, type="dxa"),
            w("bottom", w=90, type="dxa"),
            w("right", w=140, type="dxa"),
        ),
    ),
    w("tblStylePr", w("rPr", w("b"), w("bCs"), w("color", val=MUTED)), type="firstRow"),
    type="table",
    customStyle="1",
    styleId="AnnotatorTable",
)


def _twentieths(points: float) -> int:
    return round(points * 20)
