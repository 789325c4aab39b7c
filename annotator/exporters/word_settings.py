"""The settings of a Word file, and its one kind of list (ECMA-376, 17.15 and 17.9)."""

from __future__ import annotations

from annotator.exporters.word_xml import Xml, root, w


def numbering() -> Xml:
    """One list with bullets: the articles' lists."""
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet"),
        w("lvlText", val="•"),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=360, hanging=260)),
        ilvl=0,
    )
    return root(
        "w:numbering",
        w("abstractNum", w("multiLevelType", val="hybridMultilevel"), level, abstractNumId=0),
        w("num", w("abstractNumId", val=0), numId=1),
        spaces="w",
    )


def settings(language: str) -> Xml:
    """No template, no macros, nothing to be updated: only what Word asks for."""
    compatible = w(
        "compat",
        w(
            "compatSetting",
            name="compatibilityMode",
            uri="http://schemas.microsoft.com/office/word",
            val=15,
        ),
    )
    return root(
        "w:settings",
        w("defaultTabStop", val=360),
        compatible,
        w("themeFontLang", val=language),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
        spaces="w",
    )
