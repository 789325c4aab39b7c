"""Who a claim seems to come from, read from its sentence and a few before it.

Everything here is a suggestion. It is made for few forms and only where one is plain, since
a wrong one costs the analyst more than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain.article import Span
from annotator.domain.attribution import Mode, SourceKind
from annotator.text.antecedents import Antecedents
from annotator.text.cues import chained, cues
from annotator.text.reading import Cue, Reading
from annotator.text.wordbook import wordbook


@dataclass(frozen=True, slots=True)
class Suggested:
    """One attribution that may be meant; spans are in the article's text.

    ``source`` is what the sentence has ("the report"), ``named_in`` the earlier claim that
    says who that is, and ``name`` the words for it there ("ISNA"). ``via``: on whose
    authority, nearest first. ``content`` is None where it does not stand in one piece.
    """

    source: Span
    cue: Span
    content: Span | None
    kind: SourceKind
    mode: Mode
    via: tuple[Span, ...] = ()
    named_in: Span | None = None
    name: Span | None = None


def suggested(
    text: str, claims: Sequence[Span], index: int, language: str | None = None
) -> tuple[Suggested, ...]:
    """The attributions that the claim ``claims[index]`` seems to have, in order.

    ``claims`` are the article's, in order. Looks back a few of them for whom "he", "the
    report" or a surname means.
    """
    book = wordbook(text, language)
    reading, found = cues(text, claims[index], book)
    if not found:
        return ()
    antecedents = Antecedents(text, claims, index, book)
    result = []
    for cue in chained(reading, found):
        meant = antecedents.of(cue.source)
        if meant is None:
            continue
        via = tuple(dict.fromkeys(one for one in cue.via if one != cue.source.span))
        mode = _mode(reading, cue)
        result.append(
            Suggested(
                cue.source.span,
                cue.span,
                cue.content,
                meant.kind,
                mode,
                via,
                meant.claim,
                meant.name,
            )
        )
    return tuple(result)


def _mode(reading: Reading, cue: Cue) -> Mode:
    """Word for word where the content is a quotation, mixed where one stands in it."""
    content = cue.content or reading.span
    quoted = [one.span for one in reading.quoted]
    if content in quoted and not cue.partly:
        return Mode.DIRECT
    overlap = any(start < content.end and content.start < end for start, end in quoted)
    return Mode.MIXED if overlap else Mode.INDIRECT
