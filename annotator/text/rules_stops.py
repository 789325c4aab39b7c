"""Rules for the stop: abbreviations, initials, acronyms, numbers, small letters."""

from __future__ import annotations

import re

from annotator.text.candidate import STOP, Candidate
from annotator.text.rule import ABSTAIN, JOIN, SPLIT, Rule

_ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_]|[ivxIVX]{2,5})")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_CLOCK = frozenset({"a.m", "p.m", "A.M", "P.M"})
_ROMAN = re.compile(r"[IVXLC]+\b")
_REGNAL = re.compile(r"[IVX]{1,5}")
_VOWEL = re.compile(
    r"[aeiouyäöüàáâãåæèéêëìíîïòóôõøœùúûýıаеёиоуыэюяіїєαεηιουωάέήίόύώ]", re.IGNORECASE
)
_INITIAL_NEXT = re.compile(r"[^\W\d_]\.")


def plain_end(c: Candidate) -> bool | None:
    """An ordinary word, a stop, a blank, a capital: by far the most frequent end."""
    if c.tail or not c.gap or not c.text[c.after].isupper():
        return ABSTAIN
    word = c.word
    if len(word) < 4 or not word.islower() or not word.isalpha():
        return ABSTAIN
    if c.begin + len(word) >= c.start or word in c.lang.abbreviations:
        return ABSTAIN
    return SPLIT


def enumerator(c: Candidate) -> bool | None:
    """ "1. First", "a. Then", "IV. Results": the number of a list item or heading."""
    if c.tail or c.start - c.begin > 12:
        return ABSTAIN
    return JOIN if _ENUMERATOR.fullmatch(c.text, c.begin, c.start) else ABSTAIN


def ordinal(c: Candidate) -> bool | None:
    """ "am 3. Mai", "im 19. Jahrhundert", "Ludwig XIV. starb", in languages that write so."""
    word = c.word
    if not c.lang.ordinals or c.tail or not word:
        return ABSTAIN
    number = word.isdigit() and len(word) <= 2
    if not number and not (_REGNAL.fullmatch(word) and c.previous[:1].isupper()):
        return ABSTAIN
    if c.next_word in c.lang.months or c.lower or (c.digit and number):
        return JOIN
    return SPLIT if c.opener or c.lead else JOIN


def never_ends(c: Candidate) -> bool | None:
    """Abbreviations that something always follows: "Gen. Soleimani", "e.g. this"."""
    return JOIN if not c.tail and c.word in c.lang.always else ABSTAIN


def before_number(c: Candidate) -> bool | None:
    """ "No. 5", "pp. 12", "Vol. IV", "Jan. 3"."""
    if c.word not in c.lang.number:
        return ABSTAIN
    return JOIN if c.digit or c.noted or _ROMAN.fullmatch(c.next_word) else ABSTAIN


def clock(c: Candidate) -> bool | None:
    """ "at 3 p.m. EST", "at 3 p.m. The": zones and days go on, all else begins anew."""
    if c.word not in _CLOCK or c.lower:
        return ABSTAIN
    return JOIN if c.next_word in c.lang.after_clock or "(" in c.lead else SPLIT


def initial(c: Candidate) -> bool | None:
    """ "J. Smith", "George W. Bush", "z. B."; not "than I. He", not "Plan B. The"."""
    word = c.word
    if len(word) != 1 or not word.isalpha() or c.tail:
        return ABSTAIN
    if c.lower or _INITIAL_NEXT.match(c.text, c.after):
        return JOIN
    if word == "I" and c.previous[:1].islower():
        return SPLIT
    if c.digit or c.opener:
        return SPLIT
    return JOIN


def acronym(c: Candidate) -> bool | None:
    """ "U.S. officials", "U.S. Army", "in the U.S. The": only an opener begins anew."""
    if "." not in c.word or not _ACRONYM.fullmatch(c.word):
        return ABSTAIN
    if c.lower:
        return JOIN
    if c.digit or c.opener or (c.quoted and not c.lower):
        return SPLIT
    return SPLIT if not c.next else JOIN


def abbreviation(c: Candidate) -> bool | None:
    """ "Inc.", "Jr.", "etc.", "Sat.": they end a sentence only before an opener."""
    if c.word not in c.lang.unless_opener:
        return JOIN if c.lower and c.word in c.lang.abbreviations else ABSTAIN
    if c.tail and c.upper:
        return ABSTAIN
    return SPLIT if c.opener or (c.digit and not c.tail) else JOIN


def no_vowel(c: Candidate) -> bool | None:
    """Short words without a vowel are abbreviations that no list has: "Bvt. Smith"."""
    word = c.word
    if c.tail or not 2 <= len(word) <= 4 or not word.isalpha() or word.isupper():
        return ABSTAIN
    if not (word[0].isupper() or c.lower) or _VOWEL.search(word) or not word[-1].islower():
        return ABSTAIN
    return SPLIT if c.opener else JOIN


def small_letter(c: Candidate) -> bool | None:
    """A small letter after a stop: careless writing, or an abbreviation nobody listed."""
    if not c.lower:
        return ABSTAIN
    word = c.word
    if c.lang.lower_starts:
        return SPLIT if len(word) > 1 and "." not in word else JOIN
    return SPLIT if len(word) > 4 and c.ordinary else JOIN


RULES = (
    Rule("plain end", (STOP,), plain_end),
    Rule("number of a list item", (STOP,), enumerator),
    Rule("ordinal", (STOP,), ordinal),
    Rule("abbreviation that goes on", (STOP,), never_ends),
    Rule("abbreviation before a number", (STOP,), before_number),
    Rule("time of day", (STOP,), clock),
    Rule("initial", (STOP,), initial),
    Rule("acronym", (STOP,), acronym),
    Rule("abbreviation", (STOP,), abbreviation),
    Rule("short word without a vowel", (STOP,), no_vowel),
    Rule("small letter after a stop", (STOP,), small_letter),
)
