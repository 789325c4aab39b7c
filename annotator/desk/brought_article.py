"""Which article of the library a file that was read from another format is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.desk.placing import as_here
from annotator.domain.address import address_key
from annotator.domain.article import Article, ArticleId, article_id, text_hash
from annotator.domain.brought import Brought, Place
from annotator.domain.errors import AnnotatorError
from annotator.domain.wording import first_words, listed
from annotator.store import reading, twins
from annotator.store.library import Library

SAMPLE = 200
"""Places by whose words an article is looked for: enough to tell two texts apart."""

ENOUGH = 1 / 2
"""The share of them that has to stand in a text of which nothing else says that it is meant."""


def places_of(brought: Brought) -> list[Place]:
    """Every place that the file names, as it stands in it."""
    places = [one.place for one in brought.judgements]
    return places + [one.place for one in brought.comments if one.place is not None]


def article_of(library: Library, me: str, brought: Brought, name: str) -> Article:
    """The article that the file ``name`` is about.

    Raises AnnotatorError where it is not here, or where several fit alike.
    """
    found = _named(library, brought)
    if found is not None:
        return found
    # What somebody took off the list is not looked at: so one can say which of two copies is meant.
    rows = reading.article_rows(library, me)
    wanted = address_key(brought.address)
    at = [row.id for row in rows if wanted and address_key(_url(library, row.id)) == wanted]
    words = _words(places_of(brought))
    fits = _by_words(library, at, words, 0) if at else []
    fits = fits or _by_words(library, [row.id for row in rows], words[:SAMPLE], ENOUGH)
    if len(fits) == 1:
        return fits[0]
    if fits:
        titles = listed([f"“{first_words(one.title)}” ({one.id[:8]})" for one in fits[:3]])
        raise AnnotatorError(
            f"{name} fits {titles} alike, so nothing was brought in: "
            "take all but the one it is about off your list first."
        )
    title = f", “{first_words(brought.title)}”," if brought.title.strip() else ""
    raise AnnotatorError(
        f"The article{title} that {name} is about is not in this library, so nothing was "
        "brought in: import the article first."
    )


def _named(library: Library, brought: Brought) -> Article | None:
    """By an id, a hash or the text itself: these are sure."""
    ids = [brought.article]
    if brought.sha256:
        ids.append(article_id(brought.sha256))
    if brought.text:
        ids.append(article_id(text_hash(brought.text)))
    here = twins.articles_here(library)
    return next((reading.article(library, one) for one in ids if one and one in here), None)


def _url(library: Library, article: ArticleId) -> str:
    return reading.article(library, article).address


def _words(places: Iterable[Place]) -> list[str]:
    """The quoted words, the longest first: short ones stand in every text."""
    said = {as_here(place).quote for place in places}
    return sorted((words for words in said if words.strip()), key=lambda w: (-len(w), w))


@dataclass(frozen=True, slots=True)
class _Fit:
    article: Article
    found: int


def _by_words(
    library: Library, articles: Sequence[ArticleId], words: Sequence[str], enough: float
) -> list[Article]:
    """Those in which most of the words stand: several only where they fit alike."""
    fits: list[_Fit] = []
    for one in articles:
        article = reading.article(library, one)
        found = sum(word in article.text for word in words)
        if found and found >= enough * len(words):
            fits.append(_Fit(article, found))
    best = max((fit.found for fit in fits), default=0)
    return [fit.article for fit in fits if fit.found == best]
