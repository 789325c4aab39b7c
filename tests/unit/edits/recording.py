"""Makers of the edits that a claim's record is made of, and what a stranger would write in their place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import (
    Because,
    ClaimType,
    Flag,
    FlagKind,
    Relation,
    Wording,
)
from annotator.domain.attribution import Attribution, Mode, Quoted, SourceKind, source_id
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Act
from annotator.domain.edits.assessing import (
    SetConfidence,
    SetFacts,
    SetFlag,
    SetRelation,
    SetType,
    SetWording,
)
from annotator.domain.edits.attributing import NameSources, RemoveAttribution, SetAttribution
from annotator.domain.edits.evidence import (
    AddEvidence,
    EditEvidence,
    LinkEvidence,
    RemoveEvidence,
    link_field,
)
from annotator.domain.edits.form import AnalystId, PartClass
from annotator.domain.edits.notes import Restore
from annotator.domain.edits.tagging import SetConfirmed
from annotator.domain.edits.writes import All, Own, Write
from annotator.domain.evidence import (
    THERE,
    Contact,
    KeptFile,
    Link,
    Stance,
    private_name,
)
from factories import ANNA

if TYPE_CHECKING:
    from unit.edits.histories import World

CONTACTS = tuple(f"c0000000-0000-4000-8000-00000000000{n}" for n in range(2))
FILES = ("ab" * 32, "cd" * 32)
SOURCES = ("ISNA", "the ministry", "isna ", "")

Placing = tuple[PartClass, ArticleId | None, Write]


def item_of(analyst: AnalystId, number: int) -> str:
    """One of the two items that an analyst ever enters in these histories."""
    return f"e000000{number}-0000-4000-8000-{analyst[-12:]}"


def _any_item(world: World) -> str:
    """An item of anybody's, entered or not."""
    from unit.edits.histories import PEOPLE

    return item_of(world.pick(PEOPLE), world.pick((1, 2)))


def _registers(world: World, *, private: bool) -> dict[str, Json]:
    """Some of the registers of one side, with a value or emptied."""
    values: dict[str, tuple[Json, ...]] = {
        "url": ("https://www.example.org/a?utm_source=x", "http://example.org/a/", None),
        "title": ("A map", "ش 😀", None),
        "publisher": ("The Daily", None),
        "primary": (True, False, None),
        "reliability": ("B", None),
        "audience": ("public", None),
        "copy_of": (_any_item(world), None),
        "note": ("seen on paper", None),
        f"contact {world.pick(CONTACTS)}": (Contact(CONTACTS[0], "A clerk").json(), None),
        f"file {world.pick(FILES)}": (KeptFile(FILES[0], "map.png", 3).json(), None),
    }
    chosen = world.draw(st.lists(st.sampled_from(sorted(values)), min_size=1, max_size=3))
    return {private_name(name, private): world.pick(values[name]) for name in chosen}


def _link(world: World, item: str, *, private: bool) -> Link:
    quote = world.pick(("", "“2,000 feet”", "one\nline"))
    return Link(item, world.pick(Stance), quote, "p. 4", world.pick(("", "2")), private)


def _articles(world: World) -> tuple[ArticleId, ...]:
    from unit.edits.histories import TEXTS

    return world.pick(((), (world.article(),), tuple(sorted(TEXTS))))


def _serving(
    world: World, item: str, private: bool
) -> dict[tuple[ArticleId, ClaimId], Link | None]:
    found: dict[tuple[ArticleId, ClaimId], Link | None] = {}
    for article in _articles(world):
        for claim in world.claims(article):
            found[article, claim] = _link(world, item, private=private)
    return found


def _added(world: World, analyst: AnalystId) -> Act:
    item, private = item_of(analyst, world.pick((1, 2))), world.pick((False, True))
    registers = _registers(world, private=private) | {private_name(THERE, private): True}
    return AddEvidence(item, registers, _serving(world, item, private))


def _linked(world: World, analyst: AnalystId) -> Act:
    """One's own item in more articles than before, or a colleague's."""
    item, private = _any_item(world), world.pick((False, True))
    serving = _serving(world, item, private)
    if world.draw(st.booleans()):
        serving = dict.fromkeys(serving)
    mine = item in (item_of(analyst, 1), item_of(analyst, 2))
    if not mine:
        return LinkEvidence(item, serving)
    registers = _registers(world, private=private) | {private_name(THERE, private): True}
    return LinkEvidence(item, serving, registers, _articles(world))


