from __future__ import annotations

import pytest

from annotator.domain.wording import letter


@pytest.mark.parametrize(
    ("n", "said"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_letters_go_on_after_the_last(n: int, said: str) -> None:
    assert letter(n) == said
