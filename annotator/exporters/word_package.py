"""The file itself: parts, their relationships and types in one archive (ECMA-376, part 2).

It is made from nothing, so nothing of a template or of a machine is in it, and the same parts
give the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from annotator.exporters.word_xml import Xml, character_data, document, element

if TYPE_CHECKING:
    from annotator.exporters.pictures import Picture

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS: Final = {
    "word/document.xml": (_WORD + "document.main+xml", _OFFICE + "officeDocument"),
    "word/styles.xml": (_WORD + "styles+xml", _OFFICE + "styles"),
    "word/settings.xml": (_WORD + "settings+xml", _OFFICE + "settings"),
    "word/numbering.xml": (_WORD + "numbering+xml", _OFFICE + "numbering"),
    "word/fontTable.xml": (_WORD + "fontTable+xml", _OFFICE + "fontTable"),
    "word/theme/theme1.xml": (
        "application/vnd.openxmlformats-officedocument.theme+xml",
        _OFFICE + "theme",
    ),
    "word/footer1.xml": (_WORD + "footer+xml", _OFFICE + "footer"),
    "word/comments.xml": (_WORD + "comments+xml", _OFFICE + "comments"),
    "word/commentsExtended.xml": (
        _WORD + "commentsExtended+xml",
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    ),
    "docProps/core.xml": (
        "application/vnd.openxmlformats-package.core-properties+xml",
        _PACKAGE + "relationships/metadata/core-properties",
    ),
    "docProps/app.xml": (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        _OFFICE + "extended-properties",
    ),
    "customXml/itemProps1.xml": (
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        _OFFICE + "customXmlProps",
    ),
}
"""Part → its content type, and how whatever holds it is related to it."""

_PICTURES: Final = {"png": "image/png", "jpeg": "image/jpeg"}

LONGEST_LINK: Final = 2000
"""Word opens no longer address."""


@dataclass
class Links:
    """The relationships of the document part, each target once."""

    found: dict[tuple[str, str], str] = field(default_factory=dict)

    def to(self, kind: str, target: str) -> str:
        """The id under which a target of this kind is known."""
        return self.found.setdefault((kind, target), f"rId{len(self.found) + 1}")

    def address(self, address: str) -> str:
        """The id of an address, empty for one that Word would refuse."""
        target = safe_target(address)
        return self.to(_OFFICE + "hyperlink", target) if target else ""

    def picture(self, kind: str) -> str:
        return self.to(_OFFICE + "image", f"media/logo.{kind}")

    def part(self, name: str) -> str:
        """The id of a part of the folder ``word``."""
        return self.to(_KINDS[name][1], name.removeprefix("word/"))

    def mark(self) -> None:
        self.to(_OFFICE + "customXml", "../customXml/item1.xml")


def safe_target(address: str) -> str:
    """The address as the target of a relationship, which must be a URI; empty where it cannot be."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - asked for because it may be none
        host = parts.netloc.encode("ascii" if parts.netloc.isascii() else "idna").decode()
    except ValueError:
        return ""
    path = quote(parts.path, safe="/:@!$&'()*+,;=%~-._")
    rest = "".join(
        f"{sign}{quote(text, safe='/:@!$&()*+,;=%~-._?')}"
        for sign, text in (("?", parts.query), ("#", parts.fragment))
        if text
    )
    target = f"{parts.scheme}://{host}{path}{rest}"
    odd = set(host) & set('<>"{}|\\^`[]') or len(target) > LONGEST_LINK
    return "" if odd or parts.scheme not in ("http", "https") else target


@dataclass
class Package:
    """The parts of one file, in the order in which they are written."""

    parts: dict[str, bytes] = field(default_factory=dict)
    links: Links = field(default_factory=Links)

    def add(self, name: str, root: Xml) -> None:
        """A part; those of the folder ``word`` are related to the document."""
        if name.startswith("word/") and name != "word/document.xml":
            self.links.part(name)
        self.parts[name] = document(root)

    def add_logo(self, logo: Picture) -> str:
        """The id of the picture."""
        self.parts[f"word/media/logo.{logo.kind}"] = logo.data
        return self.links.picture(logo.kind)

    def add_mark(self, space: str, texts: Iterable[str]) -> None:
        """The custom XML part, with the properties that tell programs to keep it."""
        self.links.mark()
        self.parts["customXml/item1.xml"] = document(
            element("report", *(element("part", character_data(one)) for one in texts), xmlns=space)
        )
        schema = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
        references = element("ds:schemaRefs", element("ds:schemaRef", ds__uri=space))
        self.parts["customXml/itemProps1.xml"] = document(
            element("ds:datastoreItem", references, ds__itemID=_STORE, xmlns__ds=schema)
        )
        self.parts["customXml/_rels/item1.xml.rels"] = _relationships(
            {(_KINDS["customXml/itemProps1.xml"][1], "itemProps1.xml"): "rId1"}
        )

    def packed(self) -> bytes:
        """The archive; every date in it is the format's first day."""
        top = ("word/document.xml", "docProps/core.xml", "docProps/app.xml")
        whole = {
            "[Content_Types].xml": self._types(),
            "_rels/.rels": _relationships(
                {(_KINDS[name][1], name): f"rId{n}" for n, name in enumerate(top, 1)}
            ),
            "word/_rels/document.xml.rels": _relationships(self.links.found),
            **self.parts,
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in whole.items():
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
                archive.writestr(entry, data)
        return out.getvalue()

    def _types(self) -> bytes:
        plain = {"rels": "application/vnd.openxmlformats-package.relationships+xml"}
        plain |= {"xml": "application/xml"} | _PICTURES
        defaults = [
            element("Default", Extension=ending, ContentType=kind) for ending, kind in plain.items()
        ]
        overrides = [
            element("Override", PartName=f"/{name}", ContentType=_KINDS[name][0])
            for name in self.parts
            if name in _KINDS
        ]
        space = _PACKAGE + "content-types"
        return document(element("Types", *defaults, *overrides, xmlns=space))


_STORE: Final = "{0F6C6E5D-0B5B-4549-A532-F1C7A3BE0D16}"
"""The id of the custom XML part, the same in every file."""


def _relationships(found: dict[tuple[str, str], str]) -> bytes:
    rows = []
    for (kind, target), name in found.items():
        outside = {"TargetMode": "External"} if kind.endswith("/hyperlink") else {}
        rows.append(element("Relationship", Id=name, Type=kind, Target=target, **outside))
    return document(element("Relationships", *rows, xmlns=_PACKAGE + "relationships"))


def core(title: str, creator: str, language: str, made: str) -> Xml:
    """Title, who made it, language and day: ``made`` is ISO 8601 to the second, or empty."""
    dated = [
        element(f"dcterms:{name}", character_data(made), xsi__type="dcterms:W3CDTF")
        for name in ("created", "modified")
        if made
    ]
    return element(
        "cp:coreProperties",
        element("dc:title", character_data(title)),
        element("dc:creator", character_data(creator)),
        element("cp:lastModifiedBy", character_data("Annotator")),
        *dated,
        element("dc:language", character_data(language)),
        xmlns__cp=_PACKAGE + "metadata/core-properties",
        xmlns__dc="http://purl.org/dc/elements/1.1/",
        xmlns__dcterms="http://purl.org/dc/terms/",
        xmlns__xsi="http://www.w3.org/2001/XMLSchema-instance",
    )


def app() -> Xml:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return element("Properties", element("Application", character_data("Annotator")), xmlns=space)
