"""Reading canonical JSON back: the article's text and its log, from which all the rest follows.

Nothing in the file is believed. Whether ids and seals fit is for whoever takes the edits in to find
out; here is looked at whether each of them has the form of an edit at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from annotator.domain.article import ArticleId, article_id, text_hash
from annotator.domain.brought import Brought, NotRead
from annotator.domain.canonical import Json, text_or_empty
from annotator.domain.edits.form import AnalystId, Edit, EditId, Header, Part, Seal
from annotator.domain.wording import amount
from annotator.interchange.article_json import FORMAT

_SAYS = re.compile(rb'"format"\s*:\s*"annotator-article-\d+"')
"""Of any version, and written out by another program, too."""

_DAMAGED = "it is damaged, or was written by a newer version of Annotator"


def recognises(data: bytes) -> bool:
    """Whether these bytes say of themselves that they are such an article."""
    begins = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    return begins and _SAYS.search(data) is not None


def read(data: bytes) -> Brought:
    """The article's text and its log. Raises ValueError for what we do not write."""
    value = _value(data)
    article = value.get("article")
    if value.get("format") != FORMAT or not isinstance(article, dict):
        raise ValueError(_DAMAGED)
    if "log" not in value:
        raise ValueError(
            "it is a public copy, which holds no edits to bring in: ask for the editor’s copy"
        )
    text = text_or_empty(article.get("text"))
    if not text or not isinstance(value["log"], list):
        raise ValueError(_DAMAGED)
    if article.get("id") != article_id(text_hash(text)):
        raise ValueError(
            "its text was altered: it is not the one that its article’s id was made of"
        )
    rows = [_edit(row) for row in value["log"]]
    log = tuple(edit for edit in rows if edit is not None)
    metadata = article.get("metadata")
    title = text_or_empty(metadata.get("title")) if isinstance(metadata, dict) else ""
    return Brought(
        ArticleId(article["id"]),
        text=text,
        title=title,
        log=log,
        not_read=tuple(_odd(len(rows) - len(log))),
    )


def _odd(count: int) -> Iterator[NotRead]:
    if count:
        yield NotRead(amount(count, "edit"), "not in the form of an edit")


def _value(data: bytes) -> dict[str, Json]:
    try:
        # As text: of bytes ``json`` would take halves of characters that are no UTF-8.
        value = json.loads(data.decode("utf-8-sig"))
        if b"\\u" in data:  # half a character can be written in no other way
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise ValueError(_DAMAGED) from error
    if not isinstance(value, dict):
        raise ValueError(_DAMAGED)
    return value


def _edit(row: Json) -> Edit | None:
    """None for what is not in the form of an edit."""
    try:
        edit = EditId(_text(row["id"]))
        header = Header(
            id=edit,
            at=_number(row["at"]),
            clock=_number(row["clock"]),
            analyst=AnalystId(_text(row["analyst"])),
            kind=_text(row["kind"]),
            version=_number(row["version"]),
            undoes=None if row["undoes"] is None else EditId(_text(row["undoes"])),
            nonce=_text(row["nonce"]),
            seals=tuple(_seal(seal) for seal in _list(row["seals"])),
        )
        return Edit(header, tuple(_part(edit, part) for part in _list(row["parts"])))
    except (KeyError, TypeError, IndexError):
        return None


def _seal(row: Json) -> Seal:
    return Seal(_text(row["class"]), _article(row), _text(row["seal"]))


def _part(edit: EditId, row: Json) -> Part:
    return Part(edit, _text(row["class"]), _article(row), _text(row["salt"]), _text(row["body"]))


def _article(row: Json) -> ArticleId | None:
    return None if row["article"] is None else ArticleId(_text(row["article"]))


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _number(value: Json) -> int:
    if type(value) is not int:
        raise TypeError("no number")
    return value


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value
