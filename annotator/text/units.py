"""Units of measure: what each is worth, how it is written, and into what it is converted.

Factors are exact by definition (international yard and pound agreement of 1959; US gallon of
231 cubic inches). A "ton" alone is not converted: it may be any of three.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

LENGTH, AREA, MASS, VOLUME = "length", "area", "mass", "volume"
SPEED, TEMPERATURE, TIME = "speed", "temperature", "time"
SHARE, AGE, COUNT, MONEY = "share", "age", "count", "money"


class Unit(NamedTuple):
    """One unit. ``value * factor + offset`` is in the base unit of its dimension.

    ``sign`` is written behind a number (``before``: before it); ``one`` behind a single one
    where that differs. ``into`` is the id of the unit a reader elsewhere knows, or empty.
    """

    dimension: str
    factor: Decimal
    sign: str
    into: str = ""
    offset: Decimal = Decimal(0)
    one: str = ""
    before: bool = False
    tight: bool = False
    """Whether no blank stands between number and sign: "5%"."""


def _unit(dimension: str, factor: str, sign: str, into: str = "") -> Unit:
    return Unit(dimension, Decimal(factor), sign, into)


def _periods(dimension: str, factor: str, many: str, one: str) -> Unit:
    return Unit(dimension, Decimal(factor), many, one=one)


def _money(code: str, sign: str = "") -> Unit:
    return Unit(f"{MONEY} {code}", Decimal(1), sign or code, before=bool(sign), tight=bool(sign))


UNITS = {
    "mm": _unit(LENGTH, "0.001", "mm", "in"),
    "cm": _unit(LENGTH, "0.01", "cm", "in"),
    "m": _unit(LENGTH, "1", "m", "ft"),
    "km": _unit(LENGTH, "1000", "km", "mi"),
    "in": _unit(LENGTH, "0.0254", "in", "cm"),
    "ft": _unit(LENGTH, "0.3048", "ft", "m"),
    "yd": _unit(LENGTH, "0.9144", "yd", "m"),
    "mi": _unit(LENGTH, "1609.344", "mi", "km"),
    "nmi": _unit(LENGTH, "1852", "nmi", "km"),
    "m2": _unit(AREA, "1", "m²", "sqft"),
    "ha": _unit(AREA, "10000", "ha", "acre"),
    "km2": _unit(AREA, "1000000", "km²", "sqmi"),
    "sqft": _unit(AREA, "0.09290304", "sq ft", "m2"),
    "sqyd": _unit(AREA, "0.83612736", "sq yd", "m2"),
    "acre": Unit(AREA, Decimal("4046.8564224"), "acres", "ha", one="acre"),
    "sqmi": _unit(AREA, "2589988.110336", "sq mi", "km2"),
    "mg": _unit(MASS, "0.000001", "mg"),
    "g": _unit(MASS, "0.001", "g", "oz"),
    "kg": _unit(MASS, "1", "kg", "lb"),
    "t": _unit(MASS, "1000", "t", "lb"),
    "oz": _unit(MASS, "0.028349523125", "oz", "g"),
    "lb": _unit(MASS, "0.45359237", "lb", "kg"),
    "ton": Unit("mass in tons", Decimal(1), "tons", one="ton"),
    "ml": _unit(VOLUME, "0.001", "ml", "floz"),
    "l": _unit(VOLUME, "1", "l", "gal"),
    "floz": _unit(VOLUME, "0.0295735295625", "US fl oz", "ml"),
    "pt": _unit(VOLUME, "0.473176473", "US pt", "l"),
    "gal": _unit(VOLUME, "3.785411784", "US gal", "l"),
    "bbl": Unit(VOLUME, Decimal("158.987294928"), "barrels", "l", one="barrel"),
    "mps": _unit(SPEED, "1", "m/s", "mph"),
    "kmh": Unit(SPEED, 1 / Decimal("3.6"), "km/h", "mph"),
    "mph": _unit(SPEED, "0.44704", "mph", "kmh"),
    "kn": Unit(SPEED, Decimal(1852) / 3600, "kn", "kmh"),
    "c": Unit(TEMPERATURE, Decimal(1), "°C", "f"),
    "f": Unit(TEMPERATURE, Decimal(5) / 9, "°F", "c", offset=Decimal(-160) / 9),
    "degree": Unit("degrees", Decimal(1), "degrees", one="degree"),
    "percent": Unit(SHARE, Decimal(1), "%", tight=True),
    "point": Unit("points", Decimal(1), "percentage points", one="percentage point"),
    "age": _periods(AGE, "1", "years old", "year old"),
    "second": _periods(TIME, "1", "seconds", "second"),
    "minute": _periods(TIME, "60", "minutes", "minute"),
    "hour": _periods(TIME, "3600", "hours", "hour"),
    "day": _periods(TIME, "86400", "days", "day"),
    "week": _periods(TIME, "604800", "weeks", "week"),
    "month": _periods("months", "1", "months", "month"),
    "year": _periods("months", "12", "years", "year"),
    "USD": _money("USD", "$"),
    "EUR": _money("EUR", "€"),
    "GBP": _money("GBP", "£"),
    "JPY": _money("JPY", "¥"),
    "INR": _money("INR", "₹"),
    "RUB": _money("RUB"),
    "TRY": _money("TRY"),
    "IRR": _money("IRR"),
    "CNY": _money("CNY"),
}
"""By the id that the wordbooks use. Months and years are apart from days: none is so long."""


def turned(value: Decimal, unit: Unit, into: Unit) -> Decimal:
    """The value in another unit of the same dimension."""
    return (value * unit.factor + unit.offset - into.offset) / into.factor


def grouped(value: Decimal) -> str:
    """A number as it is shown: "2,300", "1.5"; zeros behind the point stay as they were said."""
    return f"{value:,f}"


def written(value: Decimal, unit: Unit) -> str:
    """A number with its unit: "2,000 ft", "$5,000,000", "5%", "1 acre"."""
    sign = unit.one if unit.one and value == 1 else unit.sign
    gap = "" if unit.tight else " "
    if unit.before:
        minus = "−" if value < 0 else ""
        return f"{minus}{sign}{grouped(abs(value))}"
    return f"{grouped(value).replace('-', '−')}{gap}{sign}"
