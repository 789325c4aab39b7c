"""What is done to many claims at once, in however many articles: one edit, undone as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.desk import assessment_acts
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import EMPTY, Flag
from annotator.domain.edits.assessing import SetFlag
from annotator.domain.edits.bulk import SetFlagEverywhere, SetTagEverywhere
from annotator.domain.edits.tagging import SetTag
from annotator.domain.tags import Tag
from annotator.store.holding import assessments
from annotator.store.seeing import seen_by
from annotator.store.write import Applied

Claims = Mapping[ArticleId, Sequence[ClaimId]]
"""Article → claims of it, as ``searching.claims_found`` gives them."""


def tag_all(
    library: OpenLibrary, claims: Claims, tag: Tag, *, looked: bool = False
) -> Applied | None:
    """Tags all of these; ``looked`` as in ``tagging.tag``. None: all are tagged so already.

    Raises AnnotatorError where one of the articles is settled; then none of them is tagged.
    """
    acts = []
    for article, of in claims.items():
        held = assessments(library.store, library.me, list(of))
        chosen = tuple(
            claim for claim in dict.fromkeys(of) if held.get(claim, EMPTY).tag is not tag
        )
        if chosen:
            seen = seen_by(library.store, article, library.me, chosen, held) if looked else {}
            acts.append(SetTag(article, chosen, tag, seen=seen))
    return library.perform(SetTagEverywhere(tuple(acts))) if acts else None


def flag_all(library: OpenLibrary, claims: Claims, flag: Flag | None) -> Applied | None:
    """Flags all of these, or takes their flags away. None: it is so already.

    Raises AnnotatorError for a day that is none, and where one of the articles is settled.
    """
    acts = tuple(
        act
        for article, of in claims.items()
        for act in assessment_acts.flag(library, article, list(of), flag)
        if isinstance(act, SetFlag)
    )
    return library.perform(SetFlagEverywhere(acts)) if acts else None
