"""A PDF as it is set: fonts for all of it, its documents part by part, and the feet laid over at last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import typst

from annotator.domain.report import Report
from annotator.exporters import pdf_fonts
from annotator.exporters.pdf_characters import Drawable, strings
from annotator.exporters.pdf_document import Document, headings, printable
from annotator.exporters.pdf_ink import Runs
from annotator.exporters.pdf_join import Heading, Part, join, pages
from annotator.exporters.pdf_typst import Setter, refusal
from annotator.reporting import times
from annotator.reporting.labels import Labels, labels

Block = dict[str, Any]

_TAG = re.compile(r"([A-Za-z]{2,3})(?:-|$)")


@dataclass(frozen=True)
class Contents:
    """What stands before several documents: a heading, and a line for each."""

    title: str
    blocks: Callable[[Sequence[int]], list[Block]]
    """Of the numbers of the pages on which they begin."""


@dataclass
class Setting:
    """What was set so far."""

    parts: list[Part] = field(default_factory=list)
    feet: list[list[Runs]] = field(default_factory=list)
    """Of each page: what stands at its left and in its middle; the right is the number."""
    begins: list[int] = field(default_factory=list)
    """The first page of each document, 1 the first of all."""


class Book:
    """One file: what is the same on every page of it."""

    def __init__(
        self,
        reports: Sequence[Report],
        documents: Sequence[Document],
        *,
        title: str,
        template: str = "report.typ",
        contents: Contents | None = None,
    ) -> None:
        first = reports[0]
        self.t: Labels = labels(first.edition.labels)
        self.made_at = max(report.made_at for report in reports)
        self.documents = documents
        self.contents = contents
        self._title = title
        self._template = template
        self._authors = sorted({who for one in documents for who in one.authors}, key=str.casefold)
        characters = frozenset(map(ord, set().union(*self._printed())))
        self.faces = pdf_fonts.faces(characters, first.article.language)
        self.drawable = Drawable.of(characters, self.faces.covers)

    def _printed(self) -> Iterator[str]:
        yield "0123456789 …·–\u00a0\u2060\u200b\u2068\u2069U+ABCDEF"
        yield self.t("{n} of {count}")
        for one in self.documents:
            yield from strings(one.blocks)
            yield from (one.foot, one.hash)
        if self.contents:
            yield from strings(self.contents.blocks([0] * len(self.documents)))

    def set(self) -> tuple[bytes, bool]:
        """The file, and whether it is marked as PDF/UA-1. Raises AnnotatorError where nothing helps."""
        with pdf_fonts.loaded(self.faces) as fonts:
            setter = Setter(fonts, max(0, self.made_at // 1_000_000))
            try:
                return self._set(setter, accessible=True), True
            except typst.TypstError:
                pass  # what is wrong with it may be of no matter to a file that claims less
            try:
                return self._set(setter, accessible=False), False
            except typst.TypstError as error:
                raise refusal(error) from None

    def _set(self, setter: Setter, *, accessible: bool) -> bytes:
        found = Setting()
        before = self._contents(setter, [0] * len(self.documents), accessible=accessible)
        ahead = pages(before.data) if before else 0
        for one in self.documents:
            found.begins.append(ahead + len(found.feet) + 1)
            self._document(setter, one, found, accessible=accessible and before is None)
        if before:
            before = self._contents(setter, found.begins, accessible=accessible)
        parts = [before, *found.parts] if before else found.parts
        foot: list[Runs] = [[self.documents[0].foot.partition(" · ")[0]], []]
        feet = [foot] * ahead + found.feet
        names = {key: said for one in self.documents for key, said in one.names.items()}
        return join(parts, names, self._feet(setter, feet))

    def _contents(
        self, setter: Setter, begins: Sequence[int], *, accessible: bool
    ) -> Part | None:
        if self.contents is None:
            return None
        blocks = self.contents.blocks(begins)
        data = self._data("", blocks)
        heading = Heading(1, printable(self.contents.title))
        return Part(setter.set("contents.typ", data, accessible=accessible), (heading,))

    def _document(
        self, setter: Setter, one: Document, found: Setting, *, accessible: bool
    ) -> None:
        cut = one.cut()
        for number, blocks in enumerate(cut):
            # A later part may begin with a heading that is not of the highest level: PDF/UA would not have it.
            data = self._data(one.lang, blocks)
            made = setter.set(self._template, data, accessible=accessible and not number)
            found.parts.append(Part(made, tuple(headings(blocks, one.prefix))))
            found.feet += [[[one.foot], [one.hash] if one.hash else []]] * pages(made)
            if len(cut) > 1 or len(self.documents) > 1:
                setter.forget()

    def _feet(self, setter: Setter, feet: Sequence[Sequence[Runs]]) -> bytes:
        count = self.t.number(len(feet))
        numbered = [
            [*foot, [self.t("{n} of {count}", n=self.t.number(n), count=count)]]
            for n, foot in enumerate(feet, 1)
        ]
        return setter.set_over("feet.typ", self._data("", [], feet=self.drawable.lay(numbered)))

    def _data(self, lang: str, blocks: Sequence[Block], **more: object) -> dict[str, Any]:
        """What a template is given."""
        return {
            "title": printable(self._title),
            "authors": [printable(one) for one in self._authors],
            "date": moment(self.made_at),
            "lang": self.t.language,
            "article-lang": language(lang) or self.t.language,
            "fonts": {"serif": list(self.faces.serif), "sans": list(self.faces.sans)},
            "blocks": self.drawable.lay(list(blocks)),
            **more,
        }


def moment(at: int) -> list[int] | None:
    """Microseconds since 1970 as year to second, UTC; None for no moment."""
    if at <= 0:
        return None
    day = datetime.fromisoformat(times.seconds(at))
    return [day.year, day.month, day.day, day.hour, day.minute, day.second]


def language(tag: str) -> str:
    """A language as typst takes it (ISO 639); empty for none."""
    found = _TAG.match(tag)
    return found.group(1).lower() if found else ""
