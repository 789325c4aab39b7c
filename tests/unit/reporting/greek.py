"""A report whose every outside word is in Greek letters: what is Latin in a file is ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from annotator.domain.edits.revisions import Match
from annotator.domain.reminder_rules import Says
from annotator.domain.reminders import Reminder
from annotator.domain.report import Report

_GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "αβχδεφγηιϕκλμνοπθρστυβωξψζΑΒΧΔΕΦΓΗΙΦΚΛΜΝΟΠΘΡΣΤΥΒΩΞΨΖ",
)
_KEPT = {
    "id", "claim", "item", "owner", "copy_of", "sha256", "key", "language", "published", "updated",
    "accessed", "day", "when", "stance", "credibility", "reliability", "kind", "labels", "rule",
    "analyst", "reviewer", "about", "edition", "log", "url", "archive", "address", "short",
    "outcome", "standing", "state", "submission", "answered_by", "edit",
    "against", "seen", "relations", "order", "percent", "kappa", "alpha", "ac1", "blind", "claims",
    "named_in", "answers", "span", "other",
}  # fmt: skip
"""Fields that are no words of anybody: ids, days, grades, and what we say ourselves."""


def greek(report: Report) -> Report:
    """The same report with article, names, notes and evidence in Greek letters."""
    names = sorted({one.name for one in report.analysts}, key=len, reverse=True)
    found: Report = replace(
        _turned(replace(report, agreement=(), figures=(), log=())),
        agreement=tuple(_renamed(one, names) for one in report.agreement),
        figures=tuple(replace(one, label=_renamed(one.label, names)) for one in report.figures),
    )
    return found


def _renamed(text: str, names: list[str]) -> str:
    for name in filter(None, names):
        text = text.replace(name, name.translate(_GREEK))
    return text


def _turned(value: Any) -> Any:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else value.translate(_GREEK)
    if isinstance(value, Match):
        return value
    if isinstance(value, Reminder):
        return replace(value, said=_turned(value.said))
    if is_dataclass(value) and not isinstance(value, type):
        init = [one.name for one in fields(value) if one.init]
        return replace(value, **{name: _field(name, getattr(value, name)) for name in init})
    return _of_several(value)


def _of_several(value: Any) -> Any:
    if isinstance(value, Says):
        return Says(value.label, _turned(value.values))
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*(_field(name, getattr(value, name)) for name in value._fields))
    if isinstance(value, tuple | list):
        return type(value)(map(_turned, value))
    if isinstance(value, Mapping):
        return {key: _turned(one) for key, one in value.items()}
    return value


def _field(name: str, value: Any) -> Any:
    if name in _KEPT and not _holds_words(value):
        return value
    return _pieces(value) if name == "wordings" else _turned(value)


def _holds_words(value: Any) -> bool:
    """Whether there is more in it than an id, or ids."""
    if isinstance(value, Mapping):
        return True
    return is_dataclass(value) or (isinstance(value, tuple) and any(map(is_dataclass, value)))


def _pieces(value: Any) -> Any:
    """The pieces of proposed wordings: a text with a word that says what it is."""
    if not isinstance(value, Mapping):
        return _turned(value)
    return {
        who: tuple((text.translate(_GREEK), kind) for text, kind in pieces)
        for who, pieces in value.items()
    }
