"""One Word file while it is written: its body and all that other parts say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from annotator.exporters.word_comments import Spoken, comments_part, extended_part
from annotator.exporters.word_package import Package, app, core
from annotator.exporters.word_settings import fonts, numbering, settings, theme
from annotator.exporters.word_styles import styles
from annotator.exporters.word_table import page_field, page_setup
from annotator.exporters.word_xml import Xml, line, paragraph, root, run, tab, w
from annotator.reporting import word_mark
from annotator.reporting.word_mark import Mark

_SPACES: Final = ("w", "r", "wp", "a", "pic", "w14", "w15")


@dataclass
class WordFile:
    """What is written so far. ``ids`` numbers comments, bookmarks, changes: none twice."""

    language: str
    title: str
    body: list[Xml] = field(default_factory=list)
    comments: list[Spoken] = field(default_factory=list)
    package: Package = field(default_factory=Package)
    ids: Iterator[int] = field(default_factory=count)

    def packed(
        self, foot: Iterable[str], people: Iterable[str], made: str, mark: Mark | None
    ) -> bytes:
        """The file. ``foot``: two texts; the number of the page stands beside them.

        ``people`` are named in its properties, ``made`` is ISO 8601 to the second, or empty.
        """
        package, links = self.package, self.package.links
        package.add("word/styles.xml", styles(self.language))
        package.add("word/settings.xml", settings(self.language))
        package.add("word/numbering.xml", numbering())
        package.add("word/fontTable.xml", fonts())
        package.add("word/theme/theme1.xml", theme())
        package.add("word/footer1.xml", self._footer(*foot))
        if self.comments:
            package.add("word/comments.xml", comments_part(self.comments))
            package.add("word/commentsExtended.xml", extended_part(self.comments))
        if mark is not None:
            package.add_mark(word_mark.SPACE, word_mark.written(mark))
        setup = page_setup(links.part("word/footer1.xml"))
        body = w("body", *self.body, setup)
        package.add("word/document.xml", root("w:document", body, spaces=_SPACES))
        creator = ", ".join(people) or "Annotator"
        package.add("docProps/core.xml", core(self.title, creator, self.language, made))
        package.add("docProps/app.xml", app())
        return package.packed()

    def _footer(self, first: str, second: str) -> Xml:
        page, of = page_field("PAGE"), page_field("NUMPAGES")
        whole = (line(first), tab(), line(second), tab(), page, run(" / "), of)
        return root("w:ftr", paragraph("Footer", *whole), spaces=("w", "r"))
