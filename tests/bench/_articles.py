"""Made-up articles of any length, and libraries that hold them."""

from __future__ import annotations

import random
from pathlib import Path

from annotator.desk import importing, opening, tagging
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.tags import Tag
from annotator.store import reading

SENTENCE = (
    "the a report said that officials in southern region had claimed responsibility for "
    "two explosions near memorial event which killed at least ninety people on Wednesday"
)
WORDS = SENTENCE.split()
TITLE = "What the report says"


def text(sentences: int, *, seed: int = 7, one_paragraph: bool = False) -> str:
    """A title and so many sentences, about three a paragraph; another seed, other words."""
    chance = random.Random(seed)
    pieces = [f"{TITLE} {seed}\n\n"]
    for number in range(sentences):
        words = " ".join(chance.choices(WORDS, k=chance.randint(7, 23)))
        pieces.append(f"{words.capitalize()} today.")
        ends = not one_paragraph and chance.random() < 1 / 3 and number + 1 < sentences
        pieces.append("\n\n" if ends else " ")
    return "".join(pieces).rstrip() + "\n"


def library(path: Path) -> OpenLibrary:
    """A library at this path, made if it is not there, for the person of the settings."""
    return opening.open_for(path, None, create=True)


def bring_in(into: OpenLibrary, words: str) -> ArticleId:
    """Imports a text as a file of UTF-8 would come in."""
    return importing.save(into, importing.prepare(words.encode(), "article.txt")).article


def claims(of: OpenLibrary, article: ArticleId) -> list[ClaimId]:
    """The ids of all claims that are no furniture, in order."""
    shown = reading.snapshot(of.store, article, of.author.id)
    return [shown.id_at(index) for index in range(len(shown)) if shown.number(index) is not None]


def tag_all(of: OpenLibrary, article: ArticleId) -> None:
    """Tags every claim, a third each way, in three edits."""
    ids = claims(of, article)
    for number, tag in enumerate((Tag.VERIFIED, Tag.DISPUTED, Tag.UNATTRIBUTED)):
        tagging.tag(of, article, ids[number::3], tag)
