"""A PDF as it is set: fonts for all of it, its documents part by part, and the feet laid over at last."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import typst

from annotator.domain.report import Report
from annotator.exporters import pdf_fonts
from annotator.exporters.pdf_catalog import pages, whole
from annotator.exporters.pdf_characters import Drawable, Printed
from annotator.exporters.pdf_document import Document, headings, printable
from annotator.exporters.pdf_ink import Block, Runs
from annotator.exporters.pdf_join import Heading, Joining, Part
from annotator.exporters.pdf_typst import Setter, refusal
from annotator.reporting import times
from annotator.reporting.labels import Labels, labels

_TAG = re.compile(r"([A-Za-z]{2,3})(?:-|$)")


@dataclass(frozen=True)
class Contents:
    """What stands before several documents: a heading, and a line for each."""

    title: str
    blocks: Callable[[Sequence[int]], list[Block]]
    """Of the numbers of the pages on which they begin."""


BATCH = 2
"""So many parts are set before typst has to forget them all: that bounds the memory of any report."""
AT_ONCE = min(BATCH, os.cpu_count() or 1)
"""So many parts are set at the same time: typst lets go of Python's lock."""


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
        found = Printed()
        found.gather(self._printed())
        characters = frozenset(map(ord, found.characters))
        self.faces = pdf_fonts.faces(characters, first.article.language)
        self.drawable = Drawable.of(found, self.faces.covers)

    def _printed(self) -> list[Any]:
        found: list[Any] = ["0123456789 …·–\u00a0U+ABCDEF", self.t("{n} of {count}")]
        for one in self.documents:
            found += [one.blocks, one.foot, one.hash, one.columns]
        if self.contents:
            found.append(self.contents.blocks([0] * len(self.documents)))
        return found

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
        joining = Joining()
        ahead = self._ahead(setter)
        feet: list[list[Runs]] = [[[self.documents[0].foot.partition(" · ")[0]], []]] * ahead
        begins: list[int] = []
        for one, number, part in self._parts(setter, accessible=accessible and not ahead):
            if not number:
                begins.append(len(feet) + 1)
            feet += [[[one.foot], [one.hash] if one.hash else []]] * joining.take(part)
        if self.contents:
            made = setter.set(
                "contents.typ", self._data("", self.contents.blocks(begins)), accessible=accessible
            )
            heading = Heading(1, printable(self.contents.title))
            joining.take(Part(made, (heading,)), first=True)
        joining.lead({key: said for one in self.documents for key, said in one.names.items()})
        joining.lay_over(self._feet(setter, feet))
        return whole(joining)

    def _ahead(self, setter: Setter) -> int:
        """How many pages stand before the first document."""
        if self.contents is None:
            return 0
        blocks = self.contents.blocks([0] * len(self.documents))
        return pages(setter.set("contents.typ", self._data("", blocks), accessible=False))

    def _parts(self, setter: Setter, *, accessible: bool) -> Iterator[tuple[Document, int, Part]]:
        """Every part of every document in order, with its number in the document."""
        work = [
            (one, number, blocks)
            for one in self.documents
            for number, blocks in enumerate(one.cut())
        ]

        def made(one: Document, number: int, blocks: list[Block]) -> Part:
            # A later part may begin with a heading that is not of the highest level: PDF/UA would not have it.
            marked = accessible and not number
            data = setter.set(
                self._template,
                self._data(one.lang, blocks, columns=self.drawable.lay(one.columns)),
                accessible=marked,
            )
            return Part(data, tuple(headings(blocks, one.prefix)))

        with ThreadPoolExecutor(AT_ONCE) as pool:
            for first in range(0, len(work), BATCH):
                some = work[first : first + BATCH]
                waiting = [pool.submit(made, *each) for each in some]
                for (one, number, _), part in zip(some, waiting, strict=True):
                    yield one, number, part.result()
                if len(work) > BATCH:
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
