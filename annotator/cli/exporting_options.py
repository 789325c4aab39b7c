"""The options of `export` that say in which edition a report leaves, and the edition made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from annotator.cli import output
from annotator.domain.edition import (
    EDITORS_COPY,
    HOLDS,
    MEANING,
    SECTIONS,
    Edition,
    Publisher,
    Section,
    Withheld,
)
from annotator.domain.errors import AnnotatorError
from annotator.domain.formats import Exporter
from annotator.domain.wording import listed

HELP = "help"

Given = Mapping[str, Any]
F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--public", is_flag=True, help="A copy for everybody: only what was cleared."),
    click.option(
        "--clear",
        multiple=True,
        metavar="KIND",
        help="Let this into the public copy; repeatable; help lists the kinds.",
    ),
    click.option(
        "--sections",
        metavar="A,B,…",
        help="These parts of a report, in this order; help lists them.",
    ),
    click.option("--title", metavar="TEXT", help="The report's title, instead of the article's."),
    click.option("--logo", metavar="FILE", help="A picture at its head, PNG or JPEG."),
    click.option("--labels", metavar="LANGUAGE", help="The language of our own words; help lists."),
    click.option("--pseudonyms", is_flag=True, help="Call the analysts A, B, C …"),
    click.option("--publisher", metavar="NAME", help="Who publishes the check."),
    click.option("--publisher-address", metavar="URL", help="The publisher's address."),
    click.option("--preset", metavar="NAME", help="As it was kept so; options go before it."),
    click.option("--save-preset", metavar="NAME", help="Keep these choices under this name."),
)

READERS_ONLY = ("sections", "title", "logo", "labels")
"""Options that say nothing to a format for machines; the last one does to the writer's own file."""


def options(function: F) -> F:
    """All of them, in the order of the help."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def put_help(given: Given) -> bool:
    """Prints what an option may be, where that was asked; whether it was."""
    from annotator.reporting.labels import LANGUAGES

    asked = {
        "clear": {kind.value: MEANING[kind] for kind in Withheld},
        "sections": {one.value: HOLDS[one] for one in Section},
        "labels": LANGUAGES,
    }
    for name, rows in asked.items():
        words = given[name] if name == "clear" else (given[name],)
        if HELP in words:
            wide = max(map(len, rows))
            for word, says in rows.items():
                output.put(f"{word:<{wide}}  {says}")
            return True
    return False


def edition_of(given: Given) -> Edition:
    """The edition that is meant: the preset's, and what was said before it. Raises AnnotatorError."""
    edition = EDITORS_COPY
    if given["preset"] is not None:
        from annotator.desk.presets import preset_named

        edition = preset_named(given["preset"])
    if given["public"]:
        edition = replace(edition, public=True)
    if given["clear"]:
        if not edition.public:
            raise AnnotatorError("--clear is about a public copy: add --public.")
        edition = replace(edition, cleared=frozenset(_kinds(given["clear"])))
    if given["sections"] is not None:
        edition = replace(edition, sections=_sections(given["sections"]))
    if given["title"] is not None:
        edition = replace(edition, title=" ".join(given["title"].split()))
    if given["logo"] is not None:
        from annotator.exporters.pictures import read_logo

        edition = replace(edition, logo=read_logo(Path(given["logo"])))
    if given["labels"] is not None:
        edition = replace(edition, labels=_language(given["labels"]))
    return replace(
        edition,
        pseudonyms=edition.pseudonyms or given["pseudonyms"],
        publisher=_publisher(edition.publisher, given),
    )


def left_aside(given: Given, row: Exporter) -> str:
    """Which options say nothing to this format, in a sentence; "" for none."""
    if row.for_readers:
        return ""
    silent = READERS_ONLY[:-1] if row.from_original else READERS_ONLY
    said = [f"--{name}" for name in silent if given[name] is not None]
    if not said:
        return ""
    verb = "says" if len(said) == 1 else "say"
    why = "is the writer’s own file" if row.from_original else "is for programs"
    return f"{listed(said)} {verb} nothing to {row.name}, which {why}."


def _words(text: str) -> list[str]:
    return [word for part in text.split(",") if (word := part.strip())]


def _kinds(given: Sequence[str]) -> list[Withheld]:
    words = [word for text in given for word in _words(text)]
    for word in words:
        if word not in list(Withheld):
            known = ", ".join(Withheld)
            raise AnnotatorError(f"--clear {word} clears nothing: choose of {known}.")
    return [Withheld(word) for word in words]


def _sections(text: str) -> tuple[Section, ...]:
    words = _words(text)
    for word in words:
        if word not in list(Section):
            raise AnnotatorError(
                f"--sections {word} is no part of a report: choose of {', '.join(Section)}."
            )
    if not words:
        raise AnnotatorError(f"--sections is empty: choose of {', '.join(SECTIONS)}.")
    return tuple(dict.fromkeys(Section(word) for word in words))


def _language(code: str) -> str:
    from annotator.reporting.labels import LANGUAGES

    if code not in LANGUAGES:
        raise AnnotatorError(f"There are no labels in “{code}”: choose of {', '.join(LANGUAGES)}.")
    return code


def _publisher(known: Publisher, given: Given) -> Publisher:
    name, address = given["publisher"], given["publisher_address"]
    if address:
        from annotator.reporting.words import web_address

        if not web_address(address):
            raise AnnotatorError(
                f"--publisher-address {address} is no address of the web: write https://…"
            )
    return Publisher(
        known.name if name is None else " ".join(name.split()),
        known.address if address is None else address,
    )
