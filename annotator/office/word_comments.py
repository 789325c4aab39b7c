"""The comments of a Word file: who said what and when, what it answers, whether it is settled.

ECMA-376, part 1, 17.13.4; [MS-DOCX] 2.5.4.5 (who answers whom).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from annotator.office.word_names import local, value
from annotator.office.word_package import WordPackage

_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment as the file has it; ``answers`` is the ``id`` of another one, or empty.

    ``date`` is ISO 8601 to the second, in whatever zone its writer was, or empty. ``done``: it
    was marked as resolved. ``element`` holds its paragraphs.
    """

    id: str
    who: str
    date: str
    text: str
    answers: str = ""
    done: bool = False
    element: Any = None


class _Thread(NamedTuple):
    above: str
    done: bool


def comments(package: WordPackage) -> list[Comment]:
    """All comments, in the file's order.

    Those that share a number get others: which of them a mark in the text is of nobody can tell.
    """
    root = package.related("comments")
    found = [] if root is None else list(_comments(root, _threads(package)))
    often = Counter(one.id for one in found)
    return [
        one if one.id and often[one.id] == 1 else replace(one, id=f"{one.id} ({place})")
        for place, one in enumerate(found)
    ]


def _threads(package: WordPackage) -> dict[str, _Thread]:
    """Paragraph id → the paragraph id of the comment that is answered, and whether it is settled."""
    extended = package.related("commentsExtended")
    if extended is None:
        return {}
    return {
        one.get(f"{_W15}paraId", ""): _Thread(
            one.get(f"{_W15}paraIdParent", ""), one.get(f"{_W15}done", "") in ("1", "true", "on")
        )
        for one in extended.iter(f"{_W15}commentEx")
    }


def _comments(root: Any, threads: Mapping[str, _Thread]) -> Iterator[Comment]:
    owner: dict[str, str] = {}
    every = [one for one in root if local(one) == "comment"]
    for one in every:
        for key in _paragraphs(one):
            owner[key] = value(one, "id")
    owner.pop("", None)
    for one in every:
        said = [threads[key] for key in _paragraphs(one) if key in threads]
        date = _DATE.match(value(one, "date"))
        yield Comment(
            value(one, "id"),
            " ".join(value(one, "author").split()),
            date[0] if date else "",
            "\n".join("".join(_texts(paragraph)) for paragraph in one.iter("{*}p")).strip(),
            owner.get(next((thread.above for thread in said if thread.above), ""), ""),
            any(thread.done for thread in said),
            one,
        )


def _paragraphs(one: Any) -> list[str]:
    """The ids of its paragraphs, empty where they have none."""
    return [paragraph.get(f"{_W14}paraId", "") for paragraph in one.iter("{*}p")]


def _texts(paragraph: Any) -> Iterator[str]:
    for one in paragraph.iter("{*}t", "{*}tab", "{*}br", "{*}cr"):
        if local(one) == "t":
            yield one.text or ""
        elif local(one):
            yield "\t" if local(one) == "tab" else "\n"
