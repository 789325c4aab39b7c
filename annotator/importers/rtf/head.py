"""What an RTF file says before its text: fonts, styles, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.domain.article import PassageKind
from annotator.domain.enclosed import Offered
from annotator.importers.composing import clean
from annotator.importers.properties import properties
from annotator.importers.rtf.coding import DEFAULT, SIGNS
from annotator.importers.style_names import is_contents, style_kind

INFO = {b"title": "title", b"author": "author", b"company": "publisher"}
MOMENTS = {b"creatim": "created", b"revtim": "saved"}
PARTS = {b"yr": 0, b"mo": 1, b"dy": 2, b"hr": 3, b"min": 4}

_BODY_LEVEL = 9
_DEEPEST = 64
"""So many styles may be based on each other."""


@dataclass(slots=True)
class Style:
    """One paragraph style."""

    number: int = 0
    based_on: int | None = None
    outline: int | None = None
    name: str = ""


@dataclass(slots=True)
class Font:
    """One font: the codec of its bytes, and whether its letters are signs."""

    codec: str | None = None
    name: str = ""

    def codec_of_bytes(self) -> str:
        """The codec; empty for the document's own."""
        if self.codec == SIGNS:
            return f"{SIGNS}{self.name.split(';')[0].strip()}"
        return self.codec or ""


@dataclass(slots=True)
class Head:
    """All of it, as it is read."""

    codec: str = ""
    """The document's own."""
    default_font: int | None = None
    fonts: dict[int, Font] = field(default_factory=dict)
    styles: dict[int, Style] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    """What it says of itself, as ``properties`` takes it; the first word counts."""
    font: Font = field(default_factory=Font)
    """The one that is being read."""
    style: Style = field(default_factory=Style)
    """The one that is being read."""
    moment: list[int | None] = field(default_factory=list)

    def default_codec(self) -> str:
        """The codec of bytes for which no font was named."""
        font = self.fonts.get(-1 if self.default_font is None else self.default_font)
        return (font.codec_of_bytes() if font else "") or self.codec or DEFAULT

    def begin_font(self, number: int, before: str) -> None:
        """The next font in the table; what was written since the one before is that one's name."""
        self.font.name = before
        self.font = self.fonts.setdefault(number, Font())

    def end_style(self, name: str) -> None:
        """The style that was being read is called so."""
        self.style.name = name.strip()
        self.styles[self.style.number] = self.style
        self.style = Style()

    def say(self, what: str, value: str) -> None:
        """Keeps what it says of itself."""
        value = " ".join(clean(value).split())
        if value:
            self.said.setdefault(what, value)

    def end_moment(self, what: str) -> None:
        """The day and time that were being read; the year 0 says nothing."""
        year, month, day, hour, minute = (*self.moment, *[None] * 5)[:5]
        if year and month and day and 0 < month < 13 and 0 < day < 32 and 1000 <= year <= 9999:
            time = f"T{hour:02}:{minute or 0:02}" if hour is not None else ""
            self.say(what, f"{year:04}-{month:02}-{day:02}{time}")

    def kind(self, number: int, outline: int | None) -> PassageKind | None:
        """What a paragraph of this style and outline level is; None where nothing says it."""
        style = self.styles.get(number)
        for _ in range(_DEEPEST):
            if style is None:
                break
            outline = style.outline if outline is None else outline
            if is_contents(style.name):
                return PassageKind.BOILERPLATE
            found = style_kind(style.name)
            if found:
                return found
            style = None if style.based_on is None else self.styles.get(style.based_on)
        if outline is not None and 0 <= outline < _BODY_LEVEL:
            return PassageKind.HEADING
        return None

    def offered(self) -> tuple[Offered, ...]:
        """What it says of itself, and nobody has confirmed."""
        return properties(**self.said)
