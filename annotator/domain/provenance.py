"""Where an item of evidence comes from, and whether it is kept as evidence has to be."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from annotator.domain.attribution import source_key
from annotator.domain.evidence import Item, Linked


def is_quoted(one: Linked) -> bool:
    """Whether its words are there; of somebody who was asked, what they said."""
    return bool(one.link.quote) or bool(one.item and any(of.said for of in one.item.contacts))


def is_dated(one: Linked) -> bool:
    """Whether it is known when it was seen; of what did not come along nobody can say."""
    if one.item is None or one.item.accessed:
        return True
    return any(of.when for of in one.item.contacts) or any(of.kept for of in one.item.files)


def comes_from(item: Item, sources: frozenset[str]) -> bool:
    """Whether an item is published by one of these sources; ``sources`` as ``source_key`` has them.

    By its publisher, by a part of its title ("Toll rises | ISNA"), or by the name of its site.
    """
    names = {source_key(part) for part in re.split(r"[(),]", item.publisher)}
    names |= {source_key(part) for part in re.split(r"\s[|–—-]\s|[|:]", item.title)}
    plain = {name.removeprefix("the ") for name in names | {source_key(item.publisher)}}
    wanted = {source.removeprefix("the ") for source in sources}
    return bool((plain - {""}) & wanted) or bool(
        _site(item.url) & {source.replace(" ", "") for source in wanted}
    )


def _site(url: str) -> set[str]:
    """The parts of a site's name but for the last: ``en.isna.ir`` gives "en" and "isna"."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # what is no address has no site
        return set()
    return set(host.split(".")[:-1])
