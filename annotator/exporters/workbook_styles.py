"""How the cells of a workbook look: the window's fills, and borders, always beside a glyph or a word."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.domain.colours import LIGHT

Properties = Mapping[str, object]

TEXT, MUTED, LINE, CHROME = LIGHT["text"], LIGHT["muted"], LIGHT["line"], LIGHT["chrome"]
LINKED = LIGHT["verified-ink"]

THIN, DASHED, DOTTED, DOUBLE = 1, 3, 4, 6
"""Borders by Excel's numbers."""

_FONT = {"font_name": "Calibri", "font_size": 10, "font_color": TEXT, "valign": "top"}
_CELL = _FONT | {"text_wrap": True, "bottom": THIN, "bottom_color": LINE}

DAY = "d mmm yyyy"
MOMENT = "d mmm yyyy hh:mm"
TITLE_OR_NUMBER = '[=0]"T";0'
"""The title's claim is 0 and is called T."""


def _result(fill: str, ink: str, border: int) -> Properties:
    own = {"bottom": border, "bottom_color": ink, "text_wrap": False, "align": "left", "indent": 1}
    return _CELL | own | ({"bg_color": fill} if fill else {"font_color": MUTED})


def _tag(role: str, border: int) -> Properties:
    return _result(LIGHT[f"{role}-fill"], LIGHT[f"{role}-ink"], border)


_HEAD = (
    _FONT
    | {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": CHROME}
    | {"bottom": THIN, "bottom_color": TEXT}
)
_VALUE = _FONT | {"text_wrap": True, "align": "left"}

STYLES: Mapping[str, Properties] = {
    "plain": _FONT,
    "text": _CELL,
    "said": _CELL | {"align": "left", "indent": 1},
    "said-head": _HEAD | {"align": "left", "indent": 1},
    "muted": _CELL | {"font_color": MUTED},
    "strong": _CELL | {"bold": True},
    "number": _CELL | {"num_format": "0", "align": "left"},
    "claim": _CELL | {"num_format": TITLE_OR_NUMBER, "align": "left", "bold": True},
    "count": _CELL | {"num_format": "#,##0", "align": "right", "indent": 1},
    "percent": _CELL | {"num_format": "0 %", "align": "right", "indent": 1},
    "figure": _CELL | {"num_format": "0.00", "align": "right", "indent": 1},
    "day": _CELL | {"num_format": DAY, "align": "left"},
    "moment": _CELL | {"num_format": DAY, "align": "left"},
    "link": _CELL | {"font_color": LINKED, "underline": 1},
    "head": _HEAD,
    "head-right": _HEAD | {"align": "right", "indent": 1},
    "mark": _VALUE | {"font_color": MUTED, "italic": True},
    "title": _VALUE | {"bold": True, "font_size": 16},
    "heading": _VALUE | {"bold": True, "font_size": 12, "valign": "bottom"},
    "label": _FONT | {"font_color": MUTED, "text_wrap": True},
    "value": _VALUE,
    "value-strong": _VALUE | {"bold": True},
    "value-count": _VALUE | {"num_format": "#,##0", "bold": True},
    "value-link": _VALUE | {"font_color": LINKED, "underline": 1},
    "value-day": _VALUE | {"num_format": DAY},
    "value-moment": _VALUE | {"num_format": f'{MOMENT} "UTC"'},
    "verified": _tag("verified", THIN),
    "disputed": _tag("disputed", DOUBLE),
    "unattributed": _tag("unattributed", DASHED),
    "open": _result(LIGHT["selection"], TEXT, THIN),
    "on-source": _result("", MUTED, DOTTED),
    "not-checkable": _result("", LINE, THIN),
    "untagged": _result("", LINE, THIN),
}
"""By name. Outcomes go by the names of their looks."""

RIGHT = ("count", "percent", "figure")
"""Styles of columns whose numbers stand at the right, and so do their heads."""

UNWRAPPED = (
    "verified",
    "disputed",
    "unattributed",
    "open",
    "on-source",
    "not-checkable",
    "untagged",
)
"""Styles whose words are short and stay on one line."""

FONT_SIZES = {"title": 16, "heading": 12}
"""Of styles with letters of other than ten points."""
