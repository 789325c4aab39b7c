"""The public programs that our statistics are compared with; runs in ``.venv-oracles``, which has them.

Reads a list of tables from standard input as JSON, each a column of codes an analyst, 1 to 3
and 0 for missing, and writes what each program makes of each table, null where it gives no
number. It does not see our own results.
"""

from __future__ import annotations

import json
import math
import sys
import warnings
from collections.abc import Callable
from functools import partial
from typing import Any

import krippendorff  # type: ignore[import-not-found]
import numpy as np  # type: ignore[import-not-found]
import pandas as pd  # type: ignore[import-untyped]
from irrCAC.raw import CAC  # type: ignore[import-not-found]
from nltk.metrics.agreement import AnnotationTask  # type: ignore[import-not-found]
from sklearn.metrics import cohen_kappa_score  # type: ignore[import-not-found]
from statsmodels.stats.inter_rater import (  # type: ignore[import-not-found]
    cohens_kappa,
    fleiss_kappa,
)

TAGS = [1, 2, 3]
DIGITS = 15
"""irrCAC rounds to five digits unless it is told otherwise."""

Columns = list[list[int]]
Found = dict[str, float | None]


def main() -> None:
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    json.dump([of_table(columns) for columns in json.load(sys.stdin)], sys.stdout)


def of_table(columns: Columns) -> dict[str, Any]:
    rows = list(zip(*columns, strict=True))
    complete = [list(column) for column in zip(*(row for row in rows if all(row)), strict=True)]
    return {
        "all": of_all(columns),
        "complete": of_complete(complete) if complete else {},
        "pair": of_pair(*columns[:2]),
    }


def of_all(columns: Columns) -> Found:
    """Any number of analysts, with gaps."""
    cac = _cac(columns)
    return {
        "krippendorff.alpha": value(lambda: _alpha(columns)),
        "nltk.alpha": value(lambda: _task(columns).alpha()),
        "irrCAC.krippendorff": value(lambda: _estimate(cac.krippendorff)),
        "irrCAC.gwet": value(lambda: _estimate(cac.gwet)),
        "irrCAC.gwet.pa": value(lambda: cac.pa),
    }


def of_complete(columns: Columns) -> Found:
    """The items that every analyst tagged."""
    task = _task(columns)
    return {
        "statsmodels.fleiss": value(lambda: fleiss_kappa(_counts(columns))),
        "irrCAC.fleiss": value(lambda: _estimate(_cac(columns).fleiss)),
        "nltk.pi": value(task.pi),
        "nltk.multi_kappa": value(task.multi_kappa),
    }


def of_pair(first: list[int], second: list[int]) -> Found:
    """The items that the first two analysts both tagged; and one tag, told from the others."""
    both = [pair for pair in zip(first, second, strict=True) if all(pair)]
    if not both:
        return {}
    one, other = columns = [[*column] for column in zip(*both, strict=True)]
    met = np.zeros((len(TAGS), len(TAGS)), dtype=int)
    for x, y in both:
        met[x - 1, y - 1] += 1
    tag = TAGS[len(both) % len(TAGS)]
    binary = [[1 if code == tag else 2 for code in column] for column in columns]
    return {
        "tag": tag,
        "sklearn.kappa": value(lambda: cohen_kappa_score(one, other)),
        "nltk.kappa": value(_task(columns).kappa),
        **_with_interval(met, "statsmodels"),
        "krippendorff.alpha": value(lambda: _alpha(columns)),
        "irrCAC.gwet": value(lambda: _estimate(_cac(columns).gwet)),
        **_with_interval(_or_not(met, tag), "statsmodels.or_not"),
        "irrCAC.or_not.gwet": value(lambda: _estimate(_cac(binary, [1, 2]).gwet)),
    }


def value(statistic: Callable[[], Any]) -> float | None:
    try:
        found = float(statistic())
    except (ArithmeticError, ValueError, AssertionError, IndexError):
        return None
    return found if math.isfinite(found) else None


def _alpha(columns: Columns) -> Any:
    data = np.array([[code or np.nan for code in column] for column in columns], dtype=float)
    return krippendorff.alpha(data, level_of_measurement="nominal")


def _task(columns: Columns) -> Any:
    return AnnotationTask(
        [
            (f"a{analyst}", f"i{item}", code)
            for analyst, column in enumerate(columns)
            for item, code in enumerate(column)
            if code
        ]
    )


def _cac(columns: Columns, categories: list[int] = TAGS) -> Any:
    data = {f"a{place}": column for place, column in enumerate(columns)}
    frame = pd.DataFrame(data, dtype=float).replace(0, np.nan)
    return CAC(frame, categories=categories, digits=DIGITS)


def _counts(columns: Columns) -> Any:
    return np.array([[row.count(tag) for tag in TAGS] for row in zip(*columns, strict=True)])


def _with_interval(met: Any, prefix: str) -> Found:
    """Kappa of a confusion table by statsmodels, with the interval of Fleiss, Cohen and Everitt."""
    names = ("kappa", "kappa_low", "kappa_upp", "std_kappa")
    try:
        found = cohens_kappa(met)
    except (ArithmeticError, AssertionError):
        return {f"{prefix}.{name}": None for name in names}
    return {f"{prefix}.{name}": value(partial(found.get, name)) for name in names}


def _or_not(met: Any, tag: int) -> Any:
    place = tag - 1
    both, first, second = met[place, place], met[place].sum(), met[:, place].sum()
    return np.array([[both, first - both], [second - both, met.sum() - first - second + both]])


def _estimate(statistic: Callable[[], Any]) -> Any:
    return statistic()["est"]["coefficient_value"]


if __name__ == "__main__":
    main()
