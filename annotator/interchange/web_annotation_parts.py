"""The parts of one Web Annotation, read as other tools write them: places, people, times, bodies.

W3C Web Annotation Data Model (23 February 2017), 3.2 and 3.3 (bodies, people and times), 4.2 (selectors);
RFC 5147 for ``char=`` fragments of plain texts. Each may be one value, or a list of several. A value
of another type than the model has counts as missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

from annotator.domain.brought import Place
from annotator.domain.canonical import Json, text_or_empty

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CHAR = re.compile(r"(?:^|[#&])char=(\d{1,15}),(\d{1,15})(?:;|$)")
_URN = re.compile(r"urn:uuid:", re.IGNORECASE)


def several(value: Json) -> list[Json]:
    """The values where one or several may stand."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def words(value: Json) -> tuple[str, ...]:
    """The texts where one or several may stand, without the vocabulary's prefix."""
    texts = (text_or_empty(one) for one in several(value))
    return tuple(text.removeprefix("oa:") for text in texts if text)


def iri(value: Json) -> str:
    """The IRI of a resource that is named by it, or described; a bare id where it is a UUID's."""
    if isinstance(value, dict):
        value = value.get("id") or value.get("@id") or value.get("source")
        if isinstance(value, dict):
            value = value.get("id")
    text = text_or_empty(value).strip()
    return _URN.sub("", text).lower() if _URN.match(text) else text


def person(value: Json) -> tuple[str, str]:
    """A name, and what tells apart two of that name."""
    first = next(iter(several(value)), None)
    if isinstance(first, dict):
        names = ("name", "nickname", "nick", "display_name", "account")
        name = next((text for key in names if (text := first_text(first.get(key)))), "")
        key = iri(first) or first_text(first.get("email")) or first_text(first.get("email_sha1"))
        return (name or _short(key), key)
    key = iri(first)
    return _short(key), key


def _short(key: str) -> str:
    """What somebody is called of whom there is no more than an address: "acct:anna@example.org"."""
    return key.removeprefix("acct:").removeprefix("mailto:").partition("@")[0]


def first_text(value: Json) -> str:
    """The first text where several may stand."""
    return next((one.strip() for one in several(value) if isinstance(one, str)), "")


def moment(row: dict[str, Json]) -> int:
    """When it was last changed, else made, else written out: microseconds since 1970; 0: not told."""
    for key in ("modified", "updated", "created", "generated"):
        found = _moment(first_text(row.get(key)))
        if found:
            return found
    return 0


def _moment(text: str) -> int:
    try:
        read = datetime.fromisoformat(text)
        at = read if read.tzinfo is not None else read.replace(tzinfo=UTC)
        return (at - _EPOCH) // timedelta(microseconds=1)
    except (ValueError, OverflowError):
        return 0


@dataclass(frozen=True, slots=True)
class Body:
    """One text of an annotation. ``who`` and ``key`` where it names its own writer, else empty."""

    text: str
    purposes: tuple[str, ...]
    who: str = ""
    key: str = ""
    made: int = 0


def bodies(row: dict[str, Json]) -> Iterator[Body | str]:
    """The texts of an annotation; a word for each body that is none."""
    value = first_text(row.get("bodyValue"))
    if value:
        yield Body(value, ())
    text = text_or_empty(row.get("text")).strip()  # as Hypothesis writes them
    if text:
        yield Body(text, ())
    for tag in several(row.get("tags")):
        if text_or_empty(tag).strip():
            yield Body(tag.strip(), ("tagging",))
    for one in several(row.get("body")):
        if isinstance(one, dict) and several(one.get("items")):  # a choice, a list, a composite
            yield from (_body(inner) for inner in several(one["items"]))
        else:
            yield _body(one)


