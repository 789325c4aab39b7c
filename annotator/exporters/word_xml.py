"""WordprocessingML, element by element (ECMA-376, part 1, chapter 17).

Whatever stands in the file is an ``Xml``, and only the functions here make one: text comes in
through ``words``, values through attributes, and both are escaped there. Building strings is
several times quicker than building a tree, and a report of 10,000 claims has a million elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NewType

from annotator.reporting.characters import clean

Xml = NewType("Xml", str)
"""Well-formed elements."""

NOTHING: Final = Xml("")

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}

LRM: Final = "\u200e"
"""Has no width and goes from left to right."""

_RTL = "\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_ANY_RTL = re.compile(f"[{_RTL}]")
_RTL_STRETCH = re.compile(f"[{_RTL}](?:[^A-Za-z{_RTL}]*[{_RTL}])*")
_LTR_STRETCH = re.compile(rf"[^\W\d_{_RTL}](?:[^{_RTL}]*[^\W{_RTL}])?")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def value(text: str) -> str:
    """Text as the value of an attribute."""
    escaped = _escaped(clean(text)).replace('"', "&quot;")
    return escaped.replace("\n", "&#10;").replace("\t", "&#9;")


def element(name: str, /, *children: Xml, **attributes: str) -> Xml:
    """An element whose attributes are named as they are written, ``__`` for the colon."""
    given = "".join(
        f' {key.replace("__", ":")}="{value(found)}"' for key, found in attributes.items()
    )
    inside = "".join(children)
    return Xml(f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>")


def w(name: str, /, *children: Xml, **attributes: str | int) -> Xml:
    """An element of the namespace ``w`` with attributes of the same."""
    given = "".join(
        f' w:{key}="{found if type(found) is int else value(str(found))}"'
        for key, found in attributes.items()
    )
    inside = "".join(children)
    return Xml(f"<w:{name}{given}>{inside}</w:{name}>" if inside else f"<w:{name}{given}/>")


def together(parts: Iterable[Xml]) -> Xml:
    return Xml("".join(parts))


def character_data(text: str) -> Xml:
    """Text as an element outside WordprocessingML holds it."""
    return Xml(_escaped(clean(text)))


def document(root: Xml) -> bytes:
    """A whole part in UTF-8."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{root}'.encode()


def root(name: str, *children: Xml, spaces: Iterable[str]) -> Xml:
    """A part's outermost element; what older programs do not know they may pass over."""
    spaces = tuple(spaces)
    declared = "".join(f' xmlns:{one}="{NAMESPACES[one]}"' for one in spaces)
    newer = " ".join(one for one in spaces if one in ("w14", "w15"))
    if newer:
        declared += f' xmlns:mc="{NAMESPACES["mc"]}" mc:Ignorable="{newer}"'
    return Xml(f"<{name}{declared}>{''.join(children)}</{name}>")


# --- runs ---


def words(text: str, holder: str = "t") -> Xml:
    """What a run holds: the text with its tabs and line ends; ``holder`` is ``t`` or ``delText``."""
    text = _escaped(clean(text))
    if "\n" not in text and "\t" not in text:
        return Xml(f'<w:{holder} xml:space="preserve">{text}</w:{holder}>' if text else "")
    found = []
    for piece in re.split("([\n\t])", text):
        if piece == "\n":
            found.append("<w:br/>")
        elif piece == "\t":
            found.append("<w:tab/>")
        elif piece:
            found.append(f'<w:{holder} xml:space="preserve">{piece}</w:{holder}>')
    return Xml("".join(found))


def looks(
    style: str = "",
    *,
    bold: bool = False,
    fill: str = "",
    ink: str = "",
    rtl: bool = False,
    lang: str = "",
) -> Xml:
    """The properties of a run, in the order in which the schema wants them."""
    inside = ""
    if style:
        inside += f'<w:rStyle w:val="{style}"/>'
    if bold:
        inside += "<w:b/><w:bCs/>"
    if ink:
        inside += f'<w:color w:val="{ink}"/>'
    if fill:
        inside += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    if rtl:
        inside += "<w:rtl/>"
    if lang:
        kind = "bidi" if rtl else "val"
        inside += f'<w:lang w:{kind}="{value(lang)}"/>'
    return Xml(f"<w:rPr>{inside}</w:rPr>" if inside else "")


def run(
    text: str,
    style: str = "",
    *,
    base: str = "ltr",
    holder: str = "t",
    bold: bool = False,
    fill: str = "",
    ink: str = "",
    lang: str = "",
    apart: bool = False,
) -> Xml:
    """The text in as many runs as its directions ask for; ``base`` is its paragraph's.

    ``apart``: it is a part of a line of ours, whose other parts are not to be turned with it: a
    mark without width ends each stretch from right to left in it.
    """
    found = []
    for piece, rtl in directions(text, base):
        if apart and rtl and base == "ltr":
            piece = f"{piece}{LRM}"
        inside = words(piece, holder)
        if inside:
            shown = looks(style, bold=bold, fill=fill, ink=ink, rtl=rtl, lang=lang)
            found.append(f"<w:r>{shown}{inside}</w:r>")
    return Xml("".join(found))


def directions(text: str, base: str) -> Iterator[tuple[str, bool]]:
    """Stretches of one direction, True for right to left.

    What has no direction of its own (blanks, full stops, digits) goes with the paragraph unless it stands
    inside a stretch of the other direction: Word takes a run's direction for all that is in it.
    """
    right = base == "rtl"
    if not right and not _ANY_RTL.search(text):
        yield text, False
        return
    at = 0
    for match in (_LTR_STRETCH if right else _RTL_STRETCH).finditer(text):
        if match.start() > at:
            yield text[at : match.start()], right
        yield match[0], not right
        at = match.end()
    if at < len(text):
        yield text[at:], right


def line(text: str, style: str = "", *, bold: bool = False, ink: str = "") -> Xml:
    """A part of a line of ours, whatever stands in it and beside it."""
    return run(text, style, bold=bold, ink=ink, apart=True)


def tab() -> Xml:
    """A run of one tab."""
    return Xml("<w:r><w:tab/></w:r>")


# --- paragraphs ---


def paragraph(
    style: str,
    *runs: Xml,
    base: str = "ltr",
    keep: bool = False,
    para_id: str = "",
) -> Xml:
    """A paragraph; ``keep`` holds it on the page of the next one, ``base`` is its direction."""
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    if keep:
        inside += "<w:keepNext/>"
    if base == "rtl":
        inside += "<w:bidi/>"
    properties = f"<w:pPr>{inside}</w:pPr>" if inside else ""
    named = f' w14:paraId="{para_id}"' if para_id else ""
    return Xml(f"<w:p{named}>{properties}{''.join(runs)}</w:p>")


def page_break() -> Xml:
    """What follows stands on a new page."""
    return paragraph("AnnotatorGap", Xml('<w:r><w:br w:type="page"/></w:r>'))


def inner_link(anchor: str, *runs: Xml) -> Xml:
    """Leads to a bookmark of this file."""
    return w("hyperlink", *runs, anchor=anchor, history="1")


def bookmark(name: str, number: int) -> tuple[Xml, Xml]:
    """Its beginning and its end."""
    return w("bookmarkStart", id=number, name=name), w("bookmarkEnd", id=number)
