"""How a command is declared: each one with an example that its help shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def command(name: str, example: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A click command of this name; ``example`` is what follows "annotator " in one."""
    return click.command(name, epilog=f"Example: annotator {example}")


def group(name: str, example: str) -> Callable[[Callable[..., Any]], click.Group]:
    """A command that has commands of its own; called alone, it says which."""
    return click.group(name, epilog=f"Example: annotator {example}", no_args_is_help=False)


ARTICLE = click.argument("article")
CLAIM = click.argument("claim")
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
FORCE = click.option("--force", is_flag=True, help="Replace what is there.")
