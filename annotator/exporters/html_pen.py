"""What every part of a page is written with: labels, names, how outcomes are drawn, where links lead.

What is a ``Markup`` is HTML already; everything else is text, and is escaped where it is put in. Where a
part has thousands of lines it is put together by hand, of strings: there ``safe()`` is that door.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from markupsafe import Markup, escape

from annotator.domain.beside import Pieces
from annotator.domain.edition import Section
from annotator.reporting.labels import Labels
from annotator.reporting.review import Moment
from annotator.reporting.words import Look, Ref

__all__ = ["HtmlLabels", "Pen", "Places", "bdi", "day", "safe", "time"]


def safe(text: str) -> str:
    """Text from outside as HTML, also inside of quotation marks.

    As ``html.escape``, which looks for nothing first and takes three times as long: this is called
    a dozen times for every claim, and hardly any text holds one of these characters.
    """
    if "&" in text:  # first, or it would escape what the others put in
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    if "'" in text:
        text = text.replace("'", "&#x27;")
    return text


def bdi(text: str) -> str:
    """Text from outside in a line of ours: its direction does not turn what stands beside it."""
    return f"<bdi>{safe(text)}</bdi>"


def time(at: Moment | None) -> str:
    """A moment in full; empty where there is none."""
    return f'<time datetime="{at.stamp}">{safe(at.words)}</time>' if at and at.words else ""


def day(at: Moment | None) -> str:
    """The day of a moment, which shows the rest of it when it is pointed at."""
    if not (at and at.words):
        return ""
    return f'<time datetime="{at.stamp}" title="{safe(at.words)}">{safe(at.day)}</time>'


class HtmlLabels:
    """Labels as HTML. What is put into them by name is escaped, unless it is ``Markup``."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self.language = labels.language

    def __call__(self, english: str, **values: object) -> Markup:
        """The label with its values in it; without values as it stands, to be filled in later."""
        label = escape(self._labels(english))
        return label.format(**values) if values else label

    def count(self, number: int, one: str, many: str, **values: object) -> Markup:
        """The label for one or for many; both may name ``{n}``."""
        return self(one if number == 1 else many, n=self.number(number), **values)

    def number(self, number: int) -> str:
        """A count with its thousands apart, as the language has them."""
        return self._labels.number(number)

    def names(self, names: Sequence[str]) -> Markup:
        """Such as "Ann, Ben and Chloé", each name by itself; who has none is left out."""
        return Markup(self._labels.listed([bdi(name) for name in names if name]))  # noqa: S704 - escaped


class Places(NamedTuple):
    """Where links lead: how ids begin, empty where that part is not printed.

    ``page``: claims in the article; ``row``: claims in the list; ``note`` and ``mark``: a note in the
    margin and its mark; ``item``: the list of evidence; ``wording``: the proposed wordings.
    """

    page: str = ""
    row: str = ""
    note: str = ""
    mark: str = ""
    item: str = ""
    wording: str = ""

    @classmethod
    def of(cls, sections: Set[Section], prefix: str) -> Places:
        """The places of a report with these sections."""
        article, rows = Section.ARTICLE in sections, Section.CLAIMS in sections
        return cls(
            page=f"{prefix}c" if article else "",
            row=f"{prefix}r" if rows else "",
            note=f"{prefix}note-" if article else "",
            mark=f"{prefix}mark-" if article else "",
            item=f"{prefix}e" if Section.EVIDENCE in sections else "",
            wording=f"{prefix}w" if Section.DECIDE in sections else "",
        )


class Pen:
    """How one report is written. ``prefix`` begins every id of it, ``lang`` is the article's language.

    ``many``: more than one analyst judged, so notes say whose they are.
    """

    def __init__(
        self,
        labels: Labels,
        sections: Set[Section],
        *,
        prefix: str = "",
        lang: str = "",
        many: bool = False,
    ) -> None:
        self.t = HtmlLabels(labels)
        self.prefix = prefix
        self.places = Places.of(sections, prefix)
        self.lang = Markup(f' lang="{safe(lang)}"')  # noqa: S704 - "": nobody knows, but not ours
        self.many = many

    def glyph(self, look: Look) -> Markup:
        """The cue beside a colour; it is read aloud nowhere, since its word stands beside it."""
        return Markup(f'<span class="glyph g-{look.name}" aria-hidden="true">{look.glyph}</span>')  # noqa: S704

    def ink(self, look: Look) -> Markup:
        """An outcome in a line of text."""
        word = f"{self.glyph(look)}{safe(look.word)}"
        return Markup(f'<b class="ink {look.name}">{word}</b>')  # noqa: S704 - escaped

    def figure(self, look: Look, number: int) -> Markup:
        """How many claims have this outcome, in a line of text."""
        words = f"{self.glyph(look)}{self.t.number(number)} {safe(look.word)}"
        return Markup(f'<span class="ink {look.name}">{words}</span>')  # noqa: S704 - escaped

    def chip(self, look: Look) -> Markup:
        """An outcome as the page paints it."""
        word = f"{self.glyph(look)}{safe(look.word)}"
        return Markup(f'<span class="chip claim {look.name}">{word}</span>')  # noqa: S704 - escaped

    def day(self, at: Moment | None) -> Markup:
        """The day of a moment."""
        return Markup(day(at))  # noqa: S704 - escaped

    def pieces(self, pieces: Pieces) -> Markup:
        """A proposed wording with its changes marked."""
        tags = {"dropped": "del", "new": "ins"}
        parts = [
            f"<{tags[kind]}>{safe(text)}</{tags[kind]}>" if kind in tags else safe(text)
            for text, kind in pieces
        ]
        return Markup("".join(parts))  # noqa: S704 - escaped

    def claim(self, ref: Ref, css: str = "", *, listed: bool = False) -> Markup:
        """A claim's number; it leads to the article, or to the list where ``listed`` is preferred."""
        first, second = self.places.page, self.places.row
        place = (second or first) if listed else (first or second)
        kind = f' class="{css}"' if css else ""
        label = safe(ref.label)
        if not place:
            return Markup(f"<span{kind}>{label}</span>")  # noqa: S704 - escaped
        where = f'href="#{place}{ref.key}" aria-label="{safe(ref.name)}"'
        return Markup(f"<a{kind} {where}>{label}</a>")  # noqa: S704 - escaped
