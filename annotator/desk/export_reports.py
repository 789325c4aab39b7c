"""The report that one export is made of: what of an article leaves, and in which copy."""

from __future__ import annotations

import time
from dataclasses import replace

from annotator.desk.formats import format_named
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.edition import Edition
from annotator.domain.persons_named import with_pseudonyms
from annotator.domain.publishing import public_copy
from annotator.domain.report import Report
from annotator.store import enclosed, reporting
from annotator.store.judging import sight_of


def report_of(library: OpenLibrary, article: ArticleId) -> Report:
    """One article for readers: what the acting person may see of it, and wants to."""
    # The window opens without measuring, and without what it takes to read a claim's facts.
    from annotator.desk.agreement_report import with_agreement
    from annotator.desk.report_record import with_record

    maker, made_at = library.author.name, time.time_ns() // 1000
    found = reporting.report_for(library.store, article, library.me, maker=maker, made_at=made_at)
    return with_record(library, with_agreement(library, found))


def whole_report_of(library: OpenLibrary, article: ArticleId) -> Report:
    """One article with everything that may leave the library, the same whoever acts."""
    maker, made_at = library.author.name, time.time_ns() // 1000
    return reporting.report(library.store, article, maker=maker, made_at=made_at)


def edition_report(library: OpenLibrary, article: ArticleId, form: str, edition: Edition) -> Report:
    """What this format is given of the article, in this edition. Raises AnnotatorError.

    What the edition withholds is not in it any more, so that no format, ours or an installed
    package's, can tell it.
    """
    found = (whole_report_of if _is_whole(form, edition) else report_of)(library, article)
    if format_named(form).from_original:
        found = replace(found, original=enclosed.original(library.store, article) or b"")
    return in_edition(library, found, edition)


def _is_whole(form: str, edition: Edition) -> bool:
    """Whether the acting person does not matter: a public copy is theirs, in every format.

    Its log stays behind, so nothing could be read back from it, and whoever publishes answers for
    what they see. Somebody checking blind, or who hid a colleague, sees less than there is.
    """
    return format_named(form).whole and not edition.public


def in_edition(library: OpenLibrary, report: Report, edition: Edition) -> Report:
    """The report as this edition has it."""
    from annotator.desk.report_record import with_record

    if edition.public and not report.beside:  # which verified claims fall short is told there
        report = with_record(library, report)
    if edition.logo:
        from annotator.exporters.pictures import clean_logo

        edition = replace(edition, logo=clean_logo(edition.logo))
    report = replace(report, edition=edition)
    if edition.pseudonyms:
        report = with_pseudonyms(report)
    return public_copy(report) if edition.public else report


def is_veiled(library: OpenLibrary, article: ArticleId, form: str, edition: Edition) -> bool:
    """Whether colleagues' work is left out, because the acting person's check is blind still."""
    return not _is_whole(form, edition) and is_blind(library, article)


def is_blind(library: OpenLibrary, article: ArticleId) -> bool:
    """Whether the acting person is to judge the article without a look at colleagues' work."""
    return sight_of(library.store, article, library.me).blind
