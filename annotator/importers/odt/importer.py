"""OpenDocument texts (.odt, and .fodt, which is the same in one XML file)."""

from __future__ import annotations

import re
from typing import Any

from annotator.domain.enclosed import Enclosed, Offered
from annotator.domain.errors import AnnotatorError
from annotator.importers.imported import ImportedArticle
from annotator.importers.moments import plain_moment
from annotator.importers.office_words import changes_notice, refused
from annotator.importers.properties import properties
from annotator.importers.visible import NOTHING, has_visible
from annotator.office.archive import BEGINS, Archive, LockedError
from annotator.office.xml import DamagedError, parsed

KIND = b"application/vnd.oasis.opendocument.text"

_FLAT = re.compile(rb"<office:document[\s>]")
_MANIFEST = "META-INF/manifest.xml"
_NO_TEXT = "“content.xml” holds no text"


def sniff(data: bytes, suffix: str) -> bool:
    """By the kind that stands first in such an archive; by its suffix where that is packed otherwise."""
    if data.startswith(BEGINS):
        return (data[30:38] == b"mimetype" and KIND in data[38:120]) or suffix == ".odt"
    head = data[:4000]
    return bool(_FLAT.search(head)) and KIND in head


def read(data: bytes, *, encoding: str | None = None) -> ImportedArticle:  # noqa: ARG001 - XML says its encoding itself
    """The article that this file shows.

    Headers, footers and hidden text are none of it, tracked changes are read as accepted;
    footnotes, endnotes and comments are the writer's remarks. Raises AnnotatorError for what
    is locked, damaged or made to harm, and for what shows nothing.
    """
    from annotator.importers.odt.names import TEXT
    from annotator.importers.odt.reader import Reader
    from annotator.importers.odt.styles import Styles

    try:
        trees = _trees(data)
        text = _text(trees[0])
    except DamagedError as error:
        raise refused(error) from error
    styles = Styles()
    for tree in reversed(trees):
        styles.take(tree)
    composed = Reader(styles).read(text)
    if not has_visible(composed.text):
        raise AnnotatorError(NOTHING)
    changed = f"{TEXT}tracked-changes/{TEXT}changed-region"
    changes = sum(one.find(f"{TEXT}format-change") is None for one in text.iterfind(changed))
    return ImportedArticle(
        composed.text,
        data,
        "",
        "",
        composed.passages,
        Enclosed(composed.links, _offered(trees), composed.remarks),
        tuple(filter(None, [changes_notice(changes)])),
    )


def _trees(data: bytes) -> list[Any]:
    """The text, the styles, what is said of it: one tree, or three."""
    if not data.startswith(BEGINS):
        return [parsed(data, "the file")]
    archive = Archive.of(data)
    # Old manifests declare a document type, so they are looked through and not parsed.
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise LockedError
    found = [archive.xml("content.xml")]
    return found + [archive.xml(name) for name in ("styles.xml", "meta.xml") if name in archive]


def _text(tree: Any) -> Any:
    from annotator.importers.odt.names import OFFICE

    found = tree.find(f"{OFFICE}body/{OFFICE}text")
    if found is None:
        raise DamagedError(_NO_TEXT)
    return found


def _offered(trees: list[Any]) -> tuple[Offered, ...]:
    from annotator.importers.odt.names import DC, META, OFFICE, words

    metas = [meta for tree in trees for meta in tree.iterfind(f"{OFFICE}meta")]
    if not metas:
        return ()
    meta = metas[0]
    return properties(
        title=words(meta, f"{DC}title"),
        author=words(meta, f"{META}initial-creator") or words(meta, f"{DC}creator"),
        created=plain_moment(words(meta, f"{META}creation-date")),
        saved=plain_moment(words(meta, f"{DC}date")),
        language=words(meta, f"{DC}language"),
    )
