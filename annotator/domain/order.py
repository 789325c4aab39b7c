"""The one order of all edits. EDITS.md, section 2."""

from __future__ import annotations

Stamp = tuple[int, str]
"""The place of an edit in the total order: (at, id)."""
