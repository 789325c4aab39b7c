"""What a page says of its article in JSON-LD, the data that search engines read."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from annotator.domain.canonical import Json
from annotator.importers.composing import clean
from annotator.importers.html.tree import Page
from annotator.importers.moments import plain_moment

LARGEST = 2_000_000
"""Characters of one script that are read."""
_MOST = 20_000
"""Values that are looked at."""

_ARTICLES = re.compile(
    r"(?:Article|BlogPosting|Report|Review|Claim|Opinion|Analysis|LiveBlog\w*|Posting)$"
)
_NOT_THESE = frozenset({"ClaimReview", "Review", "AggregateRating"})


@dataclass
class Linked:
    """The fields that JSON-LD gives, and the article's words where it repeats them."""

    fields: dict[str, str] = field(default_factory=dict)
    body: str = ""


def linked_data(page: Page) -> Linked:
    """What the page's JSON-LD says of its article; of several, of the one that says most."""
    best = Linked()
    for script in page.find("script"):
        if "ld+json" not in script.get("type").lower():
            continue
        for node in _nodes(_read("".join(map(str, script.children)))):
            found = _article(node)
            if found and len(found.fields) > len(best.fields):
                best = found
    return best


def _read(source: str) -> Json:
    source = source.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    if len(source) > LARGEST:
        return None
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(said: Json) -> Iterator[dict[str, Json]]:
    """Every object in it, the outer ones first."""
    waiting = deque([said])
    for _ in range(_MOST):
        if not waiting:
            return
        here = waiting.popleft()
        if isinstance(here, dict):
            yield here
            waiting.extend(value for value in here.values() if isinstance(value, dict | list))
        elif isinstance(here, list):
            waiting.extend(here[:1000])


def _article(node: dict[str, Json]) -> Linked | None:
    kinds = node.get("@type")
    names = [
        kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
    ]
    if not any(_ARTICLES.search(name) and name not in _NOT_THESE for name in names):
        return None
    fields = {
        "title": _words(node.get("headline")) or _words(node.get("name")),
        "publisher": _name(node.get("publisher")),
        "author": _name(node.get("author")) or _name(node.get("creator")),
        "published": plain_moment(_words(node.get("datePublished"))),
        "updated": plain_moment(_words(node.get("dateModified"))),
        "address": _words(node.get("url")) or _identity(node.get("mainEntityOfPage")),
        "language": _words(node.get("inLanguage")),
    }
    return Linked(
        {name: value for name, value in fields.items() if value}, _long(node.get("articleBody"))
    )


def _name(said: Json) -> str:
    """One name or several; of objects their name."""
    found = []
    for one in said[:20] if isinstance(said, list) else [said]:
        name = _words(one.get("name") if isinstance(one, dict) else one)
        if name and "://" not in name:
            found.append(name)
    return ", ".join(dict.fromkeys(found))


def _identity(said: Json) -> str:
    return _words(said.get("@id") if isinstance(said, dict) else said)


def _words(said: Json) -> str:
    """A short text, in one line and without the entities that some write into it."""
    if isinstance(said, list) and said:
        said = said[0]
    if isinstance(said, dict):
        said = said.get("name") or said.get("@value")
    if not isinstance(said, str) or len(said) > 1000:
        return ""
    return " ".join(clean(unescape(said)).split())


def _long(said: Json) -> str:
    return clean(unescape(said)) if isinstance(said, str) else ""
