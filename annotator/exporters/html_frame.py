"""One HTML file round what is printed: sealed off by a policy, with the style sheet and the script it holds.

It fetches nothing, and says so to the browser: its policy allows this very style sheet and this very
script, by their hashes, and pictures only where they lie in the file itself.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from annotator import paths
from annotator.domain.report import Report
from annotator.domain.wording import raised
from annotator.exporters.html_pen import bdi, safe
from annotator.reporting import times, words
from annotator.reporting.characters import FORBIDDEN, REPLACED

_PLAIN = bytes({9, 10, *range(32, 0x7F), *range(0x80, 0x100)})
"""Every byte that is no control character by itself."""

_SUSPECT = (
    (b"\xc2", re.compile(rb"\xc2[\x80-\x9f]")),
    (b"\xef", re.compile(rb"\xef(?:\xb7[\x90-\xaf]|\xbf[\xbe\xbf])")),
    (b"\xf0\xf1\xf2\xf3\xf4", re.compile(rb"[\xf0-\xf4][\x80-\xbf]\xbf[\xbe\xbf]")),
)
"""The other characters of ``FORBIDDEN``, as UTF-8, each behind the bytes they can begin with."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page is beside what it prints. ``date`` is ISO 8601, or empty."""

    title: str
    language: str
    date: str = ""
    scripted: bool = False
    pictures: bool = False
    sheet: bool = False
    foot: Sequence[str] = ()


def environment() -> Environment:
    """The templates of the report; whatever is put into one is text, and is escaped."""
    made = Environment(
        loader=FileSystemLoader(paths.resource("report")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["raised"] = raised
    made.globals |= {
        "bdi": lambda text: Markup(bdi(text)),  # noqa: S704 - escaped
        "bold": lambda text: Markup("<b>{}</b>").format(text),
        "code": lambda text: Markup("<code>{}</code>").format(text),
        "inked": lambda text: Markup('<span class="ink">{}</span>').format(text),
        "first_words": words.first_words,
    }
    return made


def framed(templates: Environment, frame: Frame, body: Iterable[str]) -> bytes:
    """The whole file in UTF-8: the pieces of HTML in their frame, put together once, for they are large.

    Characters that HTML cannot hold are written as U+FFFD.
    """
    style, script = _resource("report.css"), _resource("report.js") if frame.scripted else ""
    head = templates.get_template("head.html").render(
        frame=frame, style=style, policy=policy(style, script, pictures=frame.pictures)
    )
    tail = templates.get_template("tail.html").render(foot=frame.foot, script=script)
    return clean(b"".join(piece.encode() for piece in chain([head], body, [tail])))


@cache
def _resource(name: str) -> str:
    return paths.resource("report").joinpath(name).read_text(encoding="utf-8")


def made_on(report: Report) -> str:
    """When the report was made, as machines read it; empty where that is not told."""
    return times.seconds(report.made_at) if report.made_at else ""


def clean(data: bytes) -> bytes:
    """One door for all that came from outside, so that nothing can be forgotten.

    Replacing goes through the characters one by one and takes longer than writing
    them; that nearly every page is clean is seen much faster from its bytes.
    """
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if data.translate(None, _PLAIN) or any(
        any(byte in data for byte in first) and odd.search(data) for first, odd in _SUSPECT
    ):
        return FORBIDDEN.sub(REPLACED, data.decode()).encode()
    return data


def policy(style: str, script: str = "", *, pictures: bool = False) -> str:
    """The Content Security Policy: nothing but this very style sheet and script."""
    allowed = [f"style-src {_hash(style)}"]
    if script:
        allowed.append(f"script-src {_hash(script)}")
    if pictures:
        allowed.append("img-src data:")
    return "; ".join(["default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def logo(report: Report) -> Markup:
    """The chosen picture, inside the page; empty for none. Raises AnnotatorError for what is none."""
    if not report.edition.logo:
        return Markup("")
    from annotator.exporters.pictures import picture_of  # who has no logo needs no PIL

    picture = picture_of(report.edition.logo)
    data = base64.b64encode(picture.data).decode()
    name = safe(report.edition.publisher.name)
    return Markup(f'<img src="data:image/{picture.kind};base64,{data}" alt="{name}">')  # noqa: S704 - escaped
