"""`colleague`: whom one does not want to see, and who is oneself on another machine."""

from __future__ import annotations

import click

from annotator.cli import output
from annotator.cli.command import command, group
from annotator.cli.session import Session

NAME = click.argument("name", metavar="NAME|ID")


@group("colleague", "colleague hide Ben")
def colleague() -> None:
    """Hide or show a colleague, or say who is who.

    Nothing of anybody's is altered by it, and each can be said otherwise later.
    """


@command("hide", "colleague hide Ben")
@NAME
@click.pass_obj
def hide(session: Session, name: str) -> None:
    """Keep a colleague out of your views and figures."""
    from annotator.desk import colleagues

    with session.open() as library:
        other = colleagues.called(library, name)
        done = colleagues.hide(library, other)
    if done:
        output.say(
            f"{other.name} is hidden from your views; `annotator colleague show {other.id}` "
            "undoes that."
        )
    else:
        output.say(f"{other.name} was hidden already: nothing was saved.")


@command("show", "colleague show Ben")
@NAME
@click.pass_obj
def show(session: Session, name: str) -> None:
    """Show a hidden colleague again."""
    from annotator.desk import colleagues

    with session.open() as library:
        other = colleagues.called(library, name)
        done = colleagues.show(library, other)
    said = "is shown again." if done else "was not hidden: nothing was saved."
    output.say(f"{other.name} {said}")


@command("same", "colleague same 5f0c2a9e-3a77-4d1b-8a52-0d6c1f4e7b90")
@NAME
@click.pass_obj
def same(session: Session, name: str) -> None:
    """Say that this is you on another machine.

    Both ids are one person from then on; where two have one name, give the id.
    """
    from annotator.desk import colleagues

    with session.open() as library:
        other = colleagues.called(library, name)
        done = colleagues.same(library, other)
    if done:
        output.say(
            f"{other.name} ({other.id}) and you are one person; "
            f"`annotator colleague other {other.id}` undoes that."
        )
    else:
        output.say(f"{other.name} ({other.id}) and you were one person already.")


@command("other", "colleague other 5f0c2a9e-3a77-4d1b-8a52-0d6c1f4e7b90")
@NAME
@click.pass_obj
def other_(session: Session, name: str) -> None:
    """Say that this is another person with your name."""
    from annotator.desk import colleagues

    with session.open() as library:
        other = colleagues.called(library, name)
        done = colleagues.another(library, other)
    said = "is another person than you" if done else "was another person already"
    output.say(f"{other.name} ({other.id}) {said}.")


for _inner in (hide, show, same, other_):
    colleague.add_command(_inner)

COMMANDS = {"colleague": colleague}
