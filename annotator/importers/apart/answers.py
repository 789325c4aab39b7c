"""What a reader in a process of its own answers, as JSON; read strictly.

Whoever took the reader over has no way into this program: what is not exactly an article, a
refusal or how far it has come is as if nothing had been said.
"""

from __future__ import annotations

import json
import math
from contextlib import suppress
from itertools import islice

from annotator.domain.article import Passage, PassageKind
from annotator.domain.canonical import Json, canonical
from annotator.domain.enclosed import read_enclosed
from annotator.domain.errors import AnnotatorError, NoArticleError
from annotator.importers.imported import ImportedArticle

CRASHED = "Reading it failed; it is damaged or made to harm: open it in its own program, and save it as text."
TOO_LARGE = (
    "Reading it took more than 1 GB of memory: save its article as plain text (.txt) and open that."
)
_LONGEST_SENTENCE = 600
_LONGEST_STEP = 100
_MOST_NOTICES = 100
_MOST_SIGNS = 10_000_000
_SIGNS = (b"[", b"{", b",", b'"')
"""Each begins or ends a value: of many small ones what is read takes twenty times what is written."""


def article_json(article: ImportedArticle) -> dict[str, Json]:
    """The article without its original bytes, which the asking process has."""
    return {
        "text": article.text,
        "encoding": article.encoding,
        "encoding_note": article.encoding_note,
        "passages": None
        if article.passages is None
        else [[one.kind.value, one.start, one.end] for one in article.passages],
        "enclosed": dict(article.enclosed.registers()),
        "notices": list(article.notices),
        "attachments": article.attachments,
        "running": article.running,
    }


def read_line(line: bytes) -> dict[str, Json]:
    """What one line says; nothing where it is no line of JSON."""
    if not line.endswith(b"\n"):
        return {}  # it was cut off
    if sum(map(line.count, _SIGNS)) > _MOST_SIGNS:
        return {"large": True}
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def step(said: dict[str, Json]) -> tuple[str, float | None] | None:
    """How far the reader has come, if that is what it says."""
    match said:
        case {"step": str(says), "share": share}:
            known = isinstance(share, float) and math.isfinite(share)
            return _line(says, _LONGEST_STEP), min(1.0, max(0.0, share)) if known else None
    return None


def article_of(said: dict[str, Json], data: bytes) -> ImportedArticle:
    """The article, or the refusal as its error. Raises AnnotatorError where it is neither."""
    match said:
        case {"refused": str(sentence), "whole": bool(whole)}:
            sentence = _line(sentence, _LONGEST_SENTENCE)
            raise NoArticleError(sentence) if whole else AnnotatorError(sentence)
        case {"large": True}:
            raise AnnotatorError(TOO_LARGE)
        case {"article": dict(fields)}:
            with suppress(KeyError, TypeError, ValueError, RecursionError):
                return _article(fields, data)
    raise AnnotatorError(CRASHED)


def _line(said: str, longest: int) -> str:
    """One line that can be shown."""
    said = said[: longest * 10]
    return " ".join("".join(sign if sign.isprintable() else " " for sign in said).split())[:longest]


def _article(fields: dict[str, Json], data: bytes) -> ImportedArticle:
    text, passages, enclosed = fields["text"], fields["passages"], fields["enclosed"]
    if not isinstance(text, str) or "\0" in text or "\r" in text:
        raise ValueError("no text")
    canonical([text, enclosed]).encode()  # what cannot be stored is no text
    if not isinstance(enclosed, dict):
        raise TypeError("no registers")
    attachments, notices = fields["attachments"], islice(fields["notices"], _MOST_NOTICES)
    return ImportedArticle(
        text,
        data,
        _line(str(fields["encoding"]), _LONGEST_STEP),
        _line(str(fields["encoding_note"]), _LONGEST_SENTENCE),
        None if passages is None else _passages(passages, len(text)),
        read_enclosed(enclosed, len(text)),
        tuple(_line(str(notice), _LONGEST_SENTENCE) for notice in notices),
        attachments if isinstance(attachments, int) and 0 <= attachments < 1_000_000 else 0,
        running=fields["running"] is True,
    )


def _passages(rows: Json, length: int) -> tuple[Passage, ...]:
    found = []
    last = 0
    for kind, start, end in rows:
        if type(start) is not int or type(end) is not int or not last <= start < end <= length:
            raise ValueError("passages that overlap")
        found.append(Passage(PassageKind(kind), start, end))
        last = end
    return tuple(found)
