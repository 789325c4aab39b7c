"""What a screen reader is told."""

from __future__ import annotations

from annotator.domain.tags import Standing
from annotator.ui.page import speech
from pages import Kind, page_of

PAGE = page_of(
    (Kind.TITLE, "⟦Title⟧"),
    "⟦One is here.⟧ ⟦Two\nis too.⟧",
    (Kind.BOILERPLATE, "⟦Reply⟧"),
    standings={1: Standing.DISPUTED, 2: Standing.ON_SOURCE},
)


def test_a_claim_says_its_number_its_standing_and_itself() -> None:
    assert speech.sentence(PAGE, 1) == "claim 1 of 2, disputed: One is here."
    assert speech.sentence(PAGE, 2) == "claim 2 of 2, on its source: Two is too."
    assert speech.sentence(PAGE, 0) == "the title, untagged: Title"
    assert speech.sentence(PAGE, 3) == "page furniture, not counted: Reply"


def test_the_page_says_what_is_in_hand() -> None:
    assert speech.page_name(PAGE, 1) == "Article, claim 1 of 2, disputed"
    assert speech.page_name(PAGE, None) == "Article"
    assert speech.page_name(None, None) == "Article, none open"
