"""Rules for abbreviations, initials and acronyms before a stop."""

from __future__ import annotations

import re

from annotator.text.candidate import CALL, STOP, Candidate
from annotator.text.expression import CLOSING_QUOTES, OPENING_QUOTES
from annotator.text.rule import ABSTAIN, BARE, JOIN, SPLIT, Rule

_LETTER = r"(?:[^\W\d_]{1,2}[\u200c\u200d]?|[\u0904-\u0939][\u0900-\u0963]{0,3})"
_ACRONYM = re.compile(rf"(?:{_LETTER}\.)+{_LETTER}")
"""Letters with stops; Hindi writes what they are called: "ए.के."."""

_CLOCK = frozenset({"a.m", "p.m", "A.M", "P.M"})
_ROMAN = re.compile(r"(?!I(?: (?!of|in|and|to)[a-z]|['’]))[IVXLC]+\b")
"""A Roman number; but "No. I will", "No. I’m" have none."""
_AT_FIRST = re.compile(
    r"(?:\w+,? )?(?:[Aa]t|[Bb]y|[Ff]rom|[Uu]ntil|[Ss]ince|[Aa]round|[Bb]efore|[Aa]fter) (?:\w+ )?\d[\d:.]* ?"
)
"""A sentence that has said no more than when: "At 5 a.m. I left"."""
_WHEN = 24
"""A sentence that is no longer so far has said no more than when: "В мае 2004 г."."""

_NICKNAME = re.compile(rf"[{re.escape(OPENING_QUOTES)}]\w+[{re.escape(CLOSING_QUOTES)}] \w")
_ORDINAL_ENDS = re.compile(r"\d[-–‑][^\W\d_]$")
"""A number with the letter it ends in: "1990-е", "5-й"; no initial."""

_LONG = 5
"""A word that is cut short still has so many letters."""

_VOWEL = re.compile(
    r"[aeiouyäöüàáâãåæèéêëìíîïòóôõøœùúûýıāăąēęěīįōőūůűаеёиоуыэюяіїєαεηιουωάέήίόύώ]",
    re.IGNORECASE,
)


def initials_in_a_row(c: Candidate) -> bool | None:
    """A letter and a stop, and again: "J. R. R. Tolkien", "z. B. heute"."""
    text, start, after = c.text, c.start, c.after
    if text[after + 1 : after + 2] != "." or not text[after].isalpha():
        return ABSTAIN
    if start == c.begin or not text[start - 1].isalpha():
        return ABSTAIN
    return ABSTAIN if start - 1 > c.begin and text[start - 2].isalnum() else JOIN


def name_with_mark(c: Candidate) -> bool | None:
    """Names that are listed with the mark they end in: "Yahoo! Inc"."""
    if c.tail or c.word + c.mark not in c.lang.always:
        return ABSTAIN
    return SPLIT if c.opener else JOIN


def never_ends(c: Candidate) -> bool | None:
    """Abbreviations that something always follows: "Gen. Soleimani", "z. B. heute"."""
    if c.quoted or not c.among(c.lang.always):
        return ABSTAIN
    # "١٩٩٠ م." is a date, "م. الحسيني" a title: a number before tells them apart.
    if len(c.word) == 1 and (c.previous[-1:].isdigit() or c.previous in c.lang.before_letter):
        return ABSTAIN
    if c.word == "V" and c.opener and c.previous[:1].isupper():
        return ABSTAIN  # "King George V. He died"; but "Roe v. Wade"
    return SPLIT if c.bracketed and (c.opener or (c.aside and c.upper)) else JOIN


def before_number(c: Candidate) -> bool | None:
    """Abbreviations that a number goes with: "No. 5", "pp. 12", "Vol. IV", "Jan. 3"."""
    if not c.among(c.lang.number):
        return ABSTAIN
    # In "fig.3 The" the number was taken for a note.
    note = c.noted and c.text[c.end - 1].isdecimal()
    return JOIN if c.digit or note or _ROMAN.match(c.text, c.after) else ABSTAIN


def clock(c: Candidate) -> bool | None:
    """Zones and days go on after "3 p.m.", and all else begins anew."""
    if (
        (c.word not in _CLOCK and c.spelled not in _CLOCK)
        or c.lower
        or not (c.previous or c.word)[-1:].isdigit()
    ):
        return ABSTAIN
    if c.next_word in c.lang.after_clock or "(" in c.lead or c.dash:
        return JOIN
    return JOIN if _AT_FIRST.fullmatch(c.text, c.begin, c.start - len(c.word)) else SPLIT


