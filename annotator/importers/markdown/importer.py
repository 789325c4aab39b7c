"""Markdown: CommonMark with tables and struck words, as .md files have it."""

from __future__ import annotations

from annotator.importers.imported import ImportedArticle

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")


def sniff(_data: bytes, suffix: str) -> bool:
    """By its name alone: any plain text is Markdown too."""
    return suffix in SUFFIXES


def read(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """The article of a Markdown file. Raises AnnotatorError where there is nothing to read in it."""
    from annotator.importers.markdown.text import read_text

    return read_text(data, encoding)
