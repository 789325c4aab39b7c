"""Reading a page of ours again, and counting what stands in it.

The reader is libxml2's for HTML: it knows nothing of how the page was written.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from annotator.domain.formats import Tally

_CLAIMS = (
    '//ol[@class="rows"]/li[@id]',
    '//article//*[@class="number"]',
    '//nav/span/*[starts-with(@class, "cell ")]',
)
_NOTES = ('//p[@class="said noted"]', '//span[@class="note"]')


def tally(data: bytes) -> Tally:
    """How many claims and notes the page holds.

    They stand in the list; without one in the article, and claims in the chart without either.
    What is listed apart because it stands in no count has no number, and is not counted here.
    """
    page = _read(data)
    return Tally(_first(page, _CLAIMS), _first(page, _NOTES))


def sheet_tally(data: bytes) -> Tally:
    """How many claims a sign-off sheet accounts for: the sum of its counts."""
    counts = _read(data).xpath('//p[@class="counts"]//data/@value')
    return Tally(sum(map(int, counts)))


def _read(data: bytes) -> Any:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    return etree.fromstring(data, parser)


def _first(page: Any, paths: tuple[str, ...]) -> int:
    """How many elements the first of these paths finds that finds any."""
    return next((int(n) for path in paths if (n := page.xpath(f"count({path})"))), 0)
