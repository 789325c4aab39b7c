"""Outside text in Markdown: escaped so that it stays the text it is.

After CommonMark 0.31.2 and GitHub Flavored Markdown 0.29: section 2.4 (every ASCII punctuation
character may be escaped), 4 (what begins a block at the start of a line), 6 (inlines), and GFM's
tables, strikethrough and extended autolinks. What Jekyll, Pandoc and GitHub add to that ({{…}}, ^…^, $…$)
begins with characters that are escaped as well. What no escape can stop: some sites find e-mail
addresses, @names and :names: in the finished page.
"""

from __future__ import annotations

import re

from annotator.reporting.characters import clean

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&^$@]")
_LINKS = re.compile(r"(?<=[A-Za-z])(?::(?=\S)|(?<=[wW]{3})\.)")
"""The colon of a scheme, the dot of "www.": without them nothing is taken for an address."""

_START = re.compile(r"(\d{1,9})(?=[.)])|(?=[-+=:%!])")
_BLANK = re.compile(r"[^\S\n]+|\x85")
_IN_ADDRESS = re.compile(r"[\\<>&|]")

BREAK = "\\\n"
"""A line that ends within a paragraph."""


def line(text: str) -> str:
    """The text on one line: blanks and line ends are one blank, as a browser shows them."""
    return _start(_escaped(" ".join(clean(text).split())))


def lines(text: str, indent: str = "") -> str:
    """The text with its line ends; ``indent`` begins every line but the first.

    Blank text is "": whoever makes a list leaves that item out, for an empty one is the underline
    of a heading.
    """
    found = [_start(_escaped(_BLANK.sub(" ", one).strip())) for one in clean(text).split("\n")]
    while found and not found[-1]:
        found.pop()
    return f"{BREAK}{indent}".join(found)


def link(shown: str, address: str) -> str:
    """A link; ``address`` is a web address, or "" where there is none."""
    if not address:
        return line(shown)
    return linked(line(shown), address)


def linked(inside: str, address: str) -> str:
    """What is Markdown already, leading to a web address."""
    where = _IN_ADDRESS.sub(r"\\\g<0>", clean(address))
    return f"[{inside}](<{where}>)"


def pieces(text: str) -> str:
    """A piece of running text: its blanks are kept, for others stand before and behind it."""
    inside = _escaped(clean(text).replace("\t", " "))
    return BREAK.join(
        _start(one.lstrip(" ")) if n else one for n, one in enumerate(inside.split("\n"))
    )


def _escaped(text: str) -> str:
    return _LINKS.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\g<0>", text))


def _start(text: str) -> str:
    """With an escape where the text would begin a list, a heading's underline or a definition."""
    return _START.sub(r"\1\\", text, count=1) if _START.match(text) else text
