"""Word files made by hand for tests: the markup as Word itself writes it, part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES: Final = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'mc:Ignorable="w14 w15"'
)
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS: Final = {
    "styles": (_OFFICE, _TYPE + "styles+xml"),
    "comments": (_OFFICE, _TYPE + "comments+xml"),
    "footnotes": (_OFFICE, _TYPE + "footnotes+xml"),
    "endnotes": (_OFFICE, _TYPE + "endnotes+xml"),
    "header1": (_OFFICE, _TYPE + "header+xml"),
    "commentsExtended": (
        "http://schemas.microsoft.com/office/2011/relationships/",
        _TYPE + "commentsExtended+xml",
    ),
}
_ROOTS: Final = {
    "styles": "w:styles",
    "comments": "w:comments",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "header1": "w:hdr",
    "commentsExtended": "w15:commentsEx",
}
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

STYLES: Final = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Zwischenzeile"><w:name w:val="Zwischenzeile"/>
<w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Gliederung"><w:name w:val="Gliederung"/>
<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Aufzhlung"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Geheim"><w:name w:val="Geheim"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Leise"><w:name w:val="Leise"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
<w:rPr><w:u w:val="single"/></w:rPr></w:style>
"""
"""Those of a German Word, whose ids are translated and whose names are not."""


def word_file(
    body: str,
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    other: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A file with this body; ``parts`` are what stands in others that the document leads to.

    ``links``: relationship → address. ``other`` are whole files of the archive, which may take the
    place of those that are made here.
    """
    parts = {"styles": STYLES, **(parts or {})}
    relations, types = [], []
    files: dict[str, str | bytes] = {}
    for n, (name, inside) in enumerate(parts.items(), 1):
        space, kind = _KINDS[name]
        bare = name.rstrip("0123456789")
        relations.append(f'<Relationship Id="rId{n}" Type="{space}{bare}" Target="{name}.xml"/>')
        types.append(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>')
        root = _ROOTS[name]
        files[f"word/{name}.xml"] = f"{_HEAD}<{root} {SPACES}>{inside}</{root}>"
    for key, target in (links or {}).items():
        relations.append(
            f'<Relationship Id="{key}" Type="{_OFFICE}hyperlink" Target="{target}" TargetMode="External"/>'
        )
    files["word/document.xml"] = (
        f"{_HEAD}<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    )
    files["word/_rels/document.xml.rels"] = _relations(*relations)
    files["_rels/.rels"] = _relations(
        f'<Relationship Id="rId1" Type="{_OFFICE}officeDocument" Target="word/document.xml"/>'
    )
    files["[Content_Types].xml"] = (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}document.main+xml"/>'
        f"{''.join(types)}</Types>"
    )
    return packed({**files, **(other or {})})


def _relations(*rows: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{"".join(rows)}</Relationships>'


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """An archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def p(*inside: str, style: str = "", more: str = "") -> str:
    """A paragraph; what is no markup in it becomes runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    runs = "".join(one if one.startswith("<") else r(one) for one in inside)
    return f'<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00B2C3D4">{properties}{runs}</w:p>'


def r(text: str, properties: str = "") -> str:
    """A run."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r w:rsidRPr="00C3D4E5">{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, result: str) -> str:
    """A complex field with its result, which is markup."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def change(kind: str, inside: str, author: str = "Ed", date: str = "2026-01-03T10:00:00Z") -> str:
    """A tracked change around runs."""
    return f'<w:{kind} w:id="7" w:author="{author}" w:date="{date}">{inside}</w:{kind}>'


def comment(key: int, text: str, who: str = "Ed Itor", paragraph: str = "") -> str:
    """A comment, as it stands in its part."""
    named = f' w14:paraId="{paragraph}"' if paragraph else ""
    return (
        f'<w:comment w:id="{key}" w:author="{who}" w:date="2026-01-03T14:20:00Z" w:initials="EI">'
        f"<w:p{named}><w:r><w:annotationRef/></w:r>{r(text)}</w:p></w:comment>"
    )


def on(key: int, *inside: str) -> str:
    """Runs on which a comment stands."""
    runs = "".join(one if one.startswith("<") else r(one) for one in inside)
    return (
        f'<w:commentRangeStart w:id="{key}"/>{runs}<w:commentRangeEnd w:id="{key}"/>'
        f'<w:r><w:commentReference w:id="{key}"/></w:r>'
    )


def note(kind: str, key: int, inside: str) -> str:
    """A footnote or an endnote, as it stands in its part."""
    return f'<w:{kind} w:id="{key}">{inside}</w:{kind}>'


def refers(kind: str, key: int) -> str:
    """The mark of a footnote or an endnote."""
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'
