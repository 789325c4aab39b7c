"""``erase``: the third function that writes the set. It takes out of the log what was to be protected.

In one transaction: what else stood in the parts is written again, an ``Erase`` names the parts,
and they go, with all that came of them. After it ``cleaning.clean`` sees to free pages and
backups. EDITS.md, section 8.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from annotator.domain.article import ArticleId
from annotator.domain.edits.act import Act
from annotator.domain.edits.erased import place_of
from annotator.domain.edits.erasing import Erase, Keep, Place
from annotator.domain.edits.form import AnalystId, Edit, EditId, PartClass
from annotator.domain.edits.pseudonym import Pseudonym, random_ids
from annotator.store import choosing, erased, forgotten, lifting, parcels, searchdue
from annotator.store.derive import Derivation
from annotator.store.erasable import Draft, Plan
from annotator.store.library import Library
from annotator.store.write import Applied, Author, make


def erase(library: Library, author: Author, plan: Plan, *, wait: float = 5.0) -> Applied:
    """Takes out what the plan names, for good; returns after the commit.

    Raises BusyError when another program held the library for ``wait`` seconds, and
    AnnotatorError when it cannot be written; then nothing was changed.
    """
    library.rows("PRAGMA secure_delete = ON")
    with library.roomy(), library.writing(wait):
        derivation = Derivation(library)
        before = derivation.last
        made = _erase_own(library, derivation, author, plan)
        derivation.take_out(plan.others)
        drop_drafts(library, plan.drafts)
        if plan.article is None:
            forgotten.forget_parts(library, (place_of(part) for _, _, part in plan.others))
        else:
            forgotten.forget_article(library, plan.article)
            drop_article(library, derivation, plan.article)
        erased.close_gaps(library)
        erased.mark_unclean(library, json.dumps(plan.drafts))
        changes = derivation.changes()
        searchdue.write_few(library)
    return Applied(tuple(made), changes, before, library.last_edit())


def _erase_own(library: Library, derivation: Derivation, author: Author, plan: Plan) -> list[Edit]:
    """The edits that say so, one for each id of the person, and their copies under pseudonyms."""
    by_id: dict[AnalystId, list[Edit]] = {}
    for _, header, part in plan.own:
        by_id.setdefault(header.analyst, []).append(Edit(header, (part,)))
    pseudonyms = parcels.own_pseudonyms(library, choosing.sender_ids(library, author.id))
    seals = {one: _seals(library, one, by_id) for one in pseudonyms if by_id}
    made: list[Edit] = []
    for analyst, edits in sorted(by_id.items()):
        kept = tuple(row[1:] for row in plan.kept if row[0] == analyst)
        places = tuple(place_of(part) for edit in edits for part in edit.parts)
        told = {one.name: of for one, of in seals.items() if analyst in one.owners and of}
        items = tuple(sorted(random_ids(edits)))
        acts: list[Act] = [Keep(kept)] if kept else []
        acts.append(Erase(analyst, places, told, items))
        made += make(library, derivation, Author(analyst, author.name), acts)
    derivation.settle()
    for pseudonym in seals:
        derivation.put_all(_copies(library, pseudonym, made))
    return made


def _seals(
    library: Library, pseudonym: Pseudonym, by_id: Mapping[AnalystId, Sequence[Edit]]
) -> list[tuple[Place, str]]:
    """What seals the copies of these parts have under a pseudonym."""
    copies = pseudonym.copies(parcels.by_analysts(library, pseudonym.owners))
    found = []
    for analyst, edits in by_id.items():
        for edit in edits if analyst in pseudonym.owners else ():
            copy = copies.get(edit.header.id)
            if copy is not None:
                seals = {seal.key: seal.digest for seal in copy.header.seals}
                places = map(place_of, edit.parts)
                found += [(one, seals[one.part_class, one.article or ""]) for one in places]
    return found


def _copies(library: Library, pseudonym: Pseudonym, made: Iterable[Edit]) -> list[Edit]:
    """The copies of what erases, which name the copies of what is erased; nothing private."""
    wanted: set[EditId] = {edit.header.id for edit in made if edit.header.kind == Erase.kind}
    copies = pseudonym.copies(parcels.by_analysts(library, pseudonym.owners))
    found = [copy for original, copy in copies.items() if original in wanted]
    return [
        Edit(copy.header, tuple(p for p in copy.parts if p.part_class == PartClass.TAGS))
        for copy in found
    ]


def drop_drafts(library: Library, drafts: Iterable[Draft]) -> None:
    """Texts that were being typed."""
    library.many("DELETE FROM drafts WHERE analyst = ? AND claim = ? AND field = ?", list(drafts))


def drop_article(library: Library, derivation: Derivation, article: ArticleId) -> None:
    """The text of an article whose parts were taken out, and what is remembered of reading it."""
    for table in ("passages", "claims", "records", "drafts"):
        library.run(f"DELETE FROM {table} WHERE article = ?", (article,))
    library.run(
        "DELETE FROM local WHERE kind = 'place' AND (instr(about, ?) > 0 OR value = ?)",
        (article, article),
    )
    lifting.delete_text(library, article)
    derivation.drop_article(article)
