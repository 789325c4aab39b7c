"""`sources`: who articles name, for how many claims, and renaming and joining them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import JSON, command, group
from annotator.cli.session import Session
from annotator.domain.tags import STANDINGS, Standing

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.desk.sources import SourceRow
    from annotator.domain.article import ArticleId
    from annotator.store.write import Applied

ONLY = click.option(
    "--article",
    "articles",
    multiple=True,
    metavar="ARTICLE",
    help="Only in this article, not wherever it occurs; repeatable.",
)


@group("sources", "sources list latest")
def sources() -> None:
    """See who is named as a source; rename and join them."""


@command("list", "sources list latest")
@click.argument("article", required=False)
@JSON
@click.pass_obj
def list_(session: Session, article: str | None, as_json: bool) -> None:
    """List the sources of an ARTICLE, or of all on your list, and how their claims stand for you.

    Of what colleagues attributed it tells what you may see of their tags.
    """
    from annotator.desk.sources import sources as table

    with session.open() as library:
        rows = table(library, None if article is None else _articles(library, (article,))[0])
    if as_json:
        output.put_json({"sources": [_json(row) for row in rows]})
    elif rows:
        cells = [(row.name, str(row.claims), _kinds(row), _stand(row)) for row in rows]
        output.put_table(("SOURCE", "CLAIMS", "KIND", "TAGS"), cells)
    else:
        output.say("No claim is attributed to anybody yet: `annotator attribute` does that.")


@command("rename", "sources rename ISNA 'Iranian Students' News Agency'")
@click.argument("old")
@click.argument("new")
@ONLY
@click.pass_obj
def rename(session: Session, old: str, new: str, articles: tuple[str, ...]) -> None:
    """Call a source otherwise, in every article where it occurs, for everybody.

    An empty NEW lets go again what was renamed or joined.
    """
    from annotator.desk.sources import rename_source

    with session.open() as library:
        saved = rename_source(library, old, new, _only(library, articles))
    said = f"“{old}” is called “{new.strip()}”" if new.strip() else f"“{old}” is called as it was"
    _say(saved, f"{said} now", f"{said} already")


@command("join", "sources join 'the report' 'Isna agency' --into ISNA")
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@click.option("--into", required=True, metavar="NAME", help="What they are called together.")
@ONLY
@click.pass_obj
def join(session: Session, names: tuple[str, ...], into: str, articles: tuple[str, ...]) -> None:
    """Let several sources be one, in every article where they occur, for everybody."""
    from annotator.desk.sources import join_sources

    with session.open() as library:
        saved = join_sources(library, names, into, _only(library, articles))
    listed = ", ".join(f"“{name}”" for name in names)
    verb = "counts" if len(names) == 1 else "count"
    _say(saved, f"{listed} {verb} as “{into.strip()}” now", f"{listed} {verb} so already")


def _say(saved: Applied | None, done: str, already: str) -> None:
    if saved is None:
        output.say(f"{already}: nothing was saved.")
    else:
        count = len({part.article for edit in saved.edits for part in edit.parts if part.article})
        output.say(f"{done}, in {count} article{'' if count == 1 else 's'}.")


def _articles(library: OpenLibrary, wanted: tuple[str, ...]) -> list[ArticleId]:
    from annotator.desk.articles import find_article

    return [find_article(library, one).id for one in wanted]


def _only(library: OpenLibrary, wanted: tuple[str, ...]) -> list[ArticleId] | None:
    return _articles(library, wanted) if wanted else None


def _json(row: SourceRow) -> output.Json:
    return {
        "name": row.name,
        "kind": row.kind.value if row.kind else None,
        "kinds": [kind.value for kind in row.kinds],
        "claims": row.claims,
        "tags": {
            of.word.replace("-", "_"): row.standings.get(of.standing, 0)
            for of in (*STANDINGS[1:], STANDINGS[Standing.UNTAGGED])
        },
        "articles": list(row.articles),
        "written": list(row.written),
    }


def _kinds(row: SourceRow) -> str:
    return ", ".join(kind.value for kind in row.kinds)


def _stand(row: SourceRow) -> str:
    """Such as "2 verified, 1 untagged"."""
    stood = (
        f"{row.standings[of.standing]} {of.label.lower()}"
        for of in (*STANDINGS[1:], STANDINGS[Standing.UNTAGGED])
        if row.standings.get(of.standing, 0)
    )
    return ", ".join(stood)


for _one in (list_, rename, join):
    sources.add_command(_one)

COMMANDS: dict[str, click.Command] = {"sources": sources}
