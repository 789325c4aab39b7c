"""Numbers with what they count or measure; converted, and set side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from annotator.domain.article import Span
from annotator.text.arithmetic import reckoned
from annotator.text.dates import mention_at
from annotator.text.figures import Figure, figure_at
from annotator.text.units import COUNT, TEMPERATURE, UNITS, grouped, turned, written
from annotator.text.wordbook import Wordbook, wordbook
from annotator.text.words import Word, adjacent

_REACH = 5
"""So many words behind a number may stand before what it counts: "four current and former
U.S. officials"."""

_SHORT = 3
"""Plurals are longer: not "has", "was"."""

_SURROUNDINGS = 20_000
"""So far around a claim "£" tells that pounds are money."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it is of.

    ``value`` keeps the digits that were said ("2.50"). ``unit`` is an id of ``UNITS``, or for
    what is counted the noun ("officials"); ``dimension`` is the unit's, or ``count``; two
    of one dimension can be compared, counts only where the nouns are alike.
    """

    span: Span
    value: Decimal
    unit: str
    dimension: str


@dataclass(frozen=True, slots=True)
class Calculation:
    """A calculation as it was typed, and what came out: "2,300 ft - 1,300 ft", "1,000 ft"."""

    expression: str
    result: str


def quantities(text: str, span: Span, language: str | None = None) -> tuple[Quantity, ...]:
    """The numbers in ``text[span]`` that measure or count something, in order.

    Dates and ordinals are none. Of a range ("10-15 men") there are two, at one place.
    """
    book = wordbook(text, language)
    found = book.words(text, span)
    return tuple(_read(text, span, found, book))


def _read(text: str, span: Span, found: Sequence[Word], book: Wordbook) -> Iterator[Quantity]:
    place = 0
    while place < len(found):
        dated = mention_at(found, place, book)
        figure = None if dated else figure_at(found, place, book)
        if figure is None or figure.value is None or figure.ordinal:
            place = dated[1] if dated else figure.after if figure else place + 1
            continue
        measured = unit_behind(found, figure, book)
        unit, after = measured or ("", figure.after)
        if found[after - 1].key in _POUNDS and _means_money(text, span):
            unit = "GBP"
        noun = "" if unit or figure.rest else _counted(found, after, book)
        if unit or noun:
            where = Span(figure.start, found[after - 1].end if measured else figure.end)
            dimension = UNITS[unit].dimension if unit else COUNT
            for value in (figure.value, figure.until):
                if value is not None:
                    yield Quantity(where, value, unit or noun, dimension)
        place = after


_POUNDS = frozenset(("pound", "pounds"))


def _means_money(text: str, span: Span) -> bool:
    """Whether the article writes "£" nearby, so that its pounds are money."""
    start, end = max(0, span[0] - _SURROUNDINGS), span[1] + _SURROUNDINGS
    return text.find("£", start, end) >= 0


def unit_behind(found: Sequence[Word], figure: Figure, book: Wordbook) -> tuple[str, int] | None:
    """The unit a number is said with, and the place of the word behind both; None for none.

    The sign of money stands before the number; a word may hold both ("three-year-old").
    """
    if figure.currency:
        return figure.currency, figure.after
    if figure.rest:
        unit = _hyphened(book.words(figure.rest, Span(0, len(figure.rest))), 0, book)
        return (unit[0], figure.after) if unit else None
    return book.units.at(found, figure.after) or _hyphened(found, figure.after, book)


def _hyphened(found: Sequence[Word], place: int, book: Wordbook) -> tuple[str, int] | None:
    """The unit behind a hyphen: "-pound", "-year-old"; of "-foot-long" the foot."""
    if place + 1 >= len(found) or found[place].text != "-" or not adjacent(found, place + 1):
        return None
    whole = book.units.at(found, place + 1)
    head = found[place + 1]._replace(key=found[place + 1].key.partition("-")[0])
    part = whole or book.units.at([head], 0)
    return (part[0], place + 2) if part else None


def _counted(found: Sequence[Word], place: int, book: Wordbook) -> str:
    """The noun that is counted, if one can be told: the first plural that follows."""
    for word in found[place : place + _REACH]:
        if word.kind == "mark" or word.key in book.said.prepositions:
            return ""
        if word.key in book.numbers.counted or (book.numbers.plurals and _is_plural(word)):
            return word.key
    return ""


def _is_plural(word: Word) -> bool:
    key = word.key
    ends = key.endswith("s") and not key.endswith(("ss", "us", "is", "'s"))
    return word.kind == "word" and ends and len(key) > _SHORT


def said(quantity: Quantity) -> str:
    """As it is shown: "2,000 ft", "95 individuals", "5%"."""
    unit = UNITS.get(quantity.unit)
    if unit is None or quantity.dimension == COUNT:
        return f"{grouped(quantity.value)} {quantity.unit}"
    return written(quantity.value, unit)


def converted(quantity: Quantity) -> str | None:
    """The same in the units of the rest of the world, or of the United States: "610 m".

    Rounded to the digits that were said, one more where those are one or two: 2,000 feet
    are 610 m, not 609.6. Temperatures keep their decimals. None where there is no other unit.
    """
    unit = UNITS.get(quantity.unit)
    if unit is None or not unit.into or quantity.dimension == COUNT:
        return None
    into = UNITS[unit.into]
    value = turned(quantity.value, unit, into)
    if unit.dimension == TEMPERATURE:
        exponent = min(0, _exponent(quantity.value))
    else:
        exponent = value.adjusted() + 1 - _digits(quantity.value)
    return written(_rounded(value, exponent), into)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int), "no quantity is infinite"
    return exponent


def _digits(value: Decimal) -> int:
    """How many digits a converted value gets."""
    digits = value.as_tuple().digits
    said = len(digits)
    if _exponent(value) >= 0:
        said = len("".join(map(str, digits)).rstrip("0")) or 1
    return said + 1 if said <= 2 else said


def _rounded(value: Decimal, exponent: int) -> Decimal:
    """Rounded at a power of ten; without zeros behind the point."""
    rounded = value.quantize(Decimal(1).scaleb(exponent), ROUND_HALF_EVEN)
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()


def alike(
    quantities: Sequence[Quantity], language: str | None = None
) -> tuple[tuple[int, ...], ...]:
    """Which of them speak of the same kind of thing: groups of two or more, as indices.

    Measures of one dimension, money of one currency, and counts of one noun ("blasts" and
    "explosions" are one in the wordbook). Indices and groups are in order.
    """
    likes = wordbook("", language or "en").numbers.alike
    groups: dict[tuple[str, str], list[int]] = {}
    for index, one in enumerate(quantities):
        noun = likes.get(one.unit, one.unit.rstrip("s")) if one.dimension == COUNT else ""
        groups.setdefault((one.dimension, noun), []).append(index)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def calculated(expression: str) -> Calculation:
    """Works out "2,300 ft - 1,300 ft", "95 * 2", "15% of 210" or "2000 ft in m".

    Raises ``ValueError`` with one sentence that says what is wrong.
    """
    value, unit = reckoned(expression)
    shown = grouped(value).replace("-", "−") if unit is None else written(value, unit)
    return Calculation(" ".join(expression.split()), shown)
