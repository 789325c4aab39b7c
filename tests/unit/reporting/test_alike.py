"""Agreement in the language of the labels: every sentence that is measured has its label."""

from __future__ import annotations

from itertools import combinations_with_replacement

import pytest

from annotator.desk.agreement_report import NO_FIGURE, UNDEFINED, said_of
from annotator.domain.report import AgreementLine
from annotator.domain.tags import Tag
from annotator.reporting import alike
from annotator.reporting.labels import Labels, labels
from unit.review.published import measured

V, D, U = Tag.VERIFIED, Tag.DISPUTED, Tag.UNATTRIBUTED

KNOWN = {label: f"[{label}]" for label in (*alike.SENTENCES, *alike.CELLS, "{names}: {why}")}
BRACKETED = Labels("xx", {**KNOWN, "{first} and {last}": "{first} & {last}", ".": ",", ",": "."})

ROWS: list[list[Tag | None]] = [
    [V, D, U, V] * 6,
    [V, V, U, V] * 6,
    [D, V, V, U] * 6,
    [V] * 24,
    [None] * 24,
    [V] + [None] * 23,
    [D] + [None] * 23,
]


@pytest.mark.parametrize(
    "rows", [rows for n in (2, 3) for rows in combinations_with_replacement(ROWS, n)]
)
def test_every_sentence_and_cell_of_a_measured_agreement_has_its_label(
    rows: tuple[list[Tag | None], ...],
) -> None:
    found = measured(dict(zip(("Ann", "Ben", "Chloé"), rows, strict=False)))
    sentences, lines = said_of(found)
    for sentence in sentences:
        said = alike.sentence(sentence, BRACKETED)
        assert said.startswith("["), sentence
        assert said.endswith("]"), sentence
    for line in lines:
        said_line = alike.line(line, BRACKETED)
        assert " and " not in said_line.label
        for cell in (said_line.kappa, said_line.alpha, said_line.ac1):
            assert UNDEFINED not in cell or cell.startswith("[")


def test_figures_and_names_come_into_the_sentence_as_the_language_has_them() -> None:
    t = Labels(
        "xx",
        {
            "{names} agree on {agreed} of {units} claims; by chance it would be {chance}.": (
                "{units} von {names}: {agreed} ({chance})."
            ),
            "{first} and {last}": "{first} und {last}",
            ",": ".",
            ".": ",",
        },
    )
    said = alike.sentence(
        "Ann and Ben agree on 1,020 of 1,026 claims; by chance it would be 9.5.", t
    )
    assert said == "1.026 von Ann und Ben: 1.020 (9,5)."
    line = AgreementLine("Ann and Ben", 1, 2, "76 %", "0.76, 0.60 to 0.92", NO_FIGURE, UNDEFINED)
    assert alike.line(line, t).kappa == "0,76, 0,60 to 0,92"
    assert alike.line(line, t).label == "Ann und Ben"


def test_what_has_no_label_is_printed_as_it_came_and_english_is_left_alone() -> None:
    assert alike.sentence("Something new: 3.5 of them.", BRACKETED) == "Something new: 3.5 of them."
    line = AgreementLine("All together", None, 2, "76 %")
    assert alike.line(line, labels()) is line
    assert alike.sentence("Ann agrees", labels()) == "Ann agrees"