def _body(one: Json) -> Body | str:
    if not isinstance(one, dict):
        return f"a body that is somewhere else ({text_or_empty(one)[:80]})" if one else "a body"
    purposes = words(one.get("purpose"))
    who, key = person(one.get("creator"))
    inner = one.get("source")
    if isinstance(inner, dict) and text_or_empty(inner.get("value")):
        one = inner | {"created": one.get("created"), "modified": one.get("modified")}
    text = text_or_empty(one.get("value")) or text_or_empty(one.get("chars"))
    if not text.strip():
        return f"a body that is no text ({iri(one)[:80] or 'nothing in it'})"
    if "html" in text_or_empty(one.get("format")):
        text = _bare(text)
    return Body(text.strip(), purposes, who, key, moment(one))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "br", "div", "li"):
            self.pieces.append("\n")


def _bare(html: str) -> str:
    """The words of a text in HTML."""
    reader = _Text()
    reader.feed(html)
    reader.close()
    return "".join(reader.pieces)


def source(target: Json) -> str:
    """Which resource a target is about, or part of; without a fragment."""
    if isinstance(target, dict):
        named = target.get("source") or target.get("hasSource") or target.get("scope")
        return iri(named or target).partition("#")[0]
    return iri(target).partition("#")[0]


def place(target: Json) -> Place | None:
    """Where in the text a target is; None where it says nothing of that."""
    if isinstance(target, str):
        return _fragment(target)
    if not isinstance(target, dict):
        return None
    found = Place("")
    for selector in several(target.get("selector")):
        found = _joined(found, _selected(selector))
    for named in (target.get("source"), target.get("id")):
        fragment = _fragment(iri(named))
        if fragment is not None:
            found = _joined(found, fragment)
    return found if found.quote or found.start is not None else None


def _selected(selector: Json, deep: int = 3) -> Place:
    """What one selector selects. What it is refined by is counted from there, but for quotations.

    Those that are refined more than ``deep`` times say nothing: no tool writes them.
    """
    if not isinstance(selector, dict) or not deep:
        return Place("")
    kind = next((word for word in words(selector.get("type") or selector.get("@type"))), "")
    here = Place("")
    if kind == "TextQuoteSelector":
        here = Place(
            text_or_empty(selector.get("exact")),
            prefix=text_or_empty(selector.get("prefix")),
            suffix=text_or_empty(selector.get("suffix")),
        )
    elif kind == "TextPositionSelector":
        here = Place("", _position(selector.get("start")), _position(selector.get("end")))
    elif kind in ("FragmentSelector", "fragmentSelector"):
        here = _fragment(text_or_empty(selector.get("value"))) or here
    elif kind == "RangeSelector":
        ranged = (selector.get("startSelector"), selector.get("endSelector"))
        begins, ends = (_selected(one, deep - 1) for one in ranged)
        here = Place("", begins.start, ends.start)
    inner = Place("")
    for refined in several(selector.get("refinedBy")):
        inner = _joined(inner, _selected(refined, deep - 1))
    return _within(here, inner) if here.quote else _joined(here, _quoted(inner))


def _quoted(inner: Place) -> Place:
    """Positions in a part of the page are none in its text."""
    return Place(inner.quote, prefix=inner.prefix, suffix=inner.suffix)


def _within(outer: Place, inner: Place) -> Place:
    """A quotation that is refined by a position within it, or, as some write it, in the text."""
    start, end, length = inner.start, inner.end, len(outer.quote)
    if inner.quote and outer.quote.count(inner.quote) == 1:
        start = outer.quote.index(inner.quote)
        end = start + len(inner.quote)
    if start is None or end is None or not 0 <= start < end <= length:
        return _joined(outer, inner)
    return Place(
        outer.quote[start:end],
        prefix=outer.prefix + outer.quote[:start],
        suffix=outer.quote[end:] + outer.suffix,
    )


def _joined(one: Place, other: Place) -> Place:
    """Both say where the same is; of what both say, the first."""
    counted = one if one.start is not None else other
    said = one if one.quote else other
    return Place(said.quote, counted.start, counted.end, said.prefix, said.suffix)


def _fragment(value: str) -> Place | None:
    """``char=10,20`` of RFC 5147, which counts characters between which a range begins and ends."""
    found = _CHAR.search(value)
    return None if found is None else Place("", int(found[1]), int(found[2]))


def _position(value: Json) -> int | None:
    return value if type(value) is int and abs(value) < 1 << 62 else None
