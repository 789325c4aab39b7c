"""Where the words of an RTF group go that are no text of the article, and what comes of them."""

from __future__ import annotations

from annotator.domain.enclosed import RemarkKind
from annotator.importers.composing import Composer
from annotator.importers.rtf.group import Field, Goes
from annotator.importers.rtf.head import INFO, MOMENTS, PARTS
from annotator.importers.rtf.reader import Act, Reader
from annotator.importers.rtf.story import Story, remark_mark

_UNREAD = (
    "aftncn aftnsep aftnsepc bkmkend bkmkstart colorschememapping colortbl datastore falt filetbl "
    "fontemb footer footerf footerl footerr ftncn ftnsep ftnsepc generator header headerf headerl "
    "headerr latentstyles listoverridetable listtable nonesttables nonshppict objdata panose pict "
    "private revtbl rsidtbl rxe shprslt sn sp sv tc tcn template themedata xe xmlnstbl"
)
"""What no reader of the page sees as its text, or sees said again elsewhere."""


def _unread(reader: Reader, _number: int | None) -> None:
    reader.begin(b"", Goes.NOWHERE)


def _noted(name: bytes, within: bytes = b"") -> Act:
    def begin(reader: Reader, _number: int | None) -> None:
        if not within or reader.group.name == within:
            reader.begin(name)

    return begin


def _waiting(name: bytes) -> Act:
    return lambda reader, _number: reader.begin(name, Goes.WAITING)


def _again(reader: Reader, _number: int | None) -> None:
    """The second reading goes where both would have gone."""
    group, meant = reader.group, reader.around(b"upr")
    group.name, group.goes, group.noted = meant.name, meant.goes, meant.noted


def _number_of_item(reader: Reader, _number: int | None) -> None:
    if reader.group.goes is Goes.TEXT:
        reader.group.story.listed = True
        reader.begin(b"", Goes.NOWHERE)


def _story(name: bytes) -> Act:
    """What is read in one go, apart from what is around it."""

    def begin(reader: Reader, _number: int | None) -> None:
        reader.begin(name, Goes.TEXT)
        group = reader.group
        group.story = Story()
        group.plain()
        group.new_paragraph()
        group.link, group.contents = "", False

    return begin


def _endnote(reader: Reader, _number: int | None) -> None:
    if reader.group.name == b"footnote":
        reader.group.name = b"endnote"


def _moment(name: bytes) -> Act:
    def begin(reader: Reader, _number: int | None) -> None:
        if reader.group.name == b"info":
            reader.begin(name)
            reader.head.moment = [None] * len(PARTS)

    return begin


def _field(reader: Reader, _number: int | None) -> None:
    reader.group.field = Field()


def _result(reader: Reader, _number: int | None) -> None:
    group = reader.group
    if group.field is not None:
        group.link = group.field.link or group.link
        group.contents = group.contents or group.field.is_contents


def _end_font(reader: Reader, _number: int | None) -> None:
    reader.head.font.name = "".join(reader.group.noted)


def _end_style(reader: Reader, _number: int | None) -> None:
    reader.head.end_style("".join(reader.group.noted).split(";")[0])


def _end_info(reader: Reader, _number: int | None) -> None:
    reader.head.say(INFO[reader.group.name], "".join(reader.group.noted))


def _end_moment(reader: Reader, _number: int | None) -> None:
    reader.head.end_moment(MOMENTS[reader.group.name])


def _end_instruction(reader: Reader, _number: int | None) -> None:
    field, around = reader.group.field, reader.around()
    if field is not None:
        field.instruct("".join(reader.group.noted))
        if field.base and around.goes is Goes.TEXT and not (around.hidden or around.deleted):
            around.story.open.add(field.base, around.link)


def _end_author(reader: Reader, _number: int | None) -> None:
    reader.author = "".join(reader.group.noted).strip()


def _end_reference(reader: Reader, _number: int | None) -> None:
    reader.reference = "".join(reader.group.noted).strip()


