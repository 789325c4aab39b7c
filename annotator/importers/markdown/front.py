"""The front matter of a Markdown file: what it says of its article, above the text."""

from __future__ import annotations

import re
from typing import Final

from annotator.domain.enclosed import Offered
from annotator.importers.composing import clean
from annotator.importers.links import web_address
from annotator.importers.moments import plain_moment

_LONGEST = 200
"""Lines; what is longer is a text between two rules."""

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*$")
_FIELD = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*[:=](?:[ \t]+|$)(.*)")
_ITEM = re.compile(r"\s*-\s+(.*)")
_NESTED = re.compile(r"\s+\S")

_NAMES: Final = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "site", "site_name", "publication", "newspaper"),
    "author": ("author", "authors", "by", "byline", "creator"),
    "published": ("published", "date", "pubdate", "publishdate", "date_published", "created"),
    "updated": ("updated", "lastmod", "modified", "last_modified", "date_modified"),
    "address": ("url", "canonical", "canonical_url", "canonicalurl", "address", "link", "source"),
    "language": ("lang", "language", "locale"),
}


def front_matter(text: str) -> tuple[dict[str, list[str]], str]:
    """The fields of the front matter, each with its values, and the text behind it.

    A text that merely begins with a rule has none.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    begins = _FENCE.match(lines[0])
    ends = range(1, min(len(lines), _LONGEST))
    end = next((at for at in ends if begins and lines[at].rstrip() in (begins[1], "...")), 0)
    fields = _fields(lines[1:end]) if end else None
    if fields is None:
        return {}, "\n".join(lines)
    return fields, "\n".join(lines[end + 1 :])


def offered(fields: dict[str, list[str]]) -> tuple[Offered, ...]:
    """What the fields say of the article."""
    rows = []
    for field, names in _NAMES.items():
        name = next((name for name in names if fields.get(name)), "")
        value = _value(field, fields[name]) if name else ""
        if value:
            rows.append(Offered(field, value, f"the file’s front matter ({name})"))
    return tuple(rows)


def _fields(lines: list[str]) -> dict[str, list[str]] | None:
    """``None`` where a line is neither a field, nor part of one, nor empty."""
    found: dict[str, list[str]] = {}
    last: list[str] = []
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if item := _ITEM.match(line):
            last.append(_plain(item[1]))
        elif field := _FIELD.match(line):
            last = found.setdefault(
                field[1].strip().lower().replace(" ", "_").replace("-", "_"), []
            )
            last += [_plain(one) for one in _listed(field[2]) if one.strip()]
        elif not _NESTED.match(line):
            return None
    return found or None


def _listed(value: str) -> list[str]:
    value = value.strip()
    return value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]


def _plain(value: str) -> str:
    """A value without its quotation marks; of a list of objects the name in each."""
    value = clean(value).strip().removeprefix("name:").strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return value


def _value(field: str, values: list[str]) -> str:
    if field in ("published", "updated"):
        return plain_moment(values[0])
    if field == "address":
        return web_address(values[0])
    return ", ".join(values) if field == "author" else values[0]
