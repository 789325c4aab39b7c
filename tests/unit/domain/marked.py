"""A report in which every text of every value says where it stands: what tests of public copies look for.

The values are walked through by their dataclasses, so that a field which is added later is marked
without anybody's doing, and has no row in the table of what may leave (``test_publishing_fields``).
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from annotator.domain.article import Span
from annotator.domain.assessment import Audience
from annotator.domain.edition import Edition

MOMENT = 1_704_364_920_000_000


class Marker:
    """Makes values of any type that a report has; each text in one names its class and field.

    ``audience`` is that of all that has one. Numbers are moments of their own.
    """

    def __init__(self, audience: Audience = Audience.DESK) -> None:
        self._audience = audience
        self.moments: dict[str, int] = {}

    def make(self, kind: type, where: str = "", **given: Any) -> Any:
        """An instance of a dataclass or a named tuple; ``given`` fields are as they are."""
        hints = typing.get_type_hints(kind)
        names = [name for name in _fields(kind) if name in hints]
        values = {
            name: given[name]
            if name in given
            else self.value(hints[name], f"{kind.__name__}.{name}")
            for name in names
        }
        return kind(**values)

    def value(self, kind: Any, where: str) -> Any:
        """One value of this type for this field."""
        origin, args = typing.get_origin(kind), typing.get_args(kind)
        if kind in (Span, dict, Any):
            return Span(1, 5)
        if origin in (typing.Union, types.UnionType):
            return self.value(next(one for one in args if one is not type(None)), where)
        if origin is tuple:
            inner = args[:1] if args[-1] is Ellipsis else args
            return tuple(self.value(one, where) for one in inner)
        if origin is not None and issubclass(origin, Mapping):
            return {self.value(args[0], where): self.value(args[1], where)}
        return self._plain(getattr(kind, "__supertype__", kind), where)

    def _plain(self, kind: Any, where: str) -> Any:
        if kind is Audience:
            return self._audience
        if kind is bool:
            return True
        if kind is int:
            return self.moments.setdefault(where, MOMENT + len(self.moments))
        if kind in (str, bytes):
            said = f"<{where}>"
            return said if kind is str else said.encode()
        if issubclass(kind, Enum):
            return list(kind)[-1]
        if dataclasses.is_dataclass(kind) or hasattr(kind, "_fields"):
            return self.make(kind)
        raise AssertionError(f"{where}: nobody says how a {kind} is made")


def _fields(kind: type) -> Iterator[str]:
    if dataclasses.is_dataclass(kind):
        yield from (one.name for one in dataclasses.fields(kind))
    else:
        yield from kind._fields  # type: ignore[attr-defined]


def told(value: Any, skip: tuple[type, ...] = (Edition,)) -> Iterator[str | int]:
    """Every text and number in a value, however deep."""
    if isinstance(value, skip):
        return
    if isinstance(value, str | int) and not isinstance(value, bool | Enum):
        yield value
    elif isinstance(value, bytes):
        yield value.decode()
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from told(key, skip)
            yield from told(one, skip)
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from told(one, skip)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from told(getattr(value, field.name), skip)


def kinds_within(kind: type) -> set[type]:
    """The dataclasses and named tuples that a value of this type can hold, itself among them."""
    found: set[type] = set()
    waiting: list[Any] = [kind]
    while waiting:
        one = waiting.pop()
        waiting += typing.get_args(one)
        plain = getattr(one, "__supertype__", one)
        if not isinstance(plain, type) or plain in found or plain is Edition:
            continue
        if dataclasses.is_dataclass(plain) or (
            issubclass(plain, tuple) and hasattr(plain, "_fields")
        ):
            found.add(plain)
            hints = typing.get_type_hints(plain)
            waiting += [hints[name] for name in _fields(plain) if name in hints]
    return found