def _edited(world: World, analyst: AnalystId) -> Act:
    """Some registers otherwise; or the whole item is for its writer only from now on, or no more."""
    item, private = item_of(analyst, world.pick((1, 2))), world.pick((False, True))
    registers, articles = _registers(world, private=private), _articles(world)
    if world.draw(st.booleans()):
        return EditEvidence(item, registers, articles)
    left = {private_name(name, not private): None for name in registers}
    registers |= left | {private_name(THERE, private): True}
    registers |= {private_name(THERE, not private): False}
    article = world.article()
    moved = tuple(
        (article, own)
        for claim in world.claims(article)
        for own in (
            Own("claim", claim, link_field(item, not private), None),
            Own("claim", claim, link_field(item, private), _link(world, item, private=True).json()),
        )
    )
    return EditEvidence(item, registers, articles, moved)


def _removed(world: World, analyst: AnalystId) -> Act:
    item = item_of(analyst, world.pick((1, 2)))
    return RemoveEvidence(item, world.pick((False, True)), _articles(world))


def _attribution(analyst: AnalystId, number: int) -> str:
    return f"a000000{number}-0000-4000-8000-{analyst[-12:]}"


def _attributed(world: World, analyst: AnalystId) -> Act:
    article = world.article()
    claim = world.claim(article)
    span = world.span(article)
    one = Attribution(
        _attribution(analyst, world.pick((1, 2))),
        claim,
        Quoted(world.pick(SOURCES), world.pick((None, span))),
        Quoted("reported", span),
        kind=world.pick((None, *SourceKind)),
        mode=world.pick((None, *Mode)),
        via=world.pick(((), ("IRNA",))),
        named_in=world.pick((None, world.claim(article))),
    )
    confirmed = SetConfirmed(article, (claim,), True) if world.draw(st.booleans()) else None
    return SetAttribution(article, one, confirmed)


def _restored(world: World, analyst: AnalystId) -> Act:
    """What stood once of a claim: registers of every class in one edit."""
    article = world.article()
    claim = world.claim(article)
    values = (
        Own("claim", claim, "judgement", {"tag": "disputed", "because": "outdated", "seen": []}),
        Own("claim", claim, "note.me", {"text": "mine"}),
        Own("claim", claim, "flag", {"kind": "ring", "text": "ISNA", "day": "2027-01-02"}),
        Own("claim", claim, "confidence", 2),
        Own("claim", claim, link_field(item_of(analyst, 1), False), None),
    )
    return Restore(article, claim, values[world.pick((0, 1, 2)) :])


def _each(
    kind: type[SetConfidence | SetType | SetFlag], values: tuple[object, ...]
) -> Callable[[World, AnalystId], Act]:
    def make(world: World, _: AnalystId) -> Act:
        article = world.article()
        return kind(article, world.claims(article), world.pick(values))  # type: ignore[arg-type]

    return make


def _worded(world: World, _: AnalystId) -> Act:
    article = world.article()
    wordings = (None, Wording("Said so."), Wording("Said so.", True))
    return SetWording(article, world.claim(article), world.pick(wordings))


def _ticked(world: World, _: AnalystId) -> Act:
    article = world.article()
    claim = world.claim(article)
    facts = {world.pick((Span(0, 3), Span(4, 9), world.span(article))) for _ in range(2)}
    return SetFacts(article, claim, {span: world.pick((True, False, None)) for span in facts})


def _related(world: World, _: AnalystId) -> Act:
    article = world.article()
    relation = world.pick((None, *Relation))
    return SetRelation(article, world.claim(article), world.claim(article), relation)


def _named(world: World, _: AnalystId) -> Act:
    names = {world.pick(SOURCES): world.pick(SOURCES) for _ in range(2)}
    return NameSources(dict.fromkeys(_articles(world) or (world.article(),), names))


FLAGS = (None, Flag(FlagKind.ASK), Flag(FlagKind.LAWYER, "the desk", "2027-02-03"))

RECORD_MAKERS: dict[str, Callable[[World, AnalystId], Act]] = {
    "SetConfidence": _each(SetConfidence, (0, 1, 2, 3)),
    "SetType": _each(SetType, (None, *ClaimType)),
    "SetFlag": _each(SetFlag, FLAGS),
    "SetWording": _worded,
    "SetFacts": _ticked,
    "SetRelation": _related,
    "Restore": _restored,
    "AddEvidence": _added,
    "LinkEvidence": _linked,
    "EditEvidence": _edited,
    "RemoveEvidence": _removed,
    "SetAttribution": _attributed,
    "RemoveAttribution": lambda world, analyst: RemoveAttribution(
        world.article(), _attribution(analyst, world.pick((1, 2)))
    ),
    "NameSources": _named,
}

