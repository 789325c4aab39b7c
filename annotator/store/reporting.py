"""One article with all that is said and decided of it, for the exporters.

Nothing whose audience is *me* is in it. What is written for machines is the same in every
library that holds the same set, whoever acts (EDITS.md, section 10); what is written for
readers leaves out what the acting person may not see yet, or does not want to.
"""

from __future__ import annotations

from dataclasses import replace

from annotator.domain.article import ArticleId
from annotator.domain.edits.form import Edit
from annotator.domain.edits.hiding import without_hidden
from annotator.domain.report import Report
from annotator.store import reading
from annotator.store.judging import sight_of
from annotator.store.leaving import follows, leaving_log, read_back, same_persons
from annotator.store.library import Library
from annotator.store.people import Names, persons
from annotator.store.relating import hidden_by
from annotator.store.reportrows import Reader


def report(library: Library, article: ArticleId, *, maker: str, made_at: int) -> Report:
    """One article for machines, with its log. Raises AnnotatorError where there is none.

    Everything in it follows from the text and that log, so reading them back gives the
    same again; where the tables know more than that, the log is read by itself. What was
    for others once and is for its writer only now is not in it in its earlier wording.
    ``maker`` is the name of who exports it, ``made_at`` is microseconds since 1970.
    """
    with library.reading():
        text = reading.article(library, article).text
        whole = leaving_log(library, article)
        edits = without_hidden(whole, same_persons(library))
        if edits == whole and follows(library, article, edits):
            return _with_log(library, article, edits, maker, made_at)
    with read_back(article, text, edits) as again:
        return _with_log(again, article, edits, maker, made_at)


def _with_log(
    library: Library, article: ArticleId, edits: tuple[Edit, ...], maker: str, made_at: int
) -> Report:
    with library.reading():
        found = Reader(library, article).report(maker, made_at)
        who, names = persons(library), Names(library)
    wrote = sorted({who.of(edit.header.analyst) for edit in edits})
    return replace(found, log=edits, analysts=tuple(map(names.analyst, wrote)))


def report_for(
    library: Library, article: ArticleId, viewer: str, *, maker: str, made_at: int
) -> Report:
    """One article for readers, as this person may see it. Raises AnnotatorError.

    While the viewer's own pass is blind and a draft still, nothing of colleagues is read.
    Those whom the viewer hid are left out.
    """
    with library.reading():
        only = viewer if sight_of(library, article, viewer).blind else None
        reader = Reader(library, article, only, hidden_by(library, viewer))
        return reader.report(maker, made_at)
