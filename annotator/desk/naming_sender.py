"""What names the sender all the same, where a parcel goes under a pseudonym.

The copies of the sender's edits do not; but an article is what it is: its file may be called
after the sender, or say who wrote it, and files go as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from annotator.desk.library import OpenLibrary
from annotator.desk.naming import first_words
from annotator.domain.article import ArticleId
from annotator.domain.wording import listed
from annotator.importers.table import IMPORTERS
from annotator.store import enclosed, reading

_PLAIN = IMPORTERS[-1].name


def naming(
    library: OpenLibrary, articles: Iterable[ArticleId], *, files: bool, attached: Collection[str]
) -> Iterator[str]:
    """Sentences for whoever sends; ``files``: the originals go, ``attached``: and these."""
    name = library.author.name.casefold()
    telling = bool(attached)
    for article in articles:
        of = reading.article(library.store, article)
        where = [what for what, said in _said(library, article) if name in said.casefold()]
        if where:
            yield (
                f"“{first_words(of.title)}” came in with your name in it "
                f"({listed(list(dict.fromkeys(where)))}), and whoever gets the parcel can read that."
            )
        data = enclosed.original(library.store, article) if files else None
        telling = telling or (data is not None and _says_of_itself(data))
    if telling:
        yield (
            "The original and attached files go as they are, with what they say of themselves, such "
            "as who saved them: look there first, or send without files."
        )


def _said(library: OpenLibrary, article: ArticleId) -> Iterator[tuple[str, str]]:
    """What goes along with any text: where it stands, and what it says."""
    came = enclosed.enclosed(library.store, article)
    of = reading.article(library.store, article)
    yield "the name of its file", of.file_name
    for field in (of.author, of.publisher, of.title):
        yield "its record", field
    for one in came.offered:
        yield "what its file says of itself", one.value
    for remark in came.remarks:
        yield "its writer’s remarks", f"{remark.author}\n{remark.text}"


def _says_of_itself(data: bytes) -> bool:
    """Whether a file of this format has more in it than one sees."""
    return next(one for one in IMPORTERS if one.sniff(data, "")).name != _PLAIN
