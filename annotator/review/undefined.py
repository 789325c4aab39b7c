"""When a statistic has no value, and why, in words that are shown in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")

ONE_TAG = "Undefined, because only one tag was used."
NOTHING_BY_BOTH = "Undefined, because nothing was tagged by both."
NOTHING_BY_TWO = "Undefined, because nothing was tagged by two analysts."
NOTHING_BY_ALL = "Undefined, because nothing was tagged by every analyst."
ONE_ANALYST = "Undefined, because only one analyst tagged."
NOBODY = "Undefined, because nobody tagged anything."


class UndefinedError(ValueError):
    """The statistic divides nought by nought here; ``str`` says why in one sentence.

    Never 0, 1 or nan in its place: each of them reads like a result.
    """


def found(undefined: dict[str, str], statistic: Callable[[], _T], *names: str) -> _T | None:
    """The statistic's value; None where it is undefined, its reason being noted under these names."""
    try:
        return statistic()
    except UndefinedError as error:
        undefined.update(dict.fromkeys(names, str(error)))
        return None
