"""The options that say what a piece of evidence is, and the values that the desk takes for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from annotator.cli.session import typed
from annotator.domain.assessment import Audience
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import CREDIBILITIES, RELIABILITIES, Contact, Stance

if TYPE_CHECKING:
    from annotator.desk.evidence_files import Attached
    from annotator.desk.evidence_given import Given, Serving
    from annotator.desk.library import OpenLibrary

F = TypeVar("F", bound=Callable[..., Any])
Options = Callable[[F], F]

NONE = "none"
_AUDIENCES = click.Choice([audience.value for audience in Audience])


def _together(*options: Options[Any]) -> Options[Any]:
    def decorate(function: Any) -> Any:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


ITEM = _together(
    click.option("--url", metavar="ADDRESS", help="Where it is; nothing is fetched."),
    click.option("--archive", metavar="ADDRESS", help="Where a copy of it is archived."),
    click.option("--title", metavar="TEXT", help="What it is called."),
    click.option("--publisher", metavar="TEXT", help="Who published it."),
    click.option("--published", metavar="DAY", help="When: 2023-01-31, 2023-01 or 2023."),
    click.option(
        "--accessed", metavar="DAY", help="When you saw it; today, where there is an address."
    ),
    click.option("--medium", metavar="TEXT", help="A web page, a book, a photograph."),
    click.option("--language", metavar="TEXT", help="The language it is in."),
    click.option("--primary/--secondary", default=None, help="First hand or second hand."),
    click.option(
        "--reliability",
        metavar="A…F",
        help=f"Of its source: {RELIABILITIES[0]} reliable to {RELIABILITIES[-1]} unknown.",
    ),
    click.option("--note", metavar="TEXT", help="What is to be said of it; - reads it."),
    click.option("--audience", type=_AUDIENCES, help="Who may read it: me, the desk, the public."),
    click.option("--copy-of", metavar=f"ID|{NONE}", help="It copies this one: both count once."),
    click.option(
        "--file", "files", multiple=True, metavar="FILE", help="Keep this file with it; repeatable."
    ),
    click.option("--file-audience", type=_AUDIENCES, help="Who may read these files."),
    click.option("--large", is_flag=True, help="Keep files of more than 50 MB, too."),
)

LINK = _together(
    click.option(
        "--stance",
        type=click.Choice([stance.value for stance in Stance]),
        help="What it does for the claim.",
    ),
    click.option("--quote", metavar="TEXT", help="What it says, word for word; - reads it."),
    click.option("--locator", metavar="TEXT", help="Where: a page, a paragraph, a time code."),
    click.option(
        "--credibility",
        metavar="1…6",
        help=f"Of what it says: {CREDIBILITIES[0]} confirmed to {CREDIBILITIES[-1]} unknown.",
    ),
)

CONTACT = _together(
    click.option("--whom", metavar="TEXT", help="Whom you asked."),
    click.option("--when", metavar="DAY", help="When: 2023-01-31."),
    click.option("--how", metavar="TEXT", help="By telephone, by letter, in person."),
    click.option("--said", metavar="TEXT", help="What they said; - reads it."),
    click.option("--audience", type=_AUDIENCES, help="Who may read it: me (as at first), desk …"),
)

ASKED = _together(
    click.option("--contact", metavar="TEXT", help="Whom you asked; only you may read it."),
    click.option("--contact-when", metavar="DAY", help="When you asked."),
    click.option("--contact-how", metavar="TEXT", help="By telephone, by letter, in person."),
    click.option("--contact-said", metavar="TEXT", help="What they said."),
    click.option("--contact-audience", type=_AUDIENCES, help="Who may read whom you asked."),
)

Values = Mapping[str, Any]
"""The options as click gives them, by name."""


def given(library: OpenLibrary, values: Values) -> Given:
    """What was said of the item. Raises AnnotatorError for a copy of nothing."""
    from annotator.desk.evidence_given import Given
    from annotator.desk.evidence_sight import find_item

    said = {field.name: values.get(field.name) for field in fields(Given)}
    said["note"] = _typed(values["note"], "note")
    said["audience"] = _audience(values["audience"])
    copy = said["copy_of"]
    if copy is not None:
        said["copy_of"] = "" if copy.strip().lower() == NONE else find_item(library, copy).id
    return Given(**said)


def serving(values: Values) -> Serving:
    """What the item says of the claim."""
    from annotator.desk.evidence_given import Serving

    if values["stance"] is None:
        raise AnnotatorError(
            "Say with --stance what it does for the claim: supports, contradicts or context."
        )
    return Serving(
        Stance(values["stance"]),
        _typed(values["quote"], "quotation") or "",
        values["locator"] or "",
        values["credibility"] or "",
    )


def otherwise(values: Values) -> dict[str, Any]:
    """What is said otherwise of how it serves a claim; None: as it is."""
    stance = values["stance"]
    return {
        "stance": None if stance is None else Stance(stance),
        "quote": _typed(values["quote"], "quotation"),
        "locator": values["locator"],
        "credibility": values["credibility"],
    }


def attached(values: Values) -> list[Attached]:
    """The files that were named."""
    from annotator.desk.evidence_files import Attached

    audience = _audience(values["file_audience"])
    if audience is not None and not values["files"]:
        raise AnnotatorError("--file-audience belongs to --file: name the file.")
    return [Attached(Path(name), audience=audience) for name in values["files"]]


def asked(values: Values) -> list[Contact]:
    """Whom one asked, where that was said with the item."""
    named = ("contact", "contact_when", "contact_how", "contact_said")
    if all(values[name] is None for name in (*named, "contact_audience")):
        return []
    whom, when, how, said = (values[name] or "" for name in named)
    audience = _audience(values["contact_audience"]) or Audience.ME
    return [Contact("", whom, when, how, said, audience)]


def contact(values: Values, was: Contact) -> Contact:
    """Whom one asked, worded otherwise than before where anything was said."""
    said = {name: values[name] for name in ("whom", "when", "how")}
    said["said"] = _typed(values["said"], "answer")
    new = {name: text for name, text in said.items() if text is not None}
    return replace(was, audience=_audience(values["audience"]) or was.audience, **new)


def _audience(word: str | None) -> Audience | None:
    return None if word is None else Audience(word)


def _typed(text: str | None, what: str) -> str | None:
    return None if text is None else typed(text, what)
