"""The report in Markdown (CommonMark, with GitHub's tables): for a wiki, a repository, an e-mail.

It says what the page for a browser says, in plain characters: a claim is marked in the text by its
number and its glyph, and where no other one follows, "⟩" says where it ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from annotator.domain.edition import Section
from annotator.domain.formats import Tally
from annotator.domain.report import Report
from annotator.domain.wording import amount
from annotator.exporters import markdown_article as article
from annotator.exporters.markdown_claims import ClaimWriter
from annotator.exporters.markdown_decide import DecideWriter, summary
from annotator.exporters.markdown_record import evidence_list
from annotator.exporters.markdown_review import review, signoff_sheet
from annotator.exporters.markdown_text import line, link
from annotator.reporting.characters import replaced
from annotator.reporting.labels import Labels, labels
from annotator.reporting.view import View, view

_TITLE = re.compile(r"^# ", re.MULTILINE)
_MARKED = re.compile(r"(?<![\\*])\*\*(T|\d+) [^\s\\*]\*\*")
_LISTED = re.compile(r"^- \*\*(T|\d+) [^\s\\*] ", re.MULTILINE)
_NOTED = re.compile(r"^ *- \*\*\\\[([a-z]+)\\\]\*\*", re.MULTILINE)


def write(report: Report) -> bytes:
    """One article, in UTF-8."""
    return together([report])


def together(reports: Sequence[Report]) -> bytes:
    """Several articles, one after the other; the first line says for all whose copy it is."""
    t = labels(reports[0].edition.labels)
    views = [view(report) for report in reports]
    found = [*_first(views[0])]
    for one in views:
        found += _report(one, t)
    text = "\n\n".join(found)
    return f"{text}\n".encode()


def count(data: bytes) -> Tally:
    """How many claims are marked in the text or stand in the list, and how many notes.

    Nothing from outside can be taken for such a mark: in it every asterisk is escaped.
    """
    claims = notes = 0
    for part in _TITLE.split(data.decode()):
        claims += len({found[1] for look in (_MARKED, _LISTED) for found in look.finditer(part)})
        notes += len({found[1] for found in _NOTED.finditer(part)})
    return Tally(claims, notes)


def notices(report: Report) -> tuple[str, ...]:
    """What could not be written as it is."""
    said = []
    if odd := replaced(report.article.text):
        said.append(f"{amount(odd, 'character')} that no page can hold: written as U+FFFD.")
    if report.edition.logo:
        said.append("Text holds no picture: the logo was left out.")
    return tuple(said)


def _first(found: View) -> Iterator[str]:
    if found.first.copy:
        yield f"**{line(found.first.copy)}** {line(found.first.says)}"


def _report(found: View, t: Labels) -> Iterator[str]:
    yield f"# {line(found.head.title)}"
    yield from _head(found, t)
    claims = ClaimWriter(t, many=found.head.many)
    listed = any(section is Section.CLAIMS for section, _ in found.sections)
    write_: dict[Section, Callable[[], Iterator[str]]] = {
        Section.SIGNOFF: partial(signoff_sheet, found.signoff),
        Section.DECIDE: DecideWriter(found, t).blocks,
        Section.SUMMARY: partial(summary, found, t),
        Section.ARTICLE: partial(article.blocks, found, t, None if listed else claims),
        Section.CLAIMS: partial(claims.rows, found.rows),
        Section.EVIDENCE: partial(evidence_list, found, t),
        Section.REVIEW: partial(review, found.review, t),
        Section.ASIDE: partial(_aside, found, claims, t),
    }
    for section, heading in found.sections:
        yield f"## {line(heading)}"
        yield from write_[section]()
    yield "---"
    yield " · ".join(map(line, found.foot))


def _head(found: View, t: Labels) -> Iterator[str]:
    head = found.head
    said = [line(one) for one in head.subtitle]
    if head.address:
        said.append(link(head.host, head.address))
    if said:
        yield " · ".join(said)
    rows = [
        f"- {line(label)}: {line(' '.join(filter(None, (words.strip(), t.listed(names)))))}"
        for label, names, words in head.box
    ]
    if rows:
        yield "\n".join(rows)
    if found.stage is not None:
        yield f"**{line(found.stage.says)}**"


def _aside(found: View, claims: ClaimWriter, t: Labels) -> Iterator[str]:
    groups = (
        (t("Under other borders"), found.retired),
        (t("Set aside as page furniture"), found.furniture),
    )
    for heading, rows in groups:
        if rows:
            yield f"### {line(heading)}"
            yield from claims.rows(rows)
