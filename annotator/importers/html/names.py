"""The elements of HTML by what they do to text."""

from __future__ import annotations

from typing import Final


def names(line: str) -> frozenset[str]:
    """The names in a line."""
    return frozenset(line.split())


EMPTY: Final = names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
"""Elements that have no content and no end tag."""

BLOCKS: Final = names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul xmp"
)
"""Elements that begin and end a line of their own."""

HEADINGS: Final = names("h1 h2 h3 h4 h5 h6")
CELLS: Final = names("td th")

RAW: Final = names("script style xmp iframe noembed noframes textarea title")
"""Elements whose content is text up to their end tag."""

DECODED: Final = names("textarea title")
"""Of these, those whose entities count."""
