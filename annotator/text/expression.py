"""The two expressions that find where a text could be cut.

``HARD`` finds the breaks nobody has to think about; ``CANDIDATE`` finds an end
mark together with all that hangs on it. Neither can go back over what it has
eaten (possessive quantifiers, fixed look-behinds), so both are linear on any
input, and neither decides anything: that is what the rules are for.
"""

from __future__ import annotations

import re

STOPS = ".．｡"
"""Full stops that also stand in abbreviations and numbers."""

CALLS = "!?！？؟‽⁇⁈⁉⸮՞՜"
"""Exclamation and question marks."""

DOTS = "…‥⋯"
"""Ellipses made of one character."""

ENDS = "。۔।॥։።፧፨။၊᙮᠃᠉។៕꓿܀܁܂᱾᱿꛳꛷꩝꩞꩟᭞᭟꧈꧉"
"""Marks that end a sentence and do nothing else (Han, Urdu, Devanagari, …)."""

MARKS = STOPS + CALLS + DOTS + ENDS

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Zero-width and bidi characters, as the inside of a character class."""

CLOSING_QUOTES = "\"'”’»›“‘«‹„‟´`＂＇"
"""Quotation marks that may close: what opens in one language closes in another."""

OPENING_QUOTES = "\"'“‘«‹„‚‟‛»›”’`＂＇「『"

BRACKETS = r")\]}）］｝」』】〉》〕｠〙〛"
OPENING_BRACKETS = r"(\[{（［｛「『【〈《〔｟〘〚"

_FACES = (
    "\U0001f600-\U0001f64f\U0001f910-\U0001f92f\U0001f970-\U0001f97a\U0001f495-\U0001f49f"
    "\U0001f440-\U0001f450\U0001f389\U0001f38a\U0001f3fb-\U0001f3ff\u2639\u263a\u2764\ufe0f\u200d"
)
_EMOTICON = r"[:;=][-^o']?[)(\]\[DPp/\\|*]++"

HARD = re.compile(r"\n(?:[^\S\n]*+\n)+\s*+|[\u2029\f]\s*+")
"""A blank line, a paragraph separator (U+2029) or a form feed, with its blanks."""

_ITEM = r"(?=[^\S\n]{0,8}(?:[-–—•·▪◦‣⁃*+]|\(?(?:\d{1,3}|[a-zA-Z])[.)])[^\S\n])"

_TAIL = (
    rf"(?:[{BRACKETS}\"'”’»›„‟´`＂＇*_~{INVISIBLE}]"
    rf"|[“‘«‹](?!\w)"
    rf"|[ \u00a0\u202f]{{1,2}}[»›](?!\w)"
    rf"|[ ][\"”](?=\s))*+"
)
_NOTE = (
    r"(?:(?:\[(?:\d{1,3}|[a-z]|[Nn]ote \d{1,3}|[a-z]+ needed)\](?::\d{1,4})?"
    r"|[ ]\[\d{1,3}\]|[¹²³⁰⁴-⁹†‡]"
    r"|(?:(?<=[^\W\d_]{2}\.)|(?<=[^\W\d_]\.[\"”]))\d{1,3}(?=\s))++)?+"
)
_SMILE = rf"(?:[ ]{{0,2}}(?:[{_FACES}]++|{_EMOTICON}(?!\w)))*+"

CANDIDATE = re.compile(
    rf"[{MARKS}\n]"
    rf"(?:(?<=\n){_ITEM}"
    rf"|(?<!\n)((?:[ \u00a0]\.){{2,}}+|[{MARKS}]*+)({_TAIL}){_NOTE}({_SMILE})(\s*+))"
)
"""A run of end marks with its closers, notes, smileys and blanks; or a list item's line.

Group 1 ends where the marks end, group 2 holds the closers, group 3 ends where
the sentence would end, group 4 holds the blanks. For a list item all are None.
"""
