"""A small calculator: decimals, units, + - * / ( ) %, "of" and "in". Nothing is run as code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal, DecimalException, localcontext
from typing import NamedTuple

from annotator.text.units import TEMPERATURE, UNITS, Unit, turned
from annotator.text.wordbook import FALLBACK, wordbook
from annotator.text.words import Word, key_of

LONGEST = 500
"""A longer calculation belongs into a file that is attached."""

_DEEPEST = 40
_PLACES = 12
"""So many digits are shown: a third does not come out."""

_CONTEXT = Context(prec=40, Emax=999, Emin=-999)
_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"|(?P<word>[^\W\d_]\w*)"
    r"|(?P<mark>\S)"
)
_SIGNS = {"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", ":": "/"}
_MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
_INTO = frozenset(("in", "to", "into", "="))
_GROUPED = str.maketrans("", "", ",\u00a0\u202f")


class Measure(NamedTuple):
    """A number with its unit, if it has one. ``share``: 0.15 that was written as 15%."""

    value: Decimal
    unit: Unit | None = None
    share: bool = False


def reckoned(expression: str) -> tuple[Decimal, Unit | None]:
    """The result of a calculation; raises ``ValueError`` with one sentence for what is none."""
    if len(expression) > LONGEST:
        raise ValueError(f"A calculation has at most {LONGEST} characters.")
    with localcontext(_CONTEXT):
        try:
            result = _Calculator(list(_tokens(expression))).result()
            if result.share:
                return _shown(result.value * 100), UNITS["percent"]
            return _shown(result.value), result.unit
        except DecimalException:
            raise ValueError("The numbers are too large for this calculator.") from None


def _tokens(expression: str) -> Iterator[Word]:
    for match in _TOKEN.finditer(expression):
        text = match[0]
        key = key_of(_SIGNS.get(text, text))
        yield Word(match.start(), match.end(), text, key, match.lastgroup or "")


def _shown(value: Decimal) -> Decimal:
    """Rounded to what is shown, without zeros behind the point."""
    places = min(_PLACES, max(0, _PLACES - 1 - value.adjusted()))
    rounded = round(value, places)
    whole = rounded.to_integral_value()
    return whole + 0 if rounded == whole else rounded.normalize()


class _Calculator:
    """Reads a calculation from left to right; what binds closer is read deeper."""

    def __init__(self, tokens: list[Word]) -> None:
        self._tokens = tokens
        self._place = 0
        self._depth = 0
        self._units = wordbook("", FALLBACK).units

    def result(self) -> Measure:
        if not self._tokens:
            raise ValueError("There is nothing to calculate yet.")
        result = self._sum()
        if self._next() in _INTO and self._place + 1 < len(self._tokens):
            self._place += 1
            result = self._into(result)
        if self._place < len(self._tokens):
            raise ValueError(f"“{self._tokens[self._place].text}” does not belong there.")
        return result

    def _next(self) -> str:
        return self._tokens[self._place].key if self._place < len(self._tokens) else ""

    def _sum(self) -> Measure:
        result = self._product()
        while (sign := self._next()) in ("+", "-"):
            self._place += 1
            other = self._product()
            if sign == "-":
                other = other._replace(value=-other.value)
            result = _added(result, other)
        return result

    def _product(self) -> Measure:
        result = self._factor()
        while (sign := self._next()) in ("*", "/", "of", "x"):
            self._place += 1
            other = self._factor()
            result = _divided(result, other) if sign == "/" else _multiplied(result, other)
        return result

    def _factor(self) -> Measure:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError("There are too many brackets or signs within one another.")
        token = self._next()
        if token in ("-", "+"):
            self._place += 1
            found = self._factor()
            found = found._replace(value=-found.value) if token == "-" else found  # noqa: S105
        else:
            found = self._with_unit(self._one(token))
        self._depth -= 1
        return found

    def _one(self, token: str) -> Measure:
        """What stands in brackets, or a number, with a sign of money before it."""
        self._place += 1
        if token == "(":  # noqa: S105
            found = self._sum()
            if self._next() != ")":
                raise ValueError("A bracket is not closed.")
            self._place += 1
            return found
        if token in _MONEY:
            number = self._next()
            self._place += 1
            return Measure(_number(number), UNITS[_MONEY[token]])
        return Measure(_number(token))

    def _with_unit(self, found: Measure) -> Measure:
        unit = self._units.at(self._tokens, self._place)
        if unit is None or found.unit or found.share:
            return found
        self._place = unit[1]
        if unit[0] == "percent":
            return Measure(found.value / 100, share=True)
        return found._replace(unit=UNITS[unit[0]])

    def _into(self, found: Measure) -> Measure:
        """Another unit for the result: "in m", "in %"."""
        unit = self._units.at(self._tokens, self._place)
        if unit is None:
            raise ValueError(f"“{self._tokens[self._place].text}” is no unit that is known here.")
        self._place = unit[1]
        into = UNITS[unit[0]]
        if unit[0] == "percent" and found.unit is None:
            return found._replace(share=True)
        if found.unit is None or found.unit.dimension != into.dimension:
            raise ValueError(f"One cannot say {_name(found)} in {into.sign}.")
        return Measure(turned(found.value, found.unit, into), into)


def _number(token: str) -> Decimal:
    plain = token.translate(_GROUPED)
    if not plain.replace(".", "", 1).isdecimal():
        raise ValueError(
            f"A number is missing before “{token}”." if token else "A number is missing at the end."
        )
    return Decimal(plain)


def _name(found: Measure) -> str:
    """What the sentence about a fault calls it."""
    bare = "per cent" if found.share else "a number without a unit"
    return found.unit.sign if found.unit else bare


def _added(one: Measure, other: Measure) -> Measure:
    if other.share and not one.share:
        return one._replace(value=one.value * (1 + other.value))
    if one.unit == other.unit and one.share == other.share:
        return one._replace(value=one.value + other.value)
    if not (one.unit and other.unit) or one.unit.dimension != other.unit.dimension:
        raise ValueError(f"One cannot add up {_name(one)} and {_name(other)}.")
    if one.unit.dimension == TEMPERATURE:
        raise ValueError("One cannot add up degrees Celsius and Fahrenheit.")
    return one._replace(value=one.value + turned(other.value, other.unit, one.unit))


def _multiplied(one: Measure, other: Measure) -> Measure:
    if one.unit and other.unit:
        raise ValueError(f"One cannot multiply {_name(one)} by {_name(other)} here.")
    return Measure(one.value * other.value, one.unit or other.unit, one.share and other.share)


def _divided(one: Measure, other: Measure) -> Measure:
    if not other.value:
        raise ValueError("Nothing can be divided by zero.")
    if other.unit is None:
        return Measure(one.value / other.value, one.unit, one.share and not other.share)
    if one.unit is None or one.unit.dimension != other.unit.dimension:
        raise ValueError(f"One cannot divide {_name(one)} by {_name(other)} here.")
    return Measure(one.value / turned(other.value, other.unit, one.unit))
