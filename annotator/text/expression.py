"""The two expressions that find where a text could be cut.

``HARD`` finds the breaks nobody has to think about; ``CANDIDATE`` finds an end
mark together with all that hangs on it. Neither goes back over what it has eaten
(classes are possessive, and what follows a repeated group may always be empty), so
both are linear on any input, and neither decides anything: that is what the rules
are for. No group is possessive: Python before 3.11.5, which Debian 12 has, loses
its way in those (CPython issue 106052).
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

WORD = (
    r"\w\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    r"\u0670\u06d6-\u06dc\u0900-\u0963\u0966-\u0dff\u200c\u200d"
)
r"""What a word is made of, for a character class: ``\w`` leaves out combining marks,
without which Arabic, Hebrew and Indic words fall apart."""

CLOSING_QUOTES = "\"'”’»›“‘«‹`´＂＇」』"
"""Quotation marks that may close: what opens in one language closes in another."""

OPENING_QUOTES = "\"'“‘«‹„‚‟‛»›”’`＂＇「『"
"""Quotation marks that may open."""

CLOSING_BRACKETS = ")]}）］｝】〉》〕｠〙〛"
OPENING_BRACKETS = "([{（［｛【〈《〔｟〘〚"

_FACE = (
    "\U0001f600-\U0001f64f\U0001f910-\U0001f92f\U0001f970-\U0001f97a\U0001f495-\U0001f49f"
    "\U0001f440-\U0001f450\U0001f389\U0001f38a\U0001f3fb-\U0001f3ff☹☺❤"
)
_MOUTH = r"[-^o']?[)(\]\[DPp/\\|*]++(?!\w)"
_SMILE = rf"[ ]{{0,2}}(?:[{_FACE}][{_FACE}\ufe0f\u200d]*+|[:;=]{_MOUTH})"

HARD = re.compile(r"\n(?:[^\S\n]*+\n)+\s*+|[\u2029\f]\s*+")
"""A blank line, a paragraph separator (U+2029) or a form feed, with its blanks."""

_ITEM = r"(?=[^\S\n]{0,8}(?:[-*+•·▪◦‣⁃●■○]|\(?(?:\d{1,3}|[a-zA-Z])[.)]))"

_UNAMBIGUOUS = re.escape(CLOSING_BRACKETS) + "\"'”’»›`´＂＇」』*_~" + INVISIBLE
_TAIL = (
    rf"(?:[{_UNAMBIGUOUS}]++"
    r"|[“‘«‹](?!\w)"
    r"|[ \u00a0\u202f]{1,2}[»›](?!\w)"
    r"|[ ][\"”](?=\s))*"
)
_NOTE = (
    r"(?:(?:\[(?:\d{1,3}|[a-z]|[Nn]ote \d{1,3}|[a-z]+ needed)\](?::\d{1,4})?"
    r"|[ ]\[\d{1,3}\]|[¹²³⁰⁴-⁹†‡]"
    r"|(?:(?<=[^\W\d_]{2}\.)|(?<=[^\W\d_]\.[\"”]))\d{1,3}(?=\s))+)?"
)

CANDIDATE = re.compile(
    rf"[{MARKS}\n:;=—]"
    rf"(?:(?<=[{MARKS}])((?:[ \u00a0]\.){{2,}}|[{MARKS}]*+)({_TAIL}){_NOTE}((?:{_SMILE})*)(\s*+)"
    rf"|(?<=\n){_ITEM}"
    r"|(?<=[^\W\d_A-Z] —)(?= [^\W\d_a-z])|(?<=- —)(?= [^\W\d_a-z])"
    rf"|(?<=\s[:;=]){_MOUTH}((?:{_SMILE})*)(\s*+))"
)
"""A run of end marks with its closers, notes, smileys and blanks; or a smiley; or the
line end before a list item; or a dash where somebody broke off.

Its first character is of one class of the basic plane, which is what makes the search
fast; so a picture of a face is seen behind a mark only. Marks: group 1 ends where they end, group 2 holds the closers, group 3 ends where
the sentence would, group 4 holds the blanks. A smiley: groups 5 and 6 stand for 3
and 4. A list item and a dash have no group.
"""
