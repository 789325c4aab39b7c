"""What the control words of RTF do that stand in its text."""

from __future__ import annotations

from annotator.importers.paragraphs import BREAK
from annotator.importers.rtf.coding import FAMILIES, charset_codec, page_codec, unicode_text
from annotator.importers.rtf.group import Goes
from annotator.importers.rtf.head import PARTS
from annotator.importers.rtf.reader import Act, Reader

_SIGNS = {
    b"tab": "\t",
    b"line": BREAK,
    b"lbr": BREAK,
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": "\u2003",
    b"enspace": "\u2002",
    b"qmspace": "\u2005",
    b"ltrmark": "\u200e",
    b"rtlmark": "\u200f",
    b"zwj": "\u200d",
    b"zwnj": "\u200c",
    b"zwbo": "\u200b",
    b"zwnbo": "\u2060",
}


def _sign(text: str) -> Act:
    return lambda reader, _number: reader.put(text)


def _end_paragraph(reader: Reader, _number: int | None) -> None:
    """A paragraph whose end was deleted goes on."""
    group = reader.group
    if group.goes is Goes.TEXT and not group.deleted:
        group.story.end_paragraph(reader.kind(), in_cell=group.in_table)


def _end_inner_cell(reader: Reader, _number: int | None) -> None:
    """What stands in a table within a cell is so many paragraphs of that cell."""
    if reader.group.goes is Goes.TEXT:
        reader.group.story.end_paragraph(reader.kind(), in_cell=True)


def _end_cell(reader: Reader, _number: int | None) -> None:
    if reader.group.goes is Goes.TEXT:
        reader.group.story.end_cell(reader.kind())


def _end_row(reader: Reader, _number: int | None) -> None:
    if reader.group.goes is Goes.TEXT:
        reader.group.story.end_row()


def _unicode(reader: Reader, number: int | None) -> None:
    reader.put(unicode_text(number or 0, reader.group.codec))
    reader.pass_over()


def _skips(reader: Reader, number: int | None) -> None:
    reader.group.skips = max(0, 1 if number is None else number)


def _font(reader: Reader, number: int | None) -> None:
    head, group = reader.head, reader.group
    if group.name == b"fonttbl":
        head.begin_font(number or 0, "".join(group.noted))
        group.noted.clear()
        return
    font = head.fonts.get(number or 0)
    group.codec = font.codec_of_bytes() if font else ""


def _charset(reader: Reader, number: int | None) -> None:
    if reader.group.name == b"fonttbl":
        reader.head.font.codec = charset_codec(number)


def _font_page(reader: Reader, number: int | None) -> None:
    if reader.group.name == b"fonttbl":
        reader.head.font.codec = page_codec(number) or reader.head.font.codec


def _page(reader: Reader, number: int | None) -> None:
    reader.head.codec = page_codec(number) or reader.head.codec


def _family(codec: str) -> Act:
    def keep(reader: Reader, _number: int | None) -> None:
        reader.head.codec = reader.head.codec or codec

    return keep


def _default_font(reader: Reader, number: int | None) -> None:
    reader.head.default_font = number


def _style(reader: Reader, number: int | None) -> None:
    if _in_style(reader):
        reader.head.style.number = number or 0
    else:
        reader.group.style = number or 0


def _based_on(reader: Reader, number: int | None) -> None:
    if _in_style(reader):
        reader.head.style.based_on = number


def _outline(reader: Reader, number: int | None) -> None:
    if _in_style(reader):
        reader.head.style.outline = number
    else:
        reader.group.outline = number


def _in_style(reader: Reader) -> bool:
    """Whether a style is being said, and not used; the first word that says something begins it."""
    if reader.group.name == b"stylesheet" and not reader.group.begins:
        reader.begin(b"style")
    return reader.group.name == b"style"


def _list(reader: Reader, number: int | None) -> None:
    reader.group.listed = bool(number)


def _in_table(reader: Reader, _number: int | None) -> None:
    reader.group.in_table = True


def _depth_of_table(reader: Reader, number: int | None) -> None:
    reader.group.in_table = bool(number)


def _new_paragraph(reader: Reader, _number: int | None) -> None:
    reader.group.new_paragraph()


def _plain(reader: Reader, _number: int | None) -> None:
    reader.group.plain()


def _hidden(reader: Reader, number: int | None) -> None:
    reader.group.hidden = number != 0


def _deleted(reader: Reader, number: int | None) -> None:
    reader.group.deleted = number != 0


def _inserted(reader: Reader, number: int | None) -> None:
    reader.group.inserted = number != 0


def _moment(part: int) -> Act:
    def keep(reader: Reader, number: int | None) -> None:
        moment = reader.head.moment
        if len(moment) == len(PARTS):
            moment[part] = number

    return keep


WORDS: dict[bytes, Act] = {
    **{word: _sign(text) for word, text in _SIGNS.items()},
    **{word: _family(codec) for word, codec in FAMILIES.items()},
    **{word: _moment(part) for word, part in PARTS.items()},
    b"ansicpg": _page,
    b"cell": _end_cell,
    b"column": _end_paragraph,
    b"cpg": _font_page,
    b"deff": _default_font,
    b"deleted": _deleted,
    b"f": _font,
    b"fcharset": _charset,
    b"intbl": _in_table,
    b"itap": _depth_of_table,
    b"ls": _list,
    b"mvf": _deleted,
    b"mvt": _inserted,
    b"nestcell": _end_inner_cell,
    b"outlinelevel": _outline,
    b"page": _end_paragraph,
    b"par": _end_paragraph,
    b"pard": _new_paragraph,
    b"plain": _plain,
    b"revised": _inserted,
    b"row": _end_row,
    b"s": _style,
    b"sbasedon": _based_on,
    b"sect": _end_paragraph,
    b"u": _unicode,
    b"uc": _skips,
    b"v": _hidden,
}
"""Words that are not here change how the text looks, and nothing of it."""
