"""Every label that a report can print, found in the code, the templates and the tables they read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import annotator
from annotator import paths
from annotator.domain import reminder_rules, reminders
from annotator.domain.assessment import ClaimType
from annotator.domain.evidence import NAMELESS
from annotator.domain.review import PassState
from annotator.domain.tags import STANDINGS
from annotator.exporters import workbook_evidence, workbook_sources
from annotator.reporting import (
    alike,
    decide,
    record,
    record_words,
    review,
    signoff_rows,
    texts,
    times,
    words,
)

CALLED = ("t", "_t", "self", "says")
"""What labels are called where they are used; ``self`` is so in their own class, ``says`` of a pen."""

PRINTING = ("reporting", "exporters", "interchange")
_ROOT = Path(annotator.__file__).parent
_QUOTED = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_IN_TEMPLATE = re.compile(rf"\bt\(\s*{_QUOTED}(?=\s*[,)])")
_COUNTED = re.compile(rf"\bt\.count\((?:[^'\"()]|\([^()]*\))*?,\s*{_QUOTED}\s*,\s*{_QUOTED}")


def used() -> dict[str, set[str]]:
    """Label → where it is used."""
    found: dict[str, set[str]] = {}
    for label, where in (*_in_code(), *_in_templates(), *_in_tables()):
        found.setdefault(label, set()).add(where)
    return found


def literals() -> set[str]:
    """Every string that stands in the code of what prints, or of what it reads."""
    found = {label for label, _ in _in_templates()}
    for folder in (*PRINTING, "domain"):
        for file in sorted(_ROOT.joinpath(folder).rglob("*.py")):
            found |= set(_strings(ast.parse(file.read_text(encoding="utf-8"))))
    return found | {label for label, _ in _in_tables()}


def placeholders(label: str) -> set[str]:
    """The names in braces."""
    return set(re.findall(r"\{(\w+)\}", label))


def _in_code() -> Iterator[tuple[str, str]]:
    for folder in PRINTING:
        for file in sorted(_ROOT.joinpath(folder).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            for scope in (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)):
                given = _given(scope)
                for call in (one for one in ast.walk(scope) if isinstance(one, ast.Call)):
                    for argument in _labels_of(call):
                        for label in (*_strings(argument), *given.get(_name(argument), ())):
                            yield label, file.name


def _labels_of(call: ast.Call) -> list[ast.expr]:
    """The arguments of a call that are labels."""
    name = _name(call.func)
    if name in CALLED:
        return call.args[:1]
    if name == "counted":
        return call.args[1:3]
    counts = isinstance(call.func, ast.Attribute) and name == "count"
    return call.args[1:3] if counts and _name(call.func.value) in CALLED else []  # type: ignore[attr-defined]


def _given(tree: ast.FunctionDef) -> dict[str, list[str]]:
    """Name of a variable → the strings that it may hold: assigned, or one of what is looped over."""
    found: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                found.setdefault(_name(target), []).extend(_strings(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.comprehension) and isinstance(node.target, ast.Name):
            looped = found.get(_name(node.iter), []) + list(_strings(node.iter))
            found.setdefault(node.target.id, []).extend(looped)
    found.pop("", None)
    return found


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _strings(node: ast.AST) -> Iterator[str]:
    """The strings in it; not those that look something up in a table."""
    if isinstance(node, ast.Subscript):
        return
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
        return
    for inner in ast.iter_child_nodes(node):
        yield from _strings(inner)


def _in_templates() -> Iterator[tuple[str, str]]:
    for file in sorted(Path(str(paths.resource("report"))).iterdir()):
        if file.suffix in (".html", ".typ", ".js"):
            text = file.read_text(encoding="utf-8")
            for found in _IN_TEMPLATE.finditer(text):
                yield ast.literal_eval(found[1]), file.name
            for found in _COUNTED.finditer(text):
                yield ast.literal_eval(found[1]), file.name
                yield ast.literal_eval(found[2]), file.name


def _in_tables() -> Iterator[tuple[str, str]]:
    """What is looked up in a table before it is printed."""
    for row in STANDINGS:
        yield row.label.lower(), "tags"
        yield row.meaning, "tags"
    tables: tuple[object, ...] = (
        (*(one.value for one in ClaimType), NAMELESS, *(one.value for one in PassState)),
        (words.OPEN_MEANS, words.NOT_SETTLED_MEANS, "open", "not settled"),
        (alike.SENTENCES, alike.CELLS, times.MONTHS, ",", "."),
        (
            decide.TAKEN_SAYS,
            record.SURE,
            record.RELATED,
            record_words.TAKEN,
            record_words.TAKEN_COUNTED,
        ),
        (record_words.BECAUSE, record_words.FLAG, review.STAGE, review.HOW, texts.HEADINGS),
        [stance for stance, _ in record.STANCES.values()],
        (signoff_rows.LACKS, list(signoff_rows.LACKS), [rule.words for rule in reminders.RULES]),
        [stance for stance, *_ in workbook_evidence.STANCES.values()],
        workbook_sources.KIND,
    )
    for label in _flat(tables):
        yield label, "a table"
    yield from ((label, "reminder_rules") for label in _said())


def _said() -> Iterator[str]:
    """What reminders say, with their values apart."""
    file = Path(str(reminder_rules.__file__))
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) == "Says":
            yield from (label for one in node.args[:1] for label in _strings(one))
    yield from _flat((reminder_rules.NO_QUOTATION, reminder_rules.NO_ACCESS, reminder_rules.EARLY))
    yield from reminder_rules.UNSHOWN.values()


def _flat(table: object) -> Iterator[str]:
    if isinstance(table, str):
        yield str(table)
    elif isinstance(table, Mapping):
        for value in table.values():
            yield from _flat(value)
    elif isinstance(table, Iterable):
        for value in table:
            yield from _flat(value)
