"""What every Word file has beside text and styles: settings, its one kind of list, fonts, a theme."""

from __future__ import annotations

from typing import Final

from annotator.domain.report import Outcome
from annotator.exporters.word_cues import CUES, MUTED, SELECTION, TEXT
from annotator.exporters.word_styles import SANS, SERIF
from annotator.exporters.word_xml import NAMESPACES, Xml, element, root, w


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


def fonts() -> Xml:
    """The two families that the styles name, and what they are like, for whoever has neither."""
    rows = [
        w("font", w("family", val=family), w("pitch", val="variable"), name=name)
        for name, family in ((SERIF, "roman"), (SANS, "swiss"))
    ]
    return root("w:fonts", *rows, spaces="w")


def theme() -> Xml:
    """Colours and fonts as Word's own menus offer them beside those of the text (ECMA-376, 20.1.6)."""
    colours = [
        element(f"a:{name}", element("a:srgbClr", val=colour)) for name, colour in _COLOURS.items()
    ]
    families = [
        element(
            f"a:{name}",
            *(element(f"a:{script}", typeface=face) for script in ("latin", "ea", "cs")),
        )
        for name, face in (("majorFont", SERIF), ("minorFont", SANS))
    ]
    fill = element("a:solidFill", element("a:schemeClr", val="phClr"))
    line = element("a:ln", fill, w="6350")
    plain = element("a:effectStyle", element("a:effectLst"))
    looks = element(
        "a:fmtScheme",
        element("a:fillStyleLst", fill, fill, fill),
        element("a:lnStyleLst", line, line, line),
        element("a:effectStyleLst", plain, plain, plain),
        element("a:bgFillStyleLst", fill, fill, fill),
        name="Annotator",
    )
    scheme = element("a:clrScheme", *colours, name="Annotator")
    faces = element("a:fontScheme", *families, name="Annotator")
    space = NAMESPACES["a"]
    inside = element("a:themeElements", scheme, faces, looks)
    return element("a:theme", inside, xmlns__a=space, name="Annotator")


_COLOURS: Final = {
    "dk1": TEXT,
    "lt1": "FFFFFF",
    "dk2": MUTED,
    "lt2": SELECTION,
    **{
        f"accent{n}": CUES[outcome].colour
        for n, outcome in enumerate(
            (
                Outcome.VERIFIED,
                Outcome.DISPUTED,
                Outcome.UNATTRIBUTED,
                Outcome.ON_SOURCE,
                Outcome.UNTAGGED,
                Outcome.OPEN,
            ),
            1,
        )
    },
    "hlink": TEXT,
    "folHlink": MUTED,
}
