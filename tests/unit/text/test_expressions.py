"""What the expressions may not use."""

from __future__ import annotations

import re

import pytest

from annotator.text import candidate, expression, layout

COMPILED = {
    f"{module.__name__}.{name}": value
    for module in (candidate, expression, layout)
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern)
}


@pytest.mark.parametrize("name", sorted(COMPILED))
def test_no_group_is_possessive(name: str) -> None:
    """Python before 3.11.5 mismatches possessive groups (CPython issue 106052), and Debian 12
    has 3.11.2; possessive classes are sound there.
    """
    assert not re.search(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>", COMPILED[name].pattern)
