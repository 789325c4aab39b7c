"""E-mails that tests write themselves."""

from __future__ import annotations

from annotator.importers.mail import importer as mail
from broughtin import passages

HEAD = "From: Ann <ann@a.example>\nSubject: News\nMessage-ID: <1@a.example>\n"


def written(body: str, kind: str = "text/plain; charset=utf-8", head: str = HEAD) -> bytes:
    """A mail of this body, of this type."""
    return f"{head}Content-Type: {kind}\n\n{body}".encode()


def kinds(body: str, kind: str = "text/plain; charset=utf-8") -> list[tuple[str, str]]:
    """Kind and words of all its passages but the title."""
    title, *found = passages(mail.read(written(body, kind)))
    assert title == ("title", "News")
    return found
