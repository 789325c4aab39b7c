"""The meta elements of pages, and which of them say what of an article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from annotator.importers.composing import clean
from annotator.importers.html.tree import Page
from annotator.importers.moments import plain_moment

LONGEST = 1000
"""Characters of a value; what is longer is no name, date or address."""

NAMES: Final[Mapping[str, str]] = {
    "title": "og:title twitter:title dc.title dcterms.title citation_title",
    "publisher": "og:site_name dc.publisher dcterms.publisher citation_journal_title application-name",
    "author": "author article:author dc.creator dcterms.creator citation_author parsely-author "
    "sailthru.author byl",
    "published": "article:published_time datepublished parsely-pub-date citation_publication_date "
    "citation_date dcterms.created dc.date.issued dcterms.issued dc.date dcterms.date "
    "sailthru.date pubdate publishdate publish-date publication_date date",
    "updated": "article:modified_time og:updated_time datemodified dcterms.modified "
    "dc.date.modified last-modified revised",
    "language": "og:locale content-language dc.language dcterms.language",
}
"""Names of meta elements by field, the most trustworthy first."""

_BLANKS = re.compile(r"\s+")
_BY = re.compile(r"^(?:by|von|par|por|di|от|автор:?)\s+(?=\S)", re.IGNORECASE)


def metas(page: Page) -> Mapping[str, Sequence[str]]:
    """What the page's meta elements say, by their names in small letters."""
    found: dict[str, list[str]] = {}
    for meta in page.find("meta"):
        content = one_line(meta.get("content"))
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = meta.get(key).strip().lower()
            if name and content and len(content) <= LONGEST:
                found.setdefault(name, []).append(content)
    return found


def value_of(field: str, values: Sequence[str]) -> str:
    """The value of a field that meta elements of one name give, "" for none."""
    if field in ("published", "updated"):
        return next((date for date in map(plain_moment, values) if date), "")
    if field == "author":
        # Some give the address of a profile instead of a name.
        names = (person(value) for value in values if "://" not in value)
        return ", ".join(dict.fromkeys(name for name in names if name))
    return values[0] if values else ""


def person(words: str) -> str:
    """A name without the "By" in front of it."""
    return _BY.sub("", one_line(words))


def one_line(text: str) -> str:
    """A text in one line."""
    return _BLANKS.sub(" ", clean(text)).strip()
