"""What every part of the file is written with: labels, where links lead, how outcomes are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.domain.beside import Pieces
from annotator.exporters.word_cues import CUES, MUTED
from annotator.exporters.word_package import Links
from annotator.exporters.word_xml import Xml, element, inner_link, paragraph, run, together
from annotator.reporting.labels import Labels
from annotator.reporting.words import Look, Ref, direction

_PIECE = {"same": "", "dropped": "AnnotatorDroppedWords", "new": "AnnotatorNewWords"}


@dataclass
class Pen:
    """How one article's report is written.

    ``prefix`` begins its bookmarks, so that several articles have room in one file. ``lang`` is the
    article's language where it is another than the labels'. ``many``: notes say whose they are.
    ``page``, ``rows``, ``items``: whether the article, the table of claims and the list of evidence
    are in the file, so that links lead somewhere.
    """

    t: Labels
    links: Links
    ids: Iterator[int]
    prefix: str = ""
    lang: str = ""
    many: bool = False
    page: bool = True
    rows: bool = True
    items: bool = True

    def in_page(self, ref: Ref) -> str:
        """The bookmark of a claim in the article."""
        return f"{self.prefix}claim_{ref.key}" if self.page else ""

    def in_rows(self, ref: Ref) -> str:
        """The bookmark of its row in the table."""
        return f"{self.prefix}row_{ref.key}" if self.rows else ""

    def item(self, key: str) -> str:
        """The bookmark of an item of evidence."""
        return f"{self.prefix}item_{key}" if self.items and key else ""

    def claim(self, ref: Ref, *, listed: bool = False, style: str = "AnnotatorNumber") -> Xml:
        """A claim's number, leading to the article, or to its row where that is preferred."""
        first, second = self.in_page(ref), self.in_rows(ref)
        anchor = (second or first) if listed else (first or second)
        number = run(ref.label, style)
        return inner_link(anchor, number) if anchor else number

    def claims(self, refs: Sequence[Ref]) -> Xml:
        """Several numbers, with commas."""
        style = ""
        found = [self.claim(ref, style=style) for ref in refs]
        return Xml(run(", ").join(found))

    def ink(self, look: Look) -> Xml:
        """An outcome in a line of text."""
        return run(f"{look.glyph} {look.word}", CUES[look.outcome].ink)

    def chip(self, look: Look) -> Xml:
        """An outcome as the article paints it."""
        cue = CUES[look.outcome]
        ink = "" if cue.fill else MUTED
        return run(
            f"\u00a0{look.glyph}\u00a0{look.word}\u00a0", cue.claim, bold=cue.strong, ink=ink
        )

    def words(self, text: str, style: str = "") -> Xml:
        """Runs of the article's own words."""
        return run(text, style, base=direction(text), lang=self.lang)

    def pieces(self, pieces: Pieces) -> Xml:
        """A proposed wording with its changes marked."""
        base = direction("".join(text for text, _ in pieces))
        found, before = [], ""
        for text, kind in pieces:
            if (before, kind) == ("dropped", "new"):
                found.append(run("\u2009"))
            found.append(run(text, _PIECE[kind], base=base, lang=self.lang))
            before = kind
        return together(found)

    def address(self, address: str, shown: str) -> Xml:
        """A link to the web, as text where Word would take no such address."""
        link = self.links.address(address) if address else ""
        if not link:
            return run(shown)
        return element("w:hyperlink", run(shown, "Hyperlink"), r__id=link, w__history="1")

    def heading(self, level: int, text: str, *more: Xml) -> Xml:
        return paragraph(f"Heading{level}", run(text), *more, base=direction(text), keep=True)

    def sub(self, name: Xml, says: str, number: int | None = None) -> Xml:
        """The heading of a list: its name, how many are in it, and what they are."""
        count = "" if number is None else self.t.number(number)
        quiet = " · ".join(filter(None, (count, says)))
        return paragraph("Heading3", name, run(f"  {quiet}" if quiet else "", "AnnotatorQuiet"))
