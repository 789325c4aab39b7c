"""What office files, books and PDFs say of themselves, without what only their programs put there."""

from __future__ import annotations

import re

from annotator.domain.enclosed import Offered
from annotator.importers.composing import clean

SOURCE = "the file’s properties"

_FIRST_YEAR = "1980"
"""What is dated before is a clock that was never set."""

_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel|office)(?: - .*)?|about:blank|https?://\S+|page \d+|slide 1|"
    r"normal(?:\.dotm?)?|(?:un-?named|unknown|untitled|no title|title|unbenannt|sans titre|print(?:ing)?|"
    r"(?:new |word )?document|documento|dokumen|dokument|doc|(?:powerpoint )?presentation|präsentation)"
    r"[\s_-]*\d*|"
    r".*\.(?:docx?|docm|odt|rtf|pdf|pages|indd|qxd|tex|dvi|ps|html?|md|txt|pptx?|xlsx?|tmp))",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:microsoft|windows)(?: (?:office )?user| corporation| word)?|(?:user|pc)\d*|un-?named|-|"
    r"admin(?:istrator)?|anonymous|apache poi|author|company|default|hewlett-packard|home|hp|"
    r"libreoffice|nobody|none|normal(?:\.dotm?)?|organi[sz]ation|owner|pandoc|python-docx|root|test|"
    r"unknown|untitled",
    re.IGNORECASE,
)
"""What programs and new machines write where nobody said anything."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


def properties(
    *,
    title: str = "",
    author: str = "",
    publisher: str = "",
    created: str = "",
    saved: str = "",
    language: str = "",
) -> tuple[Offered, ...]:
    """The properties of a file as they are offered; ``created`` and ``saved`` are in ISO 8601."""
    changed = "" if saved == created else saved
    rows = (
        ("title", titled(title), SOURCE),
        ("author", named(author), SOURCE),
        ("published", created if created >= _FIRST_YEAR else "", f"{SOURCE}: created"),
        ("updated", changed if changed >= _FIRST_YEAR else "", f"{SOURCE}: last saved"),
        ("language", language_code(language), SOURCE),
        ("publisher", named(publisher), f"{SOURCE}: company"),
    )
    return tuple(Offered(*row) for row in rows if row[1])


def titled(said: str) -> str:
    """A title in one line; "" for one that a program made up."""
    words = _in_one_line(said)
    bare = words.strip("[] ")
    return words if bare and not _NO_TITLE.fullmatch(bare) else ""


def named(said: str) -> str:
    """Somebody's name in one line; "" for one that a program or a new machine put there."""
    words = _in_one_line(said)
    return "" if _NOBODY.fullmatch(words) else words


def language_code(said: str) -> str:
    """A language as its code: "en", "de-AT"; "" for what is none."""
    code = said.strip()
    return code.replace("_", "-") if _LANGUAGE.fullmatch(code) else ""


def _in_one_line(said: str) -> str:
    return " ".join(clean(said).split())
