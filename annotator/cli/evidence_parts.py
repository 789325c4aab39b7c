"""`evidence contact` and `evidence file`: whom one asked, and what is kept with an item."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from annotator.cli import evidence_json, output
from annotator.cli import evidence_options as options
from annotator.cli.command import FORCE, JSON, command
from annotator.cli.session import Session
from annotator.domain.assessment import Audience
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Contact, Item, KeptFile

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary

SHORTEST = 4
STDOUT = "-"


@command("contact", "evidence contact 3f2a --whom 'The survey office' --how telephone")
@click.argument("item", metavar="ID")
@click.argument("contact", required=False, metavar="[CONTACT]")
@options.CONTACT
@click.option("--remove", is_flag=True, help="Take this contact away.")
@JSON
@click.pass_obj
def contact(
    session: Session,
    /,
    item: str,
    contact: str | None,
    remove: bool,
    as_json: bool,
    **values: Any,
) -> None:
    """Write down whom you asked, and print the contact's id; only you may read it at first.

    With CONTACT, an id, that contact is worded otherwise. With nothing else the contacts are
    listed.
    """
    from annotator.desk import evidencing
    from annotator.desk.evidence_sight import find_item

    said = any(value is not None for value in values.values())
    if remove and (said or contact is None):
        raise AnnotatorError("--remove wants the CONTACT's id, and nothing else.")
    with session.open() as library:
        found = find_item(library, item)
        was = _among(found.contacts, contact, "contact") if contact else None
        if remove and was is not None:
            evidencing.remove_contact(library, found.id, was.id)
            output.say("The contact is taken away.")
        elif said:
            saved = evidencing.set_contact(
                library, found.id, options.contact(values, was or Contact("", ""))
            )
            _said_of_contact(library, found, was, saved is not None, as_json)
        else:
            _put_contacts(found, as_json)


def _said_of_contact(
    library: OpenLibrary, item: Item, was: Contact | None, saved: bool, as_json: bool
) -> None:
    from annotator.desk.evidencing import item_by_id

    if was is not None:
        said = "worded otherwise" if saved else "so already: nothing was saved"
        output.say(f"The contact is {said}.")
        return
    before = {one.id for one in item.contacts}
    new = next(one.id for one in item_by_id(library, item.id).contacts if one.id not in before)
    output.put_json({"id": new}) if as_json else output.put(new)
    output.say("The contact is saved.")


def _put_contacts(item: Item, as_json: bool) -> None:
    if as_json:
        output.put_json(evidence_json.contacts(item))
    elif item.contacts:
        rows = [
            (one.id[:8], one.audience.value, one.when or "-", one.how or "-", one.whom, one.said)
            for one in item.contacts
        ]
        output.put_table(("ID", "READS", "WHEN", "HOW", "WHOM", "SAID"), rows)
    else:
        output.say("Nobody was asked for that evidence, or only its writer may read whom.")


@command("file", "evidence file 3f2a 9b1c --output map.png")
@click.argument("item", metavar="ID")
@click.argument("sha256", required=False, metavar="[SHA]")
@click.option("--output", "target", metavar="FILE", help="Write its bytes there; - prints them.")
@click.option(
    "--audience",
    type=click.Choice([audience.value for audience in Audience]),
    help="Who may read the file.",
)
@click.option("--remove", is_flag=True, help="Take the file off the evidence.")
@FORCE
@JSON
@click.pass_obj
def file(
    session: Session,
    item: str,
    sha256: str | None,
    target: str | None,
    audience: str | None,
    remove: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Bring a kept file out, say who may read it, or take it off; without SHA list the files.

    SHA is the file's SHA-256 or the first characters of it. Files are added with
    `evidence edit ID --file FILE`.
    """
    from annotator.desk import evidencing
    from annotator.desk.evidence_sight import find_item

    chosen = [target is not None, audience is not None, remove]
    if sum(chosen) > 1:
        raise AnnotatorError("--output, --audience and --remove do not go together: name one.")
    if any(chosen) and sha256 is None:
        raise AnnotatorError("Name the file by its SHA-256: `annotator evidence file ID` lists.")
    with session.open() as library:
        found = find_item(library, item)
        if sha256 is None:
            _put_files(library, found, found.files, as_json)
            return
        one = _among(found.files, sha256, "file")
        if target is not None:
            _write(library, one, target, force)
        elif audience is not None:
            _open_to(library, found, one, Audience(audience))
        elif remove:
            evidencing.detach(library, found.id, one.sha256)
            output.say(f"Taken off: {one.name}")
        else:
            _put_files(library, found, [one], as_json)


def _open_to(library: OpenLibrary, item: Item, one: KeptFile, audience: Audience) -> None:
    from annotator.desk.evidencing import set_file_audience

    if item.audience is Audience.ME and audience is not Audience.ME:
        raise AnnotatorError(
            "That evidence is for you alone, and so are its files: let others read it first, "
            "with `annotator evidence edit ID --audience desk`."
        )
    if set_file_audience(library, item.id, one.sha256, audience) is None:
        output.say("The file is so already: nothing was saved.")
    else:
        output.say(f"Who may read {one.name}: {audience.value}.")


def _write(library: OpenLibrary, one: KeptFile, target: str, force: bool) -> None:
    from annotator.desk.evidencing import file_bytes
    from annotator.desk.exporting import refuse_library
    from annotator.exporters.files import write_file

    data = file_bytes(library, one.sha256)
    if data is None:
        raise AnnotatorError(
            f"{one.name} did not come along with the evidence: ask whoever kept it to send it "
            "with its files."
        )
    if target == STDOUT:
        output.put_bytes(data)
        return
    refuse_library(library, Path(target))
    write_file(Path(target), data, force=force)
    output.say(f"Written: {target}")


def _put_files(library: OpenLibrary, item: Item, files: Sequence[KeptFile], as_json: bool) -> None:
    from annotator.desk.evidencing import files_here
    from annotator.reporting.times import shown

    if as_json:
        output.put_json(evidence_json.files(item))
    elif files:
        here = files_here(library, files)
        rows = [
            (
                one.sha256[:8],
                one.audience.value,
                f"{one.size:,}",
                shown(one.kept) if one.kept else "-",
                one.how or "-",
                "" if one.sha256 in here else "not here",
                one.name,
            )
            for one in files
        ]
        output.put_table(("SHA", "READS", "BYTES", "KEPT", "HOW", "", "NAME"), rows)
    else:
        output.say("No file is kept with that evidence.")


Part = TypeVar("Part", Contact, KeptFile)


def _among(parts: Sequence[Part], wanted: str, what: str) -> Part:
    """The one that is meant by an id or a hash, or the beginning of one. Raises AnnotatorError."""
    begins = wanted.strip().lower()
    found = [one for one in parts if len(begins) >= SHORTEST and _key(one).startswith(begins)]
    if len(found) == 1:
        return found[0]
    fits = f"fits {len(found)} of its {what}s" if found else f"names no {what} of that evidence"
    raise AnnotatorError(
        f"“{begins[:64]}” {fits}: `annotator evidence {what} ID` lists them ({SHORTEST} "
        "characters at least)."
    )


def _key(one: Contact | KeptFile) -> str:
    return one.id if isinstance(one, Contact) else one.sha256