BECAUSE = (None, *Because)


def odd_record(world: World, article: ArticleId, claim: ClaimId) -> list[Placing]:
    """Writes of a record that no app writes: the wrong side, the wrong part, the wrong value."""
    item, attribution = _any_item(world), _attribution(ANNA.id, 1)
    one = Attribution(attribution, claim, Quoted("ISNA")).json()
    tags, notes, evidence, private = PartClass
    items: list[tuple[PartClass, ArticleId | None, str, Json]] = [
        (evidence, article, "title.me", "in the open"),
        (private, article, "title", "kept to oneself"),
        (private, None, "there.me", True),
        (evidence, article, "there", "yes"),
        (tags, None, "there", True),
        (evidence, ArticleId("no article"), "title", ["no", "text"]),
        (evidence, article, "primary", 1),
        (evidence, article, "reliability", "AB"),
        (evidence, article, "audience", "me"),
        (private, article, f"contact.me {CONTACTS[0]}", ["no", "contact"]),
        (evidence, article, f"contact {CONTACTS[0]}", {"whom": 7, "said": "so"}),
        (evidence, article, "contact", {"whom": "nobody"}),
        (evidence, article, f"file {FILES[0]}", {"size": -1, "kept": True, "name": "x"}),
        (evidence, article, "file abc", {"name": "no hash"}),
        (evidence, article, "copy_of", item),
    ]
    claims: list[tuple[PartClass, ArticleId | None, str, Json]] = [
        (private, article, f"evidence {item}", {"stance": "supports", "quote": 7}),
        (evidence, article, f"evidence.me {item}", {"stance": "context"}),
        (tags, None, f"evidence {item}", {"stance": "contradicts", "credibility": "7"}),
        (evidence, article, f"evidence {item}", {"stance": 7}),
        (evidence, article, "evidence ", {"stance": "supports"}),
        (evidence, article, "evidence", {"stance": "supports"}),
        (evidence, article, "evidence.me", "nothing"),
        (evidence, article, "evidenced", True),
        (tags, article, "fact 5-3", True),
        (tags, article, "fact 1-9", "yes"),
        (tags, article, "fact 01-9", True),
        (tags, article, "relation ", "same"),
        (tags, article, f"relation {claim}", 7),
        (tags, article, "confidence", True),
        (tags, article, "confidence", 7),
        (notes, article, "flag", {"kind": "shout"}),
        (private, article, "flag", {"kind": "ask", "day": 3}),
        (tags, article, "wording", {"text": "So.", "taken": "no"}),
        (tags, article, "type", ["number"]),
        (tags, article, "judgement", {"tag": "disputed", "because": 3, "against": ["x"]}),
    ]
    attributions: list[tuple[PartClass, ArticleId | None, str, Json]] = [
        (evidence, article, "record", {"claim": 7}),
        (evidence, article, "record", one | {"source": {"text": "ISNA", "span": [9, 3]}}),
        (evidence, None, "record", one | {"kind": [], "via": "IRNA", "cue": "said"}),
        (private, article, "record", one),
        (evidence, article, "there", "yes"),
        (tags, article, "there", True),
        (evidence, article, "record", None),
    ]
    isna = source_id("ISNA")
    sources: list[tuple[ArticleId | None, Write]] = [
        (article, All("source", isna, "name", 7)),
        (article, All("source", isna, "nickname", "x")),
        (None, All("source", isna, "name", "nowhere")),
        (ArticleId("no article"), All("source", isna, "name", "nowhere")),
        (article, Own("source", isna, "name", "mine alone")),
    ]
    about = {"evidence": items, "claim": claims, "attribution": attributions}
    keys: dict[str, str] = {"evidence": item, "claim": claim, "attribution": attribution}
    found: list[Placing] = [
        (cls, of, Own(what, keys[what], field, value))
        for what, rows in about.items()
        for cls, of, field, value in rows
    ]
    return found + [(evidence, of, write) for of, write in sources]


def against(world: World, analyst: AnalystId) -> tuple[Because | None, str]:
    """Why a claim is disputed, and what contradicts it: an item or another claim."""
    why = world.pick(BECAUSE)
    return why, world.pick(("", item_of(analyst, 1), _any_item(world)))
