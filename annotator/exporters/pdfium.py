"""Reading PDF files with PDFium, which must not be used by two threads at once.

The window draws a report's pages while another thread may count what stands in a file:
everybody who opens a PDF does so here, and keeps nothing of it afterwards.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2

_ONE_AT_A_TIME = threading.Lock()


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, open and nobody else's until the block ends.

    What is taken from it (pages, texts, bitmaps) is closed inside the block. Raises
    ``pypdfium2.PdfiumError`` for bytes that are no PDF.
    """
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()
