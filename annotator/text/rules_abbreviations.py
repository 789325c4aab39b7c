"""Rules for abbreviations, initials and acronyms before a stop."""

from __future__ import annotations

import re

from annotator.text.candidate import CALL, STOP, Candidate
from annotator.text.expression import CLOSING_QUOTES, OPENING_QUOTES
from annotator.text.rule import ABSTAIN, JOIN, SPLIT, Rule

_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_CLOCK = frozenset({"a.m", "p.m", "A.M", "P.M"})
_ROMAN = re.compile(r"(?!I (?!of|in|and|to)[a-z])[IVXLC]+\b")
"""A Roman number; but "No. I will" has none."""
_NICKNAME = re.compile(rf"[{re.escape(OPENING_QUOTES)}]\w+[{re.escape(CLOSING_QUOTES)}] \w")
_VOWEL = re.compile(
    r"[aeiouyäöüàáâãåæèéêëìíîïòóôõøœùúûýıāăąēęěīįōőūůűаеёиоуыэюяіїєαεηιουωάέήίόύώ]",
    re.IGNORECASE,
)


def initials_in_a_row(c: Candidate) -> bool | None:
    """A letter and a stop, and again: "J. R. R. Tolkien", "z. B. heute"."""
    text, start, after = c.text, c.start, c.after
    if not c.gap or c.tail or text[after + 1 : after + 2] != "." or not text[after].isalpha():
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
    if not c.among(_CLOCK) or c.lower or not (c.previous or c.word)[-1:].isdigit():
        return ABSTAIN
    goes_on = c.next_word in c.lang.after_clock or "(" in c.lead or c.dash
    return JOIN if goes_on else SPLIT


def last_in_list(c: Candidate) -> bool | None:
    """Abbreviations that close a list, as "etc." does, end a sentence before a capital."""
    if not c.among(c.lang.ends):
        return ABSTAIN
    return SPLIT if c.upper and "(" not in c.lead else JOIN


def abbreviation(c: Candidate) -> bool | None:
    """Other abbreviations ("Inc.", "Jr.", "Sat.") end one only before an opener."""
    if not c.among(c.lang.unless_opener):
        return JOIN if c.lower and c.word in c.lang.abbreviations else ABSTAIN
    if (c.quoted or c.aside) and c.upper:
        return ABSTAIN
    return SPLIT if c.opener or (c.wide and c.upper) or (c.digit and not c.lead) else JOIN


def initial(c: Candidate) -> bool | None:
    """A letter: "J. Smith", "George W. Bush"; but "than I. Then", "Plan B. The"."""
    word = c.word
    if len(word) != 1 or not word.isalpha() or c.quoted:
        return ABSTAIN
    if c.lower or (c.digit and (word.islower() or _cited(c))):
        return JOIN
    if c.previous[-1:].isdigit() and word.lower() == word.upper():
        return SPLIT
    if c.lead:
        goes_on = c.lead[0] in "([" or _NICKNAME.match(c.text, c.after)
        return JOIN if goes_on else SPLIT
    word_of_its_own = word in c.lang.letters and (word.islower() or c.previous.islower())
    if word_of_its_own or c.previous in c.lang.before_letter:
        return SPLIT
    return SPLIT if c.digit or c.opener or not c.next else JOIN


def _cited(c: Candidate) -> bool:
    """Whether a volume stands before the letters of a law report: "332 U. S. 392", "269 F. 2d"."""
    at = -2
    while len(c.tokens) >= -at and len(c.tokens[at]) == len("U.") and c.tokens[at][1] == ".":
        at -= 1
    return c.word.isupper() and len(c.tokens) >= -at and c.tokens[at].isdecimal()


def acronym(c: Candidate) -> bool | None:
    """Letters with stops: "U.S. officials", "U.S. Army", but "in the U.S. The"."""
    if "." not in c.word or not _ACRONYM.fullmatch(c.word):
        return ABSTAIN
    if c.lower or (c.lead and c.lead[0] in "(["):
        return JOIN
    if c.digit and c.previous.isdecimal():
        return JOIN
    anew = c.opener or c.wide or c.quoted or c.lead or c.aside
    return SPLIT if c.digit or anew else JOIN


def no_vowel(c: Candidate) -> bool | None:
    """Short words without a vowel are abbreviations that no list has: "Bvt. Smith"."""
    word = c.word
    if c.quoted or not 2 <= len(word) <= 4 or not word.isalpha() or not word[1:].islower():
        return ABSTAIN
    if not (word[0].isupper() or c.lower) or _VOWEL.search(word):
        return ABSTAIN
    return SPLIT if c.opener else JOIN


FIRST = (Rule("initials in a row", (STOP,), initials_in_a_row),)
RULES = (
    Rule("name with its mark", (CALL,), name_with_mark),
    Rule("abbreviation that goes on", (STOP,), never_ends),
    Rule("abbreviation before a number", (STOP,), before_number),
    Rule("time of day", (STOP,), clock),
    Rule("end of a list", (STOP,), last_in_list),
    Rule("initial", (STOP,), initial),
    Rule("abbreviation", (STOP,), abbreviation),
    Rule("acronym", (STOP,), acronym),
    Rule("short word without a vowel", (STOP,), no_vowel),
)
