"""What repeats the colours of the table for typst says the same; of the style sheet test_html_report.py asks it."""

from __future__ import annotations

import re

from annotator import paths
from annotator.domain.colours import LIGHT

TAGS = ("verified", "disputed", "unattributed")


def test_tags_have_the_same_colours_in_a_pdf() -> None:
    source = (paths.resource("report") / "typst" / "base.typ").read_text(encoding="utf-8")
    for what in ("fill", "ink"):
        block = re.search(rf"#let {what}s = \((.*?)\n\)", source, re.DOTALL)
        assert block is not None
        said = dict(re.findall(r"([\w-]+): rgb\(\"(#\w{6})\"\)", block[1]))
        assert said == {tag: LIGHT[f"{tag}-{what}"] for tag in TAGS}
