"""What came with an article: offered metadata taken over, links, and the original saved again.

Nothing a file says of itself counts until somebody accepts it (``domain/enclosed.py``). What its
writer noted at places of the text is in ``desk/remarks.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from annotator.desk.article_record import as_kept, known
from annotator.desk.library import OpenLibrary
from annotator.desk.naming import first_words
from annotator.domain.article import Article, ArticleId
from annotator.domain.enclosed import Hyperlink, Offered
from annotator.domain.errors import AnnotatorError
from annotator.domain.wording import listed
from annotator.exporters.files import plain_name
from annotator.store import enclosed as store
from annotator.store import reading


class Original(NamedTuple):
    """The bytes an article was read from, and what their file is called."""

    data: bytes
    name: str


def offered(library: OpenLibrary, article: ArticleId) -> tuple[Offered, ...]:
    """What the file says of its article and is not known yet: the likeliest of a field first.

    A field that is filled is offered no more; of the title that is so once somebody has
    corrected it. Values are as they would be kept; what no record could hold is left out.
    """
    of = reading.article(library.store, article)
    held, filled = known(of), store.filled(library.store, article)
    found: dict[tuple[str, str], Offered] = {}
    for one in store.enclosed(library.store, article).offered:
        value = "" if one.field in filled else as_kept(one.field, one.value)
        if value and value != held[one.field] and (one.field == "title" or not held[one.field]):
            found.setdefault((one.field, value), one._replace(value=value))
    return tuple(found.values())


def first_offered(
    library: OpenLibrary, article: ArticleId, fields: Iterable[str] | None = None
) -> dict[str, str]:
    """What is taken over when these fields are accepted: the first value offered for each.

    ``fields`` None: of every one for which there is any. Raises AnnotatorError for a field that
    nothing is offered for.
    """
    open_now: dict[str, str] = {}
    for one in offered(library, article):
        open_now.setdefault(one.field, one.value)
    wanted = list(open_now if fields is None else fields)
    missing = next((field for field in wanted if field not in open_now), None)
    if missing is not None:
        there = f"offered are {listed(list(open_now))}" if open_now else "nothing is offered"
        raise AnnotatorError(f"Nothing is offered for “{first_words(missing)}”: {there}.")
    return {field: open_now[field] for field in wanted}


def links(library: OpenLibrary, article: ArticleId) -> tuple[Hyperlink, ...]:
    """Where stretches of the text lead to, in reading order; nothing opens them by itself."""
    return store.enclosed(library.store, article).links


def original(library: OpenLibrary, article: ArticleId) -> Original:
    """The bytes as they came in, to be saved again.

    Raises AnnotatorError where they are not here: a parcel brings a text without them.
    """
    of = reading.article(library.store, article)
    data = store.original(library.store, article)
    if data is None:
        raise AnnotatorError(
            f"The original of “{first_words(of.title)}” is not in this library: "
            "ask the colleague who sent the article for the file."
        )
    return Original(data, original_name(of, data))


def original_name(of: Article, data: bytes) -> str:
    """What the original's file is called: as it was, else by the title and what it is."""
    if of.file_name:
        return plain_name(of.file_name, "", "")
    from annotator.importers.table import importers  # every format: only this asks for them

    row = next((one for one in importers() if one.sniff(data, "")), None)
    return plain_name(of.title, "", row.suffixes[0] if row else "")
