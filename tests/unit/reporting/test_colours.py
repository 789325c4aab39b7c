"""What repeats the colours of the table, in another language than Python, says the same."""

from __future__ import annotations

import re

import pytest

from annotator import paths
from annotator.domain.colours import LIGHT, TOKENS

TAGS = ("verified", "disputed", "unattributed")


@pytest.mark.parametrize("dark", [False, True])
def test_the_style_sheet_of_a_report_has_the_colours_of_the_window(dark: bool) -> None:
    sheet = (paths.resource("report") / "report.css").read_text(encoding="utf-8")
    light, _, rest = sheet.partition("@media screen and (prefers-color-scheme: dark)")
    part = rest.partition("\n}\n")[0] if dark else light
    said = dict(re.findall(r"--([\w-]+): (#[0-9A-Fa-f]{6});", part))
    assert {f"{tag}-{what}" for tag in TAGS for what in ("fill", "ink")} < said.keys()
    assert said == {name: TOKENS[name][dark] for name in said}


def test_tags_have_the_same_colours_in_a_pdf() -> None:
    source = (paths.resource("report") / "typst" / "base.typ").read_text(encoding="utf-8")
    for what in ("fill", "ink"):
        block = re.search(rf"#let {what}s = \((.*?)\n\)", source, re.DOTALL)
        assert block is not None
        said = dict(re.findall(r"([\w-]+): rgb\(\"(#\w{6})\"\)", block[1]))
        assert said == {tag: LIGHT[f"{tag}-{what}"] for tag in TAGS}
