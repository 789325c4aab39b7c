"""Books and articles as EPUB (.epub), versions 2 and 3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from annotator.domain.article import PassageKind
from annotator.domain.enclosed import Enclosed
from annotator.domain.errors import AnnotatorError
from annotator.importers.composing import Composed
from annotator.importers.imported import ImportedArticle
from annotator.importers.office_words import refused
from annotator.importers.titles import with_title
from annotator.importers.visible import has_visible
from annotator.importers.watch import report
from annotator.office.archive import BEGINS, Archive
from annotator.office.xml import DamagedError

if TYPE_CHECKING:
    from annotator.importers.epub.notes import Notes, Sheet
    from annotator.importers.epub.package import Package

_KIND = b"application/epub+zip"
_NOTHING = "There is nothing to read in it; choose a book with some text."
_FURNITURE = frozenset(
    [
        "colophon",
        "copyright-page",
        "cover",
        "halftitlepage",
        "imprint",
        "index",
        "landmarks",
        "loi",
        "lot",
        "page-list",
        "pagebreak",
        "titlepage",
        "toc",
        "doc-toc",
        "doc-index",
        "doc-pagelist",
        "doc-pagebreak",
        "doc-cover",
    ]
)
"""What a book says an element is (epub:type, role) that nobody reads as its text."""


def sniff(data: bytes, suffix: str) -> bool:
    """By the kind that stands first in such an archive; by its suffix where that is packed otherwise."""
    if not data.startswith(BEGINS):
        return False
    return (data[30:38] == b"mimetype" and _KIND in data[38:100]) or suffix == ".epub"


def read(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """The article, or the book, in its reading order, its title first.

    Contents, cover and the like are furniture where they are pages of it. ``encoding`` is
    taken for all its pages. Raises AnnotatorError for what is locked, damaged or made to
    harm, and for what shows nothing.
    """
    from annotator.importers.epub.notes import Notes
    from annotator.importers.epub.package import package_of

    try:
        archive = Archive.of(data)
        package = package_of(archive)
        sheets = _sheets(archive, package, encoding)
    except DamagedError as error:
        raise refused(error) from error
    notes = Notes(sheets)
    composed = with_title(lambda title: _composed(sheets, notes, title), package.title)
    if not has_visible(composed.text.removeprefix(package.title)):
        raise AnnotatorError(_NOTHING)
    enclosed = Enclosed(composed.links, package.offered, composed.remarks)
    return ImportedArticle(composed.text, data, "", "", composed.passages, enclosed)


def _sheets(archive: Archive, package: Package, encoding: str | None) -> list[Sheet]:
    from annotator.importers.epub.notes import Sheet
    from annotator.importers.html.decode import decode_page
    from annotator.importers.html.tree import parse

    sheets = []
    count = len(package.chapters)
    for number, chapter in enumerate(package.chapters, 1):
        report(f"page {number:,} of {count:,}", number / count)
        text = decode_page(archive.read(chapter.name), encoding).text
        sheets.append(Sheet(chapter.name, parse(text), chapter.furniture))
    return sheets


def _composed(sheets: list[Sheet], notes: Notes, title: str) -> Composed:
    from annotator.importers.epub.notes import NotingComposer

    composer = NotingComposer()
    composer.begin(PassageKind.TITLE)
    composer.add(title)
    composer.end()
    for sheet in sheets:
        notes.put(composer, sheet, _all_furniture if sheet.furniture else _kind_of)
    return composer.composed()


def _kind_of(tag: str, attributes: Mapping[str, str]) -> PassageKind | None:
    said = f"{attributes.get('epub:type', '')} {attributes.get('role', '')}".lower().split()
    furniture = tag == "nav" or not _FURNITURE.isdisjoint(said)
    return PassageKind.BOILERPLATE if furniture else None


def _all_furniture(_tag: str, _attributes: Mapping[str, str]) -> PassageKind | None:
    return PassageKind.BOILERPLATE