def last_in_list(c: Candidate) -> bool | None:
    """Abbreviations that close a list, as "etc." does, end a sentence before a capital."""
    if not c.among(c.lang.ends):
        return ABSTAIN
    return SPLIT if c.upper and "(" not in c.lead else JOIN


def state(c: Candidate) -> bool | None:
    """A state behind its town: "in Troy, Ala. Factories"; a comma would say that it goes on."""
    if c.word not in c.lang.states or not c.previous.endswith(",") or c.lead:
        return ABSTAIN
    return SPLIT if c.upper and c.next_word not in c.lang.abbreviations else ABSTAIN


def abbreviation(c: Candidate) -> bool | None:
    """Other abbreviations ("Inc.", "Jr.", "Sat.") end one only before an opener."""
    if not c.among(c.lang.unless_opener):
        return JOIN if c.lower and c.word in c.lang.abbreviations else ABSTAIN
    if (c.quoted or c.aside) and c.upper:
        return ABSTAIN
    anew = c.digit and not c.lead and not c.previous.isdecimal()  # but "88 Wash. 2d 301"
    return SPLIT if c.opener or (c.wide and c.upper) or anew else JOIN


def initial(c: Candidate) -> bool | None:
    """A letter: "J. Smith", "George W. Bush"; but "than I. Then", "Plan B. The"."""
    word = c.word
    if len(word) != 1 or not word.isalpha() or c.quoted or _ORDINAL_ENDS.search(c.token):
        return ABSTAIN
    if c.lower:
        return JOIN
    if c.previous[-1:].isdigit() and not word.isupper():
        # "В 2004 г. Иванов", but "Он умер в Москве в 2004 г. Иванов"; "1990 م."
        goes_on = c.digit or (c.start - c.begin < _WHEN and not c.opener)
        clock = not word.islower() and not c.previous.isdecimal()  # "3.30 م. في"
        return JOIN if clock or (word.islower() and goes_on) else SPLIT
    if c.lead:
        return JOIN if c.lead[0] in "([" or _NICKNAME.match(c.text, c.after) else SPLIT
    word_of_its_own = word in c.lang.letters and (word.islower() or c.previous.islower())
    if word_of_its_own or c.previous in c.lang.before_letter:
        return SPLIT
    return SPLIT if c.opener or not c.next else JOIN


def acronym(c: Candidate) -> bool | None:
    """Letters with stops: "U.S. officials", "U.S. Army", but "in the U.S. The"."""
    if "." not in c.word or not _ACRONYM.fullmatch(c.word):
        return ABSTAIN
    if c.lower or (c.lead and c.lead[0] in "(["):
        return JOIN
    anew = c.opener or c.wide or c.quoted or c.lead or c.aside
    return SPLIT if anew else JOIN


def shortened(c: Candidate) -> bool | None:
    """Words cut short that no list can hold: "Bahnhofstr. 12", "freundl. Personal"."""
    word = c.word
    if c.quoted or len(word) < _LONG or not word.endswith(c.lang.shortened):
        return ABSTAIN
    return SPLIT if c.opener or c.lead else JOIN


def no_vowel(c: Candidate) -> bool | None:
    """Short words without a vowel are abbreviations that no list has: "Bvt. Smith"."""
    word = c.word
    if c.quoted or not 2 <= len(word) <= 4 or not word.isalpha() or not word[1:].islower():
        return ABSTAIN
    if not (word[0].isupper() or c.lower) or _VOWEL.search(word):
        return ABSTAIN
    if word.lower() in c.lang.interjections:  # "Mhm.", "Shh."
        return ABSTAIN
    return SPLIT if c.opener else JOIN


FIRST = (Rule("initials in a row", (STOP,), initials_in_a_row, BARE),)
RULES = (
    Rule("name with its mark", (CALL,), name_with_mark),
    Rule("abbreviation that goes on", (STOP,), never_ends),
    Rule("abbreviation before a number", (STOP,), before_number),
    Rule("time of day", (STOP,), clock),
    Rule("end of a list", (STOP,), last_in_list),
    Rule("initial", (STOP,), initial),
    Rule("state behind its town", (STOP,), state),
    Rule("abbreviation", (STOP,), abbreviation),
    Rule("acronym", (STOP,), acronym),
    Rule("word cut short", (STOP,), shortened),
    Rule("short word without a vowel", (STOP,), no_vowel),
)
