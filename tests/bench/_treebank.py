"""Paragraphs whose sentences are known: our own lines, or a treebank's CoNLL-U, for measuring.

Our format is said in ``data/sentences/README.md``. CoNLL-U is read as Universal Dependencies
define it: ``# text`` holds a sentence, ``# newpar`` and ``# newdoc`` begin a paragraph,
``SpaceAfter=No`` at the last token says that no blank follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotator.text.expression import CLOSING_BRACKETS, CLOSING_QUOTES, INVISIBLE, MARKS

OWN = Path(__file__).parent / "data" / "sentences"
UNSPACED = frozenset({"ja", "th", "zh"})
"""Languages that put no blank between sentences."""

RUN = 20
"""So many sentences are one paragraph where a treebank tells no paragraphs."""

_CLOSED = re.compile(
    rf"(?:\[\d{{1,3}}\]|[\s{re.escape(CLOSING_QUOTES + CLOSING_BRACKETS)}*_~{INVISIBLE}])+$"
)


@dataclass(slots=True)
class Paragraph:
    """A text and where its sentences end, but for the last; code points."""

    text: str = ""
    ends: dict[int, bool] = field(default_factory=dict)
    """Where, and whether an end mark stands there."""

    def add(self, sentence: str, gap: str) -> None:
        if self.text:
            self.ends[len(self.text.rstrip())] = marked(self.text)
        self.text += sentence + gap


@dataclass(frozen=True, slots=True)
class Sample:
    """Paragraphs of one language and genre."""

    language: str
    genre: str
    paragraphs: tuple[Paragraph, ...]


def marked(sentence: str) -> bool:
    """Whether an end mark closes it, behind which only closers and notes may stand."""
    return _CLOSED.sub("", sentence)[-1:] in MARKS


def own() -> Iterator[Sample]:
    """Every set of ours, one a language and genre."""
    for path in sorted(OWN.glob("*.txt")):
        for part in path.read_text("utf-8").split("## ")[1:]:
            genre, _, body = part.partition("\n")
            paragraphs = (_lines(one, path.stem) for one in body.strip().split("\n\n"))
            yield Sample(path.stem, genre, tuple(paragraphs))


def treebank(path: Path) -> Sample:
    """A CoNLL-U file, by UD's names: ``en_ewt-ud-dev.conllu`` is English; or lines as ours are."""
    language = path.name[:2]
    if path.suffix != ".conllu":
        blocks = path.read_text("utf-8").strip().split("\n\n")
        return Sample(language, path.stem, tuple(_lines(one, language) for one in blocks))
    return Sample(language, path.stem, tuple(_conllu(path, language)))


def _lines(block: str, language: str) -> Paragraph:
    paragraph = Paragraph()
    for line in block.split("\n"):
        tight = line.endswith("\\") or language in UNSPACED
        paragraph.add(line.removesuffix("\\"), "" if tight else " ")
    return paragraph


def _conllu(path: Path, language: str) -> Iterator[Paragraph]:
    blocks = path.read_text("utf-8").strip().split("\n\n")
    told = any("# newpar" in block or "# newdoc" in block for block in blocks)
    paragraph = Paragraph()
    for number, block in enumerate(blocks):
        new = "# newpar" in block or "# newdoc" in block if told else number % RUN == 0
        if new and paragraph.text:
            yield paragraph
            paragraph = Paragraph()
        found = re.search(r"^# text = (.*)$", block, re.MULTILINE)
        if found:
            # The last token of words that are written as one tells it at its range ("3-4").
            last = [line for line in block.split("\n") if line[:1].isdigit()][-2:]
            tight = any("SpaceAfter=No" in line.split("\t")[-1] for line in last[-1:])
            paragraph.add(found[1].strip(), "" if tight or language in UNSPACED else " ")
    if paragraph.text:
        yield paragraph
