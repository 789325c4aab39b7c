"""The claims that a search found as a spreadsheet: one row each, from however many articles."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from annotator.desk.filters import Filters
from annotator.desk.library import OpenLibrary
from annotator.desk.searching import claims_found
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.snapshot import number_label
from annotator.domain.tags import ROW, Standing
from annotator.exporters.disarming import disarmed
from annotator.store import reading

COLUMNS = ("article", "number", "text", "tag", "start", "end", "article_id", "claim_id")
MOST = 1_000_000
"""Rows: as many as spreadsheets take."""


def found_csv(library: OpenLibrary, typed: str, filters: Filters) -> tuple[bytes, int]:
    """UTF-8 with a byte order mark, RFC 4180, formulas disarmed; and how many claims are in it.

    ``tag`` is how the claim stands for the acting person; start and end are code points.
    """
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    count = 0
    for article, claims in claims_found(library, typed, filters, MOST).items():
        for row in _rows(library, article, claims):
            table.writerow(row)
            count += 1
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace"), count


def _rows(
    library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId]
) -> Iterator[tuple[object, ...]]:
    """The claims of one article, read together: one by one each would be looked up by itself."""
    shown = reading.snapshot(library.store, article, library.me)
    wanted = set(claims)
    for index in range(len(shown)):
        claim = shown.id_at(index)
        if claim not in wanted:
            continue
        span, number, standing = shown.span(index), shown.number(index), shown.standing(index)
        label = "" if number is None else number_label(number)
        text = shown.article.text[span.start : span.end]
        tag = ROW[standing if standing in ROW else Standing.UNTAGGED].word
        title = disarmed(shown.article.title)
        yield title, label, disarmed(text), tag, span.start, span.end, article, claim
