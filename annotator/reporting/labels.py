"""What we print ourselves, in the reader's language: English sentence → that sentence.

``resources/labels/<language>.toml`` holds one table ``labels``: the English words as they stand in
the code, and their translation. Values come in by name: ``t("Settled by {who}", who=name)``.
A word that a language lacks stays English, and a test says so before a reader sees it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from annotator import paths

ENGLISH: Final = "en"
LANGUAGES: Final[Mapping[str, str]] = {
    ENGLISH: "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
}
"""The languages of labels: code (ISO 639-1) → its own name."""


class Labels:
    """The labels of one language; ``language`` is its code."""

    def __init__(self, language: str, known: Mapping[str, str]) -> None:
        self.language = language
        self._known = known

    def __call__(self, english: str, **values: object) -> str:
        """The label with its values in it."""
        text = self._known.get(english, english)
        return text.format(**values) if values else text

    def count(self, number: int, one: str, many: str, **values: object) -> str:
        """The label for one or for many; both may name ``{n}``: "{n} claims"."""
        return self(one if number == 1 else many, n=self.number(number), **values)

    def number(self, number: int) -> str:
        """A count with its thousands apart, as the language has them: "1,024"."""
        return f"{number:,}".replace(",", self(",")) if number > 999 else str(number)

    def figure(self, text: str) -> str:
        """A figure as English prints it ("1,024.5", "76 %"), with the language's own signs."""
        signs = str.maketrans({",": self(","), ".": self(".")})
        return text.translate(signs)

    def listed(self, words: Sequence[str]) -> str:
        """Such as "Ann, Ben and Chloé"; empty for none."""
        if len(words) < 2:
            return "".join(words)
        return self("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])


@cache
def labels(language: str = ENGLISH) -> Labels:
    """The labels of a language; English for one that we have none of."""
    if language == ENGLISH or language not in LANGUAGES:
        return Labels(ENGLISH, {})
    import tomllib  # whoever prints English only never needs it

    file = paths.resource("labels") / f"{language}.toml"
    return Labels(language, tomllib.loads(file.read_text(encoding="utf-8"))["labels"])
