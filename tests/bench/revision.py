"""How fast another version of an article is found, compared and added: 100,000 claims, 100 changes.

The earlier version is one of 1,000 articles; every claim of it is tagged. All of it runs off
the window's thread, but for ``mark_of``, which is asked at every key.
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from annotator.desk import importing, merging, revising, undoing
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from bench import _articles, _home
from bench._table import Bar, heading, row

SENTENCES, CHANGES, OTHERS = 100_000, 100, 1_000
_T = TypeVar("_T")


def timed(what: Callable[[], _T]) -> tuple[float, _T]:
    """Milliseconds that a call takes, and what it gives."""
    began = time.perf_counter()
    found = what()
    return (time.perf_counter() - began) * 1000, found


def changed(text: str, chance: random.Random) -> str:
    """The text with some sentences reworded, taken out, moved or put in."""
    paragraphs = text.split("\n\n")
    for at in chance.sample(range(1, len(paragraphs)), CHANGES):
        sentences = paragraphs[at].split(". ")
        match chance.randrange(4):
            case 0:
                sentences[0] = sentences[0].replace("today", "yesterday")
            case 1:
                sentences[0] += " with 17 others"
            case 2:
                sentences.insert(0, f"Nobody had said anything of number {at}")
            case _:
                sentences = sentences[1:] or ["It is gone."]
        paragraphs[at] = ". ".join(sentences)
    return "\n\n".join(paragraphs)


def prepared(text: str) -> importing.Prepared:
    return importing.prepare(text.encode(), "article.txt")


def small(library: OpenLibrary) -> None:
    """A thousand articles of 50 sentences, and a new version of one of them."""
    for seed in range(OTHERS):
        _articles.bring_in(library, _articles.text(50, seed=100 + seed))
    later = prepared(changed_little(_articles.text(50, seed=612)))
    times = [timed(lambda: revising.earlier_of(library, later))[0] for _ in range(5)]
    row(f"find the earlier version among {OTHERS:,} articles of 50", times, bar=Bar(1000))
    other = prepared(_articles.text(50, seed=5))
    times = [timed(lambda: revising.earlier_of(library, other))[0] for _ in range(5)]
    row("  there is none", times, bar=Bar(1000))


def changed_little(text: str) -> str:
    return text.replace("today", "yesterday", 3)


def large(library: OpenLibrary) -> ArticleId:
    text = _articles.text(SENTENCES)
    article = _articles.bring_in(library, text)
    _articles.tag_all(library, article)
    later = prepared(changed(text, random.Random(3)))
    took, earlier = timed(lambda: revising.earlier_of(library, later))
    assert earlier is not None
    row("find and compare", [took], bar=Bar(6000), beside=earlier.comparison.in_words[22:56])
    took, done = timed(lambda: revising.add_revision(library, later, earlier))
    row("add and carry", [took], bar=Bar(15000), beside=f"{done.carried:,} carried")
    return done.imported.article


def afterwards(library: OpenLibrary, article: ArticleId) -> None:
    ids = _articles.claims(library, article)
    chance = random.Random(4)
    marks = [
        timed(lambda: revising.mark_of(library, article, chance.choice(ids)))[0] for _ in range(200)
    ]
    row("the mark of a claim", marks, bar=Bar(5, "p95"))
    row("is there anything to carry", [timed(lambda: revising.to_carry(library, article))[0]])
    row("all marks of the article", [timed(lambda: revising.marks(library, article))[0]])
    row("its versions", [timed(lambda: revising.versions(library, article))[0] for _ in range(5)])
    first = revising.versions(library, article)[0].article
    row("compared again", [timed(lambda: revising.compared(library, first, article))[0]])
    row("undo", [timed(lambda: undoing.undo(library, article))[0]])
    row("is there anything to carry now", [timed(lambda: revising.to_carry(library, article))[0]])
    row("carry", [timed(lambda: revising.carry(library, article))[0]])


def merged(path: Path) -> None:
    into = _articles.library(_home.HOME / "into.db")
    row("merged into an empty library", [timed(lambda: merging.merge(into, [path]))[0]])
    into.close()


def main() -> None:
    library = _articles.library(_home.HOME / "library.db")
    heading(f"A revision: {SENTENCES:,} claims, {CHANGES} changes")
    small(library)
    article = large(library)
    afterwards(library, article)
    library.close()
    merged(Path(shutil.copyfile(library.path, _home.HOME / "sent.db")))


if __name__ == "__main__":
    main()
