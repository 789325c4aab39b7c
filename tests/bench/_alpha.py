"""Krippendorff's alpha of one table by us and by nltk, turn after turn; prints the seconds as JSON.

For ``agreement.py``, which starts it in ``.venv-oracles``: nltk is there, and ours needs nothing.
Arguments: how many analysts, claims and turns.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from typing import Any

from nltk.metrics.agreement import AnnotationTask  # type: ignore[import-not-found]

from annotator.review.agreement import agreement
from annotator.review.confusion import cells, confusions
from annotator.review.krippendorff import alpha
from annotator.review.table import OUR_TAGS, Table, of_triples
from annotator.review.units import units_of

MISSING, ALIKE = 0.1, 0.8
"""So many claims an analyst leaves out, and on so many of the others tags as the rest do."""


def made(analysts: int, claims: int) -> Table:
    """Tags that mostly agree, with gaps."""
    chance = random.Random(11)
    truth = chance.choices((1, 2, 3), (5, 2, 3), k=claims)
    columns = tuple(
        bytes(
            0
            if chance.random() < MISSING
            else (tag if chance.random() < ALIKE else chance.choice((1, 2, 3)))
            for tag in truth
        )
        for _ in range(analysts)
    )
    return Table(tuple(f"A{n}" for n in range(analysts)), range(claims), OUR_TAGS, columns)


def seconds(what: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    found = what()
    return time.perf_counter() - began, found


def main() -> None:
    analysts, claims, turns = map(int, sys.argv[1:])
    table = made(analysts, claims)
    triples = [
        (item, name, OUR_TAGS[code - 1])
        for name, column in zip(table.analysts, table.columns, strict=True)
        for item, code in enumerate(column)
        if code
    ]
    turned = [(name, item, tag) for item, name, tag in triples]
    task = AnnotationTask(turned)
    kinds: dict[str, Callable[[], Any]] = {
        "alpha": lambda: alpha(units_of(table)),
        "nltk": task.alpha,
        "alpha from triples": lambda: alpha(units_of(of_triples(triples))),
        "nltk from triples": lambda: AnnotationTask(turned).alpha(),
        "all": lambda: agreement(table),
        "pairs": lambda: confusions(table),
        "cells": lambda: cells(table, "A0", "A1"),
    }
    ours = 0.0
    took: dict[str, list[float]] = {name: [] for name in kinds}
    for turn in range(turns + 1):
        for name, kind in kinds.items():
            needed, found = seconds(kind)
            if name in ("alpha", "alpha from triples"):
                ours = found
            elif name.startswith("nltk"):
                assert abs(found - ours) < 1e-9, "both measure the same"
            if turn:  # the first turn only warms up
                took[name].append(needed)
    json.dump(took, sys.stdout)


if __name__ == "__main__":
    main()
