"""Books for tests, zipped here: EPUB 3 and EPUB 2, as their makers arrange them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

KIND = "application/epub+zip"
CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)

METADATA_3 = (
    '<dc:identifier id="id">urn:uuid:1</dc:identifier><dc:source>https://news.example/harbour</dc:source>'
    "<dc:title>The harbour that nobody counted</dc:title><dc:title>A subtitle</dc:title>"
    "<dc:creator>Mina Østergård</dc:creator><dc:creator>John Smith</dc:creator>"
    "<dc:publisher>Harbour Watch</dc:publisher><dc:date>2026-01-03</dc:date><dc:language>en-GB</dc:language>"
    '<meta property="dcterms:modified">2026-01-05T10:00:00Z</meta>'
)
METADATA_2 = (
    '<dc:identifier id="id" opf:scheme="ISBN">978</dc:identifier><dc:title>The harbour</dc:title>'
    '<dc:creator opf:role="aut">Mina</dc:creator><dc:date opf:event="creation">2025-12-01</dc:date>'
    '<dc:date opf:event="publication">2026-01-03</dc:date><dc:language>de</dc:language>'
)


def xhtml(body: str, *, doctype: str = "<!DOCTYPE html>") -> str:
    """A page of a book."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n{doctype}\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>{body}</body></html>'
    )


def packed(parts: Mapping[str, str | bytes], *, kind: str = KIND) -> bytes:
    """An archive with these parts, its kind first and not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def package(pages: Mapping[str, str], metadata: str, *, nav: str = "", more: str = "") -> str:
    """An OPF file that has these pages in this order; ``nav`` is the one with its contents."""
    items = "".join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if name == nav else ''}/>"
        for number, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(pages)))
    return (
        '<?xml version="1.0"?><package version="3.0" unique-identifier="id" xmlns="http://www.idpf.org/2007/opf">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f'{metadata}</metadata><manifest>{items}<item id="css" href="a.css" media-type="text/css"/></manifest>'
        f"<spine>{spine}</spine>{more}</package>"
    )


def parts(
    pages: Mapping[str, str], metadata: str = METADATA_3, *, nav: str = "", more: str = ""
) -> dict[str, str | bytes]:
    """All parts of a book of these pages, whose names are told from its folder, EPUB/."""
    return {
        "META-INF/container.xml": CONTAINER.format("EPUB/book.opf"),
        "EPUB/book.opf": package(pages, metadata, nav=nav, more=more),
        **{f"EPUB/{name}": page for name, page in pages.items()},
    }


def book(pages: Mapping[str, str], metadata: str = METADATA_3, *, nav: str = "") -> bytes:
    """A whole book."""
    return packed(parts(pages, metadata, nav=nav))
