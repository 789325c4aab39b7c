"""From edits to tables: putting them in, and working out anew what they touched.

The same code serves one keystroke, a merge in any order and ``doctor --repair``:
first everything that came is put into the set and its index, then each register,
layout and record that was touched is taken again from the index. Nothing is added
up, so the order of arrival cannot matter. EDITS.md, section 9.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.form import Edit, EditId, Header, Part
from annotator.domain.edits.kinds import known
from annotator.domain.edits.persons import Persons, persons
from annotator.domain.edits.revisions import REVISION
from annotator.domain.edits.writes import Base, Cut, Write
from annotator.domain.snapshot import Change
from annotator.store import (
    attributing,
    erased,
    evidencing,
    log,
    marks,
    people,
    records,
    saying,
    schema,
    searchrows,
)
from annotator.store.assess import reassess
from annotator.store.claiming import spans_of
from annotator.store.index import index_rows, put_rows
from annotator.store.layouts import Layouts
from annotator.store.library import Library, Row
from annotator.store.placements import Placements
from annotator.store.touched import Changed, Touched


class Derivation:
    """What one transaction puts into the set, and then into the tables that follow from it."""

    def __init__(
        self, library: Library, last: int | None = None, who: Persons | None = None
    ) -> None:
        """``last``: the place of what came last; ``who``: who is who, where that is known."""
        self._library = library
        self._last = library.last_edit() if last is None else last
        self._who = people.persons(library) if who is None else who
        self._touched = Touched(self._who)
        self._changed = Changed()
        self._new: set[EditId] = set()
        """Edits of which all that they write is touched already."""
        self._from_nothing = False
        """A base or a cut left: which spans were ever named is known from the whole log alone."""
        self._placements = Placements(library)
        self._layouts = Layouts(library, self._placements)

    def put(self, edit: Edit, writes: Sequence[Write]) -> None:
        """An edit made this moment, with all that it writes, so that nobody need read that.

        No Undo of it can have come before it.
        """
        for header, place, part in self._enter([edit]):
            read = writes if len(edit.parts) == 1 else part.writes
            put_rows(self._library, self._take_part(header, place, part, read))
        self._mark([edit.header])
        self._erase(erased.note(self._library, [edit]))

    def put_all(
        self,
        edits: Sequence[Edit],
        late: Sequence[tuple[Header, Part]] = (),
        left_out: Callable[[Edit, Part], None] = lambda _edit, _part: None,
    ) -> None:
        """Edits from elsewhere that are not held yet, and parts of headers that are.

        Every part fits a seal of its header. Those that are erased stay out, and
        ``left_out`` is told of them.
        """
        came = [*edits, *(Edit(header, (part,)) for header, part in late)]
        named = erased.note(self._library, came)
        counting, dropped = erased.standing(self._library, came)
        for edit, part in dropped:
            left_out(edit, part)
        edits = counting[: len(edits)]
        late = [(one.header, part) for one in counting[len(edits) :] for part in one.parts]
        headers = [edit.header for edit in edits]
        placed = self._enter(edits, late)
        marks.meet_marks(self._library, headers, self._who)
        rows: list[Row] = []
        for header, place, part in placed:
            rows += self._take_part(header, place, part, part.writes)
        put_rows(self._library, rows)
        self._new.update(header.id for header in headers)
        self._mark(headers)
        self._erase(named)
        erased.drop_files(self._library, (part for _, part in dropped))

    def _erase(self, named: set[str]) -> None:
        """What was named of these edits leaves the set, where it is its own analyst's word."""
        if named:
            self.take_out(erased.still_here(self._library, named))

    def take_out(self, parts: Sequence[erased.Placed]) -> None:
        """Parts leave the set for good, with all that came of them."""
        for _, header, part in parts:
            if known(header.kind, header.version) and header.id not in self._who.copies:
                self._touched.take(header, part.article, part.writes)
                self._from_nothing |= any(isinstance(one, Base | Cut) for one in part.writes)
        self._placements.forget(place for place, _, _ in parts)
        erased.take_out(self._library, parts)
        if parts and people.any_pseudonym(self._library):
            self._touched.people = True  # a copy is known by what its original says

    def drop_article(self, article: ArticleId) -> None:
        """The article's text has gone: everything is derived again without it."""
        self._from_nothing = True
        self._changed.about.update((article, ArticleId("")))

    def put_again(self, header: Header, parts: Iterable[tuple[int, Part]]) -> None:
        """An edit that is in the set, with the places of its parts; the tables are empty."""
        for place, part in parts:
            put_rows(self._library, self._take_part(header, place, part, part.writes))
        marks.take_marks(self._library, [header], self._who)

    def _enter(
        self, edits: Sequence[Edit], late: Sequence[tuple[Header, Part]] = ()
    ) -> list[tuple[Header, int, Part]]:
        """Puts headers and parts into the set; gives the parts with their places."""
        headers, parts = [], []
        for edit in edits:
            headers.append((self._next(), edit.header))
            parts += [(edit.header, self._next(), part) for part in edit.parts]
        parts += [(header, self._next(), part) for header, part in late]
        log.put_headers(self._library, headers)
        log.put_parts(self._library, ((place, part) for _, place, part in parts))
        return parts

    def _take_part(
        self, header: Header, place: int, part: Part, writes: Sequence[Write]
    ) -> list[Row]:
        """Notes what a part touches; gives its rows of the index."""
        if not known(header.kind, header.version) or header.id in self._who.copies:
            return []
        self._placements.remember(place, writes)
        self._touched.take(header, part.article, writes)
        return index_rows(place, part.article, writes)

    def _mark(self, headers: Sequence[Header]) -> None:
        """What their Undos and Redos name is left out from now on, or counts again."""
        turned = marks.take_marks(self._library, headers, self._who)
        for edit in log.edits(self._library, sorted(turned - self._new)):
            if known(edit.header.kind, edit.header.version):
                for part in edit.parts:
                    self._touched.take(edit.header, part.article, part.writes)

    def put_text(self, article: ArticleId) -> None:
        """An article's text has come: what was said of it before counts from now on."""
        self.lay_out(article)
        self._touched.sources |= attributing.sources_named(self._library, article)

    def lay_out(self, article: ArticleId) -> None:
        """The layout and the record of an article can be worked out."""
        self._touched.whole.add(article)
        self._touched.records.add(article)
        self._touched.stages.add(article)

    def known_persons(self) -> None:
        """Who is who has just been worked out from all there is."""
        self._touched.people = False

    def doubt_persons(self) -> None:
        """Who is who may be otherwise now, for another reason than what these edits say."""
        self._touched.people = True

    def _next(self) -> int:
        self._last += 1
        return self._last

    @property
    def last(self) -> int:
        return self._last

    def settle(self) -> None:
        """Brings the tables up to what was put in so far."""
        touched, self._touched = self._touched, Touched(self._who)
        self._new.clear()
        if self._from_nothing or (touched.people and self._persons_differ()):
            self._all_anew()
            return
        library, changed = self._library, self._changed
        self._lay_out(touched)
        for at, span in reassess(library, touched.held):
            changed.claims.setdefault(at, set()).add(span)
        self._settle_review(touched)
        self._settle_record(touched)
        changed.about.update(records.renew_records(library, touched.records))
        changed.about.update(records.renew_lists(library, touched.lists))
        if records.renew_names(library, touched.names):
            changed.about.add(ArticleId(""))

    def _settle_review(self, touched: Touched) -> None:
        library, changed = self._library, self._changed
        revised: set[ArticleId] = set()
        reviewed: set[ClaimId] = set()
        for said in saying.renew_sayings(library, touched.said, self._who):
            changed.review.add(said.article)
            if said.about == "claim":
                reviewed.add(ClaimId(said.id))
            if said.field == REVISION:
                revised.add(said.article)
        saying.renew_pairs(library, revised)
        for reviewer, claims in touched.decided.items():
            saying.renew_decisions(library, reviewer, claims, self._who)
            reviewed |= claims
        for article, span, live in spans_of(library, sorted(reviewed)).values():
            changed.review.add(article)
            if live:
                changed.claims.setdefault(article, set()).add(span)
        saying.renew_stages(library, touched.stages, self._who)
        changed.review.update(touched.stages)
        saying.renew_relations(library, touched.relations)
        if touched.relations:
            changed.review.add(ArticleId(""))

    def _settle_record(self, touched: Touched) -> None:
        """Evidence, attributions and sources; views are told of the claims they are of."""
        library, changed = self._library, self._changed
        recorded: set[ClaimId] = set()
        for person, claims in touched.linked.items():
            evidencing.renew_links(library, person, claims)
            recorded |= claims
        for person, items in touched.items.items():
            evidencing.renew_items(library, person, items)
            recorded |= evidencing.served(library, items)
            changed.record.add(ArticleId(""))
        for person, attributions in touched.attributions.items():
            recorded |= attributing.renew_attributions(library, person, attributions)
        attributing.renew_sources(library, touched.sources)
        changed.record.update(article for article, _ in touched.sources)
        for article, span, live in spans_of(library, sorted(recorded)).values():
            changed.record.add(article)
            if live:
                changed.claims.setdefault(article, set()).add(span)

    def _persons_differ(self) -> bool:
        edits = log.all_edits(self._library)
        return persons(edits) != self._who

    def _all_anew(self) -> None:
        """Who is who differs, or what laid an article out is gone: rare, so all is derived again."""
        derive_anew(self._library)
        self._from_nothing = False
        self._who = people.persons(self._library)
        self._touched = Touched(self._who)
        everything = {ArticleId(row[0]) for row in self._library.rows("SELECT id FROM articles")}
        self._changed.layouts |= everything
        self._changed.about |= {*everything, ArticleId("")}

    def _lay_out(self, touched: Touched) -> None:
        layouts, changed = self._layouts, self._changed.layouts
        changed.update(filter(layouts.whole, touched.whole))
        for article, claims in touched.cuts.items():
            if article not in touched.whole and layouts.around(article, claims):
                changed.add(article)
        changed.update(filter(layouts.repaint, touched.paints - touched.whole))

    def changes(self) -> tuple[Change, ...]:
        """What became different for a view, one for each article."""
        self.settle()
        return self._changed.changes()


def derive_anew(library: Library) -> int:
    """Empties every derived table and fills it from the log; gives how many edits there are.

    Inside of a transaction; the set itself is not touched. What is searched is compared with
    them afterwards, in portions: most of it stays.
    """
    for table in schema.DERIVED:
        library.run(f"DELETE FROM {table}")
    edits = log.placed_edits(library)
    whole = [Edit(header, tuple(part for _, part in parts)) for header, parts in edits]
    named = erased.note(library, whole)
    gone = erased.still_here(library, named) if named else []
    if gone:  # an older version kept the edit that says so, and did not understand it
        erased.take_out(library, gone)
        edits = log.placed_edits(library)
    who = persons(whole)
    people.put_persons(library, who)
    derivation = Derivation(library)
    for header, parts in edits:
        if header.id not in who.copies:
            derivation.put_again(header, parts)
    for (article,) in library.rows("SELECT id FROM articles"):
        derivation.lay_out(article)
    derivation.known_persons()
    derivation.settle()
    searchrows.doubt_all(library)
    return len(edits)
