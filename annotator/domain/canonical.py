"""JSON that is the same, byte for byte, wherever it is written.

Keys sorted, no spaces, UTF-8, no floats: equal values give equal bytes, so ids
and seals can be hashes of it and two exports can be compared with ``cmp``.
"""

from __future__ import annotations

import json
from typing import Any

Json = Any
"""None, a bool, an int, a str, a list of these, or a dict from str to these."""


def canonical(value: Json) -> str:
    """The one text of this value. Raises ValueError for a float or an unknown type."""
    _refuse_floats(value)
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def text_or_empty(value: Json) -> str:
    """The value where it is a text; anything else that stands in its place counts as empty."""
    return value if isinstance(value, str) else ""


def _refuse_floats(value: Json) -> None:
    if isinstance(value, float):
        raise ValueError("a float has no canonical form")
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise ValueError("a key must be a string")
            _refuse_floats(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            _refuse_floats(inner)
