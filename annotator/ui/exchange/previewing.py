"""What the desk found out of some files, as the page for bringing in says it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from annotator.desk.library import OpenLibrary
from annotator.desk.naming import claims_in_words
from annotator.desk.othertexts import Ids, OtherText
from annotator.desk.previews import ArticleIn, Merged, Preview, WrongClock
from annotator.domain.assessment import Analyst
from annotator.domain.wording import amount, raised, set_apart
from annotator.review.alignment import PairKind
from annotator.review.alignment_words import in_words, pair_in_words
from annotator.ui.changed import changed
from annotator.ui.exchange import view
from annotator.ui.exchange.view import ArticleLine, BringView, FileLine, MatchKind, MatchLine, Sign

_KINDS = {PairKind.MOVED: MatchKind.MOVED, PairKind.CHANGED: MatchKind.CHANGED}
_SEVERAL = 3
"""From so many people on they are counted, not named."""


class Counts(Protocol):
    """How many claims are new, changed, the same, and in conflict."""

    @property
    def new(self) -> int: ...
    @property
    def changed(self) -> int: ...
    @property
    def same(self) -> int: ...
    @property
    def conflicting(self) -> int: ...


class Asking:
    """The claims of another copy that a person has to confirm, worded when they are seen."""

    def __init__(self, library: OpenLibrary, text: OtherText) -> None:
        self._library, self._text = library, text
        # The text finds them anew whenever it is asked.
        self._pairs = text.asking

    def __len__(self) -> int:
        return len(self._pairs)

    def kind(self, place: int) -> MatchKind:
        return _KINDS[self._pairs[place].kind]

    def ids(self, place: int) -> Ids:
        """The claim that came in, and the one that was here."""
        return self._text.ids(self._pairs[place])

    def line(self, place: int) -> MatchLine:
        pair = self._pairs[place]
        assert pair.here is not None, "a pair that asks has both"
        name = claims_in_words(self._library, self._text.earlier, [pair.here])
        return MatchLine(
            self.kind(place),
            name,
            tuple(changed(self._text.alignment.difference(pair))),
            pair_in_words(pair),
        )


@dataclass(frozen=True)
class Looked:
    """What was found in some files: what would come in, and why others cannot.

    ``files`` are those that were looked at, ``refused`` says of each other one why not, by
    its name. ``found`` is None where every file was refused.
    """

    files: tuple[Path, ...]
    found: Preview | None
    refused: Mapping[str, str]


def bring_view(library: OpenLibrary, looked: Looked) -> BringView:
    """The page before anything came in."""
    refused = [FileLine(name, Sign.REFUSED, refused=why) for name, why in looked.refused.items()]
    found = looked.found
    if found is None:
        return BringView("Nothing can be brought in", _again(refused), tuple(refused), nothing=True)
    files = [FileLine(name, Sign.READ, "read") for name in found.files]
    return BringView(
        f"{whose(found, library.me)} {_tags(found)}",
        _before(found),
        (*files, *refused),
        tuple(_article(one) for one in found.articles),
        tuple(view.Question(one.id, _asked(one)) for one in found.questions),
        tuple(_text(library, one) for one in found.texts),
        tuple(view.LeftOutLine(raised(row.what), f"{raised(row.why)}.") for row in found.left_out),
        tuple(map(_clock, found.clocks)),
        found.nothing,
    )


def arrived(library: OpenLibrary, merged: Merged) -> view.Arrived:
    """The page after it came in."""
    found = merged.found
    if found.nothing:
        head = "Nothing new came in"
        return view.Arrived(head, "All of it is here already.", can_take_back=False, review=False)
    many = "is" if _tags(found) == amount(1, "article") else "are"
    says = f"{raised(counted(found.counts))}." if _any(found.counts) else ""
    if merged.paired:
        pairs = amount(merged.paired, "claim")
        says = f"{says} {pairs} of other copies matched with yours.".strip()
    return view.Arrived(f"{whose(found, library.me)} {_tags(found)} {many} in", says)


def whose(found: Preview, me: str) -> str:
    """Such as "Anna’s", "Anna’s and Ben’s", "Your own", "4 colleagues’"; "" for texts alone."""
    people = [person.analyst for person in found.people if person.judged]
    others = [one.name for one in people if one.id != me]
    if not people:
        return "Without tags:"
    if not others:
        return "Your own"
    if len(others) >= _SEVERAL:
        return f"{len(others)} colleagues’"
    return " and ".join(f"{_apart(name)}’s" for name in others)


def counted(counts: Counts) -> str:
    """Such as "45 new, 3 changed, 120 the same, 2 in conflict"; what is nought is left out."""
    said = [
        f"{count:,} {word}"
        for count, word in (
            (counts.new, "new"),
            (counts.changed, "changed"),
            (counts.same, "the same"),
            (counts.conflicting, "in conflict"),
        )
        if count
    ]
    return ", ".join(said) or "no tags"


def _any(counts: Counts) -> bool:
    return bool(counts.new or counts.changed or counts.same)


def _before(found: Preview) -> str:
    if found.nothing:
        return "All of it is here already: there is nothing to bring in."
    cut = f" {_cut_anew(found)}" if found.added else ""
    return f"{raised(counted(found.counts))}.{cut} Nothing is changed until you bring it in."


def _cut_anew(found: Preview) -> str:
    return f"{amount(found.added, 'claim')} cut anew, for words that were no claim of their own."


def _again(refused: Sequence[FileLine]) -> str:
    which = "This file" if len(refused) == 1 else "None of these files"
    return f"{which} {'cannot' if len(refused) == 1 else 'can'} be read as a colleague’s."


def _tags(found: Preview) -> str:
    articles = amount(len(found.articles), "article")
    if not any(person.judged for person in found.people):
        return articles
    return f"tags on {articles}"


def _article(one: ArticleIn) -> ArticleLine:
    return ArticleLine(one.title or "An article without a title", counted(one.counts), one.fresh)


def _asked(one: Analyst) -> str:
    return f"Somebody in these files is called {_apart(one.name)}, as you are. Who is that?"


def _clock(one: WrongClock) -> str:
    latest = datetime.fromtimestamp(one.latest / 1_000_000, UTC)
    edits = amount(one.edits, "edit")
    return (
        f"{_apart(one.analyst.name)}’s clock was wrong in {edits}: it said "
        f"{latest.day} {latest:%B %Y}. Times are shown as it said; the order of edits is kept."
    )


def _text(library: OpenLibrary, one: OtherText) -> view.OtherText:
    same = one.title == one.earlier_title
    earlier = "an article that you have" if same else f"“{_apart(one.earlier_title)}”"
    return view.OtherText(
        key_of(one),
        f"“{_apart(one.title)}” is another copy of {earlier}",
        in_words(one.alignment),
        Asking(library, one),
    )


def key_of(text: OtherText) -> str:
    """Names a text to the page and back."""
    return f"{text.article} {text.earlier}"


def _apart(name: str) -> str:
    """Set apart where it runs from right to left, so that it does not turn the sentence round."""
    turns = any(unicodedata.bidirectional(char) in ("R", "AL") for char in name)
    return set_apart(name) if turns else name
