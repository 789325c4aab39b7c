"""What stands at the head of everything printed of a report: whose copy it is, title, claims."""

from __future__ import annotations

from typing import NamedTuple

from annotator.domain.article import Article, text_hash
from annotator.domain.edition import Section
from annotator.domain.report import Report
from annotator.reporting import words
from annotator.reporting.words import Terms


class FirstLine(NamedTuple):
    """The first line of a copy: ``copy`` in bold, and what goes on; both empty in a public one."""

    copy: str
    says: str


def first_line(report: Report, terms: Terms) -> FirstLine:
    """Whose copy this is, so that nobody publishes what is not for it."""
    t = terms.t
    if report.edition.public:
        return FirstLine("", "")
    if report.veiled:
        left_out = (
            t(
                "Only what {who} judged is in it: colleagues’ tags, decisions and comments are "
                "left out until that pass is submitted. Not for publication.",
                who=report.maker,
            )
            if report.maker
            else t("Colleagues’ tags, decisions and comments are left out. Not for publication.")
        )
        return FirstLine(t("Editor’s copy of a blind check."), left_out)
    return FirstLine(t("Editor’s copy."), t("Holds names, notes and reasons: not for publication."))


HEADINGS = {
    Section.SIGNOFF: "Sign-off sheet",
    Section.DECIDE: "For the editor to decide",
    Section.SUMMARY: "Summary",
    Section.ARTICLE: "The article",
    Section.CLAIMS: "All claims",
    Section.EVIDENCE: "Evidence",
    Section.REVIEW: "How it was reviewed",
    Section.ASIDE: "Set aside",
}
"""What stands over a section: labels."""


def heading(section: Section, report: Report, terms: Terms, *, evidence: bool) -> str:
    """What stands over a section; ``evidence``: whether the claims have any."""
    if section is Section.CLAIMS and evidence:
        return terms.t("Claims, evidence and decisions")
    if section is Section.DECIDE and report.edition.public:
        return terms.t("What is not settled")
    return terms.t(HEADINGS[section])


def report_title(report: Report) -> str:
    """The title that was chosen, else the article's, else its first words."""
    article = report.article
    return report.edition.title or article.title or words.first_words(article.text.strip(), 80)


def claims_in(report: Report, terms: Terms) -> str:
    """What is in it, in words: "48 claims and the title"."""
    numbers = [claim.number for claim in report.counted]
    said = terms.t.count(sum(1 for one in numbers if one), "{n} claim", "{n} claims")
    return terms.t("{claims} and the title", claims=said) if 0 in numbers else said


def text_unchanged(article: Article, same: str, changed: str) -> str:
    """Not taken on trust: the text is hashed again. Without a hash there is nothing to say."""
    if not article.sha256:
        return ""
    return same if text_hash(article.text) == article.sha256 else changed
