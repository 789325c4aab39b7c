"""One edit over several articles: a part for each, so that each may go without the others."""

from __future__ import annotations

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Flag, FlagKind
from annotator.domain.edits.assessing import SetFlag
from annotator.domain.edits.bulk import SetFlagEverywhere, SetTagEverywhere
from annotator.domain.edits.form import AnalystId, Stamp
from annotator.domain.edits.kinds import KINDS, known
from annotator.domain.edits.tagging import SetTag
from annotator.domain.tags import Tag

ONE, OTHER = (ArticleId(f"0000000{n}-0000-5000-8000-000000000000") for n in (1, 2))
CLAIMS = tuple(ClaimId(f"0000000{n}-0000-5000-8000-000000000000") for n in (3, 4))
WHO = AnalystId("00000005-0000-4000-8000-000000000000")


def test_tags_of_several_articles_are_one_edit_with_a_part_for_each() -> None:
    tags = tuple(SetTag(article, CLAIMS, Tag.VERIFIED) for article in (ONE, OTHER))
    act = SetTagEverywhere(tags)
    assert act.writes() == (*tags[0].writes(), *tags[1].writes())
    edit = Stamp(WHO, 1_800_000_000_000_000, 1_800_000_000_000_000).seal(act.kind, 1, act.writes())
    assert edit.articles == (ONE, OTHER)
    assert len(edit.parts) == 2
    assert known(act.kind, 1)
    assert (
        KINDS[act.kind].says([write for part in edit.parts for write in part.writes]) == "verified"
    )


def test_flags_too() -> None:
    flags = tuple(SetFlag(article, CLAIMS, Flag(FlagKind.RING)) for article in (ONE, OTHER))
    act = SetFlagEverywhere(flags)
    assert act.writes() == (*flags[0].writes(), *flags[1].writes())
    assert KINDS[act.kind].says([write for _, _, write in act.writes()]) == "flagged: ring"
