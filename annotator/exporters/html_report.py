"""The editor's copy: one HTML file, for a browser or for paper.

It holds no script, fetches nothing, and says so to the browser: its policy
allows the one style sheet it carries, by its hash. Whatever an article, a note
or a name says is text: the template escapes everything.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import fields
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from annotator import paths
from annotator.domain.report import Report
from annotator.domain.wording import raised
from annotator.reporting import words
from annotator.reporting.record import NO_RECORD
from annotator.reporting.view import View, view
from annotator.reporting.words import FORBIDDEN, LOOK

_PLAIN = bytes({9, 10, *range(32, 0x7F), *range(0x80, 0x100)})
"""Every byte that is no control character by itself."""

_SUSPECT = (
    re.compile(rb"\xc2[\x80-\x9f]"),
    re.compile(rb"\xef(?:\xb7[\x90-\xaf]|\xbf[\xbe\xbf])"),
    re.compile(rb"[\xf0-\xf4][\x80-\xbf]\xbf[\xbe\xbf]"),
)
"""The other characters of ``FORBIDDEN``, as UTF-8."""


def write(report: Report) -> bytes:
    """The page in UTF-8. Characters that HTML cannot hold are written as U+FFFD."""
    folder = paths.resource("report")
    style = folder.joinpath("report.css").read_text(encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["raised"] = raised
    draw: Any = environment.get_template("looks.html").module
    page = environment.get_template("report.html").render(
        style=style,
        policy=policy(style),
        glyphs={look.name: draw.glyph(look) for look in LOOK.values()},
        chips={look.name: draw.chip(look) for look in LOOK.values()},
        none_held=NO_RECORD,
        first_words=words.first_words,
        **_variables(view(report)),
    )
    return clean(page)


def _variables(found: View) -> dict[str, Any]:
    """The template's variables: what stands in the parts of the view, and the view's own."""
    parts = (found.head, found.summary)
    flat = {field.name: getattr(part, field.name) for part in parts for field in fields(part)}
    own = {field.name: getattr(found, field.name) for field in fields(found)}
    return flat | found.decide._asdict() | own


def clean(page: str) -> bytes:
    """One door for all that came from outside, so that nothing can be forgotten.

    Replacing goes through the characters one by one and takes longer than writing
    them; that nearly every page is clean is seen much faster from its bytes.
    """
    data = page.replace("\r\n", "\n").replace("\r", "\n").encode()
    if data.translate(None, _PLAIN) or any(odd.search(data) for odd in _SUSPECT):
        return FORBIDDEN.sub("\ufffd", data.decode()).encode()
    return data


def policy(style: str) -> str:
    """The Content Security Policy: nothing but this very style sheet."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
