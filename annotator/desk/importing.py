"""Bringing articles in: read, cut into claims, and saved with the original bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.desk.article_record import FIELDS
from annotator.desk.library import OpenLibrary
from annotator.desk.naming import first_words
from annotator.desk.offering import spoken_in, with_read
from annotator.domain.article import (
    ArticleId,
    Passage,
    PassageKind,
    Span,
    article_id,
    text_hash,
)
from annotator.domain.edits.articles import ImportArticle, RestoreArticle
from annotator.domain.enclosed import NOTHING_ENCLOSED, Enclosed
from annotator.domain.errors import AnnotatorError
from annotator.importers.files import read_file
from annotator.importers.imported import ImportedArticle
from annotator.importers.names import shown, shown_name
from annotator.importers.table import read_bytes, read_pasted
from annotator.importers.watch import UNWATCHED, Watch
from annotator.store import reading
from annotator.store.write import NewText
from annotator.text.addresses import address_problem
from annotator.text.passages import cut, passages, told
from annotator.text.sentences import CUTTER

if TYPE_CHECKING:
    from annotator.importers.net.fetch import Fetcher

TITLE_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article read and cut, not saved yet: made without touching the library."""

    article: ArticleId
    text: str
    original: bytes
    passages: tuple[Passage, ...]
    claims: tuple[Span, ...]
    given: dict[str, str]
    encoding_note: str
    enclosed: Enclosed = NOTHING_ENCLOSED
    notices: tuple[str, ...] = ()
    """Sentences that whoever imports has to be told."""
    attachments: int = 0

    @property
    def title(self) -> str:
        return self.given["title"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of it. ``new`` is false where the library had this text already."""

    article: ArticleId
    title: str
    claims: int
    new: bool
    encoding_note: str
    notices: tuple[str, ...] = ()
    aside: int = 0
    """Claims set aside as page furniture."""
    attachments: int = 0

    @property
    def encoding_told(self) -> str:
        """The note of its encoding where that is worth a look: not that a whole text is UTF-8, which one expects."""
        expected = self.encoding_note.startswith(("Read as UTF-8", "Pasted"))
        return "" if expected and "\ufffd" not in self.encoding_note else self.encoding_note


def prepare_file(
    path: Path, encoding: str | None = None, *, whole: bool = False, watch: Watch = UNWATCHED
) -> Prepared:
    """Reads and cuts a file. Raises AnnotatorError in one sentence for whatever is no article.

    ``whole`` and ``watch`` as ``importers.table.read_bytes`` has them.
    """
    return prepare(read_file(path), shown(path), encoding, whole=whole, watch=watch)


def prepare(
    data: bytes,
    name: str,
    encoding: str | None = None,
    *,
    whole: bool = False,
    watch: Watch = UNWATCHED,
) -> Prepared:
    """Reads and cuts these bytes; ``name`` is the file's, or empty."""
    read = read_bytes(data, name=name, encoding=encoding, whole=whole, watch=watch)
    return _cut(read, shown_name(name))


def prepare_pasted(text: str, html: str = "") -> Prepared:
    """Cuts what was copied; the UTF-8 of what is taken is kept as the original.

    HTML has headings, lists and links, and is preferred, where there is anything to read in it.
    """
    if html.strip():
        from annotator.importers.clipboard import read_clipboard  # what a plain paste need not load

        return _cut(read_clipboard(html, text), "")
    return _cut(read_pasted(text), "")


def prepare_address(
    address: str,
    encoding: str | None = None,
    *,
    whole: bool = False,
    watch: Watch = UNWATCHED,
    fetcher: Fetcher | None = None,
) -> Prepared:
    """Fetches and cuts a page of the web; only ever called because somebody asked for just that.

    The whole exchange is kept as the original. Raises AnnotatorError in one sentence for what
    cannot or may not be fetched, and what ``prepare`` raises.
    """
    if wrong := address_problem(address):
        raise AnnotatorError(wrong)
    from annotator.importers.net.fetch import WEB  # the net, which only whoever asks for it loads

    fetched = (fetcher or WEB).fetch(address, watch)
    return prepare(fetched.data, fetched.name, encoding, whole=whole, watch=watch)


def _cut(imported: ImportedArticle, file_name: str) -> Prepared:
    text = imported.text
    given_parts, running = imported.passages, imported.running
    parts = tuple(
        passages(text) if given_parts is None else told(text, given_parts, running=running)
    )
    given = {
        "title": _title(text, parts),
        "address": _address(imported.address),
        "file_name": file_name,
        "encoding": imported.encoding,
    }
    return Prepared(
        article=article_id(text_hash(text)),
        text=text,
        original=imported.original,
        passages=parts,
        claims=tuple(cut(text, parts, spoken_in(imported.enclosed, text))),
        given={field: value for field, value in given.items() if value},
        encoding_note=imported.encoding_note,
        enclosed=with_read(imported.enclosed, text, parts),
        notices=imported.notices,
        attachments=imported.attachments,
    )


def is_here(library: OpenLibrary, prepared: Prepared) -> bool:
    """Whether the library has this very text, on the list or not."""
    return reading.article_row(library.store, library.me, prepared.article) is not None


def save(library: OpenLibrary, prepared: Prepared) -> Imported:
    """Saves a prepared article; one that is there already is left as it is.

    An article the acting analyst had taken off the list comes back onto it.
    """
    row = reading.article_row(library.store, library.me, prepared.article)
    if row is None:
        act, text = import_act(prepared)
        library.perform(act, texts={prepared.article: text})
    elif row.off:
        library.perform(RestoreArticle(prepared.article))
    return outcome(library, prepared, new=row is None)


def import_act(prepared: Prepared) -> tuple[ImportArticle, NewText]:
    """What brings a prepared article in."""
    act = ImportArticle(
        prepared.article,
        CUTTER,
        prepared.passages,
        prepared.claims,
        hashlib.sha256(prepared.original).hexdigest(),
        prepared.given,
        prepared.enclosed,
    )
    return act, NewText(prepared.text, prepared.original)


def outcome(library: OpenLibrary, prepared: Prepared, *, new: bool) -> Imported:
    """What came of it, once it is saved."""
    found = reading.article_row(library.store, library.me, prepared.article)
    assert found is not None, "an article that was just saved is there"
    return Imported(
        found.id,
        found.title,
        found.claims,
        new,
        prepared.encoding_note,
        prepared.notices,
        found.furniture,
        prepared.attachments,
    )


def import_file(library: OpenLibrary, path: Path, encoding: str | None = None) -> Imported:
    """Reads, cuts and saves one file."""
    return save(library, prepare_file(path, encoding))


def _address(said: str) -> str:
    """Where it was fetched from; empty where no record could hold it: anybody can write an archive."""
    try:
        return FIELDS["address"](said)
    except AnnotatorError:
        return ""


def _title(text: str, parts: tuple[Passage, ...]) -> str:
    """The title passage, else the first words of the text."""
    for passage in parts:
        if passage.kind is PassageKind.TITLE:
            return " ".join(text[passage.start : passage.end].split())
    first = text[parts[0].start : parts[0].end] if parts else text
    return first_words(first, TITLE_LENGTH)
