"""The colours of the window and of everything that is printed, declared once.

The window, Word and the spreadsheet read this table; the style sheet and the typst sources of a
report repeat what they need of it, and a test compares them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TOKENS: dict[str, tuple[str, str]] = {
    "paper": ("#FBFAF7", "#1B1D21"),
    "chrome": ("#EFECE6", "#17191C"),
    "line": ("#DCD8CF", "#33373D"),
    "text": ("#1F2328", "#E6E4DF"),
    "muted": ("#62666D", "#9A9DA3"),
    "dot": ("#8A9097", "#6C7076"),
    "selection": ("#E4DFD4", "#2A2D32"),
    "find": ("#FFE27A", "#6B5600"),
    "find-current": ("#FFC53D", "#8F7000"),
    "text-selection": ("#2F5F9E", "#9CC3F2"),
    "text-selected": ("#FFFFFF", "#14161A"),
    "focus": ("#1F2328", "#E6E4DF"),
    "error": ("#9A3112", "#E59A78"),
    "verified-fill": ("#A9CFFB", "#185388"),
    "verified-ink": ("#154064", "#62B4EE"),
    "disputed-fill": ("#F0BE9C", "#743F0B"),
    "disputed-ink": ("#9A3112", "#E59A78"),
    "unattributed-fill": ("#CFC5D3", "#5C4C57"),
    "unattributed-ink": ("#7A3FB5", "#FDCFF5"),
    "on-source-ink": ("#62666D", "#9A9DA3"),
    "not-checkable-ink": ("#62666D", "#9A9DA3"),
    "untagged-ink": ("#8A9097", "#6C7076"),
}
"""Name → "#RRGGBB" in light and in dark. ``StandingRow.role`` names ``<role>-fill`` and ``<role>-ink``."""

LIGHT: Mapping[str, str] = MappingProxyType({name: light for name, (light, _) in TOKENS.items()})
"""As they are on paper."""
