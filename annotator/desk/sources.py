"""The table of sources: who articles name, for how many claims, and renaming and joining them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.desk.library import OpenLibrary
from annotator.desk.naming import first_words
from annotator.desk.words import kept_line
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.attribution import SourceKind, called, source_id, source_key
from annotator.domain.edits.attributing import NameSources
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Standing
from annotator.store import reading
from annotator.store.judging import sight_of
from annotator.store.relating import hidden_by
from annotator.store.sources import Attributed, attributed, names_of
from annotator.store.write import Applied


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source, under the name it goes by.

    ``claims`` counts each claim once, ``standings`` how they stand for the acting analyst.
    ``kinds``: what it was said to be, the most often said first. ``written``: the names that
    stand in the attributions, where it was renamed or joined. Where an attribution points to
    the claim that names its source, it counts under that name.
    """

    name: str
    kinds: tuple[SourceKind, ...]
    claims: int
    standings: Mapping[Standing, int]
    articles: tuple[ArticleId, ...]
    written: tuple[str, ...] = ()
    ids: tuple[ClaimId, ...] = ()
    """The claims themselves."""

    @property
    def kind(self) -> SourceKind | None:
        return self.kinds[0] if self.kinds else None


def sources(library: OpenLibrary, article: ArticleId | None = None) -> tuple[SourceRow, ...]:
    """The sources of one article, or of all on the acting analyst's list, by name.

    Of what colleagues attributed only what may be seen, as with their tags: nothing in a
    blind check, and else of the claims that the analyst judged or looked at.
    """
    rows = (one.row() for one in _gathered(library, article).values())
    return tuple(sorted(rows, key=lambda row: source_key(row.name)))


def rename_source(
    library: OpenLibrary, old: str, new: str, articles: Sequence[ArticleId] | None = None
) -> Applied | None:
    """Gives a source another name wherever it occurs; an empty one lets go what was joined in it.

    ``articles``: only in these. None: it is called so already. Raises AnnotatorError where
    there is no such source.
    """
    name = _name(new) if new.strip() else ""
    found = _found(library, old, articles)
    if name and found.name == name:
        return None
    return _give(library, [found], name)


def join_sources(
    library: OpenLibrary,
    names: Sequence[str],
    into: str,
    articles: Sequence[ArticleId] | None = None,
) -> Applied | None:
    """Lets several sources be one, called ``into``, wherever they occur.

    Raises AnnotatorError for one that is not there, and where nothing is left to join.
    """
    name = _name(into)
    joined = [one for one in names if source_key(one) != source_key(name)]
    if not joined:
        raise AnnotatorError(
            "A source is not joined with itself: name another one to join it with."
        )
    return _give(library, [_found(library, one, articles) for one in joined], name)


@dataclass
class _Source:
    """What was found of one source, while it is counted."""

    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[SourceKind] = field(default_factory=Counter)
    claims: dict[ClaimId, Standing] = field(default_factory=dict)
    written: dict[ArticleId, set[str]] = field(default_factory=dict)

    def take(self, one: Attributed, name: str) -> None:
        self.names[name] += 1
        self.claims[one.claim] = one.standing
        self.written.setdefault(one.article, set()).add(one.source)
        if one.kind is not None:
            self.kinds[one.kind] += 1

    @property
    def name(self) -> str:
        """Of several spellings the one that is used most."""
        return min(self.names, key=lambda name: (-self.names[name], name))

    def row(self) -> SourceRow:
        written = {name for names in self.written.values() for name in names}
        order = list(SourceKind)
        return SourceRow(
            self.name,
            tuple(sorted(self.kinds, key=lambda kind: (-self.kinds[kind], order.index(kind)))),
            len(self.claims),
            Counter(self.claims.values()),
            tuple(self.written),
            tuple(sorted(written - {self.name})),
            tuple(self.claims),
        )


def _gathered(
    library: OpenLibrary, article: ArticleId | None, articles: Sequence[ArticleId] | None = None
) -> dict[str, _Source]:
    """Every source that may be seen: the key of its name → what was found of it."""
    if articles is None:
        articles = [article] if article else _listed(library)
    store = library.store
    with store.reading():
        rows = attributed(store, articles, library.me)
        names = names_of(store, articles)
        rows = tuple(_visible(library, rows))
    found: dict[str, _Source] = {}
    for one in _named(rows):
        name = called(one.source, names[one.article])
        found.setdefault(source_key(name), _Source()).take(one, name)
    return found


def _named(rows: Sequence[Attributed]) -> Iterable[Attributed]:
    """With the name that another claim gives the source, where this one says only "he"."""
    first: dict[tuple[str, ClaimId], Attributed] = {}
    for one in rows:
        first.setdefault((one.analyst, one.claim), one)
    for one in rows:
        seen, at = {one.claim}, one
        while at.named_in and at.named_in not in seen:
            seen.add(at.named_in)
            at = first.get((one.analyst, at.named_in), at)
        yield replace(one, source=at.source)


def _listed(library: OpenLibrary) -> list[ArticleId]:
    return [row.id for row in reading.article_rows(library.store, library.me)]


def _visible(library: OpenLibrary, rows: Iterable[Attributed]) -> Iterable[Attributed]:
    """One's own, and those of colleagues that are not hidden and may be seen already."""
    me, hidden = library.me, hidden_by(library.store, library.me)
    sights = {}
    for one in rows:
        if one.analyst == me:
            yield one
        elif one.analyst not in hidden:
            if one.article not in sights:
                sights[one.article] = sight_of(library.store, one.article, me)
            if sights[one.article].shows(one.claim, one.standing is not Standing.UNTAGGED):
                yield one


def _name(text: str) -> str:
    name = kept_line(text, "The source's name", 1_000)
    if not name:
        raise AnnotatorError("The source's name is empty: say what it is called.")
    return name


def _found(library: OpenLibrary, name: str, articles: Sequence[ArticleId] | None) -> _Source:
    found = _gathered(library, None, articles).get(source_key(name))
    if found is None:
        raise AnnotatorError(f"No source is called “{first_words(name, 80)}” here.")
    return found


def _give(library: OpenLibrary, joined: Sequence[_Source], name: str) -> Applied | None:
    """Lets these sources go by a name, or (empty) by their own again; None: they do already."""
    articles = sorted({article for one in joined for article in one.written})
    held = names_of(library.store, articles)
    given = {}
    for article in articles:
        written = {text for one in joined for text in one.written.get(article, ())}
        changed = _changed(held[article], written, name)
        if changed:
            given[article] = changed
    return library.perform(NameSources(given)) if given else None


def _changed(held: Mapping[str, str], written: Iterable[str], name: str) -> dict[str, str]:
    """What to call which name in one article, where it is not so already.

    A name that was renamed leads on. Renamed back, a source would run in a ring: then the
    name that is given leads nowhere else from then on.
    """
    olds = {called(one, held) if name else one: name for one in sorted(written)}
    keys = set(map(source_key, olds))
    if name and source_key(name) not in keys and source_key(called(name, held)) in keys:
        olds[name] = ""
    return {old: new for old, new in olds.items() if held.get(source_id(old), "") != new}
