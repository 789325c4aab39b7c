"""Back into the writer's own file: the .docx that came in, with highlights and comments on its sentences.

Its formatting, its comments, footnotes and tracked changes stay as they are; only the document, the comments
and what leads to them are written anew, every other part has the bytes it had.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from annotator.domain.article import ClaimId
from annotator.domain.errors import AnnotatorError
from annotator.domain.formats import NO_PUBLIC_COPY, Tally
from annotator.domain.report import Outcome, Report
from annotator.domain.wording import raised
from annotator.exporters.word_back_comments import NAME, count_again, free_numbers, put_marks
from annotator.exporters.word_back_parts import Changed
from annotator.exporters.word_back_places import ElsewhereError, standing
from annotator.exporters.word_back_runs import Cutting
from annotator.exporters.word_comments import REMINDER, Line, Speaker, Spoken, numbered
from annotator.exporters.word_cues import CUES, Cue
from annotator.office.word_package import WordPackage, is_word
from annotator.office.xml import DamagedError
from annotator.reporting.claims import ClaimView
from annotator.reporting.labels import labels
from annotator.reporting.texts import report_title
from annotator.reporting.view import View, view

NO_WORD = (
    "“{title}” did not come in as a Word file (.docx), so there is none to go back into: choose "
    "Report (Word)."
)
DAMAGED = "The file that “{title}” came in as cannot be written to: {why}; choose Report (Word)."
ELSEWHERE = (
    "The file that “{title}” came in as is read otherwise today, so its claims have no place in it: "
    "choose Report (Word)."
)

SIGNED = (
    "The writer signed the file, and with comments in it that signature does not hold any more."
)
_PLAIN = Cue("", "", "", "", "", strong=False)
"""How a claim that nobody tagged is drawn: not at all."""


def write(report: Report) -> bytes:
    """The writer's file. Raises AnnotatorError for a public copy, and where there is no such file."""
    if refusal := _refusal(report):
        raise AnnotatorError(refusal)
    title = report_title(report)
    try:
        return _written(report)
    except DamagedError as error:
        raise AnnotatorError(DAMAGED.format(title=title, why=error)) from error
    except ElsewhereError as error:
        raise AnnotatorError(ELSEWHERE.format(title=title)) from error


def _refusal(report: Report) -> str:
    """Why there can be no such file, as far as one can tell without reading it; else empty."""
    if report.edition.public:
        return NO_PUBLIC_COPY
    return "" if is_word(report.original) else NO_WORD.format(title=report_title(report))


def count(data: bytes) -> Tally:
    """What stands in the file, read again from its bytes."""
    package = WordPackage.of(data)
    return Tally(*count_again(package.document(), package.related("comments")))


def notices(report: Report) -> tuple[str, ...]:
    """Why it cannot be written, or what the writer's file loses by it."""
    if refusal := _refusal(report):
        return (refusal,)
    try:
        names = WordPackage.of(report.original).archive.names()
    except DamagedError as error:
        return (DAMAGED.format(title=report_title(report), why=error),)
    return (SIGNED,) if any(name.startswith("_xmlsignatures/") for name in names) else ()


def _written(report: Report) -> bytes:
    package = WordPackage.of(report.original)
    document = package.document()
    seen = view(report)
    claims = [one.span for one in report.counted]
    found = standing(package, document, report.article.text, claims)
    cutting = Cutting(found, [_cue(row) for row in seen.rows])
    cutting.cut()
    file = Changed(package, document)
    ids = free_numbers(*(one for one in (document, file.comments) if one is not None))
    every: list[Spoken] = []
    for place, said in enumerate(_spoken(report, seen, cutting.covered)):
        if place in found.first and place in found.last:
            here = numbered(said, ids)
            first, last = cutting.begins(place), cutting.ends(place)
            put_marks(first, last, next(ids), f"{NAME}{place}", here)
            every += here
    if every:
        file.put_comments(every)
    return file.packed()


def _spoken(report: Report, seen: View, covered: Set[int]) -> Iterator[list[Spoken]]:
    """The comments of each claim. One whose highlight cannot be seen everywhere has at least its result."""
    wordings = {one.key: one for one in seen.decide.wordings}
    speaker = Speaker(labels(report.edition.labels), wordings)
    edits: dict[ClaimId, list[str]] = {}
    for comment in report.comments:
        edits.setdefault(comment.claim, []).append(comment.id)
    for place, (claim, row) in enumerate(zip(report.counted, seen.rows, strict=True)):
        found = list(_for_writers(speaker.of(row, edits.get(claim.id, ())), row))
        yield found or ([_result(row)] if place in covered else [])


def _for_writers(found: Iterable[Spoken], row: ClaimView) -> Iterator[Spoken]:
    """The comments without what reminds the analyst; not those that would say the tag alone.

    Where people differ, who holds which tag is said.
    """
    places: dict[int, int] = {}
    for place, one in enumerate(found):
        lines = tuple(line for line in one.lines if not _reminds(line))
        if len(lines) > 1 or len(lines) == len(one.lines) or len(row.sides) > 1:
            places[place] = len(places)
            answers = None if one.answers is None else places[one.answers]
            yield replace(one, lines=lines, answers=answers)


def _reminds(line: Line) -> bool:
    return any(style == REMINDER for _, style in line.pieces)


def _cue(row: ClaimView) -> Cue:
    return _PLAIN if row.look.outcome is Outcome.UNTAGGED else CUES[row.look.outcome]


def _result(row: ClaimView) -> Spoken:
    """That it has this result, and who holds it."""
    who, when = row.held[0].people[0] if row.held else ("", None)
    line = Line(((f"{row.look.glyph} {raised(row.look.word)}", "result"),))
    return Spoken(who, when.stamp if when else "", (line,))
