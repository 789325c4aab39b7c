"""Reading a workbook again, to say what it holds: by names of cells, so in any language.

A reader of its own, for what we write: Office Open XML (ISO/IEC 29500), sections 18.2 and 18.3.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from annotator.domain.formats import Tally

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINKED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NAME = re.compile(r"(claims|notes)_\d+")
_WHERE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$([A-Z]+)\$\d+(?::\$\3\$\d+)?")
_CELL = re.compile(r"([A-Z]+)(\d+)")


def tally(data: bytes) -> Tally:
    """How many rows are claims that count, and how many notes they have."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        columns: dict[str, dict[str, str]] = {}
        for kind, path, column in _named(package):
            columns.setdefault(path, {})[column] = kind
        found = [_counted(package, path, kinds) for path, kinds in columns.items()]
    return Tally(sum(claims for claims, _ in found), sum(notes for _, notes in found))


def _named(package: zipfile.ZipFile) -> Iterator[tuple[str, str, str]]:
    """What the named columns hold, in which file, under which letters."""
    paths = dict(_sheets(package))
    for name in _root(package, "xl/workbook.xml").iter(f"{_MAIN}definedName"):
        kind = _NAME.fullmatch(name.get("name", ""))
        where = _WHERE.fullmatch(name.text or "")
        if kind and where:
            sheet = where[1].replace("''", "'") if where[1] else where[2]
            yield kind[1], paths[sheet], where[3]


def _sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name of a sheet → its file."""
    linked = {
        one.get("Id"): one.get("Target") for one in _root(package, "xl/_rels/workbook.xml.rels")
    }
    for sheet in _root(package, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        yield sheet.get("name", ""), f"xl/{linked[sheet.get(_LINKED)]}"


def _counted(package: zipfile.ZipFile, path: str, kinds: dict[str, str]) -> tuple[int, int]:
    """How many rows have a number, and how many notes such rows have; the head is no row."""
    claims = notes = 0
    with package.open(path) as file:
        for _, row in etree.iterparse(file, tag=f"{_MAIN}row", resolve_entities=False):
            filled = [kinds.get(_letters(cell)) for cell in row if len(cell)]
            if row.get("r") != "1" and "claims" in filled:
                claims += 1
                notes += filled.count("notes")
            row.clear()
    return claims, notes


def _letters(cell: etree._Element) -> str:
    found = _CELL.fullmatch(cell.get("r", ""))
    return found[1] if found else ""


def _root(package: zipfile.ZipFile, path: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(package.read(path), parser)
