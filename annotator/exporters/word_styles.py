"""The styles of the Word file, few and named: how everything in it looks (ECMA-376, 17.7)."""

from __future__ import annotations

from typing import Final

from annotator.exporters.word_cues import CUES, DOT, LINE, MUTED, SELECTION, TEXT
from annotator.exporters.word_style import Letters, Lines, Style
from annotator.exporters.word_xml import Xml, root, w

SERIF, SANS = "Times New Roman", "Arial"

WIDTH: Final = 9660
"""Of the text on a page of A4 with margins of 20 mm, in twentieths of a point."""


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
    Style("Annotator New Words", Letters(fill=SELECTION, line=("single", TEXT))),
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
