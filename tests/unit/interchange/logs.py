"""What canonical JSON holds of a log, read as anybody would read it."""

from __future__ import annotations

from annotator.domain.edits.form import Edit
from annotator.interchange import article_json_read


def log_of(data: bytes) -> tuple[str, tuple[Edit, ...]]:
    """The article's text and its edits, every row of which has the form of one."""
    brought = article_json_read.read(data)
    assert brought.not_read == ()
    return brought.text, brought.log
