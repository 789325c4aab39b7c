"""A whole package that adds a format to Annotator: one module, one row, one entry point.

The format is invented: a line for each tag, its fields parted by tabs: the analyst, the tag in Annotator's
words, the positions of the words (code points), and the words themselves as a JSON text. The first line
names the format and the article. The folder ``annotator_quotes-1.0.dist-info`` is what ``pip install``
would leave beside the module; with it the tests need not install anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from annotator.domain.article import ArticleId
from annotator.domain.brought import Brought, BroughtJudgement, NotRead, Place
from annotator.domain.formats import Carried, Exporter, Interchange, Tally
from annotator.domain.report import Report
from annotator.domain.tags import ROW as WORDS
from annotator.domain.tags import STANDINGS, Standing

HEAD = "#quotes 1"
_STANDING = {row.word: row.standing for row in STANDINGS}


def write(report: Report) -> bytes:
    """A line for each tag of each claim."""
    return "\n".join([f"{HEAD} {report.article.id}", *_lines(report), ""]).encode()


def _lines(report: Report) -> Iterator[str]:
    for claim in report.counted:
        for held in claim.held:
            if held.assessment.standing is not Standing.UNTAGGED:
                word = WORDS[held.assessment.standing].word
                words = json.dumps(claim.text, ensure_ascii=False)
                start, end = claim.span
                yield f"{held.analyst.name}\t{word}\t{start}\t{end}\t{words}"


def recognises(data: bytes) -> bool:
    """Whether it begins as this format does."""
    return data.startswith(HEAD.encode())


def read(data: bytes) -> Brought:
    """The tags. Raises ValueError where it is no text."""
    head, *lines = data.decode().splitlines()
    found: list[BroughtJudgement] = []
    odd: list[NotRead] = []
    for number, line in enumerate(lines, 2):
        try:
            who, word, start, end, words = line.split("\t")
            place = Place(str(json.loads(words)), int(start), int(end))
            found.append(BroughtJudgement(who, place, _STANDING[word]))
        except (ValueError, KeyError):
            odd.append(NotRead(f"line {number}", "not in the form of a tag"))
    article = ArticleId(head.removeprefix(HEAD).strip())
    return Brought(article, judgements=tuple(found), not_read=tuple(odd))


def count(data: bytes) -> Tally:
    """How many claims have a line."""
    return Tally(len({(one.place.start, one.place.end) for one in read(data).judgements}))


ROW = Interchange(
    "quotes",
    "Quotes",
    (".quotes",),
    "every tag, by the words it stands at",
    recognises,
    read,
    Exporter(
        "quotes",
        "Quotes",
        ".quotes",
        "text/tab-separated-values",
        "a line for each tag",
        write,
        count=count,
        carries=frozenset({Carried.TAGS}),
    ),
)
