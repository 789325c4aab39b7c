"""What was measured of agreement, as a file for spreadsheets."""

from __future__ import annotations

import csv
import io

from annotator.exporters.disarming import disarmed
from annotator.review.agreement import Agreement
from annotator.review.sheet import HEAD, sheet


def as_csv(found: Agreement) -> bytes:
    """Everything that was measured, a row each: RFC 4180, UTF-8 with a byte order mark."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(HEAD)
    for row in sheet(found):
        table.writerow([disarmed(cell) if isinstance(cell, str) else cell for cell in row.cells()])
    return b"\xef\xbb\xbf" + out.getvalue().encode()
