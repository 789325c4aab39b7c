"""What each format has no room for, in words: the help's table and ``--format help`` are made of it."""

from __future__ import annotations

from annotator.domain.formats import EVERYTHING, Carried, Exporter

NOTHING = "nothing: it holds it all"


def lacks(row: Exporter) -> str:
    """Such as "flags, history"; ``NOTHING`` where it holds all; empty where the format does not say."""
    if not row.carries:
        return ""
    missing = EVERYTHING - row.carries
    return ", ".join(one.value for one in Carried if one in missing) or NOTHING
