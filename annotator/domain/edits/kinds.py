"""Every kind of edit this version knows: a row says all that others need of it.

A new kind is a class in a file by subject, a row here, and a strategy in
``tests/unit/edits/histories.py`` (a test holds that none is left out).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotator.domain.edits import (
    articles,
    assessing,
    attributing,
    blind,
    comments,
    erasing,
    evidence,
    layout,
    notes,
    people,
    remarks,
    reviewing,
    revisions,
    tagging,
    undoing,
)
from annotator.domain.edits.act import Act
from annotator.domain.edits.writes import All, Own, Paint, Say, Write


@dataclass(frozen=True, slots=True)
class Kind:
    """``says`` tells from the writes what was done, as history and the undo menu show it."""

    act: type[Act]
    version: int
    undoable: bool
    says: Callable[[Sequence[Write]], str]


def _judgement(writes: Sequence[Write]) -> str:
    for write in writes:
        if isinstance(write, Own) and write.field == "judgement" and isinstance(write.value, dict):
            tag, because = write.value.get("tag"), write.value.get("because")
            if not isinstance(tag, str):
                return "not checkable"
            return f"{tag}, {because.replace('-', ' ')}" if isinstance(because, str) else tag
    return _only_note(writes) or "tag"


def _only_note(writes: Sequence[Write]) -> str:
    """Where the judgement stood so already, and a note was written with it."""
    return _note(writes) if writes else ""


def _confirmed(writes: Sequence[Write]) -> str:
    given = any(isinstance(write, Own) and write.value is True for write in writes)
    return "on its source" if given else "no longer on its source"


def _note(writes: Sequence[Write]) -> str:
    written = any(isinstance(write, Own) and write.value for write in writes)
    return "note" if written else "note taken away"


def _given(given: str, taken: str) -> Callable[[Sequence[Write]], str]:
    """Says whether anything was written, or something taken away."""

    def says(writes: Sequence[Write]) -> str:
        written = any(
            isinstance(write, Own | All) and write.value not in (None, False) for write in writes
        )
        return given if written else taken

    return says


def _flagged(writes: Sequence[Write]) -> str:
    for write in writes:
        if isinstance(write, Own) and isinstance(write.value, dict):
            kind = write.value.get("kind")
            return f"flagged: {kind}" if isinstance(kind, str) else "flagged"
    return "flag taken away"


def _facts(writes: Sequence[Write]) -> str:
    values = [write.value for write in writes if isinstance(write, Own)]
    if any(value is True for value in values):
        return "fact ticked"
    marked = any(value is False for value in values)
    return "fact marked wrong" if marked else "fact no longer ticked"


def _linked(writes: Sequence[Write]) -> str:
    for write in writes:
        if isinstance(write, Own) and write.about == "claim" and isinstance(write.value, dict):
            return f"evidence: {write.value.get('stance')}"
    return "evidence no longer serves it"


def _remark(writes: Sequence[Write]) -> str:
    """Also of the writes of one claim alone, where the answer itself is not among them."""
    note = any(
        isinstance(write, Own) and write.about == "claim" and write.field.startswith("note")
        for write in writes
    )
    return f"kept the writer’s remark as {'a note' if note else 'evidence'}"


def _erased(writes: Sequence[Write]) -> str:
    parts = sum(
        len(write.value)
        for write in writes
        if isinstance(write, Say) and isinstance(write.value, list)
    )
    return "erased what 1 edit said" if parts == 1 else f"erased {parts} parts of edits"


def _painted(writes: Sequence[Write]) -> str:
    furniture = any(isinstance(write, Paint) and write.kind == "boilerplate" for write in writes)
    return "set aside as page furniture" if furniture else "made text again"


def _named(writes: Sequence[Write]) -> str:
    name = next((write.value for write in writes if isinstance(write, Own)), "")
    return f"called {name}"


def _decided(writes: Sequence[Write]) -> str:
    for write in writes:
        if isinstance(write, Own) and write.field == "decision":
            outcome = write.value.get("outcome") if isinstance(write.value, dict) else None
            return f"settled as {outcome}" if isinstance(outcome, str) else "decision taken back"
    return "settled"


def _commented(writes: Sequence[Write]) -> str:
    answers = any(
        isinstance(write, Say) and isinstance(write.value, dict) and write.value.get("answers")
        for write in writes
    )
    return "answered a comment" if answers else "commented"


def _revealed(writes: Sequence[Write]) -> str:
    whole = any(isinstance(write, Say) and write.about == "article" for write in writes)
    return "looked at colleagues' tags" if whole else "looked at colleagues' tags of it"


def _same(writes: Sequence[Write]) -> str:
    same = any(isinstance(write, Own) and write.value is True for write in writes)
    return "one and the same person" if same else "another person of that name"


def _hidden(writes: Sequence[Write]) -> str:
    hidden = any(isinstance(write, Own) and write.value is True for write in writes)
    return "hid a colleague" if hidden else "showed a colleague again"


def _words(words: str) -> Callable[[Sequence[Write]], str]:
    return lambda _writes: words


KINDS: dict[str, Kind] = {
    row.act.kind: row
    for row in (
        Kind(tagging.SetTag, 1, True, _judgement),
        Kind(tagging.SetNotCheckable, 1, True, _words("not checkable")),
        Kind(tagging.SetConfirmed, 1, True, _confirmed),
        Kind(tagging.Clear, 1, True, _words("cleared")),
        Kind(notes.SetNote, 1, True, _note),
        Kind(notes.TakeOver, 1, True, _words("taken over")),
        Kind(notes.Restore, 1, True, _words("restored as it was")),
        Kind(assessing.SetConfidence, 1, True, _given("how sure", "how sure taken back")),
        Kind(assessing.SetType, 1, True, _given("type of claim", "type of claim taken back")),
        Kind(assessing.SetFlag, 1, True, _flagged),
        Kind(assessing.SetWording, 1, True, _given("proposed a wording", "wording taken back")),
        Kind(assessing.SetFacts, 1, True, _facts),
        Kind(assessing.SetRelation, 1, True, _given("related", "no longer related")),
        Kind(evidence.AddEvidence, 1, True, _words("evidence added")),
        Kind(evidence.LinkEvidence, 1, True, _linked),
        Kind(evidence.EditEvidence, 1, True, _words("evidence corrected")),
        Kind(evidence.RemoveEvidence, 1, True, _words("evidence removed")),
        Kind(attributing.SetAttribution, 1, True, _words("attributed")),
        Kind(attributing.RemoveAttribution, 1, True, _words("attribution removed")),
        Kind(attributing.NameSources, 1, True, _given("source renamed", "source called as it was")),
        Kind(layout.SplitClaim, 1, True, _words("split")),
        Kind(layout.JoinClaims, 1, True, _words("joined")),
        Kind(layout.SetBorders, 1, True, _words("new borders")),
        Kind(layout.AddClaim, 1, True, _words("made a claim")),
        Kind(layout.MarkBoilerplate, 1, True, _painted),
        Kind(articles.ImportArticle, 1, False, _words("imported")),
        Kind(articles.SetArticle, 1, True, _words("record corrected")),
        Kind(remarks.KeepRemark, 1, True, _remark),
        Kind(remarks.SetRemarkAside, 1, True, _words("set the writer’s remark aside")),
        Kind(articles.RemoveArticle, 1, False, _words("taken off the list")),
        Kind(articles.RestoreArticle, 1, False, _words("back on the list")),
        Kind(people.SetName, 1, True, _named),
        Kind(people.SamePerson, 1, False, _same),
        Kind(people.Hide, 1, False, _hidden),
        Kind(people.TakePseudonym, 1, False, _words("took a pseudonym")),
        Kind(reviewing.Decide, 1, True, _decided),
        Kind(reviewing.Submit, 1, False, _words("submitted")),
        Kind(reviewing.Return, 1, False, _words("returned a pass")),
        Kind(reviewing.Approve, 1, False, _words("approved a pass")),
        Kind(reviewing.Settle, 1, False, _words("settled the article")),
        Kind(reviewing.Reopen, 1, False, _words("reopened the article")),
        Kind(blind.AskBlind, 1, False, _words("asked for a blind check")),
        Kind(blind.Reveal, 1, False, _revealed),
        Kind(blind.Draw, 1, False, _words("drew claims at random")),
        Kind(comments.Comment, 1, True, _commented),
        Kind(comments.EditComment, 1, True, _words("worded a comment otherwise")),
        Kind(revisions.AddRevision, 1, False, _words("matched with another text")),
        Kind(revisions.Carry, 1, True, _words("carried from the earlier version")),
        Kind(erasing.Keep, 1, False, _words("kept what else was said")),
        Kind(erasing.Erase, 1, False, _erased),
        Kind(undoing.Undo, 1, False, _words("undone")),
        Kind(undoing.Redo, 1, False, _words("done again")),
    )
}

HOLDING = (
    *("SetTag", "SetNotCheckable", "SetConfirmed", "Clear", "SetNote", "TakeOver", "Restore"),
    *("SetConfidence", "SetType", "SetFlag", "SetWording", "SetFacts", "SetRelation"),
    *("AddEvidence", "LinkEvidence", "EditEvidence", "RemoveEvidence"),
    *("SetAttribution", "RemoveAttribution", "KeepRemark", "Carry"),
)
"""Kinds by which an analyst says what they hold and recorded of claims: what a pass is made of."""


def known(kind: str, version: int) -> bool:
    """Whether this version understands such an edit; others are kept and left out."""
    return kind in KINDS and KINDS[kind].version == version


def undoable(kind: str) -> bool:
    """Whether Undo may name such an edit."""
    return kind in KINDS and KINDS[kind].undoable