def _end_date(reader: Reader, _number: int | None) -> None:
    reader.made = moment_of("".join(reader.group.noted).strip())


def _end_start(reader: Reader, _number: int | None) -> None:
    place: list[int] = []
    reader.places["".join(reader.group.noted).strip()] = place
    reader.group.story.mark(lambda composer: place.append(composer.at))


def _end_end(reader: Reader, _number: int | None) -> None:
    place = reader.places.get("".join(reader.group.noted).strip(), [])

    def note(composer: Composer) -> None:
        if len(place) == 1:
            place.append(composer.end_at)

    reader.group.story.mark(note)


def _end_note(kind: RemarkKind) -> Act:
    def end(reader: Reader, _number: int | None) -> None:
        around = reader.around()
        if not (around.hidden or around.deleted):
            said = reader.group.story.composed(reader.kind())
            around.story.mark(remark_mark(kind, said))

    return end


def _end_comment(reader: Reader, _number: int | None) -> None:
    said = reader.group.story.composed(reader.kind())
    on = reader.places.get(reader.reference)
    mark = remark_mark(RemarkKind.COMMENT, said, author=reader.author, made=reader.made, on=on)
    reader.around().story.mark(mark)
    reader.author = reader.reference = reader.made = ""


def _end_box(reader: Reader, _number: int | None) -> None:
    around = reader.around()
    if not (around.hidden or around.deleted):
        around.story.box(reader.group.story.composed(reader.kind()))


def moment_of(packed: str) -> str:
    """The day and time of a comment: bits of a number, as Word's DTTM has them; empty for none."""
    bits = int(packed) & 0xFFFFFFFF if packed.lstrip("-").isdecimal() and len(packed) < 12 else 0
    minute, hour, day = bits & 0x3F, bits >> 6 & 0x1F, bits >> 11 & 0x1F
    month, year = bits >> 16 & 0xF, 1900 + (bits >> 20 & 0x1FF)
    if not (0 < month < 13 and day and hour < 24 and minute < 60):
        return ""
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}"


BEGINS: dict[bytes, Act] = {
    **{word.encode("ascii"): _unread for word in _UNREAD.split()},
    **{name: _noted(name, b"info") for name in INFO},
    **{name: _moment(name) for name in MOMENTS},
    b"annotation": _story(b"annotation"),
    b"atnauthor": _noted(b"atnauthor"),
    b"atndate": _noted(b"atndate"),
    b"atnid": _unread,
    b"atnref": _noted(b"atnref"),
    b"atrfend": _noted(b"atrfend"),
    b"atrfstart": _noted(b"atrfstart"),
    b"do": _waiting(b"do"),
    b"dptxbxtext": _story(b"shptxt"),
    b"field": _field,
    b"fldinst": _noted(b"fldinst"),
    b"fldrslt": _result,
    b"fonttbl": _noted(b"fonttbl"),
    b"footnote": _story(b"footnote"),
    b"ftnalt": _endnote,
    b"info": _noted(b"info"),
    b"listtext": _number_of_item,
    b"pntext": _number_of_item,
    b"shpinst": _waiting(b"shpinst"),
    b"shptxt": _story(b"shptxt"),
    b"stylesheet": _noted(b"stylesheet"),
    b"ud": _again,
    b"upr": _waiting(b"upr"),
}
"""The words that begin a destination; what has a star before it and is not here goes nowhere."""

ENDS: dict[bytes, Act] = {
    **dict.fromkeys(INFO, _end_info),
    **dict.fromkeys(MOMENTS, _end_moment),
    b"annotation": _end_comment,
    b"atnauthor": _end_author,
    b"atndate": _end_date,
    b"atnref": _end_reference,
    b"atrfend": _end_end,
    b"atrfstart": _end_start,
    b"endnote": _end_note(RemarkKind.ENDNOTE),
    b"fldinst": _end_instruction,
    b"fonttbl": _end_font,
    b"footnote": _end_note(RemarkKind.FOOTNOTE),
    b"shptxt": _end_box,
    b"style": _end_style,
}
"""What comes of a destination at its end."""
