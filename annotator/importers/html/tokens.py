"""A page's source taken apart into tags and text, as the HTML standard does it.

In time that grows with the length, whatever the source: lexbor and libxml2 need minutes or
gigabytes for a few hundred kilobytes made to harm (elements nested 100,000 deep, 300,000
attributes, unclosed formatting), and this is read in the program's own process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from annotator.importers.composing import clean
from annotator.importers.html.names import DECODED, RAW, names

_LEAVES_DRAWING = names("body div h1 h2 h3 h4 h5 h6 head li ol p section table ul")
"""A drawing or formula in which one of these begins was never closed."""

_TAG = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]*(?:([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)("?)|'([^']*)('?)|([^\s>"'][^\s>]*)?))?)?"""
)
_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_MOST_ATTRIBUTES = 100
_LONGEST_VALUE = 20_000
"""Of an attribute's value; what is longer is a picture or a program's state, not a word of the page."""


class Start(NamedTuple):
    """A start tag, with its attributes' names in small letters."""

    tag: str
    attributes: dict[str, str]
    closed: bool
    """Whether it ends in ``/>``."""


class End(NamedTuple):
    """An end tag."""

    tag: str


class Comment(NamedTuple):
    """A comment's words."""

    text: str


Token = Start | End | Comment | str


def tokens(source: str, *, xml: bool = False) -> Iterator[Token]:
    """All tags, comments and texts in order; ``xml`` for a page with an XML declaration."""
    place, size, foreign = 0, len(source), 0
    while place < size:
        at = source.find("<", place)
        if at < 0:
            at = size
        if at > place:
            yield _text(source[place:at])
        if at >= size:
            return
        token, place = _markup(source, at, keep_cdata=xml or foreign > 0)
        if token is not None:
            yield token
        foreign = _drawings(token, foreign)
        if (
            isinstance(token, Start)
            and token.tag in RAW
            and not foreign
            and not (xml and token.closed)
        ):
            raw, place = _raw(source, place, token.tag)
            yield raw
            yield End(token.tag)


def _drawings(token: Token | None, before: int) -> int:
    """How many drawings and formulas are open behind this token, ``before`` before it."""
    if isinstance(token, Start):
        if token.tag in ("svg", "math") and not token.closed:
            return before + 1
        return 0 if token.tag in _LEAVES_DRAWING else before
    return max(0, before - 1) if isinstance(token, End) and token.tag in ("svg", "math") else before


def _markup(source: str, at: int, *, keep_cdata: bool) -> tuple[Token | None, int]:
    """What begins at this ``<``, and where it ends."""
    following = source[at + 1 : at + 2]
    if following.isascii() and following.isalpha():
        return _start(source, at + 1)
    if following == "/":
        return _end(source, at)
    if source.startswith("<!--", at):
        return _comment(source, at + 4)
    if following in ("!", "?"):
        return _declaration(source, at, keep_cdata=keep_cdata)
    return "<", at + 1


def _start(source: str, at: int) -> tuple[Token | None, int]:
    named = _TAG.match(source, at)
    assert named is not None
    tag, place = named[0].lower(), named.end()
    attributes: dict[str, str] = {}
    while source[place : place + 1] not in (">", ""):
        found = _ATTRIBUTE.match(source, place)
        assert found is not None
        if found.end() == place:  # nothing but what no rule knows
            place += 1
            continue
        place = found.end()
        name = found[1]
        if name and len(attributes) < _MOST_ATTRIBUTES:
            value = found[2] or found[4] or found[6] or ""
            attributes.setdefault(name.lower(), _value(value))
    if place >= len(source):
        return None, place  # the page ends inside a tag, which is no text
    return Start(tag, attributes, source[place - 1] == "/"), place + 1


def _value(value: str) -> str:
    if len(value) > _LONGEST_VALUE:
        return ""
    return clean(_ENTITY.sub(lambda found: unescape(found[0]), value)) if "&" in value else value


def _end(source: str, at: int) -> tuple[Token | None, int]:
    close = source.find(">", at)
    close = len(source) if close < 0 else close
    named = _TAG.match(source, at + 2, close)
    return (End(named[0].lower()) if named else None), close + 1


def _comment(source: str, at: int) -> tuple[Token | None, int]:
    if source.startswith((">", "->"), at):
        return None, source.find(">", at) + 1
    close = source.find("--", at)
    while close >= 0 and not source.startswith((">", "!>"), close + 2):
        close = source.find("--", close + 1)
    if close < 0:
        return None, len(source)
    return Comment(source[at:close]), source.find(">", close) + 1


def _declaration(source: str, at: int, *, keep_cdata: bool) -> tuple[Token | None, int]:
    """A doctype, an instruction, or CDATA, which is text where the page is XML."""
    if keep_cdata and source.startswith("<![CDATA[", at):
        close = source.find("]]>", at)
        close = len(source) if close < 0 else close
        return source[at + 9 : close], close + 3
    close = source.find(">", at)
    close = len(source) if close < 0 else close
    inner = source.find("[", at, close)
    if inner > 0 and source[at + 2 : at + 9].lower() == "doctype":
        ended = source.find("]", inner)
        close = source.find(">", ended) if ended > 0 else close
        close = len(source) if close < 0 else close
    return None, close + 1


def _raw(source: str, place: int, tag: str) -> tuple[str, int]:
    """The content of an element that has no tags inside, and where its end tag ends."""
    ended = re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE).search(source, place)
    if ended is None:
        return source[place:], len(source)
    close = source.find(">", ended.end())
    raw = source[place : ended.start()]
    return (_text(raw) if tag in DECODED else raw), (len(source) if close < 0 else close + 1)


def _text(source: str) -> str:
    return unescape(source) if "&" in source else source
