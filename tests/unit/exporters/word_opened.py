"""A Word file taken apart for tests: every part as a tree, its text, and what stands on which words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


class Opened:
    """The parts of one file, parsed strictly."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.parts = {one.filename: archive.read(one) for one in archive.infolist()}

    def xml(self, name: str) -> Any:
        return etree.fromstring(self.parts[name])

    @cached_property
    def body(self) -> Any:
        return self.xml("word/document.xml").find(f"{W}body")

    @cached_property
    def comments(self) -> list[Any]:
        if "word/comments.xml" not in self.parts:
            return []
        return list(self.xml("word/comments.xml"))

    def comment(self, *words: str) -> Any:
        """The one comment that has all these words in it."""
        found = [one for one in self.comments if all(word in text(one) for word in words)]
        assert len(found) == 1, f"{len(found)} comments have {words}"
        return found[0]

    def on(self, comment: Any) -> str:
        """The words that a comment stands on, as they are and as they shall be."""
        return self.between("comment", comment.get(f"{W}id"))

    def between(self, kind: str, key: str) -> str:
        """The text between a range's two ends, a line end at each paragraph's, without numbers."""
        start, end = (
            ("commentRangeStart", "commentRangeEnd")
            if kind == "comment"
            else ("bookmarkStart", "bookmarkEnd")
        )
        found: list[str] = []
        inside = False
        for one in self.body.iter():
            if one.tag == f"{W}{start}" and one.get(f"{W}id") == key:
                inside = True
            elif one.tag == f"{W}{end}" and one.get(f"{W}id") == key:
                return "".join(found)
            elif inside and run_style(one.getparent()) != "AnnotatorClaimNumber":
                found.append(_of(one))
        raise AssertionError(f"no {kind} {key}")

    def bookmarks(self) -> dict[str, str]:
        """Name → its words."""
        starts = self.body.iter(f"{W}bookmarkStart")
        return {one.get(f"{W}name"): self.between("bookmark", one.get(f"{W}id")) for one in starts}

    def styled(self, style: str) -> list[str]:
        """The texts of the paragraphs of this style."""
        return [
            text(one) for one in self.body.iter(f"{W}p") if _style(one, "pPr", "pStyle") == style
        ]

    def passages(self) -> list[str]:
        """The article as it came: without numbers, and without what is proposed."""
        return [
            "".join(map(_of, _article(one)))
            for one in self.body.iter(f"{W}p")
            if _style(one, "pPr", "pStyle").startswith("AnnotatorPassage")
            or _style(one, "pPr", "pStyle") == "AnnotatorFurniture"
        ]


def _article(paragraph: Any) -> Iterator[Any]:
    for run in paragraph.iter(f"{W}r"):
        number = _style(run, "rPr", "rStyle") == "AnnotatorClaimNumber"
        if not number and run.getparent().tag != f"{W}ins":
            yield from run


def _style(one: Any, properties: str, name: str) -> str:
    found = one.find(f"{W}{properties}/{W}{name}")
    return "" if found is None else str(found.get(f"{W}val"))


def _of(one: Any) -> str:
    if one.tag in (f"{W}t", f"{W}delText"):
        return one.text or ""
    return {f"{W}tab": "\t", f"{W}br": "\n", f"{W}p": "\n"}.get(one.tag, "")


def text(one: Any) -> str:
    """All the words in an element."""
    return "".join(map(_of, one.iter())).strip("\n")


def run_style(run: Any) -> str:
    return _style(run, "rPr", "rStyle")
