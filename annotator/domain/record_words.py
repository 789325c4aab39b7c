"""What is held and recorded of a claim in a few words, as the history tells it: pure functions.

A register's value becomes a phrase, and two of them "what it was → what it is". Values are
read leniently, as everywhere: what has not the expected form counts as empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.domain.assessment import (
    CONFIDENCES,
    ClaimType,
    Flag,
    Relation,
    read_flag,
    read_wording,
)
from annotator.domain.attribution import RECORD, read_attribution
from annotator.domain.canonical import Json, text_or_empty
from annotator.domain.evidence import (
    AUDIENCE,
    LINK,
    NEVER,
    THERE,
    private_name,
    read_links,
)
from annotator.domain.wording import first_words, listed

ARROW = " → "

SURE = dict(zip(CONFIDENCES, ("not very", "fairly", "very"), strict=True))
"""How sure an analyst is, in words."""

RELATED = {
    Relation.SAME: "says the same as",
    Relation.CONTRADICTS: "contradicts",
    Relation.DEPENDS_ON: "depends on",
}
"""A relation in words, before the other claim's name."""


@dataclass(frozen=True, slots=True)
class Done:
    """What an edit did: ``does`` with what was before, ``brief`` as a menu says it."""

    does: str
    brief: str


def turned(label: str, before: str, after: str, taken: str) -> Done:
    """From what to what; ``taken`` is said where nothing is left."""
    if not after:
        return _done(taken)
    brief = f"{label}: {after}"
    return Done(f"{label}: {before}{ARROW}{after}" if before and before != after else brief, brief)


def confidence(before: Json, after: Json) -> Done:
    return turned("how sure", _sure(before), _sure(after), "how sure taken back")


def claim_type(before: Json, after: Json) -> Done:
    return turned("type", _type(before), _type(after), "type of claim taken back")


def flag(before: Json, after: Json) -> Done:
    return turned("flagged", _flag(before), _flag(after), "flag taken away")


def wording(before: Json, after: Json) -> Done:
    """A proposal is as long as a sentence: what it was before is left out."""
    was, now = read_wording(before), read_wording(after)
    if was is not None and now is not None and was.text == now.text:
        said = {True: "taken", False: "not taken", None: "not known whether taken"}[now.taken]
        return _done(f"wording: {said}")
    return turned("proposed a wording", "", quoted(now.text) if now else "", "wording taken back")


def fact(text: str, right: Json) -> Done:
    """``text``: the words of the article that were ticked."""
    what = f": {quoted(text)}" if text else ""
    done = "fact ticked" if right is True else "fact no longer ticked"
    done = "fact marked wrong" if right is False else done
    return _done(f"{done}{what}")


def relation(other: str, after: Json) -> Done:
    """``other``: what the other claim is called."""
    word = text_or_empty(after)
    said = RELATED[Relation(word)] if word in set(Relation) else "no longer related to"
    return _done(f"{said} {other}")


def link(item: str, name: str, before: Json, after: Json) -> Done:
    """How an item serves the claim; ``name``: what the item is called, "" where nobody knows."""
    what = f" {quoted(name)}" if name else ""
    was, now = (
        next(iter(read_links({f"{LINK} {item}": (NEVER, value)}, False)), None)
        for value in (before, after)
    )
    if now is None:
        return _done(f"evidence{what} no longer serves it")
    if was is not None and was.stance is now.stance:
        parts = ("quote", "locator", "credibility")
        changed = [one for one in parts if getattr(was, one) != getattr(now, one)]
        return _done(f"evidence{what}: {_names(changed) or now.stance.value}")
    done = turned("evidence", was.stance.value if was else "", now.stance.value, "")
    comma = "," if what else ""
    return Done(f"{done.does}{comma}{what}", f"{done.brief}{comma}{what}")


def item(done: str, name: str, registers: Iterable[str] = ()) -> Done:
    """An item that was added, removed or corrected; ``registers`` are those that were written.

    An item that is for others now is there on another side, with all of its registers
    (EDITS.md, section 3).
    """
    said = f"evidence {done}: {quoted(name)}" if name else f"evidence {done}"
    heads = dict.fromkeys(private_name(one, False).partition(" ")[0] for one in registers)
    changed = [AUDIENCE] if THERE in heads else list(heads)
    return Done(f"{said}, {_names(changed)}" if changed else said, said)


def attribution(before: Json, after: Json) -> Done:
    """An attribution that was written, new or otherwise than before."""
    was, now = (read_attribution("", {RECORD: (NEVER, value)}) for value in (before, after))
    if now is None:
        return _done("attributed")
    source = short(now.source.text)
    if was is not None and was.source.text == now.source.text:
        parts = ("source", "cue", "content", "kind", "mode", "via", "named_in")
        changed = [one for one in parts if getattr(was, one) != getattr(now, one)]
        if changed:
            return _done(f"attribution to {source}: {_names(changed)}")
        return _done(f"attributed to {source}")
    old = f"{short(was.source.text)}{ARROW}" if was else ""
    return Done(f"attributed to {old}{source}", f"attributed to {source}")


def unattributed(record: Json) -> Done:
    """An attribution that was taken away, by its record."""
    was = read_attribution("", {RECORD: (NEVER, record)})
    return _done(
        f"no longer attributed to {short(was.source.text)}" if was else "attribution removed"
    )


def source_named(olds: Sequence[str], new: str) -> Done:
    """Sources that were renamed, or joined under one name; without one they go by their own."""
    what = listed([short(one) for one in olds]) or "a source"
    if not new:
        return _done(f"source called as it was: {what}")
    verb = "sources joined" if len(olds) > 1 else "source renamed"
    return Done(f"{verb}: {what}{ARROW}{short(new)}", f"{verb}: {short(new)}")


def disputed(before: str, after: str) -> Done:
    """Why it is disputed was said otherwise; "" for no reason."""
    if not after:
        return _done("disputed, no reason any more")
    said = f"disputed, {dashless(after)}"
    return Done(f"disputed: {dashless(before)}{ARROW}{dashless(after)}" if before else said, said)


def _done(said: str) -> Done:
    """The same in the history and in a menu."""
    return Done(said, said)


def short(text: str) -> str:
    """The words as they stand in a line of the history."""
    return first_words(text, SHORT)


def quoted(text: str) -> str:
    return f"“{short(text)}”"


def dashless(word: str) -> str:
    """A value of the file format as one says it: "out of context"."""
    return word.replace("-", " ").replace("_", " ")


SHORT = 40
"""Code points of what is quoted in a line of the history."""

_CALLED = {"quote": "quotation", "contact": "contacts", "file": "files"}


def _names(changed: Iterable[str]) -> str:
    return ", ".join(_CALLED.get(one, dashless(one)) for one in changed)


def _sure(value: Json) -> str:
    return SURE.get(value, "") if type(value) is int else ""


def _type(value: Json) -> str:
    word = text_or_empty(value)
    return word if word in set(ClaimType) else ""


def _flag(value: Json) -> str:
    return flag_words(read_flag(value))


def flag_words(found: Flag | None) -> str:
    """What a claim waits for: "ring “the ministry” by 2023-01-31"; "" for no flag."""
    if found is None:
        return ""
    text = f" {quoted(found.text)}" if found.text else ""
    return f"{found.kind.value}{text}{f' by {found.day}' if found.day else ''}"
