"""Small libraries, articles and people for tests, made by the store's own functions."""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from annotator.domain.article import (
    ArticleId,
    ClaimId,
    Passage,
    PassageKind,
    Span,
    article_id,
    claim_id,
    text_hash,
)
from annotator.domain.edits.articles import ImportArticle
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.notes import SetNote
from annotator.store.library import Library, open_library
from annotator.store.write import Author, NewText, apply

ANNA = Author(AnalystId("aaaaaaaa-0000-4000-8000-00000000000a"), "Anna")
BEN = Author(AnalystId("bbbbbbbb-0000-4000-8000-00000000000b"), "Ben")
CHLOE = Author(AnalystId("cccccccc-0000-4000-8000-00000000000c"), "Chloé")

TEXT = (
    "Two explosions 💥 in Kerman\n\n"
    "State media said 84 people died. 👩‍👩‍👧 Nobody claimed it.\n\n"
    "ایران گفت که ۸۴ نفر کشته شدند. مسئولان تأیید کردند.\n\n"
    "Leave a comment"
)
"""A title, body text with an emoji of several characters, right-to-left text, furniture."""

SENTENCES = (
    "Two explosions 💥 in Kerman",
    "State media said 84 people died.",
    "👩‍👩‍👧 Nobody claimed it.",
    "ایران گفت که ۸۴ نفر کشته شدند.",
    "مسئولان تأیید کردند.",
    "Leave a comment",
)


@cache
def _template() -> Path:
    """An empty library, made once: making one takes Alembic 0.1 s."""
    folder = tempfile.mkdtemp(prefix="annotator-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder) / "empty.db"
    open_library(path, create=True).close()
    return path


def new_library(path: Path) -> Library:
    """An empty library at ``path``, opened."""
    shutil.copyfile(_template(), path)
    return open_library(path, create=False)


def spans_of(text: str, sentences: tuple[str, ...]) -> tuple[Span, ...]:
    """Where these sentences lie in the text, one after the other."""
    found, at = [], 0
    for sentence in sentences:
        start = text.index(sentence, at)
        at = start + len(sentence)
        found.append(Span(start, at))
    return tuple(found)


def passages_of(text: str) -> tuple[Passage, ...]:
    """The paragraphs of a text: the first is its title, "Leave a comment" is furniture."""
    found, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        kind = PassageKind.BODY if number else PassageKind.TITLE
        if paragraph.startswith("Leave a comment"):
            kind = PassageKind.BOILERPLATE
        found.append(Passage(kind, at, at + len(paragraph)))
        at += len(paragraph) + 2
    return tuple(found)


def import_of(
    text: str = TEXT, sentences: tuple[str, ...] = SENTENCES, title: str = "Two explosions"
) -> ImportArticle:
    """What brings this text in, cut into these sentences."""
    original = hashlib.sha256(text.encode()).hexdigest()
    given = {"title": title, "publisher": "The Daily"}
    spans = spans_of(text, sentences)
    return ImportArticle(id_of(text), "test 1", passages_of(text), spans, original, given)


def id_of(text: str) -> ArticleId:
    """The id of the article with this text."""
    return article_id(text_hash(text))


def bring_in(library: Library, author: Author = ANNA, text: str = TEXT, **how: str) -> ArticleId:
    """Imports the text, and gives its article's id. ``how``: title."""
    sentences = SENTENCES if text == TEXT else tuple(filter(None, text.split("\n\n")))
    act = import_of(text, sentences, **how)
    apply(library, author, [act], texts={act.article: NewText(text, text.encode())})
    return act.article


def claims_of(article: ArticleId, text: str = TEXT) -> tuple[ClaimId, ...]:
    """The ids of the claims the text was first cut into, in reading order."""
    return tuple(claim_id(article, span) for span in spans_of(text, SENTENCES))


def noted(article: ArticleId, claims: Iterable[ClaimId], text: str) -> tuple[SetNote, ...]:
    """A note of the same words on each of these claims."""
    return tuple(SetNote(article, claim, text) for claim in claims)


def long_text(sentences: int) -> str:
    """So many one-line paragraphs, each a sentence of its own."""
    lines = (f"Sentence {number} says that something happened." for number in range(sentences))
    return "\n\n".join(lines)
