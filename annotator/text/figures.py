"""Numbers, in digits or in words: where they stand and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from annotator.text.wordbook import Wordbook
from annotator.text.wordlists import NumberWords
from annotator.text.words import Word, adjacent

_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY"}
_COUNTRIES = frozenset(("us", "u.s.", "a", "c", "ca", "au", "hk", "nz", "s"))
"""What may be written right before a dollar sign."""

_CODES = {"usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "inr": "INR", "rs": "INR"}
"""What stands before a number with a blank between them: "USD 12.7 billion"."""

_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
"""Letters written right behind a number."""

_METRE = frozenset(
    ("long", "wide", "high", "tall", "deep", "away", "above", "below", "from", "north")
)
"""What follows "5m" where that is metres, and not millions."""

_MINUS = frozenset("-−")
_PARTS = frozenset("/@#_=\\")
"""Right behind these digits are part of an address or an identity."""

_GROUPS = re.compile(r"\d{1,3}(?:[.,'’٬\u00a0\u202f\u2009]\d{3})+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)*,\d{3}")
_PLAIN = re.compile(r"\d+")
_NO_GROUP = str.maketrans("", "", ".,'’٬\u00a0\u202f\u2009")
_RANGE = re.compile(r"([\d.,]+)-([\d.,]+)")
_MOST = 4
"""No number is written in more groups with blanks between them."""

LONGEST = 15
"""A number of more digits is none that anybody said; and so all are exact in 28 digits."""


class Figure(NamedTuple):
    """A number at ``[start, end)``; ``after`` is the place of the word behind it.

    ``value`` is None for what nobody can add up ("dozens"). ``until`` is the second number of
    a range: "10-15". ``rest`` is what a word goes on with: "-year-old" of "three-year-old".
    """

    start: int
    end: int
    after: int
    value: Decimal | None
    ordinal: bool = False
    currency: str = ""
    until: Decimal | None = None
    rest: str = ""


def figure_at(found: Sequence[Word], place: int, book: Wordbook) -> Figure | None:
    """The number that begins with that word, its sign of money included; None for none."""
    word = found[place]
    if word.kind == "number":
        return _digits(found, place, book, place)
    if word.text in _CURRENCIES or word.key in _COUNTRIES:
        return _money(found, place, book)
    if word.key in _CODES and place + 1 < len(found) and found[place + 1].kind == "number":
        coded = _digits(found, place + 1, book, place)
        return coded and coded._replace(currency=_CODES[word.key])
    if word.text in _MINUS:
        return _negative(found, place, book)
    return _spelled(found, place, book.numbers)


def _money(found: Sequence[Word], place: int, book: Wordbook) -> Figure | None:
    sign = place if found[place].text in _CURRENCIES else place + 1
    if sign + 1 >= len(found) or found[sign].text not in _CURRENCIES:
        return None
    if (sign > place and not adjacent(found, sign)) or found[sign + 1].kind != "number":
        return None
    figure = _digits(found, sign + 1, book, place)
    return figure and figure._replace(currency=_CURRENCIES[found[sign].text])


def _negative(found: Sequence[Word], place: int, book: Wordbook) -> Figure | None:
    """A number with a minus right before it, and a blank before that: "-5 degrees"."""
    number = place + 1
    if number >= len(found) or not adjacent(found, number) or adjacent(found, place):
        return None
    is_number = found[number].kind == "number"
    figure = _digits(found, number, book, number) if is_number else _money(found, number, book)
    if figure is None or figure.value is None:
        return None
    return figure._replace(start=found[place].start, value=-figure.value)


def _digits(found: Sequence[Word], place: int, book: Wordbook, first: int) -> Figure | None:
    """A number in digits; ``first`` is the word its sign begins with."""
    before = found[place - 1].text if adjacent(found, place) else ""
    if before in _PARTS or before[-1:].isalnum():
        return None
    read = _read(found[place].text, book.numbers)
    if read is None:
        return None
    figure = Figure(found[first].start, found[place].end, place + 1, read[0], until=read[1])
    while book.numbers.spaced and figure.after <= place + _MOST and _goes_on(found, figure.after):
        more = found[figure.after]
        value = read[0] * 1000 + int(more.text)
        read = value, read[1]
        figure = figure._replace(value=value, end=more.end, after=figure.after + 1)
    return _with_letters(found, figure, book, money=first < place)


def _with_letters(
    found: Sequence[Word], figure: Figure, book: Wordbook, *, money: bool
) -> Figure | None:
    """The number with what belongs to it: "20th", "$5m", "2.5 million"; None for "3D"."""
    if figure.after >= len(found):
        return figure
    word = found[figure.after]
    scale = book.numbers.scales.get(word.key, 0)
    if adjacent(found, figure.after):
        if word.key in book.numbers.ordinal_ends:
            return figure._replace(end=word.end, after=figure.after + 1, ordinal=True)
        if word.key in _SCALES and _is_scale(found, figure.after, money):
            scale = _SCALES[word.key]
        elif word.kind == "word" and not scale and word.key not in book.units:
            return None
    return _scaled(figure, word.end, scale) if scale else figure


def _scaled(figure: Figure, end: int, scale: int) -> Figure:
    value, until = (
        None if one is None else _whole(one * scale) for one in (figure.value, figure.until)
    )
    return figure._replace(end=end, after=figure.after + 1, value=value, until=until)


def _whole(value: Decimal) -> Decimal:
    """A whole number without digits behind the point: "2.5 million" is 2500000."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _goes_on(found: Sequence[Word], place: int) -> bool:
    """Whether three digits follow behind one blank: "3 000"."""
    if place >= len(found) or found[place].kind != "number":
        return False
    last, word = found[place - 1], found[place]
    digits = len(word.text) == 3 and word.text.isdecimal()
    return digits and len(last.text) <= 3 and last.text.isdecimal() and word.start - last.end == 1


