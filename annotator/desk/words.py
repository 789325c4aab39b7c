"""Text that a person typed: what may be kept, and what is refused in one sentence."""

from __future__ import annotations

import re
import unicodedata

from annotator.domain.article import Span
from annotator.domain.errors import AnnotatorError

LONGEST = 100_000
"""Code points in one note; a longer one is a document of its own."""


def kept_text(text: str, what: str, longest: int = LONGEST) -> str:
    """The text with LF line ends and without blanks around it.

    Raises AnnotatorError for what no file format could carry: NUL, lone
    surrogates, or more than ``longest`` code points. ``what`` names it: "The note".
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if "\0" in text:
        raise AnnotatorError(f"{what} holds a NUL character: take it out and try again.")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise AnnotatorError(f"{what} holds half of a character (a lone surrogate): type it again.")
    if len(text) > longest:
        raise AnnotatorError(f"{what} is longer than {longest:,} characters: shorten it.")
    return text


def kept_line(text: str, what: str, longest: int = LONGEST) -> str:
    """The text on one line. Raises AnnotatorError for control characters, too."""
    line = " ".join(kept_text(text, what, longest).split())
    _refuse_controls(line, what)
    return line


def kept_lines(text: str, what: str, longest: int = LONGEST) -> str:
    """The text on its lines. Raises AnnotatorError for control characters, too."""
    lines = [" ".join(line.split()) for line in kept_text(text, what, longest).split("\n")]
    _refuse_controls("".join(lines), what)
    return "\n".join(lines)


def _refuse_controls(text: str, what: str) -> None:
    if any(unicodedata.category(char) == "Cc" for char in text):
        raise AnnotatorError(f"{what} holds a control character: take it out and try again.")


def kept_day(text: str, what: str) -> str:
    """A day as ``YYYY-MM-DD``. Raises AnnotatorError where there is no such day."""
    day = kept_day_or_part(text, what)
    if len(day) < len("YYYY-MM-DD"):
        raise AnnotatorError(f"{what} needs a day, and {day} is none: write it like 2023-01-31.")
    return day


def kept_day_or_part(text: str, what: str) -> str:
    """A day, a month or a year: ``YYYY-MM-DD`` or its first parts. Raises AnnotatorError."""
    from annotator.text.days import read_day  # its wordbooks take a moment, and few type a date

    line = kept_line(text, what)
    try:
        return read_day(line)
    except ValueError as error:
        raise AnnotatorError(f"{what}: {error}") from None


def where(text: str, within: Span, said: str) -> Span | None:
    """Where words stand first in a stretch, whatever blanks are between them there."""
    words = said.split()
    if not words:
        return None
    found = re.compile(r"\s+".join(map(re.escape, words))).search(text, *within)
    return Span(*found.span()) if found else None


def kept_name(text: str) -> str:
    """A person's name on one line. Raises AnnotatorError when it is empty or too long."""
    name = " ".join(kept_text(text, "The name").split())
    if not name:
        raise AnnotatorError("The name is empty: type the name colleagues should see.")
    if len(name) > 200:
        raise AnnotatorError("The name is longer than 200 characters: shorten it.")
    return name
