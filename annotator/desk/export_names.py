"""How the files of an export are called, where there are many of them."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from annotator.domain.article import Article
from annotator.domain.edition import Edition, Withheld
from annotator.domain.errors import AnnotatorError
from annotator.exporters import files

FIELDS: Mapping[str, str] = {
    "title": "the article's title",
    "id": "the first 8 characters of its id",
    "publisher": "who published it",
    "published": "the day it was published",
    "date": "today",
    "format": "the format's name",
    "n": "1, 2, 3 …; {n:03} is 001, 002, 003 …",
}
"""What a pattern may name, and what stands there."""

PATTERN, PUBLIC_PATTERN = "{title} {id}", "{title}"
"""The names where nobody gave a pattern: an id is made of the text's hash, which stays in house."""

ID_SHOWN = 8


class Named(NamedTuple):
    """What a name is made of: one article in one format, as the ``n``-th of all."""

    article: Article
    form: str
    n: int
    day: str


def today() -> str:
    """The day on which an export is made, as a name has it (UTC)."""
    return datetime.now(UTC).date().isoformat()


def pattern_of(pattern: str, edition: Edition) -> str:
    """The pattern that holds: as it was given, else our own. Raises AnnotatorError for a bad one."""
    pattern = pattern.strip()
    hidden = edition.withholds(Withheld.HASH)
    if not pattern:
        return PUBLIC_PATTERN if hidden else PATTERN
    fields = list(_fields(pattern))
    if hidden and "id" in fields:
        raise AnnotatorError(
            "{id} is made of the text's hash, which a public copy leaves out: "
            "use {n} in the names, or clear hash."
        )
    return pattern


def name_of(pattern: str, named: Named, suffix: str) -> str:
    """One file's name, safe on every system. The suffix is added where the pattern has none."""
    article = named.article
    values: dict[str, str | int] = {
        "title": article.title,
        "id": article.id[:ID_SHOWN],
        "publisher": article.publisher,
        "published": article.published.partition("T")[0],
        "date": named.day,
        "format": named.form,
        "n": named.n,
    }
    stem = pattern[: -len(suffix)] if pattern.lower().endswith(suffix.lower()) else pattern
    if stem.endswith(" {id}"):  # what tells it from others stays where a long title is cut
        words = stem.removesuffix(" {id}").format(**values)
        return files.safe_name(words, article.id, suffix)
    return files.plain_name(stem.format(**values), "", suffix)


def unlike(names: Sequence[str]) -> tuple[str, ...]:
    """The names, each only once, whatever system they come to; later ones get a number."""
    taken: set[str] = set()
    found = []
    for name in names:
        free = next(one for one in _numbered(name) if _key(one) not in taken)
        taken.add(_key(free))
        found.append(free)
    return tuple(found)


def _numbered(name: str) -> Iterator[str]:
    yield name
    stem, dot, suffix = name.rpartition(".")
    n = 2
    while True:
        yield files.plain_name(stem, str(n), f"{dot}{suffix}")
        n += 1


def _key(name: str) -> str:
    """What two names have in common that are one on a system that knows no case, or no marks."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _fields(pattern: str) -> Iterator[str]:
    """The fields of a pattern; nothing of Python's own formatting can be reached by one."""
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError as error:
        raise AnnotatorError(
            f"The names “{pattern}” have a brace too many or too few: write a field as {{title}}."
        ) from error
    for _, field, form, conversion in parts:
        if field is None:
            continue
        if field not in FIELDS or conversion or (form and not _counts(field, form)):
            written = (
                field + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
            )
            known = ", ".join(f"{{{name}}}" for name in FIELDS)
            raise AnnotatorError(f"Names have no field {{{written}}}: choose of {known}.")
        yield field


def _counts(field: str, form: str) -> bool:
    """Whether it says how many digits a number has, and no more than a name has room for."""
    return field == "n" and form.isascii() and form.isdigit() and int(form) < 10
