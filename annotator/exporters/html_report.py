"""The editor's copy: one HTML file, for a browser or for paper.

It holds no script, fetches nothing, and says so to the browser: its policy
allows the one style sheet it carries, by its hash. Whatever an article, a note
or a name says is text: the template escapes everything.
"""

from __future__ import annotations

import base64
import hashlib

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from annotator import paths
from annotator.domain.report import Report
from annotator.exporters.html_view import view
from annotator.exporters.html_words import FORBIDDEN


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
    template = environment.get_template("report.html")
    page = template.render(style=style, policy=policy(style), **view(report))
    page = page.replace("\r\n", "\n").replace("\r", "\n")
    return FORBIDDEN.sub("\ufffd", page).encode()


def policy(style: str) -> str:
    """The Content Security Policy: nothing but this very style sheet."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
