"""Tables, and what else has a place of its own on the page: their widths are fixed, in twentieths of a point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from annotator.exporters.word_cues import LINE, TEXT
from annotator.exporters.word_package import Package
from annotator.exporters.word_styles import WIDTH
from annotator.exporters.word_xml import NOTHING, Xml, element, paragraph, run, w

EMU: Final = 12_700
"""English metric units in a point."""

LOGO: Final = (125.0, 32.0)
"""As wide and as high as a logo may be, in points."""

Cell = Sequence[Xml]
"""The paragraphs of a cell."""


def table(
    widths: Sequence[int],
    rows: Iterable[Sequence[Cell]],
    *,
    about: str,
    head: Sequence[str] = (),
    lined: bool = True,
    whole: bool = False,
) -> Xml:
    """A table; ``about`` says to whoever cannot see it what it is.

    ``head`` are the names of its columns: a row that is repeated on each page. ``whole`` keeps
    each row on one page.
    """
    style = "AnnotatorTable" if lined else "TableNormal"
    top = "1" if head else "0"
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020" if head else "0000", firstRow=top, lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"),
        w("tblCaption", val=about),
    )  # fmt: skip
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    cells = [w("tcPr", w("tcW", w=width, type="dxa")) for width in widths]
    kept = w("trPr", w("cantSplit")) if whole else NOTHING
    body = [_row(kept, cells, row) for row in rows]
    if head:
        named = [(paragraph("AnnotatorMuted", run(name, "AnnotatorStrong")),) for name in head]
        body.insert(0, _row(w("trPr", w("cantSplit"), w("tblHeader")), cells, named))
    return w("tbl", properties, grid, *body)


def _row(kept: Xml, properties: Sequence[Xml], cells: Sequence[Cell]) -> Xml:
    inside = "".join(
        f"<w:tc>{about}{''.join(cell) or _EMPTY}</w:tc>"
        for about, cell in zip(properties, cells, strict=True)
    )
    return Xml(f"<w:tr>{kept}{inside}</w:tr>")


_EMPTY: Final = "<w:p/>"


def headline(left: Cell, right: Cell, *, about: str) -> Xml:
    """The head of a report: two cells that end at the same height, on a strong line."""
    widths = shares(68, 32)
    line = w("bottom", val="single", sz=12, space=0, color=TEXT)
    cells = [
        w(
            "tcPr",
            w("tcW", w=width, type="dxa"),
            w("tcBorders", line),
            w("tcMar", w("bottom", w=150, type="dxa")),
            w("vAlign", val="bottom"),
        )
        for width in widths
    ]
    properties = w(
        "tblPr",
        w("tblStyle", val="TableNormal"),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0000", firstRow="0", firstColumn="0"),
        w("tblCaption", val=about),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, _row(NOTHING, cells, (left, right)))


def grouped(
    widths: Sequence[int],
    groups: Iterable[tuple[Cell, Sequence[Sequence[Cell]]]],
    *,
    about: str,
) -> Xml:
    """A table of groups: the name of each stands beside all its rows, a line above it."""
    rows: list[Xml] = []
    for name, inside in groups:
        for place, cells in enumerate(inside):
            parts = [
                _part(width, merged=not column, top=not place, bottom=place == len(inside) - 1)
                for column, width in enumerate(widths)
            ]
            kept = w("trPr", w("cantSplit"))
            rows.append(_row(kept, parts, [() if place else name, *cells]))
    properties = w(
        "tblPr",
        w("tblStyle", val="TableNormal"),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblBorders", w("bottom", val="single", sz=4, space=0, color=LINE)),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0000", firstRow="0", firstColumn="0"),
        w("tblCaption", val=about),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *rows)


def _part(width: int, *, merged: bool, top: bool, bottom: bool) -> Xml:
    """The properties of a cell of a group."""
    found = [w("tcW", w=width, type="dxa")]
    if merged:
        found.append(w("vMerge", val="restart") if top else w("vMerge"))
    if top:
        found.append(w("tcBorders", w("top", val="single", sz=4, space=0, color=LINE)))
    room = [w("top", w=75, type="dxa")] * top + [w("bottom", w=85, type="dxa")] * bottom
    if room:
        found.append(w("tcMar", *room))
    return w("tcPr", *found)


def shares(*parts: float) -> list[int]:
    """The page's width in these shares."""
    whole = sum(parts)
    found = [int(WIDTH * part / whole) for part in parts]
    found[-1] += WIDTH - sum(found)
    return found


def logo(data: bytes, about: str, package: Package, ids: Iterator[int]) -> Xml:
    """The run of a logo; nothing for none. Raises AnnotatorError for what is no picture."""
    if not data:
        return NOTHING
    from annotator.exporters.pictures import picture_of  # who has no logo needs no PIL

    found = picture_of(data)
    link = package.add_logo(found)
    return _picture(link, about, found.width, found.height, next(ids) + 1)


def _picture(link: str, about: str, width: int, height: int, number: int) -> Xml:
    """A run with a picture, no larger than a logo may be; ``about`` is read to whoever cannot see it."""
    scale = min(LOGO[0] / width, LOGO[1] / height)
    size = {"cx": str(int(width * scale * EMU)), "cy": str(int(height * scale * EMU))}
    shape = element(
        "pic:spPr",
        element("a:xfrm", element("a:off", x="0", y="0"), element("a:ext", **size)),
        element("a:prstGeom", element("a:avLst"), prst="rect"),
    )
    drawn = element(
        "pic:pic",
        element(
            "pic:nvPicPr",
            element("pic:cNvPr", id=str(number), name="logo", descr=about),
            element("pic:cNvPicPr"),
        ),
        element(
            "pic:blipFill",
            element("a:blip", r__embed=link),
            element("a:stretch", element("a:fillRect")),
        ),
        shape,
    )
    inline = element(
        "wp:inline",
        element("wp:extent", **size),
        element("wp:docPr", id=str(number), name="logo", descr=about),
        element("wp:cNvGraphicFramePr"),
        element(
            "a:graphic",
            element(
                "a:graphicData",
                drawn,
                uri="http://schemas.openxmlformats.org/drawingml/2006/picture",
            ),
        ),
        distT="0",
        distB="0",
        distL="0",
        distR="0",
    )
    return w("r", w("drawing", inline))


def page_field(instruction: str) -> Xml:
    """A run whose words Word works out: PAGE, NUMPAGES."""
    return w("fldSimple", run("1"), instr=f" {instruction} ")


def page_setup(footer: str) -> Xml:
    """A4, margins of 20 mm, the footer with this id."""
    return w(
        "sectPr",
        element("w:footerReference", w__type="default", r__id=footer),
        w("pgSz", w=11906, h=16838),
        w("pgMar", top=850, right=1123, bottom=1000, left=1123, header=500, footer=500, gutter=0),
    )
