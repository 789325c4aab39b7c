"""What a claim says in numbers and days, worked out: converted, set side by side, told apart.

All of it is offered and nothing is filled in; whoever wants it keeps it as evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from annotator.desk.evidencing import Given, Serving, add
from annotator.desk.library import OpenLibrary
from annotator.desk.words import kept_line
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.edits.articles import SetArticle
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Stance
from annotator.domain.snapshot import Snapshot, claim_name
from annotator.domain.tags import Standing
from annotator.store.write import Applied, DraftKey
from annotator.text import days, rewording
from annotator.text.quantities import (
    Quantity,
    alike,
    calculated,
    converted,
    quantities,
    said,
)

CALCULATION = "calculation"
"""The medium of evidence that was worked out."""
AROUND = 12
"""So many claims before and behind are looked at for numbers that speak of the same."""
LONGEST = 4_000
"""Code points: a longer claim is no sentence, and nothing is worked out of it."""

PieceKind, changed_words = rewording.PieceKind, rewording.changed_words


@dataclass(frozen=True, slots=True)
class NumberSaid:
    """One number: as it is said, and converted, where there is another unit for it."""

    span: Span
    says: str
    converted: str

    @property
    def equation(self) -> str:
        """Such as "2,000 ft = 610 m"."""
        return f"{self.says} = {self.converted}" if self.converted else self.says


@dataclass(frozen=True, slots=True)
class Beside:
    """A number of another claim of the same passage that speaks of the same kind of thing."""

    claim: str
    number: NumberSaid


@dataclass(frozen=True, slots=True)
class Numbers:
    """A number of the claim, and those of other claims beside it."""

    number: NumberSaid
    beside: tuple[Beside, ...] = ()


@dataclass(frozen=True, slots=True)
class DaySaid:
    """A time the claim speaks of: its words, which day that would be, and by which rule."""

    span: Span
    words: str
    would_be: str
    rule: str


@dataclass(frozen=True, slots=True)
class Said:
    """What can be worked out of one claim.

    ``asks_published``: what it says of a time that only the day of publication tells, which
    nobody knows; empty where that is not so.
    """

    numbers: tuple[Numbers, ...] = ()
    days: tuple[DaySaid, ...] = ()
    asks_published: str = ""


def said_of(_library: OpenLibrary, snapshot: Snapshot, index: int) -> Said:
    """What the claim says in numbers and days; nothing of furniture and of endless claims."""
    span = snapshot.span(index)
    if snapshot.standing(index) is Standing.FURNITURE or span.end - span.start > LONGEST:
        return Said()
    article = snapshot.article
    language, published = article.language or None, _day(article.published)
    asks = ""
    if published is None and days.needs_published(article.text, span, language):
        asks = _needy_words(article.text, span, language)
    return Said(tuple(_numbers(snapshot, index)), tuple(_days(snapshot, span, published)), asks)


def read_day(typed: str, today: date | None = None) -> str:
    """The day a person typed, as ``YYYY-MM-DD`` or its first parts; also "tomorrow" and "friday".

    Raises AnnotatorError with one sentence for what is no day.
    """
    words = kept_line(typed, "The day").casefold()
    today = today or _today()
    near = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if words in near:
        return (today + timedelta(near[words])).isoformat()
    for ahead in range(1, 8):
        day = today + timedelta(ahead)
        if len(words) >= 2 and f"{day:%A}".casefold().startswith(words):
            return day.isoformat()
    try:
        return days.read_day(typed)
    except ValueError as error:
        raise AnnotatorError(str(error)) from None


def read_whole_day(typed: str, today: date | None = None) -> str:
    """As ``read_day``, but a month or a year alone is refused."""
    day = read_day(typed, today)
    if len(day) < len("2024-01-01"):
        raise AnnotatorError(
            f"“{kept_line(typed, 'The day')}” is no single day: name the day, too."
        )
    return day


def set_published(library: OpenLibrary, article: ArticleId, typed: str) -> Applied:
    """Says when the article was published. Raises AnnotatorError for what is no day, or to come."""
    day = read_day(typed)
    if day > _today().isoformat()[: len(day)]:
        raise AnnotatorError(
            f"{day} is still to come: an article that is here was published before."
        )
    return library.perform(SetArticle(article, {"published": day}))


def worked_out(typed: str) -> str | None:
    """What was typed as a calculation, with its result: "2,300 ft - 1,300 ft = 1,000 ft".

    A calculation begins with an equals sign; None where this is none. Raises AnnotatorError
    where it cannot be worked out.
    """
    expression = typed.strip()
    if not expression.startswith("="):
        return None
    try:
        done = calculated(expression[1:])
    except ValueError as error:
        raise AnnotatorError(str(error)) from error
    return f"{done.expression} = {done.result}"


def keep_calculation(
    library: OpenLibrary,
    article: ArticleId,
    claims: Sequence[ClaimId],
    sentence: str,
    *,
    drops: Sequence[DraftKey] = (),
) -> Applied:
    """Keeps what was worked out as evidence of the claims: context, until it is said to be more."""
    given = Given(title=sentence, medium=CALCULATION)
    return add(library, article, claims, given, Serving(Stance.CONTEXT), drops=drops).applied


def _numbers(snapshot: Snapshot, index: int) -> Iterator[Numbers]:
    """Those that can be converted, or stand beside others."""
    text, language = snapshot.article.text, snapshot.article.language or None
    own = quantities(text, snapshot.span(index), language)
    if not own:
        return
    others: list[tuple[str, Quantity]] = []
    for other in _neighbours(snapshot, index):
        name = claim_name(snapshot.number(other))
        others += [(name, one) for one in quantities(text, snapshot.span(other), language)]
    groups = alike([*own, *(one for _, one in others)], language)
    for place, quantity in enumerate(own):
        number = _number(quantity)
        group = next((group for group in groups if place in group), ())
        beside = [others[at - len(own)] for at in group if at >= len(own)]
        if number.converted or beside:
            yield Numbers(number, tuple(Beside(name, _number(one)) for name, one in beside))


def _neighbours(snapshot: Snapshot, index: int) -> Iterator[int]:
    """The claims near this one in its passage that do not overlap it."""
    span = snapshot.span(index)
    passage = snapshot.passage_index(span.start)
    if passage is None:
        return
    within = snapshot.passages[passage]
    for other in range(max(0, index - AROUND), min(len(snapshot), index + AROUND + 1)):
        there = snapshot.span(other)
        inside = within.start <= there.start < within.end and there.end - there.start <= LONGEST
        apart = there.end <= span.start or span.end <= there.start
        if inside and apart and snapshot.standing(other) is not Standing.FURNITURE:
            yield other


def _number(quantity: Quantity) -> NumberSaid:
    return NumberSaid(quantity.span, said(quantity), converted(quantity) or "")


def _days(snapshot: Snapshot, span: Span, published: date | None) -> Iterator[DaySaid]:
    """What a time amounts to, where that is more than what stands there."""
    text = snapshot.article.text
    for one in days.days_said(text, span, published, snapshot.article.language or None):
        words = " ".join(text[one.span.start : one.span.end].split())
        if one.says.casefold() not in words.casefold():
            yield DaySaid(one.span, words, one.says, one.rule)


def _needy_words(text: str, span: Span, language: str | None) -> str:
    """What is said of a time that the day of publication would tell: any day will do to find it."""
    told = days.days_said(text, span, date(2000, 1, 1), language)
    alone = {one.span for one in days.days_said(text, span, None, language)}
    needy = next((one.span for one in told if one.span not in alone), span)
    return " ".join(text[needy.start : needy.end].split())[:40]


def _day(published: str) -> date | None:
    """The day of publication as a date; None where it is not known to the day."""
    try:
        return date.fromisoformat(days.read_day(published.partition("T")[0]))
    except ValueError:
        return None


def _today() -> date:
    return datetime.now().astimezone().date()
