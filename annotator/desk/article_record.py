"""What is known of an article, corrected: its title, who published and wrote it, when, where."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from annotator.desk.library import OpenLibrary
from annotator.desk.moments import is_to_come, read_moment
from annotator.desk.words import kept_line
from annotator.domain.article import Article, ArticleId
from annotator.domain.edits.articles import SetArticle
from annotator.domain.errors import AnnotatorError
from annotator.store import reading
from annotator.store.write import Applied
from annotator.text.addresses import address_problem

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
_LONGEST = 2_000


def _title(text: str) -> str:
    title = kept_line(text, "The title", _LONGEST)
    if not title:
        raise AnnotatorError("The title is empty: say what the article is called.")
    return title


def _moment(what: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not text.strip():
            return ""
        moment = read_moment(text)
        if is_to_come(moment):
            raise AnnotatorError(
                f"{moment} is still to come: an article that is here was {what} before."
            )
        return moment

    return read


def _address(text: str) -> str:
    address = kept_line(text, "The address", _LONGEST)
    wrong = address_problem(address) if address else ""
    if wrong:
        raise AnnotatorError(wrong)
    return address


def _language(text: str) -> str:
    language = kept_line(text, "The language")
    if language and not _LANGUAGE.fullmatch(language):
        raise AnnotatorError("The language is written as a code: en, fa, de-AT.")
    return language


def _words(what: str) -> Callable[[str], str]:
    return lambda text: kept_line(text, what, _LONGEST)


FIELDS: Mapping[str, Callable[[str], str]] = {
    "title": _title,
    "publisher": _words("The publisher"),
    "author": _words("The author"),
    "published": _moment("published"),
    "updated": _moment("updated"),
    "address": _address,
    "language": _language,
}
"""Fields of ``Article`` that are corrected, and how what was typed is read."""


def as_kept(field: str, said: str) -> str:
    """What a file says of a field as the record would have it; "" where it would be refused."""
    try:
        return FIELDS[field](said) if field in FIELDS else ""
    except AnnotatorError:
        return ""


def known(article: Article) -> dict[str, str]:
    """What is known of an article, field by field."""
    return {name: str(getattr(article, name)) for name in FIELDS}


def problems(article: Article, typed: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with what was typed: field → a sentence. What nobody changed is right."""
    found = {}
    for name, text in _changed(article, typed).items():
        try:
            FIELDS[name](text)
        except AnnotatorError as error:
            found[name] = str(error)
    return found


def correct(library: OpenLibrary, article: ArticleId, typed: Mapping[str, str]) -> Applied | None:
    """Corrects what is known of an article, for all who have it; an empty text empties a field.

    None: it is so already. Raises AnnotatorError with the first thing that is wrong, and where
    there is no such article.
    """
    of = reading.article(library.store, article)
    before = known(of)
    read = {name: FIELDS[name](text) for name, text in _changed(of, typed).items()}
    values = {name: text for name, text in read.items() if text != before[name]}
    return library.perform(SetArticle(article, values)) if values else None


def _changed(article: Article, typed: Mapping[str, str]) -> dict[str, str]:
    before = known(article)
    return {
        name: typed[name]
        for name in FIELDS
        if name in typed and typed[name].strip() != before[name]
    }
