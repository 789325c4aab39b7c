"""The JSON of what is known of an article and of what came with it: keys as the contract has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from annotator.cli.output import Json
from annotator.domain.article import Article
from annotator.domain.enclosed import Hyperlink, Offered
from annotator.reporting.times import iso

if TYPE_CHECKING:
    from annotator.desk.remarks import RemarkHere

_RECORD = tuple(
    field.name
    for field in fields(Article)
    if field.name not in ("id", "title", "text", "sha256", "imported_at", "imported_by")
)


def known(of: Article) -> dict[str, Json]:
    """What is known of an article, field by field; empty ones null."""
    record = {name: getattr(of, name) or None for name in _RECORD}
    return record | {"imported": iso(of.imported_at), "imported_by": of.imported_by or None}


def record(of: Article, offered: Sequence[Offered]) -> Json:
    """The document that `record` prints."""
    named = {"id": of.id, "title": of.title, "sha256": of.sha256}
    return {"record": named | known(of), "offered": offers(offered)}


def offers(offered: Iterable[Offered]) -> Json:
    """What is offered and not known, the likelier first."""
    return [{"field": one.field, "value": one.value, "source": one.source} for one in offered]


def links(found: Iterable[Hyperlink]) -> Json:
    """Where stretches of the text lead to."""
    return [{"start": one.start, "end": one.end, "target": one.target} for one in found]


def remarks(found: Iterable[RemarkHere]) -> Json:
    """What the writer noted, each with its number, its place and what became of it."""
    return [
        {
            "n": one.n,
            "kind": one.remark.kind.value,
            "start": one.remark.start,
            "end": one.remark.end,
            "claim": one.claim,
            "number": one.number,
            "text": one.remark.text,
            "author": one.remark.author or None,
            "made": one.remark.made or None,
            "links": list(one.remark.links),
            "answer": one.answer.value if one.answer else None,
        }
        for one in found
    ]