def _is_scale(found: Sequence[Word], place: int, money: bool) -> bool:
    """Whether the letter behind a number is a scale: "$5m", "3bn", "5m people"; not "5m away"."""
    key = found[place].key
    if money or key in {"bn", "mn", "tn"}:
        return True
    following = found[place + 1] if place + 1 < len(found) else None
    return key == "m" and following is not None and _of_things(following)


def _of_things(word: Word) -> bool:
    return word.kind == "word" and len(word.key) > 3 and word.key not in _METRE


def _read(digits: str, book: NumberWords) -> tuple[Decimal, Decimal | None] | None:
    """The one or two numbers that digits with marks between them are."""
    if ":" in digits or "/" in digits or sum(map(str.isdecimal, digits)) > LONGEST:
        return None
    both = _RANGE.fullmatch(digits)
    if both:
        values = [_number(part, book) for part in both.groups()]
        return (values[0], values[1]) if values[0] is not None and values[1] is not None else None
    value = _number(digits, book)
    return None if value is None else (value, None)


def _number(digits: str, book: NumberWords) -> Decimal | None:
    """What digits are worth, the language's marks for thousands and decimals first."""
    if _PLAIN.fullmatch(digits):
        return Decimal(digits)
    head, mark, tail = _parted(digits, book)
    if any(form.fullmatch(head) for form in (_PLAIN, _GROUPS, _INDIAN)):
        whole = head.translate(_NO_GROUP)
        return Decimal(f"{whole}.{tail}") if mark else Decimal(whole)
    return None


def _parted(digits: str, book: NumberWords) -> tuple[str, str, str]:
    """What stands before the decimal mark, the mark, and what stands behind it."""
    if "٫" in digits:
        return digits.partition("٫")
    last = max(digits.rfind("."), digits.rfind(","))
    head, mark, tail = digits[:last], digits[last : last + 1], digits[last + 1 :]
    if last < 0 or not tail.isdecimal():
        return digits, "", ""
    once = head.count(mark) == 0
    groups = mark in book.groups and len(tail) == 3 and mark != book.decimal
    return (head, mark, tail) if once and not groups else (digits, "", "")


def _spelled(found: Sequence[Word], place: int, book: NumberWords) -> Figure | None:
    """A number in words: "three", "twenty-three", "two hundred and ten", "second"."""
    word = found[place]
    if word.key in book.vague:
        return Figure(word.start, word.end, place + 1, None)
    if word.key in book.ordinals:
        value = Decimal(book.ordinals[word.key])
        return Figure(word.start, word.end, place + 1, value, ordinal=True)
    head = word.key.partition("-")[0]
    if word.key in book.no_numbers or not any(
        head in listed for listed in (book.small, book.tens, book.scales)
    ):
        return None
    sum_ = _Sum(book)
    after = place
    while after < len(found):
        step = _joined(found, after, book) if sum_.begun else 0
        if not sum_.take(found[after + step].key):
            break
        after += step + 1
        if sum_.closed:
            break
    last = found[after - 1]
    return Figure(
        word.start, last.end, after, Decimal(sum_.value), ordinal=sum_.ordinal, rest=sum_.rest
    )


def _joined(found: Sequence[Word], place: int, book: NumberWords) -> int:
    """1 if that word only joins the parts of a number, and one more follows."""
    joins = found[place].key in book.joiners or found[place].text == "-"
    return int(joins and place + 1 < len(found))


class _Sum:
    """Adds up number words: what is below a thousand, and the thousands before it."""

    def __init__(self, book: NumberWords) -> None:
        self._book = book
        self._thousands = 0
        self._below = 0
        self._room = 1000
        """What may be added still is less than this: behind "twenty" only "one" to "nine"."""
        self.begun = False
        self.closed = False
        self.ordinal = False
        self.rest = ""

    @property
    def value(self) -> int:
        return self._thousands + self._below

    def take(self, key: str) -> bool:
        """Adds a word, or as much of it as is a number; False if it does not go on so."""
        if self._word(key):
            return True
        head, hyphen, tail = key.partition("-")
        if not hyphen or not self._word(head):
            return False
        ordinal = self._book.ordinals.get(tail, 0)
        if 0 < ordinal < self._room:
            self._below += ordinal
            self.ordinal = self.closed = True
        elif not self._word(tail):
            self.rest = hyphen + tail
            self.closed = True
        return True

    def _word(self, key: str) -> bool:
        book = self._book
        value = book.small.get(key, book.tens.get(key, -1))
        if 0 <= value < self._room:
            self._below += value
            self._room = 10 if key in book.tens else 1
        elif key in book.scales and self._scale(book.scales[key]):
            pass
        else:
            return False
        self.begun = True
        return True

    def _scale(self, scale: int) -> bool:
        if scale < 1000:
            if self._below >= scale:
                return False
            self._below = max(1, self._below) * scale
            self._room = scale
            return True
        if 0 < self._thousands < scale and not self._below:
            self._thousands *= scale  # "mil millones"
            return True
        if self._thousands % (scale * 1000):
            return False
        self._thousands += max(1, self._below) * scale
        self._below, self._room = 0, 1000
        return True
