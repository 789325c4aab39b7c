"""Texts made of sentences, so that a test says which claims it means."""

from __future__ import annotations

from annotator.domain.article import Span
from annotator.review.alignment import Alignment, Pair, PairKind, align
from annotator.review.quotations import quotation, quotations, shared

Told = tuple[str, list[Span]]
Paragraphs = list[list[str]]


def told(paragraphs: Paragraphs) -> Told:
    """The text, with a blank line between paragraphs, and its claims: a sentence each."""
    text, claims = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        for number, sentence in enumerate(paragraph):
            text += " " if number else ""
            claims.append(Span(len(text), len(text) + len(sentence)))
            text += sentence
    return text, claims


def aligned(here: Paragraphs, there: Paragraphs) -> Alignment:
    return align(*told(here), *told(there))


def alike(here: Told, there: Told) -> float:
    """What two texts have in common, of the smaller one's claims."""
    return shared(quotations(*here), quotations(*there))


def said(alignment: Alignment, pair: Pair) -> tuple[str | None, str | None]:
    """The quotations of a pair."""
    return (
        quotation(alignment.here_text, pair.here) if pair.here else None,
        quotation(alignment.there_text, pair.there) if pair.there else None,
    )


def kinds(alignment: Alignment) -> list[PairKind]:
    return [pair.kind for pair in alignment.pairs]
