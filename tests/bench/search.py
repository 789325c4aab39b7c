"""How fast the search is in a library of a million claims: the first results of a key, and more.

Every letter of what is typed is a search of its own, as in the window. What the library is
made of is measured too: portions of the index beside a key, and the key with and without the
triggers that note what is due.
"""

from __future__ import annotations

import os
import random
import sys
from itertools import accumulate
from pathlib import Path

from annotator.desk import indexing, opening, searching, tagging, twins_elsewhere
from annotator.desk.filters import Filters
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.tags import Standing, Tag
from annotator.store import reading
from bench import _articles, _home
from bench._table import Bar, heading, row
from bench.store import timed

ARTICLES, SENTENCES = 1000, 1000
LONG = 100_000
TYPED = (
    "a",
    "the",
    "k",
    "kerman",
    "explosions kerman",
    "said that officials",
    '"the report said"',
    '"the the the',
    "the of and to in",
    "state media claimed responsibility for two explosions near",
    "zzzzz",
    "(NEAR* -",
    "ker",
    "習近平",
    "کتاب",
    "💥",
)
"""What somebody types, letter by letter."""


def vocabulary(seed: int = 3) -> tuple[list[str], list[float]]:
    """Made-up words by Zipf's law, ordinary ones first, and how often each stands, added up."""
    chance = random.Random(seed)
    parts = [a + b for a in "bcdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "or")]
    ordinary = "the of and to a in that is was for it as on with his he at by be had this not but "
    words = (ordinary + " ".join(_articles.WORDS) + " state media kerman martyrs").split()
    known = set(words)
    while len(known) < 50_000:
        word = "".join(chance.choice(parts) for _ in range(chance.choice((2, 2, 3, 3, 4))))
        if word not in known:
            known.add(word)
            words.append(word)
    words = list(dict.fromkeys(words))
    return words, list(accumulate(1 / (place + 3) for place in range(len(words))))


def text(number: int, words: list[str], often: list[float]) -> str:
    """One article, with a sentence in Chinese, one in Persian and one with an emoji."""
    chance = random.Random(number)
    pieces = [f"Article {number} of the library\n\n"]
    for place in range(SENTENCES - 4):
        said = " ".join(chance.choices(words, cum_weights=often, k=chance.randint(7, 27)))
        pieces.append(
            f"{said.capitalize()} {number}.{place}." + ("\n\n" if place % 3 == 2 else " ")
        )
    pieces.append(f"\n\n習近平国家主席は第{number}回の訪問をしました。")
    pieces.append(f"\n\nکتاب شماره {number} را خواندند.\n\nBang 💥 number {number}.\n")
    return "".join(pieces)


def build(path: Path) -> tuple[OpenLibrary, list[ArticleId]]:
    """A library of so many articles; every tenth claim of each is tagged."""
    words, often = vocabulary()
    library = _articles.library(path)
    articles = []
    for number in range(ARTICLES):
        article = _articles.bring_in(library, text(number, words, often))
        articles.append(article)
        ids = _articles.claims(library, article)
        tagging.tag(library, article, ids[number % 10 :: 10], (*Tag,)[number % 3])
        if number % 100 == 99:
            indexing.index_all(library)
            print(f"  {number + 1:,} articles", file=sys.stderr, flush=True)
    return library, articles


def keys(typed: str) -> list[str]:
    return [typed[: place + 1] for place in range(len(typed))]


def typing(library: OpenLibrary, articles: list[ArticleId]) -> None:
    """Every letter of everything that is typed, in an article in the middle."""
    article = articles[len(articles) // 2]
    snapshot = reading.snapshot(library.store, article, library.me)
    every = []
    for typed in TYPED:
        took = [
            timed(lambda part=part: searching.search(library, part, article, snapshot=snapshot))
            for part in keys(typed)
        ]
        every += took
        row(f"typing {typed[:34]}", took)
    row("a key, of all of these", every, bar=Bar(50, "p95"))


def narrowed(library: OpenLibrary, articles: list[ArticleId]) -> None:
    article = articles[len(articles) // 2]
    disputed = Filters(standings=frozenset({Standing.DISPUTED}))
    for name, filters in (
        ("disputed", disputed),
        ("untagged", Filters(standings=frozenset({Standing.UNTAGGED}))),
        ("disputed without evidence", Filters(disputed.standings, has_evidence=False)),
    ):
        for typed in ("", "kerman", "the"):
            took = [timed(searching.search, library, typed, article, filters) for _ in range(5)]
            row(f"{name}, with “{typed}”", took, bar=Bar(100, "p95"))


def sizes(library: OpenLibrary) -> None:
    """How much of the file the search is, a claim."""
    claims = library.store.rows("SELECT count(*) FROM claim_words")[0][0]
    bytes_of: dict[str, int] = dict(
        library.store.rows("SELECT name, sum(pgsize) FROM dbstat GROUP BY name")
    )
    words = sum(size for name, size in bytes_of.items() if name.startswith("claim_words"))
    index = sum(size for name, size in bytes_of.items() if name.startswith("claim_search"))
    row("words of a claim", [words / claims], "bytes")
    row("index of a claim", [index / claims], "bytes")
    row("the whole library, a claim", [library.path.stat().st_size / claims], "bytes")


def elsewhere(library: OpenLibrary, articles: list[ArticleId]) -> None:
    """What is said of the same words in another article."""
    article = articles[7]
    ids = _articles.claims(library, article)[:200]
    took = [timed(twins_elsewhere.elsewhere, library, article, claim) for claim in ids]
    row("the same or nearly in other articles", took, bar=Bar(30, "p95"))


def portions() -> None:
    """An article of 100,000 sentences, brought into the search between two keys."""
    library = _articles.library(_home.HOME / "long.db")
    article = _articles.bring_in(library, _articles.text(LONG))
    ids = _articles.claims(library, article)
    took: list[float] = []
    tags: list[float] = []
    more = True
    while more:
        took.append(timed(indexing.index_some, library))
        more = indexing.is_behind(library)
        number = len(tags)
        tags.append(timed(tagging.tag, library, article, ids[number : number + 1], Tag.VERIFIED))
    row(f"one portion of {LONG:,}", took, bar=Bar(20))
    row("all portions", [sum(took) / 1000], "s", bar=Bar(10))
    row("a tag meanwhile", tags)
    library.close()


def million() -> tuple[OpenLibrary, list[ArticleId]]:
    """The large library; where ANNOTATOR_BENCH_LIBRARY names a file it is kept there, and used again."""
    kept = os.environ.get("ANNOTATOR_BENCH_LIBRARY")
    path = Path(kept) if kept else _home.HOME / "million.db"
    if not path.exists():
        return build(path)
    library = opening.open_for(path, _articles.library(path).store.rows(_WHO)[0][0], create=False)
    rows = library.store.rows("SELECT article FROM shelves ORDER BY number")
    return library, [ArticleId(one) for (one,) in rows]


_WHO = "SELECT analyst FROM names"


def main() -> None:
    heading(f"Search: {LONG:,} sentences come in")
    portions()
    library, articles = million()
    heading(f"Search: {ARTICLES * SENTENCES:,} claims in {ARTICLES:,} articles")
    typing(library, articles)
    narrowed(library, articles)
    elsewhere(library, articles)
    sizes(library)
    library.close()


if __name__ == "__main__":
    main()
