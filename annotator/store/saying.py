"""``sayings``, ``decisions``, ``stages``, ``pairs`` and ``relations``, taken from the index of the log."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.canonical import Json, text_or_empty
from annotator.domain.decision import Decision, read_decision
from annotator.domain.edits.comments import COMMENT
from annotator.domain.edits.form import EditId
from annotator.domain.edits.kinds import known
from annotator.domain.edits.persons import Persons
from annotator.domain.edits.reviewing import DECISION, DECISION_REASON, LEFT_OUT
from annotator.domain.edits.revisions import REVISION, precedence
from annotator.domain.edits.state import saying
from annotator.domain.edits.writes import Say
from annotator.domain.review import Revision, Said, read_revision
from annotator.domain.tags import ROW, Standing
from annotator.store import log
from annotator.store.assess import REGISTERS
from annotator.store.index import in_json
from annotator.store.library import Library, Row
from annotator.store.marks import ALIVE
from annotator.store.people import IDS, PERSON

SAYINGS = "edit, about, id, field, article, analyst, at, clock, value"
DECISIONS = "claim, reviewer, outcome, over, elsewhere, reason, decided, at, edit"

_FROM_LOG = (
    "FROM writes JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit WHERE "
)
_ALIVE = ALIVE.format(edit="edits.id")
_LAST = (
    "ORDER BY at DESC, edits.id DESC, coalesce(parts.article, '') DESC, parts.class DESC LIMIT 1"
)

_WORDED = (
    f"SELECT value {_FROM_LOG} writes.id = ? AND form = 'own' AND about = 'comment' "
    f"AND field = 'text' AND {PERSON.format(id='edits.analyst')} = ? AND {_ALIVE} {_LAST}"
)
_RELATION = (
    f"SELECT value {_FROM_LOG} writes.id IN ({IDS}) AND form = 'own' AND about = 'analyst' "
    f"AND field = ? AND {PERSON.format(id='edits.analyst')} = ? AND {_ALIVE} {_LAST}"
)
_SHARED = (
    f"SELECT value, edits.id, edits.analyst, clock {_FROM_LOG} writes.id = ? AND form = 'all' "
    f"AND about = 'article' AND field = ? AND parts.article = writes.id AND {_ALIVE} {_LAST}"
)


def renew_sayings(library: Library, edits: Iterable[EditId], who: Persons) -> Iterator[Said]:
    """Takes what these edits say from the log again; gives what stands now or stood before."""
    wanted = sorted(edits)
    for row in log.in_chunks(
        library, f"SELECT {SAYINGS} FROM sayings WHERE edit IN ({{}})", wanted
    ):
        yield said_of(row)
    dead = {
        row[0]
        for row in log.in_chunks(
            library, "SELECT target FROM marks WHERE dead = 1 AND target IN ({})", wanted
        )
    }
    library.many("DELETE FROM sayings WHERE edit = ?", [(edit,) for edit in wanted])
    for edit in log.edits(library, [edit for edit in wanted if edit not in dead]):
        if not known(edit.header.kind, edit.header.version) or edit.header.id in who.copies:
            continue
        found = {}
        for part in sorted(edit.parts, key=lambda part: (part.article or "", part.part_class)):
            for write in part.writes:
                if not isinstance(write, Say):
                    continue
                one = saying(edit.header, part.article, write, who)
                if one is not None:
                    found[one.about, one.id, one.field] = _as_worded(library, one)
        library.many(
            f"INSERT INTO sayings ({SAYINGS}) VALUES ({', '.join('?' * 9)})",
            [saying_row(one) for one in found.values()],
        )
        yield from found.values()


def _as_worded(library: Library, said: Said) -> Said:
    """A comment with the text its writer gave it last."""
    if said.field != COMMENT or not isinstance(said.value, dict):
        return said
    found = library.rows(_WORDED, (said.edit, said.analyst))
    if not found:
        return said
    value = said.value | {"text": text_or_empty(json.loads(found[0][0]))}
    return replace(said, value=value)


def saying_row(said: Said) -> Row:
    """The columns of SAYINGS."""
    return (
        said.edit,
        said.about,
        said.id,
        said.field,
        said.article,
        said.analyst,
        said.at,
        said.clock,
        in_json(said.value),
    )


def said_of(row: Row) -> Said:
    """From a row of SAYINGS."""
    edit, about, key, field, article, analyst, at, clock, value = row
    return Said(edit, at, clock, analyst, ArticleId(article), about, key, field, json.loads(value))


def renew_pairs(library: Library, articles: Iterable[ArticleId]) -> None:
    """Takes the pairs of claims of these articles from what was said again."""
    for article in articles:
        library.run("DELETE FROM pairs WHERE article = ?", (article,))
        said = library.rows(
            f"SELECT {SAYINGS} FROM sayings WHERE article = ? AND field = ? ORDER BY at, edit",
            (article, REVISION),
        )
        revisions = filter(None, map(read_revision, map(said_of, said)))
        library.many(
            "INSERT INTO pairs (article, claim, earlier, other, how) VALUES (?, ?, ?, ?, ?)",
            sorted(pair_rows(revisions)),
        )


def pair_rows(revisions: Iterable[Revision]) -> list[Row]:
    """The rows of ``pairs``; of several words on one pair the last of those that weigh most.

    So whoever adds the same revision once more, on another machine, does not ask again what
    was answered.
    """
    found: dict[tuple[str, str, str, str], str] = {}
    for revision in revisions:
        for match in revision.matches:
            key = (revision.article, match.claim, revision.earlier, match.other)
            stood = found.get(key)
            if stood is None or precedence(match.how) >= precedence(stood):
                found[key] = match.how
    return [(*key, how) for key, how in found.items()]


def renew_decisions(
    library: Library, reviewer: str, claims: Iterable[ClaimId], who: Persons
) -> None:
    """Takes what a reviewer decided of these claims from the index again."""
    wanted = sorted(claims)
    library.many(
        "DELETE FROM decisions WHERE claim = ? AND reviewer = ?",
        [(claim, reviewer) for claim in wanted],
    )
    held: dict[str, dict[str, tuple[tuple[int, str], Json]]] = {}
    clocks: dict[str, int] = {}
    for start in range(0, len(wanted), log.CHUNK):
        chunk = wanted[start : start + log.CHUNK]
        marks = ", ".join("?" * len(chunk))
        for claim, field, value, at, edit, clock in library.rows(
            REGISTERS.format(marks), (*chunk, reviewer)
        ):
            if field in (DECISION, DECISION_REASON):
                held.setdefault(claim, {})[field] = ((at, edit), json.loads(value))
            if field == DECISION:
                clocks[claim] = clock
    rows = []
    for claim, fields in held.items():
        decision = read_decision(reviewer, fields, clocks.get(claim, 0), who.joined)
        if decision is not None:
            rows.append(decision_row(claim, decision))
    library.many(f"INSERT INTO decisions ({DECISIONS}) VALUES ({', '.join('?' * 9)})", rows)


def decision_row(claim: str, decision: Decision) -> Row:
    """The columns of DECISIONS."""
    over = {
        analyst: LEFT_OUT if standing is None else ROW[standing].word
        for analyst, standing in decision.over.items()
    }
    elsewhere = {
        other: {analyst: ROW[standing].word for analyst, standing in held.items()}
        for other, held in decision.elsewhere.items()
    }
    return (
        claim,
        decision.reviewer,
        int(decision.outcome),
        in_json(over),
        in_json(elsewhere),
        decision.reason,
        decision.decided,
        *decision.order,
    )


_STANDING = {row.word: standing for standing, row in ROW.items()}


def decision_of(row: Row) -> tuple[ClaimId, Decision]:
    """From a row of DECISIONS."""
    claim, reviewer, outcome, over, elsewhere, reason, decided, at, edit = row
    return ClaimId(claim), Decision(
        reviewer,
        Standing(outcome),
        reason,
        _over(over),
        _elsewhere(elsewhere),
        decided,
        (at, edit),
    )


# Of thousands of claims most were decided over the same: they share one value, which nobody alters.
@lru_cache(maxsize=1024)
def _over(text: str) -> Mapping[str, Standing | None]:
    return {who: _STANDING.get(word) for who, word in json.loads(text).items()}


@lru_cache(maxsize=1024)
def _elsewhere(text: str) -> Mapping[str, Mapping[str, Standing]]:
    return {
        other: {who: _STANDING[word] for who, word in held.items()}
        for other, held in json.loads(text).items()
    }


def renew_stages(library: Library, articles: Iterable[ArticleId], who: Persons) -> None:
    """Takes the state of these articles from the index again."""
    for article in articles:
        library.run("DELETE FROM stages WHERE article = ?", (article,))
        if not library.rows("SELECT 1 FROM articles WHERE id = ?", (article,)):
            continue
        state = library.rows(_SHARED, (article, "state"))
        reason = library.rows(_SHARED, (article, "state.reason"))
        row = stage_row(
            (json.loads(state[0][0]), state[0][1]) if state else None,
            (json.loads(reason[0][0]), reason[0][1]) if reason else None,
        )
        if row is not None:
            library.run(
                "INSERT INTO stages (article, state, claims, reason, analyst, clock) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (article, *row, who.of(state[0][2]), state[0][3]),
            )


def stage_row(state: tuple[Json, str] | None, reason: tuple[Json, str] | None) -> Row | None:
    """(state, claims, reason) from the standing values and the edits that wrote them.

    None where nothing stands; the reason counts where it is of the same edit.
    """
    value = state[0] if state and isinstance(state[0], dict) else {}
    word = text_or_empty(value.get("state"))
    if state is None or not word:
        return None
    claims = value.get("claims")
    why = reason[0].get("text") if reason and isinstance(reason[0], dict) else ""
    same = reason is not None and reason[1] == state[1]
    return (
        word,
        in_json(claims if isinstance(claims, dict) else None),
        text_or_empty(why) if same else "",
    )


def renew_relations(library: Library, relations: Iterable[tuple[str, str, str]]) -> None:
    """Takes from the index again what persons say of others: (person, other person, field)."""
    for person, other, field in relations:
        found = library.rows(_RELATION, (other, other, field, person))
        library.run(
            "DELETE FROM relations WHERE analyst = ? AND other = ? AND field = ?",
            (person, other, field),
        )
        if found and found[0][0] != "null":
            library.run(
                "INSERT INTO relations (analyst, other, field, value) VALUES (?, ?, ?, ?)",
                (person, other, field, found[0][0]),
            )
