"""The claims that a search found as a spreadsheet: one row each, from however many articles."""

from __future__ import annotations

import csv
import io

from annotator.desk.filters import Filters
from annotator.desk.library import OpenLibrary
from annotator.desk.search_found import HitKind
from annotator.desk.searching import hits
from annotator.domain.snapshot import number_label
from annotator.domain.tags import ROW, Standing
from annotator.exporters.table_csv import disarmed

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
    found, _ = hits(library, typed, filters, MOST)
    for hit in found:
        if hit.kind is not HitKind.CLAIM or hit.span is None:
            continue
        standing = hit.standing if hit.standing in ROW else Standing.UNTAGGED
        number = "" if hit.number is None else number_label(hit.number)
        row = (disarmed(hit.title), number, disarmed(hit.text), ROW[standing].word, *hit.span)
        table.writerow((*row, hit.article, hit.claim))
        count += 1
    return b"\xef\xbb\xbf" + out.getvalue().encode(), count
