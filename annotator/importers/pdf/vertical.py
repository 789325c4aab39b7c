"""Pages whose lines run from the top down, as in Japanese and Chinese newspapers."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any

import pypdfium2.raw as pdfium

_SAMPLE = 600
_FEWEST = 20
_IDEOGRAPH = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")


def runs_down(text: Any, whole: str) -> bool:
    """Whether most ideographs stand below the one before; their glyphs stand upright.

    ``text`` is PDFium's text of the page, ``whole`` its signs.
    """
    if len(_IDEOGRAPH.findall(whole)) < _FEWEST:
        return False
    places = list(islice(_places(text), _SAMPLE))
    down = sum(
        abs(two[0] - one[0]) < 0.4 * one[2] and 0.5 < (one[1] - two[1]) / one[2] < 2
        for one, two in pairwise(places)
    )
    return len(places) >= _FEWEST and down > 0.6 * len(places)


def _places(text: Any) -> Iterator[tuple[float, float, float]]:
    """Where each ideograph stands, and how large it is."""
    across, up = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    for at in range(pdfium.FPDFText_CountChars(text)):
        if _IDEOGRAPH.match(chr(pdfium.FPDFText_GetUnicode(text, at))):
            pdfium.FPDFText_GetCharOrigin(text, at, across, up)
            pdfium.FPDFText_GetLooseCharBox(text, at, box)
            yield across.value, up.value, max(box.top - box.bottom, 1.0)
