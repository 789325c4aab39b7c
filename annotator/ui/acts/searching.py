"""Searching everything: going to what was found, and doing something to all of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.desk import bulk, filters
from annotator.desk import searching as desk_searching
from annotator.desk.filters import Filters, Saved
from annotator.desk.found_csv import found_csv
from annotator.desk.search_found import GroupKind, Hit, HitKind
from annotator.desk.sources import SourceRow, sources
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Flag
from annotator.ui.acts import articles, evidence_list, finding, moving
from annotator.ui.acts.saving import save
from annotator.ui.only import WereFound
from annotator.ui.room import Room
from annotator.ui.search.asking import ExportAll, FlagAll, Forget, GoTo, TagAll, WasKept
from annotator.ui.views import View


def search(room: Room) -> None:
    """Opens the box that finds everything; what is being typed is saved before it."""
    room.panel.commit()
    if room.parts is not None:
        room.parts.side.panel.commit()
    room.search.open()


def choose_all(room: Room) -> None:
    """Chooses every claim that the page shows: the next key is about all of them."""
    snapshot, only = room.hand.snapshot, room.hand.only
    if snapshot is None:
        return
    shown = [
        index
        for index in range(len(snapshot))
        if snapshot.number(index) is not None and (only is None or only.lets(snapshot, index))
    ]
    room.page.select_claims(shown)
    room.hand.moved.emit()
    if len(shown) > 1:
        room.say(
            f"{len(shown):,} claims are chosen: a tag, a flag or evidence goes to all of them."
        )


def chosen(room: Room, target: object) -> None:
    """Does what a line of the box stands for."""
    match target:
        case Hit():
            go_to(room, target)
            return
        case GoTo(number=number):
            _to_article(room)
            finding.go_to(room, "T" if number == 0 else str(number))
        case TagAll(claims=claims, tag=tag):
            applied = bulk.tag_all(room.library, claims, tag, looked=True)
            _say(room, applied is not None, f"tagged {tag.value}", claims)
        case FlagAll(claims=claims, kind=kind):
            applied = bulk.flag_all(room.library, claims, None if kind is None else Flag(kind))
            _say(room, applied is not None, "flagged" if kind else "no longer flagged", claims)
        case ExportAll(typed=typed, filters=wanted):
            _export(room, typed, wanted)
        case WasKept():
            room.say("The search is kept: it stands at the left, and in the box while it is empty.")
            room.session.kept_changed.emit()
        case Forget(saved=saved):
            forget(room, saved)
            return
    moving.to_page(room)


def go_to(room: Room, hit: Hit) -> None:
    """Opens the article of a hit at its place, and gives it the keys."""
    if hit.article is None:
        if hit.kind is HitKind.EVIDENCE and not _lists_evidence(room):
            evidence_list.open_list(room)
        return
    _to_article(room)
    articles.show(room, hit.article)
    if hit.kind is HitKind.ARTICLE:
        _first_in(room, hit.article)
    elif hit.kind is HitKind.SOURCE:
        _to_source(room, hit.article, hit.text)
    elif hit.span is not None:
        room.hand.go_to_first([hit.span])
    moving.to_page(room)


def again(room: Room, saved: Saved) -> None:
    """Searches again what was kept."""
    room.search.open(saved.typed, saved.filters)


def forget(room: Room, saved: Saved) -> None:
    """Forgets a search that was kept."""
    filters.remove(room.library, saved.name)
    room.say(f"“{saved.name}” is not kept any more.")
    room.session.kept_changed.emit()


def show_kept(room: Room) -> None:
    """Shows at the left what is kept."""
    room.shelf.searches.show_kept(filters.saved(room.library))


def narrow(room: Room, typed: str, wanted: Filters) -> None:
    """Shows only the claims of this article that a search found."""
    article = room.article
    if article is None:
        return
    found: Sequence[ClaimId] = ()
    if wanted.article in (None, article):
        here = replace(wanted, article=article)
        found = desk_searching.claims_found(room.library, typed, here).get(article, ())
    if not found:
        room.say("No claim of this article was found: all of them are shown.")
        return
    _to_article(room)
    room.switch.show(View.ANNOTATE)
    _show_only(room, found, typed.strip())


def narrow_to_source(room: Room, row: SourceRow | None) -> None:
    """Shows only the claims that come from this source; None: all again."""
    if row is None:
        finding.show_all(room)
        return
    _show_only(room, row.ids, row.name)


def _first_in(room: Room, article: ArticleId) -> None:
    """The first claim of the article that was found comes in hand."""
    group = desk_searching.page(
        room.library, room.search.typed, GroupKind.HERE, article, room.search.filters, limit=1
    )
    spans = [hit.span for hit in group.hits if hit.span is not None]
    room.hand.go_to_first(spans)


def _to_source(room: Room, article: ArticleId, name: str) -> None:
    """Shows only what this source said; in Review, which has no such filter, the first of it."""
    row = next((row for row in sources(room.library, article) if row.name == name), None)
    if row is None:
        return
    if room.switch.reviewing:
        room.hand.go_to_first(_spans(room, row.ids))
    else:
        _show_only(room, row.ids, row.name)


def _show_only(room: Room, claims: Iterable[ClaimId], words: str) -> None:
    finding.filter_by(room, WereFound.of(_spans(room, claims), words))


def _spans(room: Room, claims: Iterable[ClaimId]) -> list[Span]:
    """Where these claims lie in the article on the page."""
    snapshot, wanted = room.desk.held, set(claims)
    return [snapshot.span(i) for i in range(len(snapshot)) if snapshot.id_at(i) in wanted]


def _to_article(room: Room) -> None:
    """Takes away what lies in the place of the article."""
    room.switch.to_claims()
    room.popovers.shut()
    room.exchange.pages.close()
    room.switch.show(room.switch.view)


def _lists_evidence(room: Room) -> bool:
    """Whether the list of evidence is shown already: opening it again would close it."""
    page = room.evidence.page
    return page is not None and room.exchange.pages.shown is page


def _export(room: Room, typed: str, wanted: Filters) -> None:
    """Gathers the claims found beside the window, which may be all of a library, then asks where to."""
    made: list[bytes] = []

    def done(error: BaseException | None) -> None:
        if error is not None:
            room.messages.fail(error)
            return
        room.say("")
        save(room, "Export the claims found", "claims.csv", made[0])

    room.say("Gathering the claims found…")
    room.keeping.begin(lambda beside: made.append(found_csv(beside, typed, wanted)[0]), done)


def _say(room: Room, saved: bool, done: str, claims: bulk.Claims) -> None:
    count = sum(map(len, claims.values()))
    words = f"{count:,} claim{'' if count == 1 else 's'}"
    room.say(f"{words} {done}, in one edit." if saved else f"{words}: it was so already.")
