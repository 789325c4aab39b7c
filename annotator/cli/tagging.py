"""`tag`: the three tags, on its source, not checkable, and clearing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import ARTICLE, command
from annotator.cli.session import Session, claim_of
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import ROW, TAGS, Standing, Tag

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.domain.article import ArticleId, ClaimId
    from annotator.store.write import Applied

CLEAR = "clear"
ON_SOURCE = ROW[Standing.ON_SOURCE].word
NOT_CHECKABLE = ROW[Standing.NOT_CHECKABLE].word

WORDS: tuple[str, ...] = (
    *(row.word for row in TAGS),
    ON_SOURCE,
    NOT_CHECKABLE,
    CLEAR,
)


@command("tag", "tag latest 5 6 disputed --note 'The ministry says 95.'")
@ARTICLE
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM…")
@click.argument("tag", metavar="|".join(WORDS))
@click.option("--note", metavar="TEXT", help="Write this note with it.")
@click.option(
    "--why", metavar="TEXT", help=f"Why it is {NOT_CHECKABLE}; an empty one takes it back."
)
@click.pass_obj
def tag_(
    session: Session,
    article: str,
    claims: tuple[str, ...],
    tag: str,
    note: str | None,
    why: str | None,
) -> None:
    """Tag claims, or clear them.

    Several at once are one edit, which undo takes back as one. What is so already
    is not written again.
    """
    if tag not in WORDS:
        raise AnnotatorError(f"There is no tag “{tag}”: choose one of {', '.join(WORDS)}.")
    if why is not None and tag != NOT_CHECKABLE:
        raise AnnotatorError(
            f"--why says why a claim is {NOT_CHECKABLE}: why it is disputed, `annotator assess` says."
        )
    from annotator.desk.articles import find_article
    from annotator.desk.naming import claims_in_words
    from annotator.desk.tagging import any_tagged
    from annotator.desk.words import kept_text
    from annotator.domain.article import claim_id

    note = None if note is None else kept_text(note, "The note")
    with session.open() as library:
        of = find_article(library, article).id
        spans = tuple(dict.fromkeys(claim_of(library, of, wanted) for wanted in claims))
        ids = [claim_id(of, span) for span in spans]
        applied = _use_case(tag, why)(library, of, ids, note)
        words = claims_in_words(library, of, spans)
        stays = tag == ON_SOURCE and any_tagged(library, ids)
    said = f"{_said(tag)}; a tag beside that stays" if stays and applied else _said(tag)
    output.say(_sentence(words, said, len(spans)) if applied else _already(words, said, len(spans)))


Act = Callable[["OpenLibrary", "ArticleId", list["ClaimId"], str | None], "Applied | None"]


def _use_case(word: str, why: str | None) -> Act:
    """What the desk does for a word."""
    from annotator.desk import tagging

    if word == CLEAR:
        return lambda library, of, ids, note: tagging.clear(library, of, ids, note=note)
    if word == ON_SOURCE:
        return lambda library, of, ids, note: tagging.confirm(library, of, ids, note=note)
    if word == NOT_CHECKABLE:
        return lambda library, of, ids, note: tagging.mark_not_checkable(
            library, of, ids, why=why, note=note
        )
    return lambda library, of, ids, note: tagging.tag(library, of, ids, Tag(word), note=note)


def _sentence(words: str, said: str, count: int) -> str:
    return f"{words[:1].upper()}{words[1:]} {_is(count)} {said}."


def _already(words: str, said: str, count: int) -> str:
    return f"{words[:1].upper()}{words[1:]} {_was(count)} {said} already: nothing was saved."


def _said(tag: str) -> str:
    """The word as it ends a sentence: "verified", "on its source", "untagged"."""
    standing = next((row for row in ROW.values() if row.word == tag), ROW[Standing.UNTAGGED])
    return standing.label.lower()


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


COMMANDS = {"tag": tag_}
