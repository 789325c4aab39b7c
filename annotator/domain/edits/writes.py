"""The forms of write. Every edit of every kind is made of these (EDITS.md, section 3).

Reading is strict: what is malformed is left out by everybody alike, because
that depends on the part alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from annotator.domain.article import ClaimId, Passage, PassageKind, Span
from annotator.domain.canonical import Json

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ABOUT = ("claim", "article", "analyst", "evidence", "attribution", "source", "comment")


class MalformedError(ValueError):
    """A write that no version of Annotator writes."""


@dataclass(frozen=True, slots=True)
class Own:
    """(analyst of the header, about, field) → value; the last live one stands."""

    about: str
    id: str
    field: str
    value: Json

    def json(self) -> Json:
        return _form("own", about=self.about, id=self.id, field=self.field, value=self.value)


@dataclass(frozen=True, slots=True)
class All:
    """(about, field) → value, written by anybody; the last live one stands."""

    about: str
    id: str
    field: str
    value: Json

    def json(self) -> Json:
        return _form("all", about=self.about, id=self.id, field=self.field, value=self.value)


@dataclass(frozen=True, slots=True)
class Base:
    """Passages and first claims as cut on import; the first one of a text stands.

    ``given`` is what the import knew of the article: field of ``Article`` → text.
    """

    cutter: str
    passages: tuple[Passage, ...]
    claims: tuple[Span, ...]
    given: dict[str, str]
    original: str
    """SHA-256 of the original bytes."""

    def json(self) -> Json:
        return _form(
            "base",
            cutter=self.cutter,
            passages=[[p.kind.value, p.start, p.end] for p in self.passages],
            claims=[[start, end] for start, end in self.claims],
            given=self.given,
            original=self.original,
        )


@dataclass(frozen=True, slots=True)
class Cut:
    """Claims that leave the layout and claims that enter it, together or not at all."""

    out: tuple[ClaimId, ...]
    into: tuple[Span, ...]

    def json(self) -> Json:
        return _form("cut", out=list(self.out), into=[[start, end] for start, end in self.into])


@dataclass(frozen=True, slots=True)
class Paint:
    """A stretch is of this kind from now on; the last live one wins, character by character."""

    span: Span
    kind: PassageKind

    def json(self) -> Json:
        return _form("paint", span=[self.span.start, self.span.end], kind=self.kind.value)


@dataclass(frozen=True, slots=True)
class Say:
    """Said once and never altered: a comment, a submission, an answer to one.

    Every live one counts, beside all others; its edit's id is what answers name.
    """

    about: str
    id: str
    field: str
    value: Json

    def json(self) -> Json:
        return _form("say", about=self.about, id=self.id, field=self.field, value=self.value)


Write = Own | All | Base | Cut | Paint | Say


def read_write(value: Json) -> Write:
    """The write that this JSON is. Raises MalformedError."""
    try:
        return READERS[value["form"]](value)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise MalformedError(str(error)) from error


def _form(form: str, **fields: Json) -> Json:
    return {"form": form, **fields}


def _about(value: Json) -> tuple[str, str, str]:
    about, key, field = value["about"], value["id"], value["field"]
    if about not in ABOUT or not UUID.fullmatch(key) or not isinstance(field, str) or not field:
        raise MalformedError("about nothing")
    return about, key, field


def _own(value: Json) -> Own:
    _only(value, "about", "id", "field", "value")
    return Own(*_about(value), value["value"])


def _all(value: Json) -> All:
    _only(value, "about", "id", "field", "value")
    return All(*_about(value), value["value"])


def _say(value: Json) -> Say:
    _only(value, "about", "id", "field", "value")
    return Say(*_about(value), value["value"])


def _base(value: Json) -> Base:
    _only(value, "cutter", "passages", "claims", "given", "original")
    given = value["given"]
    texts = [value["cutter"], value["original"], *given.keys(), *given.values()]
    if not all(isinstance(text, str) for text in texts):
        raise MalformedError("a base of no texts")
    passages = tuple(
        Passage(PassageKind(kind), *_span((start, end))) for kind, start, end in value["passages"]
    )
    claims = tuple(map(_span, value["claims"]))
    if any(a.end > b.start for a, b in pairwise(passages)):
        raise MalformedError("passages that overlap")
    return Base(value["cutter"], passages, claims, dict(given), value["original"])


def _cut(value: Json) -> Cut:
    _only(value, "out", "into")
    if not all(UUID.fullmatch(claim) for claim in value["out"]):
        raise MalformedError("no claim's id")
    return Cut(tuple(map(ClaimId, value["out"])), tuple(map(_span, value["into"])))


def _paint(value: Json) -> Paint:
    _only(value, "span", "kind")
    return Paint(_span(value["span"]), PassageKind(value["kind"]))


def _span(value: Json) -> Span:
    start, end = value
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise MalformedError("no span")
    return Span(start, end)


def _only(value: Json, *fields: str) -> None:
    if set(value) != {"form", *fields}:
        raise MalformedError("other fields than its form has")


READERS: dict[str, Callable[[Json], Write]] = {
    "own": _own,
    "all": _all,
    "base": _base,
    "cut": _cut,
    "paint": _paint,
    "say": _say,
}
